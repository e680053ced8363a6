"""A second opinion on the merging of plan copies (formats document, "Plan"): what `oca track PLAN COPY...` makes of them.

A plan is an element of ElementTree without namespaces. Every function quotes its clause.
"""
import copy
import math
import xml.etree.ElementTree as ET

from progress import day
from reference import attr, r9

ATTRIBUTES = ["status", "percent", "person", "lead", "supporter", "revised-start", "revised-due", "reason", "started", "finished"]
DEFAULTS = {"status": "not-started", "percent": "0"}                # 'an absent status is not-started, an absent percent 0'
TEXTS = ["cause", "result"]


def value(el, field):
    """A field as text; percents that are equal as numbers are one value."""
    if field in TEXTS:
        child = el.find(field)
        return "" if child is None else (child.text or "").strip()
    given = attr(el, field, DEFAULTS.get(field, ""))
    return "%.10g" % r9(float(given)) if field == "percent" else given


def put(el, field, text):
    """Gives a field a value."""
    if field not in TEXTS:
        el.set(field, text)
        return
    child = el.find(field)
    if child is None:
        child = ET.SubElement(el, field)
    child.text = text


def shape(el):
    """An element for comparison: name, attributes that are not empty, trimmed text, children."""
    return el.tag, tuple(sorted((k, v) for k, v in el.attrib.items() if v)), (el.text or "").strip(), tuple(map(shape, el))


class Merge:
    """The record with the edits of its copies; `changes` is the new part of the journal, as (key, id, field, old,
    new), `conflicts` as in the JSON."""

    def __init__(self, record, copies):
        self.plan, self.changes, self.conflicts = copy.deepcopy(record), [], []
        self.record, self.copies = record, copies
        for weakness in self.plan.findall("weakness"):
            twins = [t for t in (self.twin(c, "weakness", "item", weakness) for c in copies) if t is not None]
            self.fields(weakness, twins, TEXTS, "item", weakness.get("item"))
            for action in list(weakness.findall("action")):
                self.action(action)
            self.added(weakness, twins)
        for tag in "visit", "trained", "signed":
            self.join(self.plan, copies, tag)

    @staticmethod
    def twin(root, tag, key, el):
        """The same weakness or action in a copy; 'a missing action is no edit'"""
        return next((t for t in root.iter(tag) if t.get(key) == el.get(key)), None)

    def fields(self, el, twins, fields, key, name):
        """'Each copy is held against the record field by field: changed in one copy, or alike in several, the field
        takes that value; changed differently, it is a conflict and the record's value stays; reason too.' 'one change
        for each field that a review changed, for a first revised date old the date first planned; reason makes no entry
        of its own'"""
        for field in fields:
            before = value(el, field)
            given = {value(t, field) for t in twins} - {before}
            if len(given) > 1:
                self.conflicts.append({key: name, "field": field, "record": before, "values": sorted(given)})
            elif given:
                new, old = given.pop(), before
                if field.startswith("revised-") and not old:
                    old = attr(el, field[len("revised-"):], "")
                put(el, field, new)
                if field != "reason":
                    self.changes.append((key, name, field, old, new))

    def action(self, action):
        twins = [t for t in (self.twin(c, "action", "id", action) for c in self.copies) if t is not None]
        dated = {(attr(t, "start"), attr(t, "due")) for t in twins if attr(t, "start") and attr(t, "due")}
        if attr(action, "state") == "deferred" and len(dated) == 1:
            # 'A deferred action, or one of a weakness that was later, that a review gives dates becomes added.'
            for field, new in zip(("start", "due"), dated.pop()):
                action.set(field, new)
            action.set("state", "added")
            self.changes.append(("action", action.get("id"), "action", "", action.get("id")))
        self.fields(action, twins, ATTRIBUTES, "action", action.get("id"))
        for tag in "note", "evidence":
            for new in self.join(action, twins, tag):
                self.changes.append(("action", action.get("id"), tag, "", (new.text or "").strip()))
        costs = {tuple(map(shape, t.findall("cost"))): t for t in twins}
        costs.pop(tuple(map(shape, action.findall("cost"))), None)
        for twin in costs.values() if len(costs) == 1 else []:
            for old in action.findall("cost"):
                action.remove(old)
            action.extend(copy.deepcopy(twin.findall("cost")))
            self.changes.append(("action", action.get("id"), "cost", None, None))

    @staticmethod
    def join(el, twins, tag):
        """'New visit, trained, signed, note and evidence elements of several copies are joined, the same one taken
        once.'"""
        known, new = {shape(c) for c in el.findall(tag)}, []
        for twin in twins:
            for child in twin.findall(tag):
                if shape(child) not in known:
                    known.add(shape(child))
                    new.append(copy.deepcopy(child))
        el.extend(new)
        return new

    def added(self, weakness, twins):
        """'an added action makes one [change], field="action", new its id (its weeks, where not given: its days, first
        and last included, / 7, rounded up)'. Of several the order is not said: by id, so that the copies' does not matter."""
        known = {a.get("id") for a in self.record.iter("action")}
        added = {a.get("id"): a for twin in twins for a in twin.findall("action") if a.get("id") not in known}
        for name, action in sorted(added.items()):
            new = copy.deepcopy(action)
            new.set("state", "added")
            if not attr(new, "weeks"):
                days = (day(new.get("due")) - day(new.get("start"))).days + 1
                new.set("weeks", str(math.ceil(days / 7)))
            weakness.append(new)
            self.changes.append(("action", name, "action", "", name))


def fault(plan):
    """'A moved date and dropped need a reason (a fault without).'"""
    return any((attr(a, "revised-start") or attr(a, "revised-due") or attr(a, "status") == "dropped") and not attr(a, "reason")
               for a in plan.iter("action"))


def replay(record, changes):
    """The record after the attributes and texts in a journal: 'The journal is append-only: one change for each field
    that a review changed'."""
    plan = copy.deepcopy(record)
    for key, name, field, _, new in changes:
        if field in ATTRIBUTES or field in TEXTS:
            el = next(e for e in plan.iter("weakness" if key == "item" else "action")
                      if e.get("item" if key == "item" else "id") == name)
            put(el, field, new)
    return plan
