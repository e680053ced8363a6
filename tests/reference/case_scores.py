"""Cases for `oca score` and `oca plan`: what compare.py calls "scores"; "tailored" are those with a tailoring."""
import generate
import planning
import reference
from compare import Case, Run


class Tailored(generate.Case):
    """A case that always has a tailoring."""
    tailored = 1


def case(seed, kind=generate.Case):
    made = kind(seed)
    files = made.files
    options, tailoring = ["--rubric", "rubric.xml", "--format", "json"], files.get("tailoring.xml")
    options += ["--tailoring", "tailoring.xml"] if tailoring else []
    assessment, rubric, actions = (files[name + ".xml"] for name in ("assessment", "rubric", "actions"))
    return Case(files, [
        Run("score", ["score", "assessment.xml", *options], reference.score(assessment, rubric, tailoring)),
        Run("plan", ["plan", "assessment.xml", *options, "--actions", "actions.xml", "--start", made.start.isoformat()],
            planning.plan(assessment, rubric, actions, made.start, tailoring))])
