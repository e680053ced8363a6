"""What ships keeps its promises: every rubric, library, sample and tailoring passes `oca check` without a word on standard
error; every library has trainings with materials, and none for nothing; legal items tell that local law must be
checked; the scales that the format promises are there; the worst practices that the Minamata Convention names are
must-haves.

    shipped.py PROGRAM
"""
import glob
import os
import subprocess
import sys
import xml.etree.ElementTree as ET

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RUBRIC, ACTIONS = "{urn:oca:rubric:1}", "{urn:oca:actions:1}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Whole-ore amalgamation, open burning, burning in homes, cyanide on mercury tailings (Annex C of the convention).
WORST = {"asm-integrated": ["pro_whole_ore", "pro_open_burning", "pro_home_burning", "pro_cyanide"]}
SCALES = {"half levels": lambda values, step, labels: step == 0.5,
          "yes, neutral or no": lambda values, step, labels: labels == ["no", "neutral", "yes"],
          "0 to 6": lambda values, step, labels: values == [0, 1, 2, 3, 4, 5, 6]}


def said(elements):
    return " ".join(" ".join(e.text.split()) for e in elements if e.text)


def own(root, elements):
    return [e for e in elements if e.get(LANGUAGE, root.get(LANGUAGE)) == root.get(LANGUAGE)]


def clean(program, path):
    done = subprocess.run([program, "check", path], capture_output=True, text=True)
    if done.returncode or done.stderr:
        yield f"oca check: {done.stderr[:500]}"


def wrong_with_rubric(root):
    for item in root.iter(RUBRIC + "item"):
        name, note = item.get("id"), said(own(root, item.findall(RUBRIC + "note")))
        if "legal" in item.get("tags", "").split() and "ocal law must be checked" not in note:
            yield f"{name} is legal, and no note says that local law must be checked"
    for name in WORST.get(root.get("id"), []):
        gates = [gate for item in root.iter(RUBRIC + "item") if item.get("id") == name for gate in item.iter(RUBRIC + "gate")]
        if not gates or not said(own(root, gates[0].findall(RUBRIC + "why"))):
            yield f"{name} is no must-have with its reason"


def wrong_with_library(root):
    trainings, needed = root.findall(ACTIONS + "training"), {a.get("training") for a in root.iter(ACTIONS + "action")}
    if not trainings:
        yield "no training"
    for training in trainings:
        if not said(own(root, training.findall(ACTIONS + "material"))):
            yield f"training {training.get('id')} has no material"
        if training.get("id") not in needed:
            yield f"no action needs training {training.get('id')}"


def scales_of(roots):
    for root in roots:
        for scale in root.iter(RUBRIC + "scale"):
            levels = scale.findall(RUBRIC + "level")
            labels = [said(own(root, level.findall(RUBRIC + "label"))).lower() for level in levels]
            yield [float(level.get("value")) for level in levels], float(scale.get("step") or 0), labels


def main():
    program, passed, failed = sys.argv[1], 0, 0
    outcomes, rubrics = [], []
    for pattern, wrong in (("rubrics/*.xml", wrong_with_rubric), ("templates/*-actions.xml", wrong_with_library),
                           ("templates/samples/*.xml", lambda root: ())):
        for path in sorted(glob.glob(os.path.join(ROOT, pattern))):
            root = ET.parse(path).getroot()
            rubrics += [root] if wrong is wrong_with_rubric else []
            outcomes.append((os.path.basename(path), [*clean(program, path), *wrong(root)]))
    ids, libraries = {root.get("id") for root in rubrics}, {name for name, _ in outcomes}
    outcomes += [(id_, [] if f"{id_}-actions.xml" in libraries else ["has no library"]) for id_ in sorted(ids)]
    outcomes += [(name, [] if any(holds(*scale) for scale in scales_of(rubrics)) else ["no rubric has such a scale"])
                 for name, holds in SCALES.items()]
    for name, wrong in outcomes:
        print(*(f"{name}: {line}" for line in wrong), sep="\n", end="\n" if wrong else "")
        passed, failed = passed + (not wrong), failed + bool(wrong)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
