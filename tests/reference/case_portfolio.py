"""Cases for `oca portfolio`: what compare.py calls "portfolio"."""
import generate_portfolios
import portfolio
from compare import Case, Run


def tidy(answer):
    """Faulty files by name alone; that there are faults at all is looked at here."""
    answer["faulty"] = sorted(f["file"] if f["faults"] else "without faults" for f in answer["faulty"])
    return answer


def case(seed, kind=generate_portfolios.Portfolios):
    made = kind(seed)
    want = portfolio.portfolio([made.files[n] for n in made.good], [made.files[n] for n in made.plans], made.rubrics())
    want = {"organizations": want.pop("organizations"), "faulty": sorted(made.faulty), **want}
    arguments = ["portfolio", "in", "--format", "json"]
    for name in made.names:
        arguments += ["--rubric", name]
    return Case(made.files, [Run("portfolio", arguments, want, tidy=tidy)])
