"""A second opinion on "Two rounds": the JSON of `oca compare`, from the text of the scoring document alone.

    rounds.py BASELINE.xml REASSESSMENT.xml --rubric A.xml [--rubric B.xml] [--plan PLAN.xml]

Items, areas and gates come from reference.py; here is what only two rounds have. Every function quotes its clause.
"""
import argparse
import collections
import json
import math
import statistics

import intervals
from reference import Item, Rubric, Scores, attr, enclosing, group_answer, num, parse, r9, room

Pair = collections.namedtuple("Pair", "old new same")               # items of the two rubrics; both names for one pair


# ---------------------------------------------------------------- matching

def text_in(elements, language):
    """'root language, runs of white space as one space, ends trimmed': the texts of those in the root's language."""
    own = "{http://www.w3.org/XML/1998/namespace}lang"
    return [" ".join((e.text or "").split()) for e in elements if e.get(own) in (None, language)]


def wording(rubric, item):
    """What must be unchanged: 'its permitted values, statement, descriptors and criteria'. A descriptor is all text
    of its level outside its criteria."""
    own = "{http://www.w3.org/XML/1998/namespace}lang"
    language = rubric.el.get(own)
    levels = []
    for level in item.el.findall("level"):
        if level.get(own) in (None, language):
            said = (level.text or "") + "".join(child.tail or "" for child in level)
            levels.append((r9(num(level, "value")), " ".join(said.split()), text_in(level.findall("criterion"), language)))
    return [r9(v) for v in item.scale.permitted], text_in(item.el.findall("statement"), language), levels


def crosswalk(old, new):
    """'the [crosswalk] in the reassessment's rubric that names the baseline's id and version, else the one in the
    baseline's that names the reassessment's, read backwards.' Gives (old id, new id, same) of its maps. 'A map to an id
    that does not exist is passed over.'"""
    def found(inside, named):
        for walk in inside.el.findall("crosswalk"):
            if walk.get("rubric") == named.el.get("id") and walk.get("version") == named.el.get("version"):
                return walk
        return None
    maps, walk = [], found(new, old)
    if walk is not None:
        maps = [(m.get("from"), m.get("to"), m.get("relation") == "same") for m in walk.findall("map")]
    else:
        walk = found(old, new)
        if walk is not None:
            maps = [(m.get("to"), m.get("from"), m.get("relation") == "same") for m in walk.findall("map")]
    return [m for m in maps if m[0] in old.item and m[1] in new.item]


def match(old, new):
    """'Same rubric (id and version): by item id. Otherwise by the crosswalk. In another version of the same rubric, an
    id that no map names on either side and that both have is same if [its wording is] unchanged, else changed.' 'A pair
    whose scales have different bounds, or of which only one side has weight in its rubric, is changed.' Gives the pairs
    in the order of the reassessment's rubric."""
    sister = old.el.get("id") != new.el.get("id")
    if not sister and old.el.get("version") == new.el.get("version"):
        relations = {i: (i, True) for i in new.item if i in old.item}   # not in both: a tailoring leaves it out
    else:
        maps = crosswalk(old, new)
        relations = {theirs: (ours, same) for ours, theirs, same in maps}
        named = {m[0] for m in maps}, {m[1] for m in maps}
        for i in [] if sister else new.item:
            if i in old.item and i not in named[0] and i not in named[1]:
                relations[i] = i, wording(old, old.item[i]) == wording(new, new.item[i])
    pairs = []
    for item in new.items:
        if item.id in relations:
            before, same = old.item[relations[item.id][0]], relations[item.id][1]
            bounds = [(r9(side.scale.min), r9(side.scale.max)) for side in (before, item)]
            pairs.append(Pair(before, item, same and bounds[0] == bounds[1] and (before.W > 0) == (item.W > 0)))
    return pairs


# ---------------------------------------------------------------- one basis

