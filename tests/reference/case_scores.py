"""Cases for `oca score` and `oca plan`: what compare.py calls "scores"."""
import generate
import reference
from compare import Case, Run


def case(seed):
    rubric, assessment, actions, start = generate.documents(seed)
    files = {"rubric.xml": rubric, "assessment.xml": assessment, "actions.xml": actions}
    common = ["assessment.xml", "--rubric", "rubric.xml", "--format", "json"]
    return Case(files, [
        Run("score", ["score", *common], reference.score(assessment, rubric)),
        Run("plan", ["plan", *common, "--actions", "actions.xml", "--start", start.isoformat()],
            reference.plan(assessment, rubric, actions, start))])
