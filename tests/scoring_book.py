"""Scoring workbooks as people use them: LibreOffice fills them in at random, computes, and saves them.

    scoring_book.py --program build/oca [--quick] [--fillings N] [--random N] [--seed S] [RUBRIC.xml…]

For each rubric (those that ship, and random ones) an empty workbook is made. Then, again and again, its cells are
filled in at random, its tables at times sorted, and what its formulas compute is held against `oca score` and `oca plan`
of the file as LibreOffice saved it, to 1e-9. And each sample goes through a workbook and LibreOffice back to the same
bytes. A rubric that ships in several languages is filled in in one of them, too, with words of that language and English
ones mixed, and its sample goes the way round in each. Ends with a line: N passed, M failed.
"""
import argparse
import gettext
import glob
import json
import os
import random
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
sys.path[:0] = [HERE, os.path.join(HERE, "reference")]

import generate  # noqa: E402
import openpyxl  # noqa: E402
import recalculate  # noqa: E402
import uno  # noqa: E402
from com.sun.star.beans import PropertyValue  # noqa: E402

RUBRIC, ASSESSMENT = "{urn:oca:rubric:1}", "{urn:oca:assessment:1}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
TICKS = "yes", "✓", "x", " X ", "oui", "Yes"
NEAR = 1e-9
QUICK = 25000  # bytes of a small rubric
LANGUAGES = "fr", "pt"
SHOWN = 12  # differences of one filling
QUADRANTS = {"build-on": "build on it", "share": "explain to each other", "strengthen": "ready to act",
             "discuss": "talk first", None: "–"}


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True)
    if done.returncode:
        raise RuntimeError(f"oca {' '.join(arguments)}: {done.stderr.decode()[:1000]}")
    return done.stdout


class Instrument:
    """What a filling needs to know of a rubric: its items, what their scales permit, their criteria."""

    def __init__(self, path):
        root = ET.parse(path).getroot()
        self.path, self.id = path, root.get("id")
        self.scales = {scale.get("id"): self.permitted(scale) for scale in root.iter(RUBRIC + "scale")}
        self.items = {item.get("id"): self.scales[item.get("scale")] for item in root.iter(RUBRIC + "item")}
        self.criteria = {item.get("id"): list(dict.fromkeys(c.get("id") for c in item.iter(RUBRIC + "criterion")))
                         for item in root.iter(RUBRIC + "item")}
        self.levels = {item.get("id"): [(float(level.get("value")), {c.get("id") for c in level.iter(RUBRIC + "criterion")})
                                        for level in item.iter(RUBRIC + "level")
                                        if level.get(LANGUAGE, root.get(LANGUAGE)) == root.get(LANGUAGE)]
                       for item in root.iter(RUBRIC + "item")}
        words = [w for e in root.iter() for w in (e.get("applies-to", "") + " " + e.get("except", "")).split()]
        self.words = sorted(set(words)) or ["women"]

    def reached(self, item, ticked):
        """The highest level whose criteria, and those of all levels below, are ticked; without any tick no answer."""
        level = self.levels[item][0][0]
        for value, criteria in self.levels[item][1:]:
            if not criteria <= ticked:
                break
            level = value
        return level if ticked else None

    @staticmethod
    def permitted(scale):
        levels = [float(level.get("value")) for level in scale.iter(RUBRIC + "level")]
        step = float(scale.get("step") or 0)
        more = []
        while step and levels[0] + (len(more) + 1) * step <= levels[-1] + NEAR:
            more.append(levels[0] + (len(more) + 1) * step)
        return sorted({round(value, 9) for value in levels + more})


