"""Cases for `oca portfolio` with more than 200 pairs: what compare.py calls "crowd". There the Wilcoxon test is approximate."""
import case_portfolio
import generate_portfolios


class Crowd(generate_portfolios.Portfolios):
    """Few items, many organizations, all with two rounds."""
    budgets, crowd, relations, full_house, steady = (2,), (230, 260), ("same",), True, ["baseline", "reassessment"]


def case(seed):
    return case_portfolio.case(seed, Crowd)
