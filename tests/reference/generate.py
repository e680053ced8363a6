"""Seeded random (rubric, tailoring, assessment, actions, start) cases that stress every rule of the scoring document.

`compare.py --kind scores --seed 7 --into DIR` writes one, `survey.py` tells how often each thing is reached.
"""
import calendar
import collections
import datetime
import random
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

import reference

# levels, step (None: whole levels only)
SCALES = {
    "maturity": ([1, 2, 3, 4], None), "half": ([1, 2, 3, 4], 0.5), "coarse": ([1, 2.5, 4], None),
    "yesno": ([0, 1], None), "yesneutral": ([0, 0.5, 1], None), "zerosix": ([0, 1, 2, 3, 4, 5, 6], None),
    "negative": ([-2, -1, 0, 1, 2], None), "negstep": ([-1, 0, 1], 0.5), "points": ([0, 25, 50, 75, 100], 5),
    "uneven": ([1, 2, 4], None), "oddstep": ([0, 1, 2.25], 0.5), "tenths": ([-0.3, 0.2, 1], 0.1),
}
STAGES = [[0], [0, 50], [0, 25, 50, 75], [0, 25, 50, 75], [0, 33.3, 66.6], [0, 20, 40, 60, 80], [0, 0.5, 99.5, 100]]
WORDS = ["women", "youth", "gold", "federation", "coop"]
NAMES = ["Example Women in Mining (invented)", "Kambuzuma & Sons \"Gold\" <Association>", "Associação São José's",
         "組合", "A"]


def text_of(value):
    """A number as 'Numbers match -?[0-9]+(\\.[0-9]+)?' wants it."""
    shown = ("%.10f" % value).rstrip("0").rstrip(".")
    return "0" if shown in ("-0", "") else shown


class X:
    """An element: attributes that are None are left out, empty ones are written; children are elements or text."""

    def __init__(self, tag, *children, **attributes):
        self.tag, self.children = tag, list(children)
        self.attributes = {k.rstrip("_").replace("__", ":").replace("_", "-"): v for k, v in attributes.items()}

    def write(self, prefix="", depth=0, indent=True):
        shown = "".join(" %s=%s" % (k, quoteattr(v if isinstance(v, str) else text_of(v)))
                        for k, v in self.attributes.items() if v is not None)
        name = prefix + self.tag
        if not self.children:
            return "<%s%s/>" % (name, shown)
        mixed = not indent or any(isinstance(c, str) for c in self.children)
        inner = [c if isinstance(c, str) else c.write(prefix, depth + 1, not mixed) for c in self.children]
        if mixed:
            return "<%s%s>%s</%s>" % (name, shown, "".join(inner), name)
        gap = "\n" + " " * (depth + 1)
        return "<%s%s>%s%s\n%s</%s>" % (name, shown, gap, gap.join(inner), " " * depth, name)


