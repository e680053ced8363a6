"""No word of the program's own escapes translation: everything in a language made up for the test.

    pseudo.py --program build/oca

A catalog turns each letter of every message (templates/words/oca.pot) into its full-width double, and so does this
script with the texts of a rubric, its actions, an assessment and a plan. Made from them, whatever people read in a workbook, a
text or a page must hold no plain letters but ids, keys and codes: a plain word was never looked up.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

import openpyxl
from lxml import etree, html

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
XML = "{http://www.w3.org/XML/1998/namespace}"
SHOWN = ("name", "place", "minutes", "reason", "unit", "person", "supporter", "present")  # attributes that people wrote
CODES = ("id", "item", "ref", "lead", "requires", "training", "profile", "groups", "part-of", "applies-to", "except", "by",
         "country", "district", "href", "round")
READ_ALOUD = ("aria-label", "alt", "title")
WORD = re.compile(r"[A-Za-z]{2,}")
# What is no language's: codes, keys of the documents that people type, units of the machine.
COLUMN_OF_IDS = {"id", "overall", "name", "profile", "round", "date", "as-of", "private", "part-of", "country", "district", "ward",
                 "members", "women", "youth", "disability"}
SAME = re.compile(r"\b(?:oca|asm-[a-z]+|USD|ZW|p\d\d|[a-z]+(?:[_-][a-z0-9]+)+|R|n|x)\b")


def wide(text):
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalpha() else c for c in text)


def wide_message(text):
    """What printf and the stylesheets put in stays as it is."""
    return re.sub(r"%(?:\d+\$)?[-+ 0#.*\d]*(?:l|z)?[sdufgc%]|[A-Za-z]",
                  lambda m: m.group(0) if m.group(0).startswith("%") else wide(m.group(0)), text)


def catalog(folder):
    """oca-xx.mo from the template: msgen gives every message itself as its translation, which is then widened."""
    po = subprocess.run(["msgen", "--no-wrap", "-o", "-", f"{ROOT}/templates/words/oca.pot"], check=True, capture_output=True,
                        text=True).stdout
    lines, translated = [], False
    head, _, rest = po.partition("\n\n")
    head = head.replace('"Language: \\n"', '"Language: xx\\n"')
    if "Plural-Forms" not in head:
        head += '\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"'
    for line in rest.splitlines():
        translated = line.startswith("msgstr") or (translated and line.startswith('"'))
        if translated:
            before, quote, text = line.partition('"')
            line = before + quote + re.sub(r"\\.|[^\\]+", lambda m: m.group(0) if m.group(0)[0] == "\\"
                                           else wide_message(m.group(0)), text)
        lines.append(line)
    os.makedirs(f"{folder}/xx/LC_MESSAGES")
    with open(f"{folder}/xx.po", "w", encoding="utf-8") as file:
        file.write(head.replace("#, fuzzy\n", "") + "\n\n" + "\n".join(lines) + "\n")
    subprocess.run(["msgfmt", "-o", f"{folder}/xx/LC_MESSAGES/oca-xx.mo", f"{folder}/xx.po"], check=True)


def widened(source, target):
    """A document all of whose texts are in that language."""
    tree = etree.parse(source)
    root = tree.getroot()
    for element in [e for e in root.iter() if e is not root and e.get(XML + "lang")]:
        element.getparent().remove(element)
    root.set(XML + "lang", "xx")
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.text and element.text.strip():
            element.text = wide(element.text)
        for name in SHOWN:
            if element.get(name) and not (name == "present" and element.get(name).isdigit()):
                element.set(name, wide(element.get(name)))
    tree.write(target, encoding="utf-8", xml_declaration=True)


def plain(text):
    return WORD.findall(SAME.sub(" ", text))


def ids_of(path):
    """The ids and codes of a document, and the words of profiles and groups, which people type as they are."""
    return {word for element in etree.parse(path).getroot().iter() if isinstance(element.tag, str)
            for name in CODES for word in WORD.findall(element.get(name, ""))}


def cells(path):
    """(where, text) of what a sheet shows; the first row of a table bears keys, its first column ids."""
    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book:
        if sheet.sheet_state != "visible":
            continue
        yield sheet.title, sheet.title
        keys = {row[0].row for row in sheet.iter_rows() for cell in row
                if isinstance(cell.value, str) and cell.value.startswith("oca:")}
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.row not in keys and not (cell.column == 1 and
                                                                                 cell.value in COLUMN_OF_IDS):
                    yield f"{sheet.title}!{cell.coordinate}", cell.value
        for part in (sheet.oddHeader, sheet.oddFooter):
            for side in (part.left, part.right):
                yield f"{sheet.title} header", re.sub(r"&[A-Z]", " ", side.text or "")
        for rule in sheet.data_validations.dataValidation:
            for text in (rule.prompt, rule.error, rule.errorTitle, rule.promptTitle):
                yield f"{sheet.title} list", text or ""


def lines(text):
    for number, line in enumerate(text.splitlines(), 1):
        yield f"line {number}", line


def page(path):
    """What a page shows, and has read aloud."""
    for element in html.parse(path).getroot().iter(etree.Element):
        if element.tag in ("style", "script"):
            continue
        for text in [element.text, *(child.tail for child in element), *(element.get(name) for name in READ_ALOUD)]:
            yield f"<{element.tag}>", text or ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=f"{ROOT}/build/oca")
    arguments = parser.parse_args()
    failed = tried = 0
    with tempfile.TemporaryDirectory(prefix="oca-pseudo-") as folder:
        os.makedirs(f"{folder}/bin")
        os.makedirs(f"{folder}/share/oca/words")
        shutil.copy(arguments.program, f"{folder}/bin/oca")
        os.symlink(f"{ROOT}/templates", f"{folder}/share/oca/templates")
        catalog(f"{folder}/share/oca/words")
        known = {"id", "overall", "plans", "xml", "perfor"}  # and a folder, and an id that is cut for the name of a sheet
        for source, name in (("rubrics/asm-association.xml", "asm-association.xml"),
                             ("templates/asm-association-actions.xml", "asm-association-actions.xml"),
                             ("rubrics/performance-index.xml", "performance-index.xml"),
                             ("templates/performance-index-actions.xml", "performance-index-actions.xml"),
                             ("templates/samples/example-women.xml", "women.xml"),
                             ("templates/samples/example-women-reassessment.xml", "later.xml"),
                             ("templates/samples/example-performance.xml", "performance.xml")):
            widened(f"{ROOT}/{source}", f"{folder}/{name}")
            known |= ids_of(f"{folder}/{name}")

        def run(*words):
            done = subprocess.run([f"{folder}/bin/oca", *words], cwd=folder, capture_output=True, text=True, timeout=120,
                                  env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "OCA_PATH": folder})
            if done.returncode:
                raise SystemExit(f"{words}: status {done.returncode}: {done.stderr}")
            return done.stdout

        plan, rounds = ("--start", "2025-04-01"), ("women.xml", "later.xml")
        several = (*rounds, "performance.xml", "plans", "--by", "country", "--donor-leaves", "2025-06-01")
        track = ("--date", "2025-11-01", "--by", wide("A. Mentor"))
        run("plan", "women.xml", *plan, "-o", "plan.xml")
        os.mkdir(f"{folder}/plans")
        shutil.copy(f"{folder}/plan.xml", f"{folder}/plans")
        books = {"scoring.xlsx": ("convert", "women.xml"), "criteria.xlsx": ("convert", "performance.xml"),
                 "again.xlsx": ("start", "asm-association", "--from", "women.xml", "--date", "2026-03-01"),
                 "scores.xlsx": ("score", "women.xml"), "isp.xlsx": ("plan", "women.xml", *plan),
                 "next.xlsx": ("track", "plan.xml", *track), "compare.xlsx": ("compare", *rounds, "--plan", "plan.xml"),
                 "series.xlsx": ("compare", rounds[0], *rounds, "--plan", "plan.xml"),
                 "portfolio.xlsx": ("portfolio", *several), "plans.xlsx": ("track", "plans", *track[:2])}
        texts = {"score": ("score", "women.xml"), "plan": ("plan", "women.xml", *plan), "track": ("track", "plan.xml", *track),
                 "tasks": ("track", "plan.xml", "--tasks", *track), "plans": ("track", "plans", *track[:2]),
                 "explain": ("score", "women.xml", "--explain", "overall"),
                 "explain an item": ("score", "women.xml", "--explain", "gov_constitution"),
                 "explain a change": ("compare", *rounds, "--explain", "overall"),
                 "explain an item's change": ("compare", *rounds, "--explain", "gov_constitution"),
                 "compare": ("compare", *rounds, "--plan", "plan.xml"), "portfolio": ("portfolio", *several),
                 "criteria": ("score", "performance.xml")}
        pages = {"score": ("score", "women.xml"), "criteria": ("score", "performance.xml"), "wall": ("score", "women.xml", "--wall"),
                 "plan": ("plan", "women.xml", *plan), "track": ("track", "plan.xml", *track),
                 "plans": ("track", "plans", *track[:2]), "compare": ("compare", *rounds, "--plan", "plan.xml"),
                 "portfolio": ("portfolio", *several), "booklet": ("rubrics", "asm-association")}
        found = {}
        for name, words in books.items():
            run(*words, "-o", name)
            found[name] = cells(f"{folder}/{name}")
        for name, words in texts.items():
            found[name] = lines(run(*words))
        for name, words in pages.items():
            run(*words, "-o", f"{name}.html")
            found[f"{name}.html"] = page(f"{folder}/{name}.html")
        for name, shown in found.items():
            tried += 1
            bad = [(where, text) for where, text in shown if set(plain(text)) - known]
            failed += bool(bad)
            for where, text in bad[:20]:
                print(f"{name}: {where}: {text[:120]!r} has words that no catalog was asked for: {sorted(set(plain(text)) - known)}")
    print(f"{tried - failed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
