"""From a form to answers and back: for every shipped rubric an export is made of its own form, with names and with
labels in each language, with and without groups, as CSV and as XLSX, and as phones' files; ticks in one column, in one
for each criterion, or in both; whatever the way, the same answers must arrive. And a file without end is refused.

    exports_check.py PROGRAM
"""
import csv
import glob
import io
import os
import random
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

import openpyxl

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAMPLES = os.path.join(ROOT, "tests", "exports")
RUBRIC = "{urn:oca:rubric:1}"
PEOPLE = 4


def rows_of(sheet):
    rows = list(sheet.iter_rows(values_only=True))
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def level_reached(item, ticked):
    """The highest level whose criteria, and those of all levels below, are ticked; in the rubric's order, which rises."""
    reached = None
    for level in item.iter(RUBRIC + "level"):
        if reached is not None and not {c.get("id") for c in level.iter(RUBRIC + "criterion")} <= ticked:
            break
        reached = level.get("value")
    return reached


class Form:
    """What a form asks, read from its workbook as a server does."""

    def __init__(self, program, rubric, folder):
        self.items = {item.get("id"): item for item in ET.parse(rubric).getroot().iter(RUBRIC + "item")}
        path = os.path.join(folder, "form.xlsx")
        subprocess.run([program, "form", rubric, "--date", "2025-03-14", "-o", path], check=True, capture_output=True)
        book = openpyxl.load_workbook(path)
        survey, self.choices = rows_of(book["survey"]), {}
        self.languages = [key[len("label::"):] for key in survey[0] if key.startswith("label::")]
        for row in rows_of(book["choices"]):
            self.choices.setdefault(row["list_name"], []).append(row)
        self.questions, groups = [], []
        for row in survey:
            if row["type"] == "begin_group":
                groups.append(row)
            elif row["type"] == "end_group":
                groups.pop()
            elif row["type"] not in ("note", "today"):
                self.questions.append((row, list(groups)))
                if row["name"] == "rubric_ref":
                    self.reference = row["calculation"].strip("'")

    def answers(self, draw):
        """One person's answers: name of the question → name of the choice, or text."""
        given = {"rubric_ref": self.reference, "org_code": "org-x", "round": "baseline"}
        for row, _ in self.questions:
            kind, _, list_name = row["type"].partition(" ")
            item = row["name"][2:]
            if kind == "select_multiple" and row["name"].startswith("t_"):
                rate = draw.choice((0, 0.5, 0.95))
                ticked = [c["name"] for c in self.choices[list_name] if draw.random() < rate]
                given[row["name"]] = " ".join(ticked)
            if given.get("t_" + item) and row["name"].startswith("i_"):
                given[row["name"]] = level_reached(self.items[item], set(given["t_" + item].split()))
            elif kind == "select_one" and row["name"].startswith("i_") and draw.random() < 0.9:
                given[row["name"]] = draw.choice(self.choices[list_name])["name"]
            elif row["name"].startswith("c_") and given.get("i" + row["name"][1:]) and draw.random() < 0.3:
                given[row["name"]] = draw.choice(["Because; of, that", "=1+1", 'He said "no"\nand left', "héhé"])
        return given

    def heading(self, row, groups, language, separator):
        label = (lambda of: of[f"label::{language}"] or of["name"]) if language else (lambda of: of["name"])
        return separator.join([label(group) for group in groups] + [label(row)]) if separator else label(row)

    def shown(self, row, name, language):
        _, _, list_name = row["type"].partition(" ")
        called = {c["name"]: c[f"label::{language}"] if language else c["name"] for c in self.choices.get(list_name, [])}
        if row["type"].startswith("select_multiple"):
            return " ".join(called[part] for part in name.split())
        return called.get(name, name)

    def columns(self, language, separator, ticks):
        """(heading, how to show what a person gave) for each; `ticks` as Kobo calls them: summary, details, both."""
        for row, groups in self.questions:
            heading, kind, name = self.heading(row, groups, language, separator), row["type"].partition(" "), row["name"]
            if kind[0] != "select_multiple" or ticks != "details":
                yield heading, lambda given, row=row: self.shown(row, given.get(row["name"], ""), language)
            for choice in self.choices[kind[2]] if kind[0] == "select_multiple" and ticks != "summary" else []:
                yield (heading + "/" + (choice[f"label::{language}"] if language else choice["name"]),
                       lambda given, name=name, choice=choice["name"]:
                       str(int(choice in given[name].split())) if given.get(name) else "")

    def table(self, people, language, separator, ticks="summary"):
        columns = list(self.columns(language, separator, ticks))
        return [[heading for heading, _ in columns] + ["_id", "_uuid"]] + [
            [show(given) for _, show in columns] + [str(100 + number), uuid(number)] for number, given in enumerate(people)]


def uuid(number):
    return f"{number:08x}-5e6f-7000-8000-000000000000"


def write_csv(path, table, delimiter):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(table)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text.getvalue())


def write_xlsx(path, table):
    book = openpyxl.Workbook()
    for row in table:
        book.active.append([int(cell) if cell.isdigit() else cell or None for cell in row])
    for row in book.active.iter_rows():
        for cell in row:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    book.save(path)


