"""A second opinion on "Portfolio": the JSON of `oca portfolio`, from the text of the scoring document alone.

It takes valid documents (which files are faulty is the engine's business). The keys inside `trainings`, `support` and
`asks`, and which actions they count, are as the formats' README documents them, where the text leaves them open. Every
function quotes its clause.
"""
import collections
import math
import statistics

import intervals
import progress
from reference import Item, Scores, attr, num, parse, r9, words
from rounds import Rounds, plan_effect

REGISTER = "women", "men", "youth", "passed-on"
SUPPORT = ["own", "peer", "federation", "government", "cso", "training-centre", "finance", "company", "network", "donor", "unstated"]
Taken = collections.namedtuple("Taken", "organization date round scores")


def quantile(values, p):
    """'quartiles (R type 7, Excel's QUARTILE.INC)': at (n - 1) p between the sorted values."""
    values, at = sorted(values), (len(values) - 1) * p
    low = math.floor(at)
    return values[low] + (at - low) * (values[min(low + 1, len(values) - 1)] - values[low])


def summary(values):
    """'Mean, median, quartiles of the scored'; undefined of none."""
    if not values:
        return dict.fromkeys(("mean", "median", "q1", "q3"))
    return {"mean": statistics.fmean(values), "median": statistics.median(values),
            "q1": quantile(values, 0.25), "q3": quantile(values, 0.75)}


def wilcoxon(deltas):
    """'Wilcoxon signed rank, two-sided, zeros dropped, midranks, exact by counting up to 200 pairs (p = min(1, 2
    min(P(W <= w), P(W >= w)))), beyond that the normal approximation with tie correction; without continuity
    correction; with the smallest p that this n can reach, min(1, 2 / 2^n), null beyond 200; both null for n = 0.'"""
    deltas = [r9(d) for d in deltas if r9(d) != 0]
    n, sizes = len(deltas), sorted(abs(d) for d in deltas)
    if n == 0:
        return {"p": None, "n": 0, "smallest_p": None}
    # twice the midrank of a size: (those below) + 1 + (those not above)
    twice = {s: 2 * sizes.index(s) + 1 + sizes.count(s) for s in set(sizes)}
    w = sum(twice[abs(d)] for d in deltas if d > 0)
    if n > 200:
        mean = n * (n + 1) / 4
        ties = sum(t ** 3 - t for t in collections.Counter(sizes).values())
        z = (w / 2 - mean) / math.sqrt(n * (n + 1) * (2 * n + 1) / 24 - ties / 48)
        return {"p": min(1.0, math.erfc(abs(z) / math.sqrt(2))), "n": n, "smallest_p": None}
    ways = collections.Counter({0: 1})                              # in how many of the 2^n sign patterns a sum comes out
    for size in sizes:
        more = collections.Counter(ways)
        for total, count in ways.items():
            more[total + twice[size]] += count
        ways = more
    below, above = sum(c for s, c in ways.items() if s <= w), sum(c for s, c in ways.items() if s >= w)
    return {"p": min(1.0, 2 * min(below, above) / 2 ** n), "n": n, "smallest_p": min(1.0, 2 / 2 ** n)}


def shared(assessment):
    """'An assessment that has consent of which none names programme or donor is left out and counted; one without
    consent is taken in.'"""
    given = assessment.findall("consent")
    return not given or any({"programme", "donor"} & set(words(c, "to")) for c in given)


class Organization:
    """'One organization = one line; its first baseline and its latest other round (by date, then reassessment before
    others) make its pair.'"""

    def __init__(self, name, taken):
        self.id, self.taken = name, taken
        baselines = [t for t in taken if t.round == "baseline"]
        others = [t for t in taken if t.round != "baseline"]
        self.baseline = min(baselines, key=lambda t: t.date) if baselines else None
        self.latest = max(others, key=lambda t: (t.date, t.round == "reassessment")) if others else None
        self.rounds = self.baseline and self.latest and Rounds(self.baseline.scores, self.latest.scores)
        self.overall = self.rounds and self.rounds.node_json(self.rounds.rubric.root)

    @property
    def now(self):
        """'from each organization's latest round, else its first baseline'"""
        return self.latest or self.baseline

    @property
    def pair(self):
        """'Pairs are those whose overall verdict is comparable or partly'"""
        return bool(self.overall) and self.overall["verdict"] != "not-comparable"


def areas_of(rubric):
    return [n for n in rubric.root.subtree() if not isinstance(n, Item)]