def layer_number(rubric, item, answer, layer):
    """The number that a layer gives, 'before any evidence cap', or None: 'participants: by the reassessment rubric's
    quorum rule and aggregate'."""
    if layer != "participants":
        given = group_answer(item, answer, layer)
        return given if isinstance(given, float) else None
    numeric, _, everything = room(answer)
    if len(numeric) < rubric.quorum or 2 * len(numeric) < everything:
        return None
    return statistics.median(numeric) if rubric.aggregate == "median" else statistics.fmean(numeric)


def one_basis(before, after, pair):
    """'A same pair that is scored in both rounds is compared on the first of the reassessment rubric's layers that
    gives a number in both rounds.' Gives (layer, baseline, reassessment) or None."""
    if not pair.same or before.of[pair.old.id]["state"] != "scored" or after.of[pair.new.id]["state"] != "scored":
        return None
    for layer in after.rubric.layers:
        first = layer_number(after.rubric, pair.old, before.answers.get(pair.old.id), layer)
        second = layer_number(after.rubric, pair.new, after.answers.get(pair.new.id), layer)
        if first is not None and second is not None:
            return layer, first, second
    return None


class Rounds:
    """Two rounds held against each other."""

    def __init__(self, before, after):
        self.before, self.after = before, after                     # Scores
        self.rubric = after.rubric
        self.pairs = match(before.rubric, after.rubric)
        self.by_old = {pair.old.id: pair for pair in self.pairs}
        self.basis = {pair.new.id: one_basis(before, after, pair) for pair in self.pairs}
        self.scored_before = self.scored_in_root(before)
        self.scored_after = self.scored_in_root(after)
        # 'Common are the same pairs with one basis whose items take part in the roots.'
        self.common = [p for p in self.pairs if self.basis[p.new.id] and p.old.id in self.scored_before
                       and p.new.id in self.scored_after]
        self.areas = {n.id: n for n in self.rubric.root.subtree() if not isinstance(n, Item)}
        self.place = {i.id: self.where(i) for i in before.rubric.items}

    @staticmethod
    def scored_in_root(scores):
        return {i.id: i for i in scores.taking_part(scores.rubric.root) if scores.of[i.id]["state"] == "scored"}

    def lists(self):
        """'Every other item that is scored and takes part in its own root is listed once: changed (scored in either
        round), new and dropped (without a counterpart), only_baseline, only_reassessment, other_basis; by the
        reassessment's id, dropped by its own, in rubric order.'"""
        out = {name: [] for name in ("changed", "new", "dropped", "only_baseline", "only_reassessment", "other_basis")}
        paired, common = {p.new.id: p for p in self.pairs}, {p.new.id for p in self.common}
        for item in self.rubric.items:
            pair, now = paired.get(item.id), item.id in self.scored_after
            then = pair is not None and pair.old.id in self.scored_before
            if item.id in common or not (now or then):
                continue
            kind = "new" if pair is None else "changed" if not pair.same else "other_basis" if now and then \
                else "only_reassessment" if now else "only_baseline"
            out[kind].append(item.id)
        out["dropped"] = [i for i in self.scored_before if i not in self.by_old]
        return out

    def where(self, item):
        """'a baseline item lies where its counterpart does, a dropped one in the reassessment's area with the id of its
        nearest enclosing area that exists there, else directly under the root.' Gives all nodes around it."""
        if item.id in self.by_old:
            here = self.by_old[item.id].new
            return [*enclosing(here), self.rubric.root]
        for area in enclosing(item):
            if area.id in self.areas:
                return [self.areas[area.id], *enclosing(self.areas[area.id]), self.rubric.root]
        return [self.rubric.root]

    # ---- nodes

    def shares(self, node):
        """'kept = item weight of the common items / of all items scored at baseline (baseline rubric's weights).
        covered = weight of the common / of all items scored at reassessment (its weights).' 'For a node: over those of
        them that lie in its subtree.' '0/0: null.'"""
        inside = {i.id for i in node.subtree() if isinstance(i, Item)}
        common = [p for p in self.common if p.new.id in inside]
        before = [i for i in self.scored_before.values() if node in self.place[i.id]]
        after = [i for i in self.scored_after.values() if i.id in inside]

        def share(part, whole):
            return math.fsum(i.weight for i in part) / math.fsum(i.weight for i in whole) if whole else None
        return common, share([p.old for p in common], before), share([p.new for p in common], after)

    def rollup(self, node):
        return attr(node.el, "rollup", self.rubric.rollup)

    def verdict(self, node, kept):
        """'from kept: >= 0.8 comparable, >= 0.5 partly, else (or null) not-comparable; a node rolled up by minimum is
        comparable only with kept = 1, else partly at best.'"""
        if kept is None or r9(kept) < 0.5:
            return "not-comparable"
        return "comparable" if r9(kept) >= (1 if self.rollup(node) == "minimum" else 0.8) else "partly"

    def x(self, node, scores):
        """'computed over its common items alone (rollups and weights of the reassessment's rubric, no coverage
        threshold)'; scores by the reassessment's ids, of common items only."""
        if isinstance(node, Item):
            return node.scale.share(scores[node.id]) if node.id in scores else None
        rollup = self.rollup(node)
        if rollup == "pooled":
            members = [i for i in node.subtree() if isinstance(i, Item)]
        else:
            members = [child for child in node.children if child.weight > 0]
        values = [(child.weight, self.x(child, scores)) for child in members]
        values = [(w, x) for w, x in values if x is not None]
        if not values:
            return None
        if rollup == "minimum":
            return min(x for _, x in values)
        return math.fsum(w * x for w, x in values) / math.fsum(w for w, _ in values)

    def outcome(self, delta):
        """'of a node from scoring/@change points on (default 7.5)'"""
        change = num(self.rubric.el.find("scoring"), "change", 7.5)
        return "improved" if r9(delta) >= r9(change) else "regressed" if r9(delta) <= -r9(change) else "same"

    def headline(self, node):
        """The percents and stages of the two roots, or 'an area's headline baseline is that of the baseline's area of
        the same id, else null'."""
        if node is self.rubric.root:
            first = self.before.overall
        else:
            twins = [n for n in self.before.rubric.root.subtree() if not isinstance(n, Item) and n.id == node.id]
            first = self.before.node(twins[0]) if twins else {"percent": None, "stage": None}
        return first, self.after.node(node)

    def node_json(self, node):
        """The figures of one node, in the order of the JSON. 'In a node that is not-comparable, common_*, delta,
        outcome, level_*, relative and participants are null.'"""
        common, kept, covered = self.shares(node)
        verdict = self.verdict(node, kept)
        first, second = self.headline(node)
        pair, delta, outcome, levels, relative, people = (None, None), None, None, (None, None), None, None
        if verdict != "not-comparable":
            sides = [{p.new.id: self.basis[p.new.id][k] for p in common} for k in (1, 2)]
            x = [self.x(node, side) for side in sides]
            pair = 100 * x[0], 100 * x[1]
            delta = pair[1] - pair[0]
            outcome = self.outcome(delta)
            # 'level_* = min + x (max - min) where the common items that take part name the same scale'
            if len({p.new.scale.id for p in common}) == 1:
                scale = common[0].new.scale
                levels = tuple(scale.min + v * (scale.max - scale.min) for v in x)
                # 'null where a level is undefined or the baseline level is not above 0'
                if r9(levels[0]) > 0:
                    relative = 100 * (levels[1] - levels[0]) / levels[0]
            people = self.participants(node, common)
        return {"verdict": verdict, "kept": kept, "covered": covered, "baseline": first["percent"],
                "reassessment": second["percent"], "common_baseline": pair[0], "common_reassessment": pair[1],
                "delta": delta, "outcome": outcome, "level_baseline": levels[0], "level_reassessment": levels[1],
                "relative": relative, "stage_baseline": first["stage"], "stage_reassessment": second["stage"],
                "participants": people}

    def people(self, scores, node, items):
        """The node percents of those 'who scored, numerically and singly, at least half of the node's common item
        weight', 'from their scores on common items, same rollups'; items: new item by the id used in this round."""
        said = collections.defaultdict(dict)
        for old_id, item in items.items():
            answer = scores.answers.get(old_id)
            for score in [] if answer is None else answer.findall("score"):
                if attr(score, "value") is not None:
                    said[score.get("by")][item.id] = num(score, "value")
        whole = math.fsum(i.weight for i in items.values())
        weight = {i.id: i.weight for i in items.values()}
        return [100 * self.x(node, own) for own in said.values()
                if r9(2 * math.fsum(weight[i] for i in own)) >= r9(whole)]

    def participants(self, node, common):
        """'null unless there are at least five participants in each round who scored ...: the mean of their own node
        percents in each round, the difference and Welch's 95 % interval (null if neither round varies).'"""
        first = self.people(self.before, node, {p.old.id: p.new for p in common})
        second = self.people(self.after, node, {p.new.id: p.new for p in common})
        if len(first) < 5 or len(second) < 5:
            return None
        means = statistics.fmean(first), statistics.fmean(second)
        return {"baseline": means[0], "reassessment": means[1], "delta": means[1] - means[0],
                "interval": intervals.welch(first, second), "n_baseline": len(first), "n_reassessment": len(second)}

    # ---- items

    def gate(self, pair):
        """'Gates of same pairs: cleared failed -> met, newly-failed met, open or waived -> failed, unresolved failed ->
        open or waived.'"""
        if pair is None or not pair.same:
            return None
        first, second = self.before.of[pair.old.id]["gate"], self.after.of[pair.new.id]["gate"]
        if first == "failed":
            return {"met": "cleared", "open": "unresolved", "waived": "unresolved"}.get(second)
        return "newly-failed" if second == "failed" and first is not None else None

    def item_json(self, item):
        """'An item's basis, baseline, reassessment, delta and outcome are those of its one basis, null where it has
        none.' 'of an item improved / regressed from a change of 0.5 in its scale's values on, else same'"""
        pair = next((p for p in self.pairs if p.new is item), None)
        basis, first, second = self.basis.get(item.id) or (None, None, None)
        delta = second - first if basis else None
        answer = self.after.answers.get(item.id)
        outcome = None
        if basis:
            outcome = "improved" if r9(delta) >= 0.5 else "regressed" if r9(delta) <= -0.5 else "same"
        return {"id": item.id, "basis": basis, "baseline": first, "reassessment": second, "delta": delta,
                "then": num(answer.find("then"), "value") if answer is not None else None,
                "outcome": outcome, "gate": self.gate(pair)}

    def area_json(self, area):
        return {"id": area.id, **self.node_json(area),
                "areas": [self.area_json(c) for c in area.children if not isinstance(c, Item)],
                "items": [self.item_json(c) for c in area.children if isinstance(c, Item)]}

    # ---- the whole

    def reasons(self, lists):
        """'reconstructed-baseline (as-of), private-changed (private scores before the discussion in one round, after it
        in the other), other-basis (any), mixed-basis (common items on more than one basis), other-facilitators (both
        rounds name some, none in common by its text), fewer-participants (fewer than half as many participants as at
        baseline, both rounds having some); in this order'"""
        old, new = self.before.el, self.after.el
        named = [{" ".join((f.text or "").split()) for f in el.findall("facilitator")} - {""} for el in (old, new)]
        count = [len(el.findall("participant")) for el in (old, new)]
        holds = [("reconstructed-baseline", attr(old, "as-of")),
                 ("private-changed", {attr(old, "private"), attr(new, "private")} == {"before", "after"}),
                 ("other-basis", lists["other_basis"]),
                 ("mixed-basis", len({self.basis[p.new.id][0] for p in self.common}) > 1),
                 ("other-facilitators", named[0] and named[1] and not named[0] & named[1]),
                 ("fewer-participants", count[0] and count[1] and 2 * count[1] < count[0])]
        return [name for name, here in holds if here]

    def measures(self):
        """'all that the reassessment's rubric declares, null where no value is'"""
        sides = [{m.get("id"): num(m, "value") for m in scores.el.findall("measure")}
                 for scores in (self.before, self.after)]
        return [{"id": m.get("id"), "baseline": sides[0].get(m.get("id")), "reassessment": sides[1].get(m.get("id"))}
                for m in self.rubric.el.findall("measure")]

    def effect_rows(self, plan):
        """(from, group, delta in points) of every common item: see plan_effect."""
        weak = {w.get("item"): w for w in plan.findall("weakness")}
        for pair in self.common:
            _, first, second = self.basis[pair.new.id]
            points = 100 * (pair.new.scale.share(second) - pair.new.scale.share(first))
            weakness = weak.get(pair.old.id)
            if weakness is None or attr(weakness, "state") == "ambition":
                yield None, "not-a-weakness", points
                continue
            left = [a for a in weakness.findall("action") if attr(a, "status") != "dropped"]
            done = sum(attr(a, "status") == "done" for a in left)
            group = "not-planned" if not left or attr(weakness, "state") == "later" else \
                "all-done" if done == len(left) else "some-done" if done else "none-done"
            yield 100 * pair.old.scale.share(num(weakness, "standing")), group, points

    def json(self, plan=None):
        lists, overall = self.lists(), self.node_json(self.rubric.root)
        organization = self.after.organization

        def side(scores):
            figures = scores.json()
            return {key: figures[key] for key in ("rubric", "round", "date")}
        return {"organization": {"id": organization.get("id"), "name": organization.get("name")},
                "baseline": side(self.before), "reassessment": side(self.after),
                "comparable": {"verdict": overall["verdict"], "kept": overall["kept"], "covered": overall["covered"],
                               "common": len(self.common), "reasons": self.reasons(lists), **lists},
                "overall": overall, "areas": [self.area_json(area) for area in self.rubric.root.children],
                "measures": self.measures(),
                "plan_effect": None if plan is None else plan_effect(self.effect_rows(plan))}


