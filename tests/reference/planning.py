"""A second opinion on the scoring document: the JSON of `oca plan`, from its text alone.

    planning.py ASSESSMENT.xml --rubric R.xml --actions A.xml --start 2025-04-01 [--tailoring T.xml]

Scores come from reference.py. Every function quotes the clause that it implements.
"""
import argparse
import calendar
import datetime
import json
import xml.etree.ElementTree as ET

from reference import Rubric, Scores, attr, num, parse, r9, words


# ---------------------------------------------------------------- weaknesses, strengths and their order

class Wishes:
    """What the assessment says about planning: targets and priorities, by item."""

    def __init__(self, assessment, rubric):
        self.rubric = rubric
        self.target = {t.get("item"): num(t, "value") for t in assessment.findall("target")}
        self.priority = {p.get("item"): p for p in assessment.findall("priority")}

    def votes(self, item):
        """'more votes first (none = 0)'"""
        return int(attr(self.priority.get(item.id), "votes", "0"))

    def chosen(self, item):
        """'the item has a priority with chosen="yes", or one without chosen and votes >= planning/@min-votes'"""
        if item.id not in self.priority:
            return False
        word = attr(self.priority[item.id], "chosen")
        return word == "yes" if word else self.votes(item) >= self.rubric.min_votes

    def given_target(self, item):
        """'a target is given in the assessment or the item'"""
        return self.target.get(item.id, num(item.el, "target"))

    def need(self, item):
        """'the first that is given of: target in the assessment, the item's target, its adequate, the rubric's
        adequate; then at least the gate's at-least'"""
        need = self.given_target(item)
        if need is None:
            need = num(item.el, "adequate", self.rubric.adequate)
        return need if item.at_least is None else max(need, item.at_least)

    def aim(self, item, standing):
        """'Target of this plan: of an ambition, the lowest level value of the scale above the standing level. Of a
        weakness, need if a target is given in the assessment or the item, or with climb="adequate"; otherwise the
        lowest level value above the standing level, never above need, but at least the gate's at-least.'"""
        need = self.need(item)
        if r9(standing) >= r9(need):
            return item.scale.next_level(standing)
        if self.given_target(item) is not None or self.rubric.climb == "adequate":
            return need
        aim = min(item.scale.next_level(standing), need)
        return aim if item.at_least is None else max(aim, item.at_least)


def find_weaknesses(scores, wishes):
    """'Weakness: scored, W > 0, standing level < need. Ambition: chosen, scored, W > 0, standing level >= need and
    below the top of the scale.' With tier, index, order, rank and state."""
    rubric, found = scores.rubric, []
    w_max = max(item.W for item in rubric.items)                    # 'W_max = the greatest W in the rubric'
    for position, item in enumerate(rubric.items):
        figures = scores.of[item.id]
        if figures["state"] != "scored" or not item.W > 0:
            continue
        standing, need, chosen = figures["standing"], wishes.need(item), wishes.chosen(item)
        weak = r9(standing) < r9(need)
        if not weak and not (chosen and r9(standing) < r9(item.scale.max)):
            continue
        # 'Index = 100 (need - standing level) / (max - min) * W / W_max; of an ambition 0.'
        index = 100 * (need - standing) / (item.scale.max - item.scale.min) * item.W / w_max if weak else 0
        # 'Tier 1: a failed gate. Tier 2: chosen. Tier 3: the others.'
        tier = 1 if figures["gate"] == "failed" else 2 if chosen else 3
        # 'tier; in tier 2 more votes first; greater index; lower percent of the item's own area (undefined last);
        # rubric order'
        by_rank = (tier, -wishes.votes(item) if tier == 2 else 0, -r9(index))
        own = scores.node(item.parent)["percent"]
        by_area = (own is None, r9(own) if own is not None else 0)
        found.append({"key": (by_rank, by_area, position), "by_rank": by_rank, "is": item, "weak": weak, "json": {
            "item": item.id, "rank": None, "tier": tier, "state": None, "index": index, "score": figures["score"],
            "standing": standing, "target": wishes.aim(item, standing), "actions": []}})
    found.sort(key=lambda w: w["key"])
    for place, weakness in enumerate(found):
        line = weakness["json"]
        # 'Rank: one more than the number of those that come strictly before by tier, votes (tier 2) and index'
        line["rank"] = 1 + sum(other["by_rank"] < weakness["by_rank"] for other in found)
        # 'all of tiers 1 and 2 are planned (an ambition: ambition), then tier 3 in order until the plan holds
        # planning/@priorities in all. The rest are later'
        inside = line["tier"] < 3 or place < rubric.priorities
        line["state"] = ("planned" if weakness["weak"] else "ambition") if inside else "later"
    return found