def round_json(name, rubric_id, members):
    """One entry of `rounds`: 'n those with such a round, scored those of them with a percent, over which the figures
    are; stages names every stage and counts the firm ones; areas are all areas, outer and inner, in rubric order (of
    the newest version), n those with a percent'"""
    newest = max((t.scores.rubric for t in members), key=lambda r: r.el.get("version"))
    scored = [t.scores.overall for t in members if t.scores.overall["percent"] is not None]
    firm = [o["stage"] for o in scored if not o["provisional"]]
    areas = []
    for area in areas_of(newest):
        values = [t.scores.node(twin)["percent"] for t in members for twin in areas_of(t.scores.rubric) if twin.id == area.id]
        values = [v for v in values if v is not None]
        areas.append({"id": area.id, "n": len(values), **summary(values)})
    return {"round": name, "rubric": rubric_id, "n": len(members), "scored": len(scored),
            **summary([o["percent"] for o in scored]),
            "stages": {stage: firm.count(stage) for stage, _ in newest.stages},
            "provisional": sum(bool(o["provisional"]) for o in scored), "areas": areas}


def rounds_json(organizations):
    """'rounds has an entry for each of baseline and latest and each rubric id in it, baseline first, ids sorted'"""
    out = []
    for name in "baseline", "latest":
        members = [t for t in (getattr(o, name) for o in organizations) if t]
        for rubric_id in sorted({t.scores.rubric.el.get("id") for t in members}):
            out.append(round_json(name, rubric_id, [t for t in members if t.scores.rubric.el.get("id") == rubric_id]))
    return out


def peers(organizations):
    """'per area, from each organization's latest round, else its first baseline, within one rubric id: learners below
    grid/@capacity from the lowest up (ties by id); the mentor is at or above it, at least 25 points above the learner,
    without a failed gate there, and has fewer than two learners in that area; same district before same country before
    others, then greater percent, then id.'"""
    def is_same(one, other, word):
        ours, theirs = (attr(o.now.scores.organization, word) for o in (one, other))
        return ours is not None and ours == theirs
    out, of = [], collections.defaultdict(list)
    for organization in organizations:
        of[organization.now.scores.rubric.el.get("id")].append(organization)
    for _, members in sorted(of.items()):
        newest = max((o.now.scores.rubric for o in members), key=lambda r: r.el.get("version"))
        for area in areas_of(newest):
            here, pupils = {}, collections.Counter()
            for o in members:
                node = next((n for n in areas_of(o.now.scores.rubric) if n.id == area.id), None)
                if node is not None and o.now.scores.node(node)["percent"] is not None:
                    failed = any(o.now.scores.of[i.id]["gate"] == "failed" for i in o.now.scores.taking_part(node))
                    here[o] = o.now.scores.node(node)["percent"], failed, o.now.scores.rubric.capacity
            learners = sorted((o for o in here if r9(here[o][0]) < r9(here[o][2])), key=lambda o: (r9(here[o][0]), o.id))
            for learner in learners:
                able = [o for o, (percent, failed, capacity) in here.items() if r9(percent) >= r9(capacity) and not failed
                        and r9(percent - here[learner][0]) >= 25 and pupils[o] < 2]
                if able:
                    near = {o: 0 if is_same(o, learner, "district") else 1 if is_same(o, learner, "country") else 2 for o in able}
                    mentor = min(able, key=lambda o: (near[o], -r9(here[o][0]), o.id))
                    pupils[mentor] += 1
                    out.append({"area": area.id, "learner": learner.id, "mentor": mentor.id,
                                "difference": here[mentor][0] - here[learner][0]})
    return out


def newest_entry(plan):
    """'of several the one with the newest journal entry'"""
    return max((c.get("date") for c in plan.iter("change")), default="")


def effect_over_pairs(organizations, plans):
    """'Plan effect over all pairs whose plan was given too (its organization, round and date are the baseline's; of
    several the one with the newest journal entry), as above; null without any.'"""
    rows, any_plan = [], False
    for o in organizations:
        if not o.pair:
            continue
        own = [p for p in plans if [p.find("assessment").get(k) for k in ("organization", "round", "date")]
               == [o.id, o.baseline.round, o.baseline.date]]
        if own:
            any_plan = True
            rows += o.rounds.effect_rows(max(own, key=newest_entry))
    return plan_effect(rows) if any_plan else None


def newest_plans(plans):
    """'taken from each organization's newest plan (of copies of one plan, the one with the newest journal entry),
    training registers from all its plans'. Gives the newest by organization, and all without older copies."""
    copies = {}
    for plan in plans:
        key = tuple(plan.find("assessment").get(k) for k in ("organization", "date", "round"))
        if key not in copies or newest_entry(plan) > newest_entry(copies[key]):
            copies[key] = plan
    return {key[0]: plan for key, plan in sorted(copies.items())}, list(copies.values())


def is_trainer(organization, needed):
    """'those at or above adequate on all items those actions belong to': by standing levels, as plans are; an item of
    another rubric is another item."""
    scores = organization.now.scores
    for rubric_id, name in needed:
        item = scores.rubric.item.get(name) if rubric_id == scores.rubric.el.get("id") else None
        standing = None if item is None else scores.of[name]["standing"]
        if standing is None or r9(standing) < r9(num(item.el, "adequate", scores.rubric.adequate)):
            return False
    return bool(needed)