def write_instances(folder, form, people):
    paths = []
    for number, given in enumerate(people):
        paths.append(os.path.join(folder, f"{number}.xml"))
        fields = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in given.items())
        with open(paths[-1], "w", encoding="utf-8") as file:
            file.write(f'<data id="x" version="2025031401"><a_x>{fields}</a_x>'
                       f"<meta><instanceID>uuid:{uuid(number)}</instanceID></meta></data>")
    return paths


def collected(program, folder, exports):
    """The scores that the assessment then has, or what was complained of."""
    done = subprocess.run([program, "collect", os.path.join(folder, "a.xml"), *exports, "--format", "xml"],
                          capture_output=True, text=True)
    if done.returncode:
        return done.stderr[:2000]
    space = {"o": "urn:oca:assessment:1"}
    scores = {}
    for answer in ET.fromstring(done.stdout.encode()).findall("o:answer", space):
        for score in answer.findall("o:score", space):
            note = score.find("o:note", space)
            value = score.get("value") or score.get("answer")
            scores[answer.get("item"), score.get("by")] = (value, note.text if note is not None else None)
    return scores


def expected(people, who):
    return {(name[2:], who(number)): (value, given.get("c" + name[1:]))
            for number, given in enumerate(people) for name, value in given.items() if name.startswith("i_")}


def check_rubric(program, rubric, folder):
    form, draw = Form(program, rubric, folder), random.Random(7)
    people = [form.answers(draw) for _ in range(PEOPLE)]
    root = ET.parse(rubric).getroot()
    with open(os.path.join(folder, "a.xml"), "w", encoding="utf-8") as file:
        file.write(f'<assessment xmlns="urn:oca:assessment:1" rubric="{root.get("id")}" rubric-version='
                   f'"{root.get("version")}" round="baseline" date="2025-03-14">'
                   f'<organization id="org-x" name="X" profile="x"/></assessment>')
    path = os.path.join(folder, "export.")
    wanted = expected(people, lambda number: f"s_{100 + number}")
    for language in [None, *form.languages]:
        for separator in (None, "/", "."):
            write_csv(path + "csv", form.table(people, language, separator), ";" if separator else ",")
            yield f"csv, {language}, groups by {separator}", collected(program, folder, [path + "csv"]), wanted
        for ticks in ("details", "both") if any(name.startswith("t_") for given in people for name in given) else ():
            write_csv(path + "csv", form.table(people, language, "/", ticks), ";")
            yield f"csv, {language}, ticks in {ticks}", collected(program, folder, [path + "csv"]), wanted
        write_xlsx(path + "xlsx", form.table(people, language, None))
        yield f"xlsx, {language}", collected(program, folder, [path + "xlsx"]), wanted
    phones = write_instances(folder, form, people)
    wanted = expected(people, lambda number: f"s_{number:08x}")
    yield "phones", collected(program, folder, phones), wanted
    yield "phones and server", collected(program, folder, [*phones, path + "csv"]), wanted
    yield "server and phones", collected(program, folder, [path + "csv", *phones]), wanted


def check_samples(program, folder):
    """The sample workbook as its server wrote it and saved again with shared strings; and a field of 70 MiB."""
    first = os.path.join(SAMPLES, "kobo_xml.xlsx")
    again, endless = os.path.join(folder, "again.xlsx"), os.path.join(folder, "endless.csv")
    openpyxl.load_workbook(first).save(again)
    shutil.copy(os.path.join(SAMPLES, "assoc1.xml"), os.path.join(folder, "a.xml"))
    wanted = {("gov_1", "s_101"): ("2", 'Has "draft"; board\nnot told'), ("gov_1", "s_102"): ("1", None),
              ("gov_2", "s_101"): ("na", None), ("gov_2", "s_102"): ("dk", None)}
    yield "the sample workbook", collected(program, folder, [first]), wanted
    yield "the sample workbook saved again", collected(program, folder, [again]), wanted
    with open(endless, "wb") as file:
        file.write(b'_id,c_gov_1\n7,"' + b"x" * (70 << 20))
    yield "a field without end", collected(program, folder, [endless]), f"{endless}: larger than 64 MiB\n"


def main():
    program, passed, failed = sys.argv[1], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for name in ("gov.xml", "ticks.xml"):
            shutil.copy(os.path.join(SAMPLES, name), folder)  # found beside the assessment
        checks = [(os.path.basename(rubric), check_rubric(program, rubric, folder))
                  for rubric in sorted(glob.glob(os.path.join(ROOT, "rubrics", "*.xml"))
                                        + [SAMPLES + "/gov.xml", SAMPLES + "/ticks.xml"])]
        for rubric, outcomes in [*checks, ("samples", check_samples(program, folder))]:
            for name, found, wanted in outcomes:
                passed, failed = passed + (found == wanted), failed + (found != wanted)
                if found != wanted:
                    if isinstance(found, dict) and isinstance(wanted, dict):
                        keys = [key for key in found.keys() | wanted.keys() if found.get(key) != wanted.get(key)]
                        found = [(key, found.get(key), wanted.get(key)) for key in sorted(keys)[:5]]
                    print(f"{rubric}, {name}: {found}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
