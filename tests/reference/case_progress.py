"""Cases for `oca track` of one plan: what compare.py calls "progress"."""
import generate_plans
import progress
import reference
from compare import Case, Run


def case(seed):
    made = generate_plans.Plans(seed)
    files = {name: made.files[name] for name in ("rubric.xml", "plan.xml")}
    want = progress.track(reference.parse(files["plan.xml"]), progress.day(made.date), made.instrument)
    return Case(files, [Run("track", ["track", "plan.xml", "--rubric", "rubric.xml", "--date", made.date,
                                      "--format", "json"], want)])