def trainings(organizations, newest, registers):
    """'per training, the organizations whose plan has a scheduled or deferred, not yet done action that names it, with
    the earliest start; possible trainers; and from the training registers who was trained and to how many they passed
    it on'. 'an added action needs its training too, a dropped one does not'"""
    starts, needed = collections.defaultdict(lambda: collections.defaultdict(list)), collections.defaultdict(set)
    trained = collections.defaultdict(collections.Counter)
    for name, plan in newest.items():
        for action in progress.actions_of(plan):
            if action.training and action.open:
                starts[action.training][name].append(action.revised_start or action.start)
                needed[action.training].add((plan.find("assessment").get("rubric"), action.item))
    for plan in registers:
        for el in plan.findall("trained"):
            trained[el.get("training")].update({word: int(attr(el, word, "0")) for word in REGISTER})

    def earliest(days):
        return min((d for d in days if d), default=None)
    return [{"training": word, "start": earliest(sum(starts[word].values(), [])),
             "organizations": [{"id": name, "start": earliest(days)} for name, days in sorted(starts[word].items())],
             "trainers": [o.id for o in organizations if is_trainer(o, needed[word])],
             "trained": {key.replace("-", "_"): trained[word][key] for key in REGISTER}}
            for word in sorted(starts.keys() | trained.keys())]


def support(newest):
    """'share of action weeks per support word, per organization and in all': of the actions that are in the plan's
    time, scheduled or added, and not dropped."""
    def shares(actions):
        weeks = sum(a.weight for a in actions)
        return {"weeks": weeks, "shares": {word: sum(a.weight for a in actions if (a.support or "unstated") == word) / weeks
                                           for word in SUPPORT} if weeks else dict.fromkeys(SUPPORT)}
    of = {name: [a for a in progress.actions_of(plan) if a.state != "deferred" and a.status != "dropped"]
          for name, plan in sorted(newest.items())}
    return {**shares(sum(of.values(), [])),
            "organizations": [{"id": name, **shares(actions)} for name, actions in of.items() if actions]}


def asks(newest):
    """'the actions with support="government", by office': those not dropped."""
    found = collections.defaultdict(list)
    for name, plan in sorted(newest.items()):
        for action in progress.actions_of(plan):
            if action.support == "government" and action.status != "dropped":
                found[action.supporter].append({
                    "organization": name, "action": action.id, "item": action.item, "title": action.el.find("title").text,
                    "start": action.revised_start or action.start, "due": action.current_due, "status": action.status})
    return [{"office": office, "actions": actions}
            for office, actions in sorted(found.items(), key=lambda pair: (pair[0] is None, pair[0]))]


def portfolio(assessments, plans, rubrics):
    """The JSON of `portfolio` but for `faulty`, from the bytes of valid assessments and plans, and rubrics by (id,
    version)."""
    taken, hidden = collections.defaultdict(list), set()
    for el in map(parse, assessments):
        name = el.find("organization").get("id")
        if not shared(el):
            hidden.add((name, el.get("date"), el.get("round")))
            continue
        scores = Scores(el, rubrics[el.get("rubric"), el.get("rubric-version")])
        taken[name].append(Taken(name, el.get("date"), el.get("round"), scores))
    organizations = [Organization(name, taken[name]) for name in sorted(taken)]
    pairs = [o for o in organizations if o.pair]
    outcomes = {word: [o.id for o in pairs if o.overall["outcome"] == word] for word in ("improved", "same", "regressed")}
    deltas = [o.overall["delta"] for o in pairs]
    # 'A plan is left out with the assessment it was made from, where that is not shared.'
    plans = [p for p in map(parse, plans) if tuple(p.find("assessment").get(k) for k in ("organization", "date", "round"))
             not in hidden]
    newest, registers = newest_plans(plans)
    return {"organizations": len(organizations), "not_shared": len(hidden), "rounds": rounds_json(organizations),
            "pairs": len(pairs), "not_comparable": [o.id for o in organizations if o.rounds and not o.pair],
            "baseline_only": [o.id for o in organizations if not o.latest],
            "without_baseline": [o.id for o in organizations if not o.baseline],
            **{word: {"n": len(ids), "ids": ids} for word, ids in outcomes.items()},
            "paired_delta": {"mean": statistics.fmean(deltas) if deltas else None, "interval": intervals.mean_interval(deltas)},
            "wilcoxon": wilcoxon(deltas), "plan_effect": effect_over_pairs(organizations, plans),
            "peers": peers(organizations), "trainings": trainings(organizations, newest, registers),
            "support": support(newest), "asks": asks(newest)}