def find_out(scores, wishes):
    """'To find out first: items with W > 0 that apply and are dk or blank, or whose gate is open: first the chosen,
    then those with an open gate, then the rest, each in rubric order.' 'why: dk, blank, or gate for an item scored by
    participants alone, whose must-have is open.'"""
    def open_gate(item):
        return scores.of[item.id]["gate"] == "open"
    listed = [i for i in scores.rubric.items
              if i.W > 0 and (scores.of[i.id]["state"] in ("dk", "blank") or open_gate(i))]
    listed.sort(key=lambda i: 0 if wishes.chosen(i) else 1 if open_gate(i) else 2)
    return [{"item": i.id, "why": "gate" if scores.of[i.id]["state"] == "scored" else scores.of[i.id]["state"]}
            for i in listed]


def strengths(scores, wishes):
    """'Strengths: scored, W > 0, standing level >= need, gate not failed, consensus undefined or >=
    grid/@consensus; greater percent first, then greater consensus (undefined last), then rubric order.'"""
    found = []
    for position, item in enumerate(scores.rubric.items):
        f = scores.of[item.id]
        if (f["state"] == "scored" and item.W > 0 and r9(f["standing"]) >= r9(wishes.need(item))
                and f["gate"] != "failed"
                and (f["consensus"] is None or r9(f["consensus"]) >= r9(scores.rubric.consensus))):
            by_consensus = (1, 0) if f["consensus"] is None else (0, -r9(f["consensus"]))
            found.append((-r9(f["percent"]), by_consensus, position, item.id))
    return [item for *_, item in sorted(found)]


# ---------------------------------------------------------------- actions and the timeline

def add_months(day, months):
    """'calendar months from the start date; the day is clamped to the month's length'"""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unmet(scores, library, planned, action):
    """'A required action that is not in the plan is no predecessor. If its item has W > 0, applies and is not na, and
    is unscored or stands below that action's to, it is listed in the requiring action's unmet'"""
    listed = []
    for name in words(action, "requires"):
        item = scores.rubric.item.get(library[name].get("item"))
        if item is None:                                            # not used by the tailoring: 'as if it were not in the rubric'
            continue
        f = scores.of[item.id]
        if name in planned or not item.W > 0 or f["state"] in ("not-applicable", "na"):
            continue
        if f["state"] != "scored" or r9(f["standing"]) < r9(num(library[name], "to")):
            listed.append(name)
    return listed


def find_actions(scores, weaknesses, library):
    """'For a planned weakness or ambition, every action of the library with that item and standing level < to <=
    target, in order of to, then library order.' 'One without a matching action gets a placeholder, id agree_ + item
    id, lead null, weeks = 4'. Fills in the weaknesses' actions; gives the plan's actions in order."""
    taken = []
    for weakness in weaknesses:
        line = weakness["json"]
        if line["state"] == "later":                                # 'listed with rank, no actions, no dates'
            continue
        own = [a for a in library.values() if a.get("item") == line["item"]
               and r9(line["standing"]) < r9(num(a, "to")) <= r9(line["target"])]
        own.sort(key=lambda a: r9(num(a, "to")))
        line["actions"] = [a.get("id") for a in own] or ["agree_" + line["item"]]
        taken += own or [ET.Element("action", id=line["actions"][0], item=line["item"], weeks="4")]
    planned = {a.get("id") for a in taken}
    return [({"id": a.get("id"), "item": a.get("item"), "lead": attr(a, "lead"), "weeks": int(a.get("weeks")),
              "requires": words(a, "requires"), "unmet": unmet(scores, library, planned, a),
              "state": None, "start": None, "due": None}, num(a, "to", 0.0)) for a in taken]


