"""Cases for `oca compare`: what compare.py calls "rounds"."""
import generate_rounds
from compare import Case, Run


def case(seed):
    files, names = generate_rounds.documents(seed)
    arguments = ["compare", "baseline.xml", "reassessment.xml", "--format", "json"]
    for name in sorted(set(names)):
        arguments += ["--rubric", name]
    arguments += ["--plan", "plan.xml"] if "plan.xml" in files else []
    return Case(files, [Run("compare", arguments, generate_rounds.expected(files, names))])