def plan_effect(rows):
    """'common items that were weaknesses in the plan, by from (percent of the standing level it was planned from) and
    by what became of their actions, dropped ones left out: all-done, some-done, none-done, not-planned (no actions left,
    or later); the other common items, ambitions among them, as not-a-weakness. n and mean delta in points, null under
    five items.' 'rows by from, then group, last not-a-weakness with from null; only rows with n > 0'"""
    order = ["all-done", "some-done", "none-done", "not-planned", "not-a-weakness"]
    found = collections.defaultdict(list)
    for start, group, points in rows:
        found[start is None, r9(start or 0), order.index(group)].append((start, points))
    return [{"from": here[0][0], "group": order[key[2]], "n": len(here),
             "mean_delta": statistics.fmean(points for _, points in here) if len(here) >= 5 else None}
            for key, here in sorted(found.items(), key=lambda pair: pair[0])]


def compare(before, after, old_rubric, new_rubric, plan=None, tailorings=(None, None)):
    """The JSON of `oca compare`, from the bytes of the documents."""
    first = Scores(parse(before), Rubric(old_rubric, tailorings[0]))
    second = Scores(parse(after), Rubric(new_rubric, tailorings[1]))
    return Rounds(first, second).json(None if plan is None else parse(plan))


def main():
    """The command line, as the engine's."""
    options = argparse.ArgumentParser(description="reference figures for two rounds")
    options.add_argument("baseline")
    options.add_argument("reassessment")
    options.add_argument("--rubric", action="append", required=True)
    options.add_argument("--plan")
    given = options.parse_args()

    def read(path):
        with open(path, "rb") as file:
            return file.read()
    rubrics = {}
    for path in given.rubric:
        el = parse(read(path))
        rubrics[el.get("id"), el.get("version")] = read(path)
    documents = [read(given.baseline), read(given.reassessment)]
    named = [rubrics[el.get("rubric"), el.get("rubric-version")] for el in map(parse, documents)]
    print(json.dumps(compare(*documents, *named, read(given.plan) if given.plan else None), indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
