"""Cases for `oca track` with edited copies: what compare.py calls "copies".

Held against the reference are the conflicts and the progress after the merge, the plan that is written, its journal
(field by field; on which changes a reason stands and the wording of elements are left open), that the order of the
copies does not matter, that a plan merged with itself or with its only copy again stays as it is byte for byte, and that
the journal replayed over the first plan gives the last.
"""
import os

import copies
import generate_copies
import progress
import reference
from compare import Case, Run


def read(folder, name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


def in_order(answer):
    """The text gives no order of the conflicts: by action or item and field."""
    answer["conflicts"].sort(key=lambda c: (c.get("action", ""), c.get("item", ""), c["field"]))
    return answer


def same_action(path, ours, theirs):
    """The fields, notes, evidence and costs of one action."""
    for field in [*copies.ATTRIBUTES, "state", "start", "due", "weeks"]:
        a, b = copies.value(ours, field), copies.value(theirs, field)
        if a != b:
            yield f"{path} @{field}", a, b
    for tag in "note", "evidence", "cost":
        a, b = (sorted(map(repr, map(copies.shape, el.findall(tag)))) for el in (ours, theirs))
        if a != b:
            yield f"{path} {tag}", a, b


def same_plan(ours, theirs):
    """All that a merge may touch in a plan, but for the journal."""
    for tag, key in ("weakness", "item"), ("action", "id"):
        a, b = ([e.get(key) for e in plan.iter(tag)] for plan in (ours, theirs))
        if a != b:
            yield f"{tag} {key}s", a, b
            return
    for a, b in zip(ours.iter("weakness"), theirs.iter("weakness")):
        for field in copies.TEXTS:
            if copies.value(a, field) != copies.value(b, field):
                yield f"{a.get('item')} {field}", copies.value(a, field), copies.value(b, field)
    for a, b in zip(ours.iter("action"), theirs.iter("action")):
        yield from same_action(a.get("id"), a, b)
    for tag in "visit", "trained", "signed", "review", "strength", "find-out":
        a, b = (sorted(map(repr, map(copies.shape, plan.findall(tag)))) for plan in (ours, theirs))
        if a != b:
            yield tag, a, b


def journal(plan):
    found = plan.find("journal")
    return [] if found is None else list(found)


def same_journal(record, merge, theirs, date):
    """'The journal is append-only'; the new part holds what the merge changed."""
    before, after = journal(record), journal(theirs)
    if list(map(copies.shape, before)) != list(map(copies.shape, after[:len(before)])):
        yield "journal before", list(map(copies.shape, before)), list(map(copies.shape, after))
        return
    # how the dates of a deferred action and the text of elements are told is not fixed
    became = {name for _, name, field, _, _ in merge.changes if field == "action"}

    def told(key, name, field, old, new):
        old = old or copies.DEFAULTS.get(field, "")
        new = new or copies.DEFAULTS.get(field, "")
        if field in ("note", "evidence", "cost"):
            old = new = None
        return key, name, field, old, new
    ours = [told(*change) for change in merge.changes]
    found, reasons = [], {a.get("id"): reference.attr(a, "reason") for a in merge.plan.iter("action")}
    for change in after[len(before):]:
        key = "item" if reference.attr(change, "item") else "action"
        name, field = change.get(key), change.get("field")
        if name in became and field in ("state", "start", "due", "weeks"):
            continue
        found.append(told(key, name, field, change.get("old"), change.get("new")))
        if change.get("date") != date or change.get("by") != "R. Eviewer":
            yield f"journal {name} {field} date, by", [date, "R. Eviewer"], [change.get("date"), change.get("by")]
        needed = field.startswith("revised-") and change.get("new") or field == "status" and change.get("new") == "dropped"
        if needed and (change.get("reason") or None) != reasons[name]:
            yield f"journal {name} {field} reason", reasons[name], change.get("reason")
    if sorted(map(repr, ours)) != sorted(map(repr, found)):
        yield "journal", sorted(set(map(repr, ours)) - set(map(repr, found))), sorted(set(map(repr, found)) - set(map(repr, ours)))
        return
    replayed = copies.replay(record, found)
    known = {a.get("id") for a in record.iter("action")} - became
    for action in replayed.iter("action"):
        last = next(a for a in theirs.iter("action") if a.get("id") == action.get("id"))
        for field in copies.ATTRIBUTES if action.get("id") in known else []:
            if field != "reason" and copies.value(action, field) != copies.value(last, field):
                yield f"replayed {action.get('id')} {field}", copies.value(action, field), copies.value(last, field)


def case(seed):
    made = generate_copies.Copies(seed)
    files = {name: content for name, content in made.files.items() if name not in ("assessment.xml",)}
    record = reference.parse(files["plan.xml"])
    faulty = made.spoilt
    if not faulty:
        merge = copies.Merge(record, [reference.parse(files[name]) for name in made.copies])
        faulty = copies.fault(merge.plan) or any(copies.fault(reference.parse(files[name])) for name in made.copies)
        want = progress.track(merge.plan, progress.day(made.date), made.instrument, merge.conflicts)
    common = ["--rubric", "rubric.xml", "--date", made.date, "--by", "R. Eviewer"]

    def track(label, names, last, **expected):
        return Run(label, ["track", *names, *common, *last], **expected)

    def written(folder):
        theirs = reference.parse(read(folder, "next.xml"))
        yield from same_plan(merge.plan, theirs)
        yield from same_journal(record, merge, theirs, made.date)
        if read(folder, "plan.xml") != files["plan.xml"]:
            yield "the record", "untouched", "changed"

    def unwritten(folder):
        if os.path.exists(os.path.join(folder, "next.xml")):
            yield "next.xml", "not written", "written"

    def turned(folder):
        one, other = (reference.parse(read(folder, name)) for name in ("next.xml", "turned.xml"))
        yield from same_plan(one, other)

    def unchanged(folder):
        if read(folder, "again.xml") != read(folder, "next.xml"):
            yield "again", "as next.xml", "another"
    names = ["plan.xml", *made.copies]
    if faulty:
        return Case(files, [track("faulty", names, ["-o", "next.xml"], status=1, check=unwritten)])
    runs = [track("copies", names, ["--format", "json"], want=in_order(want), tidy=in_order)]
    if merge.conflicts:
        runs.append(track("conflict", names, ["-o", "next.xml"], status=1, check=unwritten))
        return Case(files, runs)
    runs += [track("next", names, ["-o", "next.xml"], check=written),
             track("turned", ["plan.xml", *reversed(made.copies)], ["-o", "turned.xml"], check=turned),
             track("again", ["next.xml", "next.xml"] if len(made.copies) > 1 else ["next.xml", *made.copies],
                   ["-o", "again.xml"], check=unchanged)]
    return Case(files, runs)
