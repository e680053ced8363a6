"""Cases for `oca score` and `oca plan` with a tailoring: what compare.py calls "tailored"."""
import case_scores


def case(seed):
    return case_scores.case(seed, case_scores.Tailored)
