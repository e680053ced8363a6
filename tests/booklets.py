"""The booklets for participants of every shipped rubric, in each of its languages: the workbook and the page hold every
statement, level and criterion with a box to tick, nobody's name is asked, each page of paper is one that the program
has laid out, and the workbook serves as the rubric that it was made from.

    booklets.py PROGRAM
"""
import glob
import html
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import openpyxl
import recalculate

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RUBRIC, LANGUAGE = "{urn:oca:rubric:1}", "{http://www.w3.org/XML/1998/namespace}lang"
BOX, A4 = "☐", "9"


def folded(text):
    return " ".join((text or "").split())


class Rubric:
    def __init__(self, path):
        self.path, self.root = path, ET.parse(path).getroot()
        self.id, self.own = self.root.get("id"), self.root.get(LANGUAGE)
        self.languages = [self.own] + sorted({t.get(LANGUAGE) for t in self.root.findall(RUBRIC + "title")} - {None})

    def is_in(self, element, language):
        return element.get(LANGUAGE, self.own) == language

    def texts(self, language):
        """Titles, statements, levels and criteria of all items."""
        for item in self.root.iter(RUBRIC + "item"):
            for element in item.iter():
                if element.tag[len(RUBRIC):] in ("title", "statement", "level") and self.is_in(element, language):
                    yield folded(element.text)
                    for criterion in element.iter(RUBRIC + "criterion"):
                        if self.is_in(criterion, language):
                            yield folded(criterion.text)

    def boxes(self):
        """A criterion has one, a level without criteria, "don't know" and "not for us"."""
        own = [level for level in self.root.iter(RUBRIC + "level") if level.get(LANGUAGE, self.own) == self.own]
        n = 2 * len(list(self.root.iter(RUBRIC + "item")))
        scales = [level for scale in self.root.iter(RUBRIC + "scale") for level in scale]
        for level in own:
            criteria = [c for c in level.iter(RUBRIC + "criterion") if self.is_in(c, self.own)]
            n += 0 if level in scales else len(criteria) or 1
        return n


def run(program, *arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True, text=True).stdout


def digest(program, path, rubric):
    return re.search(r"^Digest: (\w+)", run(program, "rubrics", rubric.id, "--rubric", path), re.M).group(1)


def wrong_with(program, office, rubric, language, folder):
    book, again, page = (os.path.join(folder, name) for name in ("booklet.xlsx", "again.xlsx", "booklet.html"))
    for path in book, again, page:
        run(program, "rubrics", rubric.id, "--rubric", rubric.path, "--lang", language, "-o", path)
    with open(book, "rb") as one, open(again, "rb") as other:
        if one.read() != other.read():
            yield "two runs differ"
    sheet = openpyxl.load_workbook(book).worksheets[0]
    cells = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    written = folded(" ".join(cells))
    with open(page, encoding="utf-8") as file:
        shown = folded(html.unescape(re.sub(r"<[^>]*>", " ", file.read())))
    for text in rubric.texts(language):
        if text not in written:
            yield f"the workbook lacks {text!r}"
        if text not in shown:
            yield f"the page lacks {text!r}"
    if written.count(BOX) != rubric.boxes():
        yield f"{written.count(BOX)} boxes, {rubric.boxes()} wanted"
    if str(sheet.page_setup.paperSize) != A4 or sheet.page_setup.orientation != "landscape" or not sheet.protection.sheet:
        yield "is not A4 across, or not protected"
    document = office.open(book)
    pages, breaks = document.getRendererCount(document, ()), len(sheet.row_breaks.brk)
    document.close(True)
    if pages != breaks + 1:
        yield f"{pages} pages, but {breaks} breaks between them"
    run(program, "check", book)
    run(program, "rubrics", rubric.id, "--rubric", book, "-o", again)  # and a booklet from the booklet
    if {digest(program, path, rubric) for path in (book, again)} != {digest(program, rubric.path, rubric)}:
        yield "bears another rubric than it was made from"


def main():
    program, passed, failed = os.path.abspath(sys.argv[1]), 0, 0
    with tempfile.TemporaryDirectory() as folder, recalculate.Office() as office:
        for rubric in map(Rubric, sorted(glob.glob(os.path.join(ROOT, "rubrics", "*.xml")))):
            for language in rubric.languages:
                wrong = list(wrong_with(program, office, rubric, language, folder))
                print(*(f"{rubric.id}, {language}: {line}" for line in wrong[:9]), sep="\n", end="\n" if wrong else "")
                passed, failed = passed + (not wrong), failed + bool(wrong)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
