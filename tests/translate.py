"""A translator's round trip: the texts of rubrics and libraries to a PO file and back, with itstool.

    translate.py --program build/oca

In a language made up for the test every text is translated, then all but one. Joined, the document holds what it held
before, is the same instrument by its digest, and `oca check` tells exactly what is still missing.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

from lxml import etree

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RULES = f"{ROOT}/rubrics/schema/texts.its"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
DOCUMENTS = ("rubrics/asm-association.xml", "rubrics/performance-index.xml", "templates/asm-association-actions.xml")


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options)


def exported(path, folder):
    run("itstool", "-i", RULES, "-o", f"{folder}/texts.pot", path)
    return run("msgen", "--no-wrap", "-o", "-", f"{folder}/texts.pot").stdout.replace("charset=CHARSET", "charset=UTF-8")


def joined(path, po, folder):
    with open(f"{folder}/qqx.po", "w", encoding="utf-8") as file:
        file.write(po)
    run("msgfmt", "-o", f"{folder}/qqx.mo", f"{folder}/qqx.po")
    out = f"{folder}/{os.path.basename(path)}"
    run("itstool", "-i", RULES, "-j", path, "-o", out, f"{folder}/qqx.mo")
    return out


def told(program, path):
    """The lines of `oca check` about the made-up language in this document itself."""
    made = subprocess.run([program, "check", path], capture_output=True, text=True)
    lines = made.stdout.splitlines() + made.stderr.splitlines()
    return made.returncode, [line for line in lines if 'language "qqx"' in line and line.startswith(path)]


def shape(path, without):
    """Every element with its attributes and words, but those of that language."""
    root = etree.parse(path).getroot()
    for element in list(root.iter(etree.Element)):
        if element.get(LANG) == without:
            element.getparent().remove(element)
    return [(e.tag, sorted(e.attrib.items()), " ".join("".join(e.xpath("text()")).split())) for e in root.iter(etree.Element)]


def digest(program, path):
    made = subprocess.run([program, "rubrics", "--rubric", path, path.split("/")[-1][:-4]], capture_output=True, text=True)
    return re.findall("Digest: ([0-9a-f]{64})", made.stdout)


def units(path):
    """Units are attributes; in another language they are elements, which are written by hand."""
    return len(etree.parse(path).xpath("//*[local-name() = 'measure'][@unit]"))


def check(program, path, folder):
    faults = []
    po = exported(path, folder)
    whole = joined(path, po, folder)
    status, lines = told(program, whole)
    missing = units(path)
    expected = [str(missing)] if missing else []
    if status != 0 or re.findall(r"incomplete: (\d+) of", " ".join(lines)) != expected:
        faults.append(f"translated whole, {missing} units are missing, and oca check says: {lines}")
    if shape(path, "") != shape(whole, "qqx"):
        faults.append("joining changed more than it added")
    if digest(program, path) != digest(program, whole):
        faults.append("joining made another instrument")
    head, first, rest = po.split("\n\n", 2)
    status, lines = told(program, joined(path, f"{head}\n\n{rest}", folder))
    if status != 0 or len(lines) != 1 or "incomplete" not in lines[0]:
        faults.append(f"one text was left out, and oca check says: {lines}")
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default="build/oca")
    program = os.path.abspath(parser.parse_args().program)
    failed = 0
    if not shutil.which("itstool"):
        sys.exit("itstool is missing: .ci/install check")
    for path in DOCUMENTS:
        with tempfile.TemporaryDirectory() as folder:
            faults = check(program, f"{ROOT}/{path}", folder)
        for fault in faults:
            print(f"{path}: {fault}")
        failed += bool(faults)
    print(f"{len(DOCUMENTS) - failed} passed, {failed} failed")
    return failed


sys.exit(main() != 0)