class Table:
    """A table of the workbook: its sheet, its key row, and the cells below."""

    def __init__(self, sheet, name, row, column, rows):
        self.sheet, self.name, self.key_row, self.column = sheet, name, row, column
        keys = [str(value) for value in rows[row]]
        self.columns = {key: i for i, key in enumerate(keys) if key and key != "-" and not key.startswith("oca:")}
        end = next((r for r in range(row + 2, len(rows)) if str(rows[r][column]).startswith("oca:")), len(rows))
        self.first, self.ids = row + 2, [str(rows[r][column]) for r in range(row + 2, end)]
        while self.ids and not self.ids[-1]:
            self.ids.pop()

    def put(self, row, key, value):
        cell = self.sheet.getCellByPosition(self.columns[key], row)
        if value is None or value == "":
            cell.String = ""
        elif isinstance(value, (int, float)):
            cell.Value = value
        else:
            cell.String = value

    def put_block(self, keys, rows):
        """Cells side by side, of all rows at once."""
        first = self.columns[keys[0]]
        area = self.sheet.getCellRangeByPosition(first, self.first, first + len(keys) - 1, self.first + len(rows) - 1)
        area.setDataArray(tuple(tuple("" if v is None else v for v in row) for row in rows))


class Book:
    """A scoring workbook, open in LibreOffice."""

    def __init__(self, document):
        self.document, self.tables = document, []
        for sheet in document.Sheets:
            rows = recalculate.values_of(sheet)
            for r, row in enumerate(rows):
                for c, value in enumerate(row[:3]):
                    if str(value).startswith("oca:") and value not in ("oca:-", "oca:words"):
                        self.tables.append(Table(sheet, value[4:], r, c, rows))

    def named(self, name):
        return [table for table in self.tables if table.name == name]

    def calc(self, sheet):
        """The rows of a hidden sheet by their id, each a mapping of the names of its columns."""
        rows = recalculate.values_of(self.document.Sheets[sheet])
        return {str(row[0]): dict(zip(rows[1], row)) for row in rows[2:] if row[1] != ""}

    def save(self, path):
        name = PropertyValue()
        name.Name, name.Value = "FilterName", "Calc MS Excel 2007 XML"
        self.document.storeToURL(uno.systemPathToFileUrl(path), (name,))


def words_of(program, lang):
    """What the program calls an English word in that language."""
    if not lang:
        return lambda english: english
    return gettext.translation(f"oca-{lang}", os.path.join(os.path.dirname(program), "words"), [lang]).gettext


