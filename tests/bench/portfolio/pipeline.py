"""The same work as a careful Python programmer would do it: lxml in one pass, numpy, XlsxWriter.

    pipeline.py FOLDER OUT.xlsx

Reads each assessment once, checks what the program checks: its form (elements, attributes, dates, ids) by the schema that
ships, in libxml2; ids, values and double answers in Python. Scores items by what was agreed or else by the participants,
areas and the whole by their weights, must-haves, agreement in the room; pairs baseline and latest like for like;
distributions, quartiles, stages and how they moved, mean change with its interval, a signed-rank test; who could learn
from whom; writes an organization a row with the program's columns, its areas, the peers, a summary. It knows one rubric,
which it reads, with the rollup `mean`; it has no plans, tailorings, versions or crosswalks, no charts, and does not read
back what it wrote. Without the schema (--unchecked) what stands in no table of names goes unnoticed.
"""
import collections
import math
import os
import sys

import numpy as np
import xlsxwriter
from lxml import etree

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
N = "{urn:oca:assessment:1}"
R = "{urn:oca:rubric:1}"


class Rubric:
    def __init__(self, path):
        root = etree.parse(path).getroot()
        scale = [float(level.get("value")) for level in root.find(R + "scale")]
        self.values, self.low, self.high = set(scale), min(scale), max(scale)
        self.stages = [(float(s.get("from")), s.get("id")) for s in root.find(R + "stages")]
        self.items, self.area_of, self.gates, self.areas, self.area_weights = [], [], {}, [], []
        for area in root.findall(R + "area"):
            self.areas.append(area.get("id"))
            self.area_weights.append(float(area.get("weight", 1)))
            for item in area.findall(R + "item"):
                gate = item.find(R + "gate")
                if gate is not None:
                    self.gates[len(self.items)] = float(gate.get("at-least")), gate.get("ceiling")
                self.items.append(item.get("id"))
                self.area_of.append(len(self.areas) - 1)
        self.index = {item: i for i, item in enumerate(self.items)}
        self.area_of, self.area_weights = np.array(self.area_of), np.array(self.area_weights)


def read(path, rubric, schema):
    """What one assessment says: per item the agreed value, the participants' mean, their agreement."""
    root = etree.parse(path).getroot()
    if schema is not None:
        schema.assertValid(root)
    organization = root.find(N + "organization")
    people = {p.get("id") for p in root.iterfind(N + "participant")}
    n = len(rubric.items)
    agreed, room, agreement = np.full(n, np.nan), np.full(n, np.nan), np.full(n, np.nan)
    seen = set()
    for answer in root.iterfind(N + "answer"):
        item = answer.get("item")
        if item not in rubric.index or item in seen:
            raise ValueError(f"{path}:{answer.sourceline}: item {item}")
        seen.add(item)
        i, scores, by = rubric.index[item], [], set()
        for part in answer:
            if part.tag == N + "score":
                who = part.get("by")
                if who not in people or who in by:
                    raise ValueError(f"{path}:{part.sourceline}: participant {who}")
                by.add(who)
                value = part.get("value")
                if value is not None:
                    value = float(value)
                    if value not in rubric.values:
                        raise ValueError(f"{path}:{part.sourceline}: value {value}")
                    scores.append(value)
            elif part.tag == N + "agreed" and part.get("value"):
                agreed[i] = float(part.get("value"))
                if agreed[i] not in rubric.values:
                    raise ValueError(f"{path}:{part.sourceline}: value {agreed[i]}")
        if len(scores) >= 2:
            mean = sum(scores) / len(scores)
            spread = sum((s - mean) ** 2 for s in scores) / len(scores)
            agreement[i] = 100 * (1 - spread / ((rubric.high - rubric.low) / 2) ** 2)
        if len(scores) >= 3 and 2 * len(scores) >= len(by):
            room[i] = sum(scores) / len(scores)
    origins = {f.get("from") for f in root.iterfind(N + "facilitator")} - {None}
    return {"id": organization.get("id"), "name": organization.get("name"), "district": organization.get("district"),
            "country": organization.get("country"), "federation": organization.get("part-of"),
            "profile": organization.get("profile"), "rubric": root.get("rubric"),
            "facilitated": "programme" if "programme" in origins else "locally" if origins else "not told",
            "round": root.get("round"), "date": root.get("date"), "agreed": agreed, "room": room, "agreement": agreement}