def predecessors(entries):
    """'An action with a lower to precedes one with a higher to for the same item; requires adds predecessors.'"""
    ids = {action["id"] for action, _ in entries}
    return {action["id"]: {name for name in action["requires"] if name in ids}
            | {other["id"] for other, lower in entries if other["item"] == action["item"] and r9(lower) < r9(to)}
            for action, to in entries}


def schedule(entries, capacity, start, end):
    """'Week 0 begins on the start date. Take, again and again, the first action all of whose predecessors have been
    taken; give it the earliest week t >= the end of all its predecessors such that in each of its weeks fewer than the
    lead role's capacity actions of that lead already run. start = start date + 7 t days; due = start + 7 weeks - 1
    day.' 'An action whose due falls later [than the end] is deferred: no dates, it occupies nobody, and all that it
    precedes is deferred too.' 'An action without a lead is limited by nobody.'"""
    before, ends, running = predecessors(entries), {}, {}           # ends: week after the last, None if deferred
    waiting = [action for action, _ in entries]
    while waiting:
        action = next(a for a in waiting if before[a["id"]] <= ends.keys())
        waiting.remove(action)
        name, lead, weeks = action["id"], action["lead"], action["weeks"]
        after = [ends[p] for p in before[name]]
        action["state"], ends[name] = "deferred", None
        if None in after:
            continue
        t = max(after, default=0)
        while lead and any(running.get((lead, week), 0) >= capacity[lead] for week in range(t, t + weeks)):
            t += 1
        begins = start + datetime.timedelta(days=7 * t)
        due = begins + datetime.timedelta(days=7 * weeks - 1)
        if due <= end:
            action.update(state="scheduled", start=begins.isoformat(), due=due.isoformat())
            ends[name] = t + weeks
            for week in range(t, t + weeks):
                running[lead, week] = running.get((lead, week), 0) + 1


def reviews(start, end, months):
    """'Reviews: start + k * review-months, k = 1, 2, ..., up to and including the day after the end.'"""
    days, k = [], 1
    while add_months(start, k * months) <= end + datetime.timedelta(days=1):
        days.append(add_months(start, k * months).isoformat())
        k += 1
    return days


# ---------------------------------------------------------------- the command

def plan(assessment, rubric, actions, start, tailoring=None):
    """The JSON of `plan`, from the bytes of the documents and a date. 'The plan ends the day before start +
    horizon-months'"""
    instrument, record, shelf = Rubric(rubric, tailoring), parse(assessment), parse(actions)
    scores, wishes = Scores(record, instrument), Wishes(record, instrument)
    library = {a.get("id"): a for a in shelf.findall("action")}
    capacity = {role.get("id"): int(attr(role, "capacity", "1")) for role in shelf.findall("role")}
    end = add_months(start, instrument.horizon) - datetime.timedelta(days=1)
    weaknesses = find_weaknesses(scores, wishes)
    entries = find_actions(scores, weaknesses, library)
    schedule(entries, capacity, start, end)
    return {"start": start.isoformat(), "end": end.isoformat(),
            "weaknesses": [w["json"] for w in weaknesses], "actions": [action for action, _ in entries],
            "find_out": find_out(scores, wishes), "strengths": strengths(scores, wishes),
            "reviews": reviews(start, end, instrument.review)}


def main():
    options = argparse.ArgumentParser(description="reference figures for a plan")
    options.add_argument("assessment")
    options.add_argument("--rubric", required=True)
    options.add_argument("--actions", required=True)
    options.add_argument("--start", type=datetime.date.fromisoformat, required=True)
    options.add_argument("--tailoring")
    given = options.parse_args()

    def read(path):
        with open(path, "rb") as file:
            return file.read()
    result = plan(read(given.assessment), read(given.rubric), read(given.actions), given.start,
                  read(given.tailoring) if given.tailoring else None)
    print(json.dumps(result, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