class Filler:
    """Fills a workbook in at random; each filling has its own habits. `say`: the workbook's words for English ones."""

    def __init__(self, instrument, seed, say):
        self.say = say
        self.instrument, self.r = instrument, random.Random(seed)
        r = self.r
        self.rates = {name: r.choice((0, 0.3, 0.7, 0.95)) for name in ("agreed", "verified", "single", "plan")}
        self.people, self.tallies = r.choice((0, 2, 3, 12, 20)), r.random() < 0.3

    def maybe(self, rate):
        return self.r.random() < rate

    def typed(self, word):
        """In the workbook's language, or in English all the same."""
        return word if self.say(word) == word else self.r.choice((word, self.say(word)))

    def answer(self, item, rate):
        if not self.maybe(rate):
            return None
        kind = self.r.random()
        if kind < 0.07:
            return self.typed(self.r.choice(("N/A", "n/a", " na ")))
        if kind < 0.15:
            return self.typed(self.r.choice(("don't know", "DK", "dk")))
        value = self.r.choice(self.instrument.items[item])
        return f"{value:g}".replace(".", ",") + " " if kind < 0.2 else value

    def fill(self, book):
        self.fill_answers(book)
        self.fill_criteria(book)
        self.fill_scores(book)
        self.fill_tallies(book)
        profile = " ".join(self.r.sample(self.instrument.words, self.r.randint(0, min(2, len(self.instrument.words)))))
        about, = book.named("about")
        about.put(about.first + about.ids.index("profile"), "value", profile.replace(" ", self.r.choice((" ", ", ", ";"))))
        evidence, = book.named("evidence")
        for i in range(4):
            used = self.maybe(0.5)
            evidence.put(evidence.first + i, "item", self.r.choice(list(self.instrument.items)) if used else None)
            evidence.put(evidence.first + i, "evidence", "Minutes" if used and self.maybe(0.7) else None)
            evidence.put(evidence.first + i, "kind", "seen" if used else None)

    def fill_answers(self, book):
        keys = ("agreed", "verified", "target", "votes", "chosen", "evidence", "href")
        for table in book.named("answers"):
            rows = []
            for item in table.ids:
                by_criteria = self.instrument.criteria[item]
                row = dict.fromkeys(keys)
                if not by_criteria:
                    row["agreed"] = self.answer(item, self.rates["agreed"])
                    row["verified"] = self.answer(item, self.rates["verified"])
                if self.maybe(self.rates["plan"] / 2):
                    row["votes"] = self.r.randint(0, 5)
                if self.maybe(self.rates["plan"] / 4):
                    row["chosen"] = self.typed(self.r.choice(("yes", "no")))
                if self.maybe(self.rates["plan"] / 4):
                    row["target"] = self.r.choice(self.instrument.items[item])
                if self.maybe(0.4):
                    row[self.r.choice(("evidence", "href"))] = self.r.choice(("AGM minutes", "a.jpg", " "))
                rows.append(row)
            for key in keys:
                table.put_block((key,), [[row[key]] for row in rows])

    def fill_criteria(self, book):
        for table in book.named("criteria"):
            rate = self.r.choice((0, 0.5, 0.9))
            rows = [[(self.r.choice(TICKS) if self.maybe(rate) else None) for _ in range(2)] for _ in table.ids]
            table.put_block(("agreed", "verified"), rows)

    def fill_scores(self, book):
        table, = book.named("scores")
        people = list(table.columns)
        rows = []
        self.tallied = {item: self.tallies and self.maybe(0.7) for item in table.ids}
        for item in table.ids:
            spread = self.r.random() < 0.5
            values = self.instrument.items[item]
            near = self.r.choice(values)
            row = []
            for k in range(len(people)):
                given = k < self.people and not self.tallied[item] and self.maybe(self.rates["single"])
                word = self.typed(self.r.choice(("N/A", "don't know"))) if self.maybe(0.15) else None
                row.append(None if not given else word or (self.r.choice(values) if spread else near))
            rows.append(row)
        table.put_block(people, rows)

    def fill_tallies(self, book):
        table, = book.named("tallies")
        answers = list(table.columns)
        rows = []
        for item in table.ids:
            may = [key in ("na", "dk") or float(key) in self.instrument.items[item] for key in answers]
            rows.append([self.r.randint(0, 6) if self.tallied[item] and ok and self.maybe(0.7) else None for ok in may])
        table.put_block(answers, rows)

    def sort(self, book):
        """Turns the rows of a table round, with all that stands in them."""
        for table in book.named("answers") + book.named("scores") + book.named("tallies"):
            if not self.maybe(0.3) or len(table.ids) < 2:
                continue
            last = table.first + len(table.ids) - 1
            area = table.sheet.getCellRangeByPosition(0, table.first, 60, last)
            key = uno.createUnoStruct("com.sun.star.table.TableSortField")
            key.Field, key.IsAscending = self.r.choice((0, 0, 1)), self.maybe(0.3)
            descriptor = PropertyValue()
            descriptor.Name, descriptor.Value = "SortFields", uno.Any("[]com.sun.star.table.TableSortField", (key,))
            area.sort((descriptor,))
            rows = recalculate.values_of(table.sheet)
            table.ids = [str(rows[r][0]) for r in range(table.first, last + 1)]


def same(computed, expected):
    if expected is None:
        return computed in ("", "–")
    if isinstance(expected, (int, float)) and not isinstance(expected, bool):
        return isinstance(computed, float) and abs(computed - expected) <= NEAR * max(1, abs(expected))
    return computed == expected


def nodes_of(score):
    """(id, node) of the whole and all areas."""
    yield "", score["overall"]
    todo = list(score["areas"])
    while todo:
        area = todo.pop()
        todo += area["areas"]
        yield area["id"], area


