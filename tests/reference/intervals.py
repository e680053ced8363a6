"""Student's t without a library: quantiles for any positive degrees of freedom, and the two intervals made with them.

The distribution function is the regularized incomplete beta function by its continued fraction (DLMF 8.17.22), the
quantile is found by bisection. `intervals.py` run alone checks some quantiles that every printed table has.
"""
import math
import statistics


def incomplete_beta(a, b, x):
    """I_x(a, b): the continued fraction of DLMF 8.17.22, evaluated from its tail."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):                                   # where it converges fast
        return 1 - incomplete_beta(b, a, 1 - x)
    fraction = 1.0
    for m in range(60 + int(4 * math.sqrt(a + b)), 0, -1):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        fraction = 1 + even / (1 + odd / fraction)
    first = 1 - (a + b) * x / (a + 1) / fraction
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(front) / (a * first)


def t_quantile(p, df):
    """The value below which a share p > 0.5 of Student's t with df degrees of freedom lies."""
    low, high = 0.0, 1.0
    while 1 - incomplete_beta(df / 2, 0.5, df / (df + high * high)) / 2 < p:
        high *= 2
    while high - low > 1e-15 * high:
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if 1 - incomplete_beta(df / 2, 0.5, df / (df + middle * middle)) / 2 < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def alike(values):
    """'a test for equality is made on values rounded to 9 decimals'"""
    return len({round(v, 9) + 0.0 for v in values}) < 2


def welch(before, after):
    """'the difference and Welch's 95 % interval (null if neither round varies)': the interval of mean(after) -
    mean(before)."""
    if alike(before) and alike(after):
        return None
    a, b = (statistics.variance(side) / len(side) for side in (before, after))
    df = (a + b) ** 2 / (a * a / (len(before) - 1) + b * b / (len(after) - 1))
    half = t_quantile(0.975, df) * math.sqrt(a + b)
    difference = statistics.fmean(after) - statistics.fmean(before)
    return [difference - half, difference + half]


def mean_interval(values):
    """'mean ... with a 95 % t interval (null under three pairs or without any variation)'"""
    if len(values) < 3 or alike(values):
        return None
    mean = statistics.fmean(values)
    half = t_quantile(0.975, len(values) - 1) * math.sqrt(statistics.variance(values) / len(values))
    return [mean - half, mean + half]


def main():
    """The 97.5 % column of the usual printed table of Student's t."""
    for df, printed in (1, 12.706), (2, 4.303), (3, 3.182), (5, 2.571), (10, 2.228), (30, 2.042), (120, 1.980), (1000, 1.962):
        assert round(t_quantile(0.975, df), 3) == printed, (df, t_quantile(0.975, df))
    assert abs(t_quantile(0.975, 2) - math.sqrt(2 * 0.95 ** 2 / (1 - 0.95 ** 2))) < 1e-12   # closed form for 2
    # worked by hand: variances 1 and 4 of three each: a = 1/3, b = 4/3, df = (5/3)^2 / (1/18 + 16/18) = 50/17
    low, high = welch([1, 2, 3], [2, 4, 6])
    assert abs((low + high) / 2 - 2) < 1e-12 and abs(high - 2 - t_quantile(0.975, 50 / 17) * math.sqrt(5 / 3)) < 1e-12
    assert welch([1, 1], [2, 2]) is None and mean_interval([1, 1, 1]) is None
    print("13 passed, 0 failed")


if __name__ == "__main__":
    main()
