"""Random pairs of rounds: one rubric, two versions of it, or sister rubrics through a crosswalk.

`compare.py --kind rounds --seed 7 --into DIR` writes one, `survey.py --kind rounds` tells how often each thing is reached.
"""
import copy

import generate
import generate_plans
import planning
import reference
import rounds
from generate import X

FACILITATORS = ["F. Example", "  F.  Example ", "G. Other", "H. Third &amp; Co", ""]


class Rounds(generate.Case):
    """One random case. After it: old_rubric, rubric, old_assessment, assessment and both tailorings are elements or
    None; `files` holds them as documents, and a plan now and then."""
    tailored = 0.15
    relations = "same", "version", "sister"
    full_house = None                                               # True or False once it is settled

    def __init__(self, seed):
        super().__init__(seed)
        self.measures = [X("measure", *self.title(), id="m_%d" % k) for k in range(self.pick(0, 0, 1, 3))]
        self.rubric.children += self.measures
        self.old_rubric, self.old_items, self.old_criteria = self.rubric, list(self.items), dict(self.criteria)
        self.relation = self.pick(*self.relations)
        self.dress(self.assessment, "baseline", "2025-03-14", self.measures)
        self.old_assessment, self.old_tailoring = self.assessment, self.tailoring
        if self.relation != "same":
            self.renew()
        self.read_items()
        self.make_tailoring()
        if self.tailoring:
            self.tailoring.attributes["id"] = "programme-y"
        self.make_assessment()
        self.follow()
        self.dress(self.assessment, self.pick("reassessment", "reassessment", "interim", "mid-term"), "2026-03-14",
                   [c for c in self.rubric.children if c.tag == "measure"])
        self.files = {"old-rubric.xml": self.document(self.old_rubric, "rubric"),
                      "baseline.xml": self.document(self.old_assessment, "assessment"),
                      "reassessment.xml": self.document(self.assessment, "assessment")}
        if self.relation != "same":
            self.files["rubric.xml"] = self.document(self.rubric, "rubric")
        for tailoring in self.old_tailoring, self.tailoring:
            if tailoring:
                self.files[tailoring.attributes["id"] + ".xml"] = self.document(tailoring, "tailoring")
        if self.maybe(0.6):
            self.files["plan.xml"] = self.make_plan(self.files["baseline.xml"])

    # ---- the other rubric

    def places(self, root, tag):
        """(parent, child) of every area or item below an element."""
        for child in root.children:
            if isinstance(child, X) and child.tag in ("area", "item"):
                if child.tag == tag:
                    yield root, child
                yield from self.places(child, tag)

    @staticmethod
    def fellows(parent):
        return [c for c in parent.children if isinstance(c, X) and c.tag in ("area", "item")]

    def renew(self):
        """The reassessment's rubric: a copy of the baseline's that was worked on."""
        r, self.rubric = self.r, copy.deepcopy(self.old_rubric)
        self.budget, self.came_from = 3, {}
        rate = self.pick(0, 0.03, 0.1, 0.1, 0.3)
        self.rework_areas(rate)
        for parent, item in list(self.places(self.rubric, "item")):
            old = item.attributes["id"]
            self.came_from[item] = old
            if self.maybe(rate) and len(self.fellows(parent)) > 1:
                parent.children.remove(item)
            elif self.maybe(rate):
                self.replace(parent, item, old)
            elif self.maybe(rate):
                self.reword(item)
            elif self.maybe(rate):
                item.attributes["weight"] = self.weight(self.zero) if not any(c.tag == "gate" for c in item.children) else "2"
            if item in parent.children and self.maybe(0.7 if self.relation == "sister" else rate / 2):
                item.attributes["id"] = "n" + old
        for _ in range(self.pick(0, 0, 1, 3, 20)):
            parent = r.choice([area for _, area in self.places(self.rubric, "area")])
            parent.children.insert(r.randint(0, len(parent.children)), self.item())
        self.rework_settings()
        names = self.pick("same", "other", "apart") if self.relation == "sister" else "same"
        if names != "same":                                         # another name for every scale, or one name for each
            for scale in [c for c in self.rubric.children if c.tag == "scale"]:
                scale.attributes["id"] += "_new"
            for _, item in self.places(self.rubric, "item"):
                item.attributes["scale"] += "_new"
        self.read_items()
        self.crosswalks([item for _, item in self.places(self.rubric, "item")])

    def read_items(self):
        """What answers are made from, anew from the rubric's element."""
        known = {**self.scales, **{kind + "_new": scale for kind, scale in self.scales.items()}}
        found = [item.attributes for _, item in self.places(self.rubric, "item")]
        self.items = [(item["id"], known[item["scale"]]) for item in found]
        self.criteria = {item.attributes["id"]: [c.attributes["id"] for level in item.children if level.tag == "level"
                                                 for c in level.children if isinstance(c, X)]
                         for _, item in self.places(self.rubric, "item")}

    def rework_areas(self, rate):
        """Areas renamed, dissolved into the area around them, and items moved from one to another."""
        for parent, area in list(self.places(self.rubric, "area")):
            if self.maybe(rate):
                area.attributes["id"] = "n" + area.attributes["id"]
            if self.maybe(rate) and parent.tag == "area":
                at = parent.children.index(area)
                parent.children[at:at + 1] = self.fellows(area)
        areas = [area for _, area in self.places(self.rubric, "area")]
        for parent, item in list(self.places(self.rubric, "item")):
            if self.maybe(rate) and len(self.fellows(parent)) > 1:
                parent.children.remove(item)
                to = self.r.choice(areas)
                to.children.insert(self.r.randint(0, len(to.children)), item)

    def replace(self, parent, item, old):
        """An item of the same id made anew: often on another scale, with other criteria, weight and gate."""
        other = self.item()
        other.attributes["id"] = old
        item.attributes, item.children = other.attributes, other.children

    def reword(self, item):
        """White space or a translation, which leave an item the same, or a word of what makes it another one."""
        kind = self.pick("space", "language", "statement", "descriptor", "criterion", "title", "evidence")
        levels = [c for c in item.children if c.tag == "level"]
        if kind == "space":
            item.children = [X("statement", "\n It  is\twell. ") if c.tag == "statement" else c for c in item.children]
        elif kind == "language":
            item.children.append(X("statement", "C'est bien.", xml__lang="fr"))
        elif kind == "statement":
            item.children = [X("statement", "It is very well.") if c.tag == "statement" else c for c in item.children]
        elif kind == "descriptor":
            level = self.r.choice(levels)
            level.children = ["Now it looks otherwise"] + [c for c in level.children if isinstance(c, X)]
        elif kind == "criterion":
            level = self.r.choice(levels[1:])
            level.children.append(X("criterion", "This is so too", id=self.new_id("c")))
        elif kind == "title":
            item.children = [X("title", "Another title")] + [c for c in item.children if c.tag != "title"]

    def rework_settings(self):
        """Version, or another id; now and then another way of scoring."""
        root = self.rubric.attributes
        if self.relation == "sister":
            root["id"] = "ref-sister"
        else:
            root["version"] = "3.0"
        scoring = [c for c in self.rubric.children if c.tag == "scoring"]
        for settings in scoring if self.maybe(0.3) else []:
            settings.attributes.update(layers=self.pick(None, "participants", "verified agreed participants", "agreed"),
                                       rollup=self.pick(None, "mean", "pooled", "minimum"),
                                       aggregate=self.pick(None, "median"), quorum=self.pick(None, "1", "5"),
                                       change=self.pick(None, "5", "12.5", "0.1"))
            settings.attributes["min-coverage"] = self.pick(None, "0", "0.9")
        if self.measures and self.maybe(0.3):
            others = [c for c in self.rubric.children if c.tag != "measure"]
            self.rubric.children = others + [X("measure", id="m_1"), X("measure", id="m_new")]

    def crosswalks(self, found):
        """Maps from the old items, in either rubric or in both; some name what does not exist, some are missing."""
        r, new, old = self.r, self.rubric, self.old_rubric
        left = self.pick(0, 0, 0.1, 0.5)
        alike = self.pick(1, 1, 0.9, 0.5)

        def maps():
            out = []
            for item in found:
                before = self.came_from.get(item)
                named = before is not None and (self.relation == "sister" or before != item.attributes["id"] or self.maybe(0.1))
                if named and not self.maybe(left):
                    out.append([before, item.attributes["id"], "same" if self.maybe(alike) else "changed"])
            if len(out) > 2 and self.maybe(0.1):                    # crossed
                out[0][1], out[1][1] = out[1][1], out[0][1]
            free_old = [i for i, _ in self.old_items if i not in {m[0] for m in out}]
            free_new = [i for i, _ in self.items if i not in {m[1] for m in out}]
            if free_old and self.maybe(0.3):
                out.append([r.choice(free_old), "nowhere", "same"])
            if free_new and self.maybe(0.3):
                out.append(["never_was", r.choice(free_new), "same"])
            r.shuffle(out)
            return out

        def walk(inside, of, pairs):
            inside.children.append(X("crosswalk", *[X("map", from_=a, to=b, relation=s) for a, b, s in pairs],
                                     rubric=of.attributes["id"], version=of.attributes["version"]))
        where = self.pick("new", "new", "old", "both", "none" if self.relation == "version" else "new")
        if where in ("new", "both"):
            walk(new, old, maps())
        if where in ("old", "both"):
            walk(old, new, [(b, a, s) for a, b, s in maps()])
        if self.maybe(0.2):                                         # one for a version that is not asked about
            new.children.append(X("crosswalk", X("map", from_="a", to="b", relation="same"), rubric=old.attributes["id"], version="0.1"))

    # ---- the assessments

    def make_manner(self):
        """Mostly a full house that answers nearly everything, both times: else too little is comparable."""
        super().make_manner()
        if self.full_house is None:
            self.full_house = self.maybe(0.7)
        if self.full_house:
            self.people, self.fullness = ["p%02d" % k for k in range(self.pick(4, 5, 6, 8, 12))], self.pick(0.9, 1, 1)
            self.rates.update(agreed=self.pick(0, 0.3, 0.95, 0.95), dk=self.pick(0, 0.05), na=self.pick(0, 0.05),
                              none=self.pick(0, 0.1), tally=self.pick(0, 0, 0.2))

    def follow(self):
        """The second round is of the same organization and, mostly, was held like the first."""
        first = [c for c in self.old_assessment.children if c.tag == "organization"][0]
        second = [c for c in self.assessment.children if c.tag == "organization"][0]
        profile = second.attributes["profile"]
        second.attributes = dict(first.attributes)
        if self.maybe(0.2):
            second.attributes["profile"] = profile

    def dress(self, assessment, name, date, measures):
        """What only two rounds look at: as-of, private, facilitators, then, measures."""
        said = assessment.attributes
        said.update(round=name, date=date, private=self.pick(None, "before", "before", "after"))
        said["as-of"] = self.some(0.15, "2024-12-31")
        children = [c for c in assessment.children if c.tag != "facilitator"]
        chosen = self.r.sample(FACILITATORS, self.pick(0, 1, 1, 2))
        children[1:1] = [X("facilitator", *([f] if f else []), from_="cso") for f in chosen]
        children += [X("measure", id=m.attributes["id"], value=self.pick(0, 3, 2.5)) for m in measures if self.maybe(0.7)]
        kinds, then = dict(self.items), self.pick(0, 0.2)
        for answer in [c for c in children if c.tag == "answer"]:
            if self.maybe(then) and not any(c.tag == "then" for c in answer.children):
                answer.children.append(X("then", value=self.r.choice(kinds[answer.attributes["item"]].permitted)))
        assessment.children = children

    def make_plan(self, assessment):
        """The plan of a baseline after some life."""
        instrument, actions = self.files["old-rubric.xml"], self.document(self.actions, "actions")
        made = planning.plan(assessment, instrument, actions, self.start, self.files.get("programme-x.xml"))
        library = {a.get("id"): a for a in reference.parse(actions).findall("action")}
        root = generate_plans.plan_element(self, made, reference.Rubric(instrument), reference.parse(assessment), library)
        generate_plans.live(self, root, self.pick(0.3, 0.8, 1))
        self.grace(root)
        return self.document(root, "plan")

    def grace(self, plan):
        """What a kind of case adds to its plans."""


def documents(seed):
    """The files of one seed by name, and the names of the rubrics: baseline's, reassessment's."""
    files = Rounds(seed).files
    return files, ("old-rubric.xml", "rubric.xml" if "rubric.xml" in files else "old-rubric.xml")


def expected(files, names):
    return rounds.compare(files["baseline.xml"], files["reassessment.xml"], files[names[0]], files[names[1]],
                          files.get("plan.xml"), (files.get("programme-x.xml"), files.get("programme-y.xml")))