class Comparison:
    """What the formulas compute against what the program says."""

    def __init__(self, book, instrument, assessment, score, plan, stages, say):
        self.say = say
        self.book, self.instrument, self.assessment = book, instrument, assessment
        self.score, self.plan, self.stages = score, plan, stages
        self.passed, self.faults = 0, []

    def check(self, where, computed, expected):
        if same(computed, expected):
            self.passed += 1
        else:
            self.faults.append(f"{where}: the workbook has {computed!r}, the program {expected!r}")

    def nodes(self):
        rows, shown = self.book.calc("Calc areas"), self.results()
        for name, node in nodes_of(self.score):
            row, stage = rows[name], {s: i + 1 for i, s in enumerate(self.stages)}
            for key in ("state", "percent", "level", "coverage", "applicable", "scored", "na", "consensus", "divided"):
                self.check(f"area {name} {key}", row[key], node[key])
            self.check(f"area {name} stage", row["stage"], stage.get(node["stage"]))
            self.check(f"area {name} stage_uncapped", row["uncapped"], stage.get(node["stage_uncapped"]))
            areas = {n for n, _ in nodes_of(self.score)}
            open_gates = [i for i in node["provisional"] if i not in areas]
            self.check(f"area {name} provisional", row["open"] + row["waived"], len(open_gates))
            without = node["state"] == "scored" and row["missing"] != ""
            self.check(f"area {name} without", without, len(open_gates) < len(node["provisional"]))
            for key, column in (("percent", 3), ("level", 2), ("consensus", 6), ("divided", 7)):
                self.check(f"Results {name} {key}", shown[name or "overall"][column], node[key])
            self.check(f"Results {name} quadrant", shown[name or "overall"][8], self.say(QUADRANTS[node["quadrant"]]))

    def results(self):
        return {str(row[0]): row for row in recalculate.values_of(self.book.document.Sheets[self.say("Results")])[4:]}

    def items(self):
        rows = self.book.calc("Calc")
        shown = {str(row[0]): row for row in recalculate.values_of(self.book.document.Sheets[self.say("Statements")])[4:]}
        for _, area in list(nodes_of(self.score))[1:]:
            for item in area["items"]:
                row, name = rows[item["id"]], "item " + item["id"]
                for key, theirs in (("state", "state"), ("score", "score"), ("raw", "score_uncapped"),
                                    ("standing", "standing"), ("n", "n"), ("consensus", "consensus")):
                    self.check(f"{name} {theirs}", row[key], item[theirs])
                self.check(f"{name} basis", row["by"] if item["state"] == "scored" else "", item["basis"] or "")
                self.check(f"{name} gate", row["gate"], item["gate"] or "")
                answers = row["n"] + row["na"] + row["dk"]
                self.check(f"{name} dk_share", row["dk"] / answers if answers else "", item["dk_share"])
                self.check(f"Statements {name} points", shown[item["id"]][4], item["percent"])
                layers = [row["agreed"], row["checked"]]
                order = layers[1] - layers[0] if all(isinstance(v, float) for v in layers) else 0
                for mark, holds in (("checked lower", order < 0), ("checked higher", order > 0)):
                    self.check(f"Statements {name} {mark}", self.say(mark) in shown[item["id"]][14],
                               holds and item["state"] != "not-applicable")

    def criteria(self):
        """What the sheet Criteria makes of its ticks; and that the program reads just these."""
        if not any(self.instrument.criteria.values()):
            return
        rows = [row for row in recalculate.values_of(self.book.document.Sheets[self.say("Criteria")])[4:] if row[0]]
        ticks, read = {}, {}
        for row in rows:
            item, criterion = row[0].split("/")
            for layer, cell in (("agreed", row[4]), ("verified", row[5])):
                ticks.setdefault((item, layer), set()).update({criterion} if cell in TICKS else ())
        for answer in self.assessment.iter(ASSESSMENT + "answer"):
            for layer in ("agreed", "verified"):
                met = {m.get("criterion") for m in answer.iterfind(f"{ASSESSMENT}{layer}/{ASSESSMENT}met")}
                read.update({(answer.get("item"), layer): met} if met else {})
        self.check("ticks", {key: met for key, met in ticks.items() if met}, read)
        shown = {str(row[0]): row for row in recalculate.values_of(self.book.document.Sheets[self.say("Statements")])[4:]}
        for row in rows:
            item, criterion = row[0].split("/")
            levels = [self.instrument.reached(item, ticks[item, layer]) for layer in ("agreed", "verified")]
            by = [criterion in ticks[item, layer] for layer in ("agreed", "verified")]
            alone = "" if None in levels or by[0] == by[1] else "agreed alone" if by[0] else "checked alone"
            self.check(f"Criteria {row[0]} alone", row[6], alone and self.say(alone))
            for i, level in enumerate(levels):
                self.check(f"Criteria {row[0]} level", row[7 + i], level)
                self.check(f"Statements {item} layer", shown[item][12 + i], level)

    def planned(self):
        rows = self.book.calc("Calc")
        order = sorted((row["position"], name) for name, row in rows.items() if row["position"] != "")
        weaknesses = self.plan["weaknesses"]
        self.check("order of the plan", [name for _, name in order], [w["item"] for w in weaknesses])
        for weakness in weaknesses:
            row, name = rows[weakness["item"]], "plan " + weakness["item"]
            for key, theirs in (("rank", "rank"), ("tier", "tier"), ("gap", "index"), ("goal", "target"),
                                ("standing", "standing")):
                self.check(f"{name} {theirs}", row[key], weakness[theirs])
            self.check(f"{name} planned", row["place"] != "", weakness["state"] != "later")
        draft = recalculate.values_of(self.book.document.Sheets[self.say("Draft plan")])[4:]
        planned = [w["item"] for w in weaknesses if w["state"] != "later"]
        self.check("rows of the draft plan", [row[0] for row in draft if row[0]], planned[:len(draft)])


