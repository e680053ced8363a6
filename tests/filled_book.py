"""Workbooks as the program's own are read back, made by openpyxl from an assessment's XML: for tests of reading alone.

Each table stands on a sheet of its own, below its key row; the record is embedded as the program does it.
"""
import base64
import datetime
import hashlib
import xml.etree.ElementTree as ET
import zlib

import openpyxl

SPACE = "{urn:oca:assessment:1}"
WORDS = [("answer:na", "N/A"), ("answer:dk", "don't know"), ("yes-no:yes", "yes"), ("yes-no:no", "no"),
         ("kind:document", "document"), ("kind:photo", "photo"), ("kind:seen", "seen"), ("kind:told", "told")]
ANSWERS = ["agreed", "agreed-date", "reason", "agreed-note", "verified", "then", "target", "votes", "chosen", "kind",
           "evidence", "href", "evidence-date", "note"]
DAYS = {"date", "agreed-date", "evidence-date"}
PIECE = 30000


def typed(key, value):
    """A value as a cell: numbers and days as such, words as they are shown."""
    if value is None:
        return None
    if key in DAYS:
        return datetime.date.fromisoformat(value)
    if key in {"reason", "evidence", "note", "agreed-note", "href", "place", "name", "minutes"}:
        return value
    try:
        return float(value) if "." in value else int(value)
    except ValueError:
        return dict((id.split(":")[1], shown) for id, shown in WORDS).get(value, value)


def put_table(sheet, name, keys, rows):
    """A key row, a row of headings, and the rows: (id, {key: value})."""
    sheet.append([f"oca:{name}", *keys, "-"])
    sheet.append(["id", *[key.capitalize() for key in keys], "Shown"])
    for id, values in rows:
        sheet.append([id, *[typed(key, values.get(key)) for key in keys]])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, datetime.date):
                cell.number_format = "yyyy-mm-dd"


def answer_row(answer):
    row = {}
    for name in ("agreed", "verified", "then"):
        judged = answer.find(SPACE + name)
        if judged is not None:
            row[name] = judged.get("value") or judged.get("answer")
            if name == "agreed":
                row["agreed-date"], row["reason"] = judged.get("date"), judged.get("reason")
                row["agreed-note"] = judged.findtext(SPACE + "note")
    evidence = answer.find(SPACE + "evidence")
    if evidence is not None:
        row.update({"kind": evidence.get("kind"), "evidence": (evidence.text or "").strip() or None,
                    "href": evidence.get("href"), "evidence-date": evidence.get("date")})
    row["note"] = answer.findtext(SPACE + "note")
    return row


def put_record(book, name, content):
    """The hidden sheet of the record (engine/document/README.md, "In a workbook")."""
    sheet = book.create_sheet("_oca")
    sheet.append(["document", "bytes", "sha256", "part", "parts", "data"])
    text = base64.b64encode(zlib.compress(content, 9)).decode()
    pieces = [text[i:i + PIECE] for i in range(0, len(text), PIECE)]
    for i, piece in enumerate(pieces):
        sheet.append([name, len(content), hashlib.sha256(content).hexdigest(), i + 1, len(pieces), piece])
    sheet.sheet_state = "hidden"


def make(content, items):
    """The workbook of an assessment's XML, `content` as bytes, with a row for each of the ids `items`."""
    root = ET.fromstring(content)
    answers = {a.get("item"): a for a in root.iter(SPACE + "answer")}
    rows = {id: answer_row(answers[id]) if id in answers else {} for id in items}
    for element in root.iter(SPACE + "target"):
        rows[element.get("item")]["target"] = element.get("value")
    for element in root.iter(SPACE + "priority"):
        rows[element.get("item")]["votes"] = element.get("votes")
        rows[element.get("item")]["chosen"] = element.get("chosen")
    book = openpyxl.Workbook()
    half = len(items) // 2
    for title, part in (("First area", items[:half]), ("Second area", items[half:])):
        put_table(book.create_sheet(title), "answers", ANSWERS, [(id, rows[id]) for id in part])
    people = [p.get("id") for p in root.iter(SPACE + "participant")]
    scores = [(id, {s.get("by"): s.get("value") or s.get("answer") for s in answers[id].iter(SPACE + "score")}
               if id in answers else {}) for id in items]
    put_table(book.create_sheet("Private scores"), "scores", people, scores)
    put_table(book.create_sheet("People"), "participants", ["groups"],
              [(p.get("id"), {"groups": p.get("groups")}) for p in root.iter(SPACE + "participant")])
    put_table(book.create_sheet("Sessions"), "sessions", ["date", "from", "to", "place", "present", "women"],
              [(i + 1, dict(s.items())) for i, s in enumerate(root.iter(SPACE + "session"))])
    about = {key: root.get(key) for key in ("round", "date")}
    about["name"] = root.find(SPACE + "organization").get("name")
    sheet = book.create_sheet("About")
    put_table(sheet, "about", ["value"], [(key, {}) for key in about])
    for row, (key, value) in enumerate(about.items(), 3):
        sheet.cell(row, 2).value = typed(key, value)
    words = book.create_sheet("Lists")
    words.append(["oca:words", "shown"])
    words.append(["id", "Word"])
    for pair in WORDS:
        words.append(pair)
    put_record(book, "assessment", content)
    del book["Sheet"]
    return book
