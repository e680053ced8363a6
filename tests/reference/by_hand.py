"""The references themselves, held against small cases worked out with a pocket calculator; each says how."""
import datetime
import sys

import copies
import intervals
import portfolio
import progress
import reference
import rounds

LEVELS = "".join(f'<level value="{v}"><label>L</label></level>' for v in (1, 2, 3, 4))


def rubric(version, areas, more=""):
    return (f'<rubric xmlns="urn:oca:rubric:1" id="r" version="{version}"><title>R</title><scale id="s">{LEVELS}</scale>'
            f'<stages><stage id="low" from="0"/><stage id="high" from="50"/></stages><planning adequate="3"/>{more}{areas}'
            "</rubric>").encode()


def item(name, weight=1, statement="It is well.", more=""):
    return f'<item id="{name}" scale="s" weight="{weight}"><statement>{statement}</statement>{more}</item>'


def assessment(version, answers, more="", date="2025-03-14"):
    said = "".join(f'<answer item="{i}">{a if isinstance(a, str) else f"<agreed value={chr(34)}{a}{chr(34)}/>"}</answer>'
                   for i, a in answers.items())
    return (f'<assessment xmlns="urn:oca:assessment:1" rubric="r" rubric-version="{version}" round="x" date="{date}">'
            f'<organization id="o" name="O"/>{more}{said}</assessment>').encode()


def two_versions():
    """a (weight 1) and b (2) are kept, c (1) is dropped, d (1) new. Baseline: a 1, b 2, c 3; reassessment: a 3, b 4, d 1.
    kept = (1 + 2) / (1 + 2 + 1), covered = (1 + 2) / 4. Shares 0 and 1/3 become 2/3 and 1: (0 + 2/3) / 3 = 22.22 % to
    (2/3 + 2) / 3 = 88.89 %. Levels 1 + 3 * 2/9 = 1.667 to 3.667: 120 % more. b reworded: kept 1/4."""
    def compared(statement):
        old = rubric("1", f'<area id="a1">{item("a")}{item("b", 2)}{item("c")}</area>')
        new = rubric("2", f'<area id="a1">{item("a", statement="It  is well. ")}{item("b", 2, statement)}{item("d")}</area>')
        return rounds.compare(assessment("1", {"a": 1, "b": 2, "c": 3}), assessment("2", {"a": 3, "b": 4, "d": 1}), old, new)
    kept, changed = compared("It is well."), compared("It is better.")
    node = kept["overall"]
    yield kept["comparable"]["new"], ["d"]
    yield kept["comparable"]["dropped"], ["c"]
    for key, want in ("kept", 0.75), ("covered", 0.75), ("common_baseline", 200 / 9), ("common_reassessment", 800 / 9), \
            ("delta", 600 / 9), ("level_baseline", 5 / 3), ("level_reassessment", 11 / 3), ("relative", 120):
        yield round(node[key], 9), round(want, 9)
    yield (node["verdict"], node["outcome"], node["participants"]), ("partly", "improved", None)
    yield changed["comparable"]["changed"], ["b"]
    yield (changed["overall"]["verdict"], changed["overall"]["kept"], changed["overall"]["delta"]), ("not-comparable", 0.25, None)


def two_rooms():
    """Six people say 1 1 1 2 2 2, then 2 2 2 3 3 3: 16.67 to 50 points. Each lies 16.67 from its room's mean, so the
    variance is 6 * 277.78 / 5 = 333.33 in both, the standard error sqrt(2 * 333.33 / 6) = 10.541, df = 10, and half the
    interval 2.2281 * 10.541 = 23.487."""
    people = "".join(f'<participant id="p{k}"/>' for k in range(6))

    def room(values):
        return "".join(f'<score by="p{k}" value="{v}"/>' for k, v in enumerate(values))
    r = rubric("1", f'<area id="a1">{item("a")}</area>')
    node = rounds.compare(assessment("1", {"a": room([1, 1, 1, 2, 2, 2])}, people),
                          assessment("1", {"a": room([2, 2, 2, 3, 3, 3])}, people), r, r)["overall"]["participants"]
    yield [round(node[key], 6) for key in ("baseline", "reassessment", "delta")], [16.666667, 50, 33.333333]
    yield [round(x, 3) for x in node["interval"]], [9.847, 56.82]