class Small(generate.Case):
    budgets = 2, 6, 12, 20


def random_rubrics(folder, count, seed):
    for i in range(count):
        made = Small(seed + i)
        paths = [os.path.join(folder, f"{kind}-{seed + i}.xml") for kind in ("rubric", "actions")]
        for path, kind in zip(paths, ("rubric", "actions")):
            with open(path, "wb") as file:
                file.write(made.files[kind + ".xml"])
        yield paths


def large(folder):
    """Paths of a rubric with 15 areas and 150 items, and of an assessment by 40 participants."""
    r, items = random.Random(5), []
    words = "members meet keep account books agree decide show check mine safety plan money record vote".split()

    def said(n):
        return " ".join(r.choice(words) for _ in range(n)).capitalize() + "."

    def item(area, i):
        items.append(f"i_{area}_{i}")
        levels = "".join(f'<level value="{v}">{said(25)}</level>' for v in range(1, 6))
        gate = '<gate at-least="2" ceiling="s1"/>' if i == 0 else ""
        return (f'<item id="{items[-1]}" scale="five" weight="{r.choice((1, 1, 2))}"><title>{said(4)}</title>'
                f"<statement>{said(15)}</statement>{levels}{gate}</item>")

    def area(number):
        inside = [item(number, i) for i in range(10)]
        if number % 3 == 0:
            inside[:5] = [f'<area id="a{number}_part"><title>Part</title>{"".join(inside[:5])}</area>']
        return (f'<area id="a{number}" weight="{r.choice((1, 2, 0.5))}"><title>Area {number}, whose title\'s "long" &amp; odd'
                f"</title>{''.join(inside)}</area>")

    scale = "".join(f'<level value="{v}"><label>Level {v}</label></level>' for v in range(1, 6))
    stages = "".join(f'<stage id="s{i}" from="{20 * i}"><label>Stage {i}</label></stage>' for i in range(5))
    rubric = (f'<rubric xmlns="urn:oca:rubric:1" id="large" version="1" xml:lang="en"><title>Large (invented)</title>'
              f'<scale id="five">{scale}</scale><stages>{stages}</stages><planning adequate="4"/>'
              f'{"".join(area(n) for n in range(15))}</rubric>')
    people = [f"p{i:02}" for i in range(1, 41)]
    answers = "".join(
        f'<answer item="{i}">{"".join(f"""<score by="{p}" value="{r.randint(1, 5)}"/>""" for p in people)}'
        f'<agreed value="{r.randint(1, 5)}"/></answer>' for i in items)
    assessment = ('<assessment xmlns="urn:oca:assessment:1" rubric="large" rubric-version="1" round="baseline" '
                  'date="2025-03-14"><organization id="o" name="O"/>'
                  f'{"".join(f"""<participant id="{p}"/>""" for p in people)}{answers}</assessment>')
    paths = os.path.join(folder, "large.xml"), os.path.join(folder, "large-answers.xml")
    for path, text in zip(paths, (rubric, assessment)):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    return paths