def roll_up(x, rubric):
    """Areas and the whole from items, 0 to 1."""
    areas = np.full(len(rubric.areas), np.nan)
    for a in range(len(areas)):
        own = x[rubric.area_of == a]
        own = own[~np.isnan(own)]
        if len(own) * 2 >= np.count_nonzero(rubric.area_of == a) and len(own):
            areas[a] = own.mean()
    known = ~np.isnan(areas)
    whole = np.average(areas[known], weights=rubric.area_weights[known]) if known.any() else np.nan
    return areas, whole


def score(one, rubric):
    value = np.where(np.isnan(one["agreed"]), one["room"], one["agreed"])
    x = (value - rubric.low) / (rubric.high - rubric.low)
    one["areas"], whole = roll_up(x, rubric)
    one["percent"] = 100 * whole
    stage = [name for start, name in rubric.stages if start <= one["percent"]][-1]
    order = [name for _, name in rubric.stages]
    for i, (least, ceiling) in rubric.gates.items():
        if one["agreed"][i] < least and order.index(ceiling) < order.index(stage):
            stage = ceiling
    one["stage"] = stage
    one["failed"] = {rubric.area_of[i] for i, (least, _) in rubric.gates.items() if one["agreed"][i] < least}


def change(before, now, rubric):
    """Like for like, over the items that both rounds have on one basis: the verdict, before, now."""
    a = np.where(np.isnan(before["agreed"]) | np.isnan(now["agreed"]), before["room"], before["agreed"])
    b = np.where(np.isnan(before["agreed"]) | np.isnan(now["agreed"]), now["room"], now["agreed"])
    both = ~np.isnan(a) & ~np.isnan(b)
    width, then = rubric.high - rubric.low, ~np.isnan(np.where(np.isnan(before["agreed"]), before["room"], before["agreed"]))
    kept = np.count_nonzero(both & then) / max(1, np.count_nonzero(then))
    verdict = "comparable" if kept >= 0.8 else "partly" if kept >= 0.5 else "not comparable"
    one, other = (100 * roll_up((np.where(both, x, np.nan) - rubric.low) / width, rubric)[1] for x in (a, b))
    return verdict, one, other


def peers(latest, rubric, capacity=60, ahead=25):
    """Per area, learners from the lowest up; mentors of the district before others, the best first, two learners each."""
    out = []
    for a, area in enumerate(rubric.areas):
        known = [(round(100 * one["areas"][a], 9), one) for one in latest if not np.isnan(one["areas"][a])]
        learners = sorted(((p, o["id"], o) for p, o in known if p < capacity), key=lambda entry: entry[:2])
        mentors = sorted(([-p, o["id"], o, 0] for p, o in known if p >= capacity and a not in o["failed"]),
                         key=lambda entry: entry[:2])
        queues = {}
        for mentor in mentors:
            queues.setdefault(mentor[2]["district"], []).append(mentor)
            queues.setdefault(None, []).append(mentor)
        starts = dict.fromkeys(queues, 0)
        for percent, name, learner in learners:
            for key in (learner["district"], None):
                queue = queues.get(key, [])
                while starts.get(key, 0) < len(queue) and queue[starts[key]][3] == 2:
                    starts[key] += 1
                if starts.get(key, 0) < len(queue) and -queue[starts[key]][0] - percent >= ahead:
                    mentor = queue[starts[key]]
                    mentor[3] += 1
                    out.append(["bench", area, name, mentor[1], -mentor[0] - percent])
                    break
    return out


def form_of_assessments():
    """The schema without its keys: what they would find is checked below, and for less."""
    tree = etree.parse(os.path.join(ROOT, "rubrics/schema/assessment.xsd"))
    for key in list(tree.iter(*(f"{{http://www.w3.org/2001/XMLSchema}}{name}" for name in ("key", "keyref", "unique")))):
        key.getparent().remove(key)
    return etree.XMLSchema(tree)