def half_way():
    """Two actions of 2 and 6 weeks, the first done, the second half done, one added of 2 weeks (11 days) not begun, one
    dropped of 4: (200 + 300 + 0) / 10 = 50; as agreed (200 + 300) / 12. On day 7 of 14, of 42 and of 28: 50, 16.67, 25."""
    plan = reference.parse(b'''<plan start="2025-01-01" end="2025-12-31"><weakness item="a" area="a1" state="planned">
      <action id="x" state="scheduled" weeks="2" start="2025-01-01" due="2025-01-14" status="done" percent="10"/>
      <action id="y" state="scheduled" weeks="6" start="2025-01-01" due="2025-02-11" status="ongoing" percent="50"/>
      <action id="z" state="scheduled" weeks="4" start="2025-01-01" due="2025-01-28" status="dropped" percent="90" reason="r"/>
      <action id="added" state="added" start="2025-01-01" due="2025-01-11"/>
      <action id="late" state="deferred" weeks="9"/></weakness></plan>''')
    r = reference.Rubric(rubric("1", f'<area id="a1">{item("a")}</area>'))
    found = progress.track(plan, datetime.date(2025, 1, 7), r)
    yield found["completion"], 50
    yield round(found["completion_agreed"], 9), round(500 / 12, 9)
    yield round(found["planned_completion"], 9), round((2 * 50 + 6 * 100 * 7 / 42 + 4 * 25) / 12, 9)
    yield [found[key] for key in ("done", "ongoing", "not_started", "dropped", "added")], [1, 1, 1, 1, 1]
    yield found["due_30"], ["added"]                                # y is due 35 days later
    yield progress.track(plan, datetime.date(2025, 1, 12), r)["due_30"], ["y"]
    yield progress.track(plan, datetime.date(2025, 1, 12), r)["overdue"], ["added"]


def three_copies():
    """One copy says ongoing, another too and half done, a third done: the status is in conflict, the percent taken."""
    def plan(status, percent=""):
        return reference.parse(f'''<plan><weakness item="a"><action id="x" state="scheduled" status="{status}"
            percent="{percent}" due="2025-01-14"/></weakness></plan>'''.encode())
    merge = copies.Merge(plan(""), [plan("ongoing"), plan("ongoing", "50"), plan("done")])
    yield merge.conflicts, [{"action": "x", "field": "status", "record": "not-started", "values": ["done", "ongoing"]}]
    yield merge.changes, [("action", "x", "percent", "0", "50")]
    merge = copies.Merge(plan(""), [plan("ongoing"), plan("ongoing", "0")])
    yield merge.changes, [("action", "x", "status", "not-started", "ongoing")]


def ranks():
    """Deltas 0, 5, 5, -10, 20: ranks 1.5, 1.5, 3, 4, W+ = 7. Five of the 16 sign patterns give
    at least 7 (none negative: 10; one 1.5: 8.5, twice; both 1.5 or the 3: 7), so p = 2 * 5 / 16. One pair alone: p = 1. Five
    alike rises: 2 / 32. Quartiles of 1 2 3 10: at 0.75 and 2.25 between the sorted values."""
    yield portfolio.wilcoxon([0, 5, 5, -10, 20]), {"p": 0.625, "n": 4, "smallest_p": 0.125}
    yield portfolio.wilcoxon([3]), {"p": 1, "n": 1, "smallest_p": 1}
    yield portfolio.wilcoxon([3] * 5)["p"], 0.0625
    yield portfolio.wilcoxon([0, 1e-12]), {"p": None, "n": 0, "smallest_p": None}
    yield list(portfolio.summary([10, 1, 3, 2]).values()), [4, 2.5, 1.75, 4.75]


def main():
    passed = failed = 0
    intervals.main()
    for case in two_versions, two_rooms, half_way, three_copies, ranks:
        for found, want in case():
            passed, failed = passed + (found == want), failed + (found != want)
            if found != want:
                print(f"{case.__name__}: found {found}, by hand {want}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