class Test:
    def __init__(self, program, office, folder):
        self.program, self.office, self.folder = program, office, folder
        self.passed = self.failed = 0

    def fail(self, what):
        self.failed += 1
        print(what)

    def check(self, what, holds):
        if holds:
            self.passed += 1
        else:
            self.fail(what)

    def layout(self, sample):
        """Which sheets are protected, and how; formulas that Excel takes; last time's scores beside, not filled in."""
        path = os.path.join(self.folder, "layout.xlsx")
        again = ["start", "asm-association", "--from", sample, "--date", "2026-03-14", "-o", path]
        for prefilled in False, True:
            run(self.program, *again, *(["--prefill"] if prefilled else []))
            book = openpyxl.load_workbook(path)
            sheet = next(s for s in book if any(c.value == "oca:answers" for c in s["A"]))
            heads, keys = [c.value for c in sheet[4]], [c.value for c in sheet[3]]
            row = next(r for r in sheet.iter_rows(min_row=5, values_only=True) if r[0] == "gov_constitution")
            last = next(i for i, head in enumerate(heads) if str(head).startswith("Last time"))
            self.check("last time's score stands beside", row[last] == 2 and "baseline, 2025-03-14" in heads[last])
            self.check("agreed is filled in only if asked", row[keys.index("agreed")] == (2 if prefilled else None))
        shows = {"Start", "Private, on paper", "Results", "Statements", "Draft plan"}
        for sheet in book:
            protection = sheet.protection
            if sheet.sheet_state == "visible":
                self.check(f"{sheet.title}: protected", protection.sheet == (sheet.title in shows))
                self.check(f"{sheet.title}: A4", int(sheet.page_setup.paperSize or 0) == 9)
            self.check(f"{sheet.title}: no password", not protection.password)
            formulas = [c.value for row in sheet.iter_rows() for c in row if c.data_type == "f"]
            self.check(f"{sheet.title}: formulas fit", all(len(f) <= 8192 and "_xlfn" not in f for f in formulas))

    def fillings(self, rubric, actions, count, seed, lang=None):
        instrument, options, say = Instrument(rubric), ["--rubric", rubric, *actions], words_of(self.program, lang)
        options += ["--lang", lang] if lang else []
        blank, saved = os.path.join(self.folder, "blank.xlsx"), os.path.join(self.folder, "saved.xlsx")
        run(self.program, "start", instrument.id, *options, "--org", "Example (invented)", "--date", "2025-03-14", "-o", blank)
        stages = [stage.get("id") for stage in ET.parse(rubric).getroot().iter(RUBRIC + "stage")]
        document = self.office.open(blank)
        document.enableAutomaticCalculation(False)
        book = Book(document)
        for i in range(count):
            filler = Filler(instrument, f"{seed} {rubric} {i}", say)
            filler.fill(book)
            filler.sort(book)
            document.calculateAll()
            book.save(saved)
            try:
                assessment = ET.fromstring(run(self.program, "convert", saved, "--format", "xml", "-o", "-"))
                score = json.loads(run(self.program, "score", saved, *options[:2], "--format", "json"))
                plan = json.loads(run(self.program, "plan", saved, *options, "--format", "json", "--start", "2025-04-01"))
            except RuntimeError as error:
                self.fail(f"{rubric}, filling {i}: {error}")
                continue
            comparison = Comparison(book, instrument, assessment, score, plan, stages, say)
            for part in (comparison.nodes, comparison.items, comparison.criteria, comparison.planned):
                part()
            self.passed += comparison.passed
            self.failed += len(comparison.faults)
            for fault in comparison.faults[:SHOWN]:
                print(f"{rubric}, filling {i}: {fault}")
        document.close(True)

    def blank(self, rubric):
        """An empty assessment by this rubric, as `oca start` makes it."""
        path = os.path.join(self.folder, "blank.xml")
        run(self.program, "start", os.path.basename(rubric)[:-len(".xml")], "--org", "Blank (invented)", "--date",
            "2025-03-14", "-o", path)
        return path

    def round_trip(self, sample, formulas, *options):
        """XML → workbook → LibreOffice → XML: the same bytes as without the way round; and no formula differs."""
        book, saved, back, plain = (os.path.join(self.folder, name) for name in ("b.xlsx", "s.xlsx", "b.xml", "p.xml"))
        run(self.program, "convert", sample, *options, "-o", book)
        run(self.program, "convert", sample, "-o", plain)
        document = self.office.open(book)
        good, faults = recalculate.compare(book, document) if formulas else (0, [])
        self.passed += good
        for fault in faults[:SHOWN]:
            print(f"{sample}: {fault}")
        self.failed += len(faults)
        Book(document).save(saved)
        document.close(True)
        for way in (book, saved):
            run(self.program, "convert", way, "-o", back)
            with open(back, "rb") as one, open(plain, "rb") as other:
                if one.read() == other.read():
                    self.passed += 1
                else:
                    self.fail(f"{sample}: {os.path.basename(way)} gives another document")


    def plan_round_trip(self, sample, lang):
        """The plan's workbook in that language: no formula differs, and it gives the plan back, from LibreOffice too."""
        book, saved, back, plain = (os.path.join(self.folder, name) for name in ("i.xlsx", "s.xlsx", "b.xml", "p.xml"))
        for path in book, plain:
            run(self.program, "plan", sample, "--lang", lang, "--start", "2025-04-01", "-o", path)
        document = self.office.open(book)
        good, faults = recalculate.compare(book, document)
        self.passed += good
        for fault in faults:
            self.fail(f"{sample}, plan in {lang}: {fault}")
        Book(document).save(saved)
        document.close(True)
        for way in book, saved:
            run(self.program, "convert", way, "-o", back)
            with open(back, "rb") as one, open(plain, "rb") as other:
                self.check(f"{sample}, plan in {lang}: {os.path.basename(way)} gives the plan back", one.read() == other.read())