def signed_rank(deltas):
    """Wilcoxon's p, two-sided, by the normal approximation with the correction for ties."""
    known = deltas[np.abs(deltas) > 5e-10]
    _, place, counts = np.unique(np.round(np.abs(known), 9), return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    n, w = len(known), ranks[known > 0].sum()
    variance = n * (n + 1) * (2 * n + 1) / 24 - (counts ** 3 - counts).sum() / 48
    return math.erfc(abs(w - n * (n + 1) / 4) / math.sqrt(variance) / math.sqrt(2))


def main():
    folder, out, *more = sys.argv[1:]
    schema = None if "--unchecked" in more else form_of_assessments()
    rubric, organizations = Rubric(os.path.join(folder, "bench.xml")), {}
    for path, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".xml") and name != "bench.xml":
                one = read(os.path.join(path, name), rubric, schema)
                score(one, rubric)
                organizations.setdefault(one["id"], []).append(one)
    book = xlsxwriter.Workbook(out, {"constant_memory": False})
    sheet, rows, deltas = book.add_worksheet("Organizations"), [], []
    percents, stages, moves = {"baseline": [], "latest": []}, collections.Counter(), collections.Counter()
    for name in sorted(organizations):
        rounds = sorted(organizations[name], key=lambda r: r["date"])
        baseline = next((r for r in rounds if r["round"] == "baseline"), None)
        latest = next((r for r in reversed(rounds) if r["round"] != "baseline"), None)
        verdict, before, now = change(baseline, latest, rubric) if baseline and latest else ("", math.nan, math.nan)
        delta = now - before
        deltas.append(delta)
        if baseline and latest:
            moves[baseline["stage"], latest["stage"]] += 1
        row = [name, *(rounds[-1][key] for key in ("name", "country", "district", "federation", "profile"))]
        for kind, one in (("baseline", baseline), ("latest", latest)):
            row += [one[key] for key in ("date", "rubric", "percent", "stage", "facilitated")] if one else [""] * 5
            if one:
                percents[kind].append(one["percent"])
                stages[kind, one["stage"]] += 1
        row += [verdict, before, now, delta, "improved" if delta >= 7.5 else "regressed" if delta <= -7.5 else "same", "–", "–"]
        rows.append(row)
    for i, row in enumerate(rows):
        sheet.write_row(i + 1, 0, row)
    newest = [sorted(rounds, key=lambda r: r["date"])[-1] for _, rounds in sorted(organizations.items())]
    sheet = book.add_worksheet("By area")
    for i, one in enumerate(newest):
        sheet.write_row(i + 1, 0, [one["id"], one["percent"], *("" if np.isnan(x) else 100 * x for x in one["areas"])])
    pairs, sheet = peers(newest, rubric), book.add_worksheet("Peers")
    for i, row in enumerate(pairs):
        sheet.write_row(i + 1, 0, row)
    summary = book.add_worksheet("Summary")
    for a, area in enumerate(rubric.areas):
        for k, kind in enumerate(("baseline", "reassessment")):
            values = [100 * r["areas"][a] for rounds in organizations.values() for r in rounds
                      if r["round"] == kind and not np.isnan(r["areas"][a])]
            summary.write_row(6 + 2 * a + k, 0, [kind, area, len(values), np.mean(values), *np.percentile(values, [25, 50, 75])])
    for i, (kind, values) in enumerate(percents.items()):
        summary.write_row(i, 0, [kind, len(values), np.mean(values), *np.percentile(values, [25, 50, 75])])
    for i, ((kind, stage), n) in enumerate(sorted(stages.items())):
        summary.write_row(i, 8, [kind, stage, n])
    for i, ((before, now), n) in enumerate(sorted(moves.items())):
        summary.write_row(i, 12, [before, now, n])
    known = np.array(deltas)[~np.isnan(deltas)]
    half = 1.96 * known.std(ddof=1) / math.sqrt(len(known))
    summary.write_row(4, 0, ["change", len(known), known.mean(), known.mean() - half, known.mean() + half, signed_rank(known)])
    book.close()
    print(f"{len(rows)} organizations, {len(pairs)} peers, mean {np.mean(percents['latest']):.6f}, change {known.mean():.6f}")


if __name__ == "__main__":
    main()