class Case:
    """One random case; `files` holds its documents, `start` the first day of the plan."""

    budgets = 2, 6, 12, 20, 30, 45                                  # about how many items a rubric has
    tailored = 0                                                    # how often an assessment uses a tailoring

    def __init__(self, seed):
        self.r = random.Random(seed)
        self.ids, self.items, self.criteria = 0, [], {}
        self.make_rubric()
        self.make_actions()
        self.make_tailoring()
        self.make_assessment()
        self.start = self.make_start()
        self.files = {"rubric.xml": self.document(self.rubric, "rubric"),
                      "assessment.xml": self.document(self.assessment, "assessment"),
                      "actions.xml": self.document(self.actions, "actions")}
        if self.tailoring:
            self.files["tailoring.xml"] = self.document(self.tailoring, "tailoring")

    # ---- small tools

    def maybe(self, p):
        return self.r.random() < p

    def pick(self, *choices):
        return self.r.choice(choices)

    def some(self, p, value, empty=0.1):
        """The value with probability p; otherwise absent, or sometimes empty, which is the same."""
        return value if self.maybe(p) else "" if self.maybe(empty) else None

    def new_id(self, kind):
        self.ids += 1
        return "%s%d" % (kind, self.ids)

    def title(self, word="title"):
        """A title, at times with a translation, a comment or odd characters (for the digest)."""
        said = escape(self.pick("Rules", "Books & accounts", "Women < men?", "Élections", " Safety  underground ", "R\u00a0x"))
        if self.maybe(0.1):
            said += self.pick("<!-- note -->", "<!-- note --> ", "<!-- a -->more", "&#13;", "<![CDATA[ & <so on> ]]>", "<?hint x?>")
        out = [X(word, said)]
        if self.maybe(0.3):
            out.append(X(word, "Autre", xml__lang=self.pick("fr", "pt", "en")))
        return out

    def document(self, root, kind):
        """As bytes: indented or on one line, with or without a prefix and a processing instruction."""
        prefix = self.pick("o:", "oca:") if self.maybe(0.05) else ""
        root.attributes = {("xmlns:" + prefix[:-1] if prefix else "xmlns"): "urn:oca:%s:1" % kind, **root.attributes}
        if self.maybe(0.05):
            root.attributes["xmlns:un"] = "urn:example:unused"
        head = '<?xml version="1.0" encoding="UTF-8"?>\n' if self.maybe(0.8) else ""
        head += '<?xml-stylesheet href="a.xsl"?>\n' if self.maybe(0.05) else ""
        head += "<!-- made by generate.py -->\n" if self.maybe(0.2) else ""
        return (head + root.write(prefix, 0, self.maybe(0.8)) + self.pick("\n", "", "\n<!-- end -->")).encode("utf-8")

    # ---- rubric

    def weight(self, zero):
        if self.maybe(0.4):
            return self.some(0, None)
        if self.maybe(zero):
            return self.pick("0", "0.0")
        return self.pick("1", "2", "3", "0.1", "0.2", "0.3", "0.5", "0.7", "1.5", "2.25", "10")

    def some_words(self):
        return " ".join(self.r.sample(WORDS, self.pick(1, 1, 2)))

    def make_rubric(self):
        r = self.r
        kinds = r.sample(sorted(SCALES), self.pick(1, 1, 1, 2, 3))
        if self.maybe(0.15):
            kinds = r.sample(["maturity", "half", "coarse"], 2)     # same bounds, other levels
        self.scales = {k: reference.Scale(self.scale(k).el) for k in kinds}
        bounds = r.choice(STAGES)
        self.stage_ids = ["st%d" % k for k in range(len(bounds))]
        main = self.scales[kinds[0]]
        self.adequate = max(r.choice(main.levels), r.choice(main.levels)) if self.maybe(0.9) else r.choice(main.permitted)
        self.climb = self.some(0.7, self.pick("next", "adequate", "adequate"))
        self.criteria_rubric, self.gates = self.maybe(0.4), self.pick(0, 0.2, 0.5)
        self.evidence, self.conditions = self.pick(0, 0.3, 0.7), self.pick(0, 0, 0.1, 0.3)
        self.zero = self.pick(0, 0, 0.1, 0.3)
        self.budget = self.pick(*self.budgets)
        layers = ["agreed", "verified", "participants"]
        r.shuffle(layers)
        layers = self.some(0.7, " ".join(layers[:self.pick(1, 2, 3, 3)]))
        scoring = X("scoring", layers=layers, rollup=self.some(0.6, self.pick("mean", "pooled", "minimum")),
                    aggregate=self.some(0.6, self.pick("mean", "median")), quorum=self.some(0.6, self.pick("1", "2", "3", "4")),
                    min_coverage=self.some(0.6, self.pick("0", "0.5", "1", "0.3", "0.75")), change=self.some(0.3, "5"))
        grid = X("grid", capacity=self.some(0.6, self.pick("50", "60", "66.7", "40", "75")),
                 consensus=self.some(0.6, self.pick("80", "70", "75", "100", "0", "50")))
        planning = X("planning", adequate=text_of(self.adequate), climb=self.climb,
                     priorities=self.some(0.7, self.pick("1", "2", "3", "5", "10")),
                     min_votes=self.some(0.5, self.pick("1", "2", "3")),
                     horizon_months=self.some(0.7, self.pick("1", "2", "3", "6", "12", "18", "24")),
                     review_months=self.some(0.6, self.pick("1", "2", "3", "5", "6", "30")))
        if self.maybe(0.3):
            planning.children = self.title("label")
        areas = [self.area(1) for _ in range(self.pick(1, 3, 4, 6, 8))]
        self.rubric = X("rubric", *self.title(), X("source", "Invented"), *[self.scale(k) for k in kinds],
                        X("stages", *[X("stage", *self.title("label"), id=i, from_=b) for i, b in zip(self.stage_ids, bounds)]),
                        *([scoring] if self.maybe(0.95) else []), *([grid] if self.maybe(0.95) else []), planning, *areas,
                        id=self.pick("ref-case", "asm_x-1"), version=self.pick("1.0", "2.1b"), xml__lang=self.some(0.85, "en", 0))

    def scale(self, kind):
        """The scale element; `el` is the same as ElementTree has it."""
        levels, step = SCALES[kind]
        out = X("scale", *[X("level", X("label", "Level"), value=v) for v in levels], id=kind, step=step)
        out.el = ET.fromstring(out.write())
        return out

    def area(self, depth):
        r, children = self.r, []
        for _ in range(self.pick(1, 2, 3, 4, 5)):
            deeper = depth < 4 and self.maybe(0.3)
            if deeper or self.budget > 0 or not children:
                children.append(self.area(depth + 1) if deeper else self.item())
        conditions = self.conditions / 2
        return X("area", *self.title(), *children, id=self.new_id("a"), weight=self.weight(self.zero / 2),
                 rollup=self.some(0.3, self.pick("mean", "pooled", "minimum")),
                 applies_to=self.some(conditions, self.some_words()), except_=self.some(conditions, self.some_words()))

    def item(self):
        r = self.r
        self.budget -= 1
        kind = r.choice(sorted(self.scales))
        scale, name = self.scales[kind], self.new_id("i")
        any_value = lambda p: self.some(p, text_of(r.choice(scale.permitted)))
        weight = self.weight(self.zero)
        fits = reference.r9(self.adequate) in map(reference.r9, scale.permitted)
        needed = self.pick("none", "optional", "required", "required", "required") if self.maybe(self.evidence) else None
        capped = needed == "required"
        levels, self.criteria[name] = [], []
        by_criteria = self.criteria_rubric and self.maybe(0.6)
        for k, value in enumerate(scale.levels):
            level = X("level", "What it looks like", value=value)
            for _ in range(self.pick(1, 1, 2, 3, 0) if by_criteria and k else 0):
                self.criteria[name].append(self.new_id("c"))
                level.children.append(X("criterion", "This is so", id=self.criteria[name][-1]))
            levels.append(level)
        gate = []
        if weight not in ("0", "0.0") and self.maybe(self.gates):
            gate = [X("gate", at_least=r.choice(scale.permitted[1:] if self.maybe(0.9) else scale.permitted),
                      ceiling=r.choice(self.stage_ids[:2] if self.maybe(0.5) else self.stage_ids))]
        self.items.append((name, scale))
        return X("item", *self.title(), X("statement", "It is well."), *levels, *gate, id=name, scale=kind, weight=weight,
                 tags=self.some(0.1, "legal"), evidence=needed, evidence_from=any_value(0.6) if capped else None,
                 evidence_cap=any_value(0.6) if capped else None, adequate=any_value(0.25 if fits else 1),
                 target=any_value(0.1), applies_to=self.some(self.conditions, self.some_words()),
                 except_=self.some(self.conditions, self.some_words()))

    # ---- tailoring

    def make_tailoring(self):
        """Now and then a programme's selection: `items` are then those that are used. Else `tailoring` is None."""
        self.tailoring, rate = None, self.pick(0, 0.1, 0.5)
        if not self.maybe(self.tailored):
            return
        scales, used, children = dict(self.items), set(), []

        def choose(element, inside):
            """Areas and items that are left out, the others changed; one item at least is used."""
            for child in [c for c in element.children if isinstance(c, X) and c.tag in ("area", "item")]:
                name = child.attributes["id"]
                left_out = self.maybe(rate) and bool(used)
                if inside and left_out:
                    children.append(X(child.tag, ref=name, use="no"))
                if child.tag == "area":
                    choose(child, inside and not left_out)
                elif inside and not left_out:
                    used.add(name)
                    if self.maybe(rate):
                        children.append(self.tailored_item(child, scales[name]))
        choose(self.rubric, True)
        self.r.shuffle(children)
        settings = [X("scoring", rollup=self.pick(None, "mean", "pooled", "minimum"), aggregate=self.pick(None, "median"),
                      quorum=self.pick(None, "", "1"), change=self.pick(None, "10"), layers=self.pick(None, None, "participants agreed"),
                      min_coverage=self.pick(None, "0.2")),
                    X("grid", consensus=self.pick(None, "85"), capacity=self.pick(None, "30")),
                    X("planning", priorities=self.pick(None, "3"), climb=self.pick(None, "next", "adequate"),
                      horizon_months=self.pick(None, "9"), review_months=self.pick(None, "2"))]
        self.items = [(name, scale) for name, scale in self.items if name in used]
        self.tailoring = X("tailoring", *self.title(), *[c for c in settings if self.maybe(0.4)], *children, id="programme-x",
                           rubric=self.rubric.attributes["id"], rubric_version=self.rubric.attributes["version"],
                           xml__lang=self.some(0.8, "en"))

    def tailored_item(self, item, scale):
        """Another weight, need or must-have for an item; no must-have where nothing is weighed."""
        gate = self.maybe(self.gates)
        has = gate or any(isinstance(c, X) and c.tag == "gate" for c in item.children)
        weight = self.some(0.5, self.pick("2", "0.5") if has else self.pick("0", "2", "0.5"))
        weight = weight or ("1" if gate else None)
        return X("item", *([X("gate", at_least=self.r.choice(scale.permitted), ceiling=self.r.choice(self.stage_ids))] if gate else []),
                 ref=item.attributes["id"], weight=weight, adequate=self.some(0.3, self.r.choice(scale.permitted)),
                 target=self.some(0.3, self.r.choice(scale.permitted)), use=self.some(0.2, "yes"))

    # ---- assessment

    def make_manner(self):
        """How the room was: who came, how full the answers are, how high the association stands, what is often said."""
        self.people = ["p%02d" % k for k in range(self.pick(0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14))]
        self.fullness, self.level = self.pick(0.3, 0.7, 0.9, 1, 1, 1), self.pick(0.1, 0.3, 0.5, 0.7, 0.9)
        self.rates = {"agreed": self.pick(0, 0.3, 0.8, 1), "verified": self.pick(0, 0.1, 0.5), "dk": self.pick(0, 0, 0.05, 0.3, 0.6),
                      "na": self.pick(0, 0, 0.05, 0.2), "none": self.pick(0, 0, 0.3), "tally": self.pick(0, 0.2, 1)}

    def make_assessment(self):
        r = self.r
        self.make_manner()
        people, fullness = self.people, self.fullness
        answers = [self.answer(name, scale, people) for name, scale in self.items if self.maybe(fullness)]
        if self.maybe(0.2):
            r.shuffle(answers)
        wishes, wish = [], self.pick(0, 0.1, 0.4)
        for name, scale in self.items:
            if self.maybe(wish / 2):
                wishes.append(X("target", item=name, value=r.choice(scale.permitted)))
        for name, scale in self.items:
            if self.maybe(wish):
                wishes.append(X("priority", item=name, votes=self.some(0.8, self.pick("0", "1", "2", "2", "3", "7")),
                                chosen=self.some(0.4, self.pick("yes", "yes", "no"))))
        organization = X("organization", id=self.pick("example-women", "org_2"), name=r.choice(NAMES),
                         profile=self.some(0.8, " ".join(r.sample(WORDS, self.pick(0, 1, 2, 3)))), country=self.some(0.3, "ZW"))
        attributes = self.rubric.attributes
        self.assessment = X("assessment", organization, X("facilitator", "F. Example", from_="cso"),
                            *[X("participant", id=p, groups=self.some(0.3, "women")) for p in people], *answers, *wishes,
                            rubric=attributes["id"], rubric_version=attributes["version"],
                            round=self.pick("baseline", "interim", "reassessment", "mid-term"), date="2025-03-14",
                            private=self.some(0.3, "before"), xml__lang="en",
                            tailoring=self.tailoring.attributes["id"] if self.tailoring else None)

    def value(self, scale, permitted=None):
        """A value, more often high or low as the association's level has it."""
        values = permitted or (scale.permitted if self.maybe(0.5) else scale.levels)
        place = self.r.gauss(self.level, 0.3) * (len(values) - 1)
        return values[min(max(round(place), 0), len(values) - 1)]

    def room(self, scale, people):
        """What each participant says: (value, answer) pairs, None where someone says nothing."""
        r, rates = self.r, self.rates
        manner, first = self.pick("same", "close", "split", "free", "free"), self.value(scale)
        at = scale.permitted.index(first)
        near = scale.permitted[max(at - 1, 0):at + 2]
        for _ in people:
            if self.maybe(rates["none"]):
                yield None
            elif self.maybe(rates["dk"]):
                yield None, "dk"
            elif self.maybe(rates["na"]):
                yield None, "na"
            else:
                yield {"same": first, "close": r.choice(near), "split": r.choice([scale.min, scale.max]),
                       "free": self.value(scale)}[manner], None

    def group(self, tag, name, scale):
        """An agreed or verified element: a value, na, dk, criteria, or nothing at all."""
        r = self.r
        note = [X("note", "As said")] if self.maybe(0.1) else []
        date = self.some(0.3, "2025-03-14")
        if self.maybe(0.06):
            return X(tag, *note, date=date, value=self.some(0, None, 0.2))
        if self.maybe(0.15):
            reply = self.pick("na", "na", "dk")
            return X(tag, *note, answer=reply, reason="No paid staff" if reply == "na" and self.maybe(0.7) else None, date=date)
        criteria = self.criteria[name]
        if criteria and self.maybe(0.7):
            most = self.pick(0.3, 0.8, 1)
            met = [c for c in criteria if self.maybe(most)] or [r.choice(criteria)]
            if self.maybe(0.3):
                r.shuffle(met)
            return X(tag, *note, *[X("met", criterion=c) for c in met], date=date)
        return X(tag, *note, value=self.value(scale), date=date)

    def answer(self, name, scale, people):
        r, children = self.r, []
        said = list(self.room(scale, people))
        if self.maybe(self.rates["tally"]):
            counts = collections.Counter(s for s in said if s is not None)
            if self.maybe(0.2):
                counts[self.value(scale), None] += self.pick(0, 3, 11)
            if self.maybe(0.1):
                counts[None, "dk"] += self.pick(0, 1, 6)
            tallies = [X("tally", value=v, answer=a, n=n) for (v, a), n in counts.items()]
            children += r.sample(tallies, len(tallies))
        else:
            for person, one in zip(people, said):
                if one is not None:
                    note = [X("note", "I saw it")] if self.maybe(0.05) else []
                    children.append(X("score", *note, by=person, value=one[0], answer=one[1]))
        for tag in "agreed", "verified":
            if self.maybe(self.rates[tag]):
                children.append(self.group(tag, name, scale))
        if self.maybe(0.05):
            children.append(X("then", value=r.choice(scale.permitted)))
        for _ in range(self.pick(0, 0, 1, 2)):
            evidence = X("evidence", kind=self.pick("document", "photo", "seen", "told"), href=self.some(0.3, "agm.jpg"))
            evidence.children = self.pick([], [], ["Minutes of the AGM"], [" \n "])
            children.append(evidence)
        return X("answer", *children, item=name)

    # ---- actions

    def make_actions(self):
        """Requirements go from a later to an earlier place in one random order that has, within an item, a lower `to`
        first: so both together are free of cycles."""
        r = self.r
        capacities = {self.new_id("role"): self.some(0.6, self.pick("1", "2", "3")) for _ in range(self.pick(0, 1, 1, 2, 4))}
        slow, chains, plenty = self.pick(False, False, True), self.pick(0, 0.3, 0.8), self.pick(2, 4, 7)
        actions = []
        for name, scale in self.items:
            count = r.randint(1, plenty) if self.maybe(0.85) else 0
            tos = sorted(r.choice(scale.levels[1:] if self.maybe(0.95) else scale.levels) for _ in range(count))
            for to, place in zip(tos, sorted(r.random() for _ in tos)):
                weeks = r.randint(10, 40) if slow else self.pick(r.randint(1, 10), 4)
                actions.append((place, X("action", *self.title(), id=self.new_id("act"), item=name, to=to, weeks=weeks,
                                         lead=self.some(0.75, r.choice(sorted(capacities)) if capacities else None),
                                         requires="", support=self.some(0.3, "cso"))))
        for place, action in actions:
            if self.maybe(chains):
                earlier = [other.attributes["id"] for before, other in actions if before < place]
                chosen = r.sample(earlier, min(len(earlier), self.pick(1, 1, 2, 3)))
                action.attributes["requires"] = " ".join(chosen)
            elif self.maybe(0.8):
                del action.attributes["requires"]
        r.shuffle(actions)
        roles = [X("role", X("label", self.pick("Role", "Role " + i)), id=i, capacity=c) for i, c in capacities.items()]
        self.actions = X("actions", *roles, *[action for _, action in actions], id="ref-case-actions",
                         rubric=self.rubric.attributes["id"], version="1.0", xml__lang="en")

    def make_start(self):
        """A first day, often one of those on which months are hard."""
        year, month = self.pick(2023, 2024, 2025, 2027), self.r.randint(1, 12)
        last = calendar.monthrange(year, month)[1]
        day = self.pick(1, last, min(30, last), self.r.randint(1, last))
        return self.pick(datetime.date(year, month, day), datetime.date(year, month, day), datetime.date(2025, 1, 31),
                         datetime.date(2024, 2, 29), datetime.date(2025, 4, 1))


def documents(seed):
    """The case of one seed: rubric, assessment and actions as bytes, and the start date."""
    case = Case(seed)
    return case.files["rubric.xml"], case.files["assessment.xml"], case.files["actions.xml"], case.start


def walk(areas, depth=1):
    """Every area of a result's JSON, with how deep it lies."""
    for area in areas:
        yield area, depth
        yield from walk(area["areas"], depth + 1)