def is_kind(path, kind):
    with open(path, encoding="utf-8") as file:
        return f'"urn:oca:{kind}:1"' in file.read(4000)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--quick", action="store_true", help="only the small ones of the rubrics that ship")
    parser.add_argument("--fillings", type=int, default=2, help="of each rubric that ships")
    parser.add_argument("--random", type=int, default=12, help="how many random rubrics")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("rubrics", nargs="*")
    given = parser.parse_args()
    program = os.path.abspath(given.program)
    rubrics = given.rubrics or sorted(p for p in glob.glob(os.path.join(ROOT, "rubrics", "*.xml")) if is_kind(p, "rubric"))
    shipped = rubrics
    if given.quick:
        rubrics = [rubric for rubric in rubrics if os.path.getsize(rubric) < QUICK]
    samples = sorted(p for p in glob.glob(os.path.join(ROOT, "templates", "samples", "*.xml")) if is_kind(p, "assessment"))
    with tempfile.TemporaryDirectory(prefix="oca-scoring-") as folder, recalculate.Office() as office:
        test = Test(program, office, folder)
        if not given.rubrics:
            test.layout(os.path.join(ROOT, "templates", "samples", "example-women.xml"))
        for sample in [] if given.rubrics else samples:
            test.round_trip(sample, not given.quick or os.path.getsize(sample) < QUICK)
        women = os.path.join(ROOT, "templates", "samples", "example-women.xml")
        for lang in () if given.rubrics else LANGUAGES:
            test.round_trip(women, True, "--lang", lang)
            test.plan_round_trip(women, lang)
            test.fillings(os.path.join(ROOT, "rubrics", "asm-association.xml"), [], 1, given.seed, lang)
        for rubric in [] if given.rubrics else shipped:
            test.round_trip(test.blank(rubric), False)
        if not given.quick and not given.rubrics:
            rubric, assessment = large(folder)
            test.round_trip(assessment, True, "--rubric", rubric)
        for rubric in rubrics:
            test.fillings(rubric, [], given.fillings, given.seed)
        for rubric, actions in [] if given.rubrics else random_rubrics(folder, given.random, given.seed):
            test.fillings(rubric, ["--actions", actions], given.fillings * 2, given.seed)
    print(f"{test.passed} passed, {test.failed} failed")
    return 1 if test.failed or not test.passed else 0


if __name__ == "__main__":
    sys.exit(main())
