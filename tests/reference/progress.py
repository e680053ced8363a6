"""A second opinion on "Progress at a date": the JSON of `oca track PLAN --date D`, from the scoring document's text.

    progress.py PLAN.xml --date 2025-09-01 --rubric R.xml

Every function quotes its clause.
"""
import argparse
import datetime
import json
import math

from reference import Item, Rubric, attr, num, parse


def day(text):
    return datetime.date.fromisoformat(text)


class Action:
    """One action of a plan."""

    def __init__(self, el, weakness):
        self.el, self.id = el, el.get("id")
        self.item, self.area = weakness.get("item"), attr(weakness, "area")
        self.state = attr(el, "state")
        self.status = attr(el, "status", "not-started")             # 'not-started (default)'
        self.percent = num(el, "percent", 0.0)                      # 'percent 0 to 100, default 0'

    def __getattr__(self, name):
        return attr(self.el, name.replace("_", "-"))

    @property
    def done(self):
        """'percent done of an action: 100 if done, 0 if not-started, else its recorded percent.'"""
        return {"done": 100.0, "not-started": 0.0}.get(self.status, self.percent)

    @property
    def weight(self):
        """'its weeks, where not given: its days, first and last included, / 7, rounded up'"""
        given = attr(self.el, "weeks")
        return int(given) if given else math.ceil(((day(self.due) - day(self.start)).days + 1) / 7)

    @property
    def current_due(self):
        """'current due (revised, else original)'"""
        return self.revised_due or self.due

    def planned(self, date):
        """'0 before its original start, 100 from its original due on, between them 100 (D - start + 1) / (due - start +
        1)'"""
        start, due = day(self.start), day(self.due)
        return 0.0 if date < start else 100.0 if date >= due else 100 * ((date - start).days + 1) / ((due - start).days + 1)

    @property
    def open(self):
        return self.status not in ("done", "dropped")

    def json(self):
        return {"id": self.id, "item": self.item, "state": self.state, "status": self.status, "percent": self.percent,
                **{key: getattr(self, key) for key in ("lead", "person", "start", "due", "revised_start", "revised_due",
                                                       "started", "finished")}}


def actions_of(plan):
    """All actions, in plan order."""
    return [Action(el, weakness) for weakness in plan.findall("weakness") for el in weakness.findall("action")]


def weighted(pairs):
    """sum(weeks * percent) / sum(weeks); of nothing: undefined."""
    pairs = list(pairs)
    return sum(w * p for w, p in pairs) / sum(w for w, _ in pairs) if pairs else None


def completions(actions, date):
    """'completion = sum(weeks * percent) / sum(weeks) over the scheduled and the added actions that are not dropped.
    completion_agreed, the same over the actions of state scheduled, a dropped one at 0. planned_completion over the
    same actions as completion_agreed.'"""
    agreed = [a for a in actions if a.state == "scheduled"]
    return {"completion": weighted((a.weight, a.done) for a in actions
                                   if a.state in ("scheduled", "added") and a.status != "dropped"),
            "completion_agreed": weighted((a.weight, 0.0 if a.status == "dropped" else a.done) for a in agreed),
            "planned_completion": weighted((a.weight, a.planned(date)) for a in agreed)}


def track(plan, date, rubric, conflicts=()):
    """The JSON of `track`, from the plan's root element. 'counts over scheduled and added actions; lists in plan order;
    areas in rubric order, those with such actions'"""
    actions = actions_of(plan)
    counted = [a for a in actions if a.state in ("scheduled", "added")]
    areas = [n.id for n in rubric.root.subtree() if not isinstance(n, Item)]
    inside = {area: [a for a in counted if a.area == area] for area in areas}
    until = date + datetime.timedelta(days=30)
    dated = [a for a in counted if a.open and a.current_due]
    return {"date": date.isoformat(), **completions(counted, date),
            **{status.replace("-", "_"): sum(a.status == status for a in counted)
               for status in ("done", "ongoing", "blocked", "not-started", "dropped")},
            "added": sum(a.state == "added" for a in counted),
            # 'overdue: current due < D and neither done nor dropped. due_30: D <= current due <= D + 30 days, likewise.'
            "overdue": [a.id for a in dated if day(a.current_due) < date],
            "due_30": [a.id for a in dated if date <= day(a.current_due) <= until],
            "conflicts": list(conflicts),
            "areas": [{"id": area, **completions(inside[area], date)} for area in areas if inside[area]],
            "actions": [a.json() for a in actions]}


def main():
    options = argparse.ArgumentParser(description="reference figures for a plan's progress")
    options.add_argument("plan")
    options.add_argument("--rubric", required=True)
    options.add_argument("--date", type=day, required=True)
    given = options.parse_args()
    with open(given.plan, "rb") as plan, open(given.rubric, "rb") as rubric:
        result = track(parse(plan.read()), given.date, Rubric(rubric.read()))
    print(json.dumps(result, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
