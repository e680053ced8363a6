"""Cases for `oca portfolio`: what compare.py calls "portfolio". The keys inside trainings, support and asks are the
program's own and are not looked at."""
import generate_portfolios
import portfolio
from compare import Case, Run

OPEN = "trainings", "support", "asks"


def tidy(answer):
    """Faulty files by name alone; that there are faults at all is looked at here."""
    answer["faulty"] = sorted(f["file"] if f["faults"] else "without faults" for f in answer["faulty"])
    return {key: value for key, value in answer.items() if key not in OPEN}


def case(seed):
    made = generate_portfolios.Portfolios(seed)
    want = portfolio.portfolio([made.files[n] for n in made.good], [made.files[n] for n in made.plans], made.rubrics())
    want = {"organizations": want.pop("organizations"), "faulty": sorted(made.faulty), **want}
    arguments = ["portfolio", "in", "--format", "json"]
    for name in made.names:
        arguments += ["--rubric", name]
    return Case(made.files, [Run("portfolio", arguments, want, tidy=tidy)])
