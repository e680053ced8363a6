"""Cases for `oca track` over two reviews: what compare.py calls "reviews".

The plan went through a first review, so that it has a journal. Then come copies of two kinds: fresh ones, made from the
plan as it is now, and old ones, made from the plan before the first review or being the very copies that it took in.
What a copy says is held against the plan that it grew from, which its journal tells: an old value that was never
touched is no edit, and what the plan once had since then is none either; what an old copy edits where the plan went on
is a conflict. Returning to an old value in a fresh copy is an edit like any other.
"""
import copy
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

import case_copies
import copies
import generate_copies
import progress
import reference
from compare import Case, Run
from generate import X
from generate_plans import all_actions, later


def element(el):
    """An element of the generator, from one of ElementTree."""
    text = [escape(el.text.strip())] if el.text and el.text.strip() else []
    out = X(el.tag, *text, *map(element, el))
    out.attributes = {key.replace("{http://www.w3.org/XML/1998/namespace}", "xml:"): value for key, value in el.attrib.items()}
    return out


class Reviews(generate_copies.Copies):
    """After it: `now` is the plan after the first review, `bases` what each of `copies` grew from; or `usable` is false."""
    lived = False

    def __init__(self, seed):
        super().__init__(seed)
        first = reference.parse(self.files["plan.xml"])
        given = [reference.parse(self.files[name]) for name in self.copies]
        merge = None if self.spoilt else copies.Merge(first, given)
        self.usable = not (self.spoilt or merge.conflicts or copies.fault(merge.plan) or any(map(copies.fault, given)))
        if not self.usable:
            return
        self.changes = merge.changes
        self.keep_journal(merge)
        now = element(merge.plan)
        self.files = {"rubric.xml": self.files["rubric.xml"], "plan.xml": self.document(now, "plan"),
                      **{name: self.files[name] for name in self.copies}}
        self.now, self.shared, self.spoilt = reference.parse(self.files["plan.xml"]), self.pick(0, 0.5), None
        self.bases, self.second = [], []
        for n, kind in enumerate(self.pick(["fresh"], ["again"], ["old"], ["fresh", "old"], ["again", "fresh"], ["fresh", "fresh"])):
            name = "second-%d.xml" % n
            if kind == "again":
                content = self.files[self.r.choice(self.copies)]
            else:
                root = copy.deepcopy(now if kind == "fresh" else element(first))
                self.edit_again(root, first, kind, n)
                content = self.document(root, "plan")
            self.files[name] = content
            self.second.append(name)
            self.bases.append(self.now if kind == "fresh" else first)

    def keep_journal(self, merge):
        """Writes the first review down as the program does, with reasons on what needs them. A weakness that was for later
        and now has an action is planned."""
        for weakness in merge.plan.iter("weakness"):
            if weakness.find("action") is not None and weakness.get("state") == "later":
                weakness.set("state", "planned")
        found = merge.plan.find("journal")
        found = ET.SubElement(merge.plan, "journal") if found is None else found
        reasons = {a.get("id"): a.get("reason") or "" for a in merge.plan.iter("action")}
        for key, name, field, old, new in merge.changes:
            told = field.startswith("revised-") or new == "dropped"
            ET.SubElement(found, "change", {"date": self.date, "by": "First", key: name, "field": field, "old": old or "",
                                            "new": new or "", "reason": reasons[name] if told else ""})

    def edit_again(self, root, first, kind, n):
        """The second review's edits: other values, or back to what the plan had at first."""
        before = {a.get("id"): a for a in first.iter("action")}
        for k, (_, action) in enumerate(all_actions(root)):
            said, name = action.attributes, action.attributes["id"]
            went_on = [f for _, i, f, _, _ in self.changes if i == name and f in ("status", "percent", "person", "supporter")]
            astray = kind == "old" and went_on and self.maybe(0.6)
            if name not in before or not astray and (not self.maybe(0.4) or k % 2 != n and not self.maybe(self.shared)):
                continue
            field = self.r.choice(went_on) if astray else self.pick("status", "percent", "person", "supporter", "finished", "back")
            if field == "status":
                said["status"] = self.pick("ongoing", "blocked", "not-started")
            elif field == "percent":
                said["percent"] = self.pick("15", "60", "100")
            elif field in ("person", "supporter"):
                said[field] = self.pick("N. Ew", "A. Nother")
            elif field == "finished" and said.get("start"):
                said["finished"] = later(said["start"], 200 + n)
            elif field == "back" and kind == "fresh":
                for old in ("status", "percent", "person", "supporter"):
                    said[old] = before[name].get(old)
                if said["status"] == "dropped" and not said.get("reason"):
                    said["reason"] = "Again"


def held(made):
    """The merge of the second review, by what is said above, and the copies that it took."""
    merge = copies.Merge.__new__(copies.Merge)
    merge.record, merge.plan, merge.changes, merge.conflicts = made.now, copy.deepcopy(made.now), [], []
    twins = [reference.parse(made.files[name]) for name in made.second]
    entries = list(made.now.find("journal") if made.now.find("journal") is not None else [])
    for kind, tag, key, fields in ("item", "weakness", "item", copies.TEXTS), ("action", "action", "id", copies.ATTRIBUTES):
        for el in merge.plan.iter(tag):
            for field in fields:
                before, edits, moved = copies.value(el, field), set(), False
                for twin, base in zip(twins, made.bases):
                    its, then = (copies.Merge.twin(root, tag, key, el) for root in (twin, base))
                    if its is None or then is None:
                        continue
                    new, old = copies.value(its, field), copies.value(then, field)
                    begun = 0 if base is not made.now else len(entries)
                    had = {c.get("new") or copies.DEFAULTS.get(field, "") for c in entries[begun:]
                           if c.get(kind) == el.get(key) and c.get("field") == field}
                    if new in (old, before) or new in had:
                        continue
                    edits.add(new)
                    moved = moved or old != before
                if len(edits) > 1 or edits and moved:
                    merge.conflicts.append({kind: el.get(key), "field": field, "record": before, "values": sorted(edits)})
                elif edits:
                    new, old = edits.pop(), before
                    copies.put(el, field, new)
                    if field != "reason":
                        merge.changes.append((kind, el.get(key), field, old, new))
    return merge, twins


def case(seed):
    made = Reviews(seed)
    if not made.usable:
        return Case({}, [])
    merge, twins = held(made)
    common = ["--rubric", "rubric.xml", "--date", later(made.date, 90), "--by", "R. Eviewer"]
    names = ["plan.xml", *made.second]
    want = progress.track(merge.plan, progress.day(later(made.date, 90)), made.instrument, merge.conflicts)
    if any(map(copies.fault, twins)) or copies.fault(merge.plan):
        return Case({}, [])

    def written(folder):
        theirs = reference.parse(case_copies.read(folder, "next.xml"))
        yield from case_copies.same_plan(merge.plan, theirs)
        yield from case_copies.same_journal(made.now, merge, theirs, later(made.date, 90))
    runs = [Run("reviews", ["track", *names, *common, "--format", "json"], case_copies.in_order(want), tidy=case_copies.in_order)]
    if merge.conflicts:
        runs.append(Run("conflict", ["track", *names, *common, "-o", "next.xml"], status=1))
    else:
        runs.append(Run("next", ["track", *names, *common, "-o", "next.xml"], check=written))
    return Case(made.files, runs)
