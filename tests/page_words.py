"""Pages in the languages that have a catalog: they name their language, and no word of ours stays English; and no page
depends on the language of the machine, while what is told about it does.

    page_words.py --program build/oca
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

from lxml import etree, html

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAMPLE = f"{ROOT}/templates/samples/example-women"
LANGUAGES = ("fr", "pt")
READ_ALOUD = ("aria-label", "alt", "title")


def catalog(language):
    """Each message whose translation is another text, as a pattern of what it would look like."""
    mo = subprocess.run(["msgattrib", "--translated", "--no-fuzzy", "--no-obsolete", "--no-wrap",
                         f"{ROOT}/templates/words/{language}.po"], check=True, capture_output=True, text=True).stdout
    patterns = []
    for entry in mo.split("\n\n")[1:]:
        texts = [bytes(text, "utf-8").decode("unicode_escape").encode("latin-1").decode("utf-8")
                 for text in re.findall(r'^msg(?:id|str|id_plural)(?:\[\d\])? "(.*)"$', entry, re.M)]
        english, others = texts[0], texts[1:]
        if english in others or not re.search("[A-Za-z]{3}", re.sub(r"%[-#0-9.*]*[a-z]*", "", english)):
            continue
        filled = re.sub(r"(%(?:[1-9]|[-+ 0#.*\d]*(?:l|z)?[sdufg]))|.", lambda m: ".+" if m[1] else re.escape(m[0]), english, flags=re.S)
        if len(re.findall("[A-Za-z]{2,}", re.sub("%[1-9]|%[a-z]+", "", english))) > (1 if ".+" in filled else 0):
            patterns.append((english, re.compile(filled)))
    return patterns


def shown(path):
    """All texts that the page shows or has read aloud."""
    page = html.parse(path).getroot()
    for element in page.iter(etree.Element):
        if element.tag in ("style", "script"):
            continue
        texts = [element.text] + [child.tail for child in element] + [element.get(name) for name in READ_ALOUD]
        yield from (" ".join(text.split()) for text in texts if text and text.strip())


def own_words():
    """What documents say, in whatever language, is theirs."""
    said = set()
    for path in (f"{ROOT}/rubrics/asm-association.xml", f"{ROOT}/templates/asm-association-actions.xml", f"{SAMPLE}.xml",
                 f"{SAMPLE}-reassessment.xml"):
        for element in etree.parse(path).getroot().iter(etree.Element):
            said.add(" ".join((element.text or "").split()))
            said.update(element.attrib.values())
    return said


def make(program, folder, options=(), **environment):
    """The pages of the sample; gives their paths."""
    def oca(*arguments):
        subprocess.run([program, *arguments], check=True, capture_output=True,
                       env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **environment})
    plan, pages = f"{folder}/plan.xml", {}
    oca("plan", f"{SAMPLE}.xml", "--start", "2025-04-01", *options, "-o", plan)
    for name, command in {
            "score": ("score", f"{SAMPLE}.xml"), "wall": ("score", f"{SAMPLE}.xml", "--wall"),
            "plan": ("plan", f"{SAMPLE}.xml", "--start", "2025-04-01"),
            "track": ("track", plan, "--date", "2025-09-01", "--reschedule"),
            "compare": ("compare", f"{SAMPLE}.xml", f"{SAMPLE}-reassessment.xml", "--plan", plan),
            "portfolio": ("portfolio", f"{SAMPLE}.xml", f"{SAMPLE}-reassessment.xml", plan, "--by", "country"),
            "booklet": ("rubrics", "asm-association")}.items():
        pages[name] = f"{folder}/{name}.html"
        oca(*command, *options, "-o", pages[name])
    return pages


def check_language(program, language):
    faults, patterns, theirs = [], catalog(language), own_words()
    with tempfile.TemporaryDirectory() as folder:
        for name, path in make(program, folder, ("--lang", language)).items():
            if html.parse(path).getroot().get("lang") != language:
                faults.append(f"{language}, {name}: the page does not say its language")
            for text in set(shown(path)) - theirs:
                english = next((message for message, pattern in patterns if pattern.fullmatch(text)), None)
                if english:
                    faults.append(f"{language}, {name}: {text[:90]!r} stands there in English ({english[:60]!r})")
    return faults


def check_machine(program):
    """A page is the same bytes wherever it is made; a complaint is in the language of who sits there."""
    faults = []
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        here, there = make(program, one), make(program, other, LC_ALL="", LANG="pt_MZ.UTF-8")
        for name in here:
            with open(here[name], "rb") as a, open(there[name], "rb") as b:
                if a.read() != b.read():
                    faults.append(f"{name}: the page depends on the language of the machine")
        for lang, word in (("C.UTF-8", b"there is no such file"), ("pt_MZ.UTF-8", "não existe tal ficheiro".encode())):
            told = subprocess.run([program, "score", f"{one}/none.xml"], capture_output=True, env={"LANG": lang}).stderr
            if word not in told:
                faults.append(f"LANG={lang}: {told!r}")
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default="build/oca")
    program = os.path.abspath(parser.parse_args().program)
    outcomes = [check_language(program, language) for language in LANGUAGES] + [check_machine(program)]
    for fault in sum(outcomes, []):
        print(fault)
    failed = sum(map(bool, outcomes))
    print(f"{len(outcomes) - failed} passed, {failed} failed")
    return failed


sys.exit(main() != 0)
