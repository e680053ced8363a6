"""Kills the program at random moments, in every verb that writes: the target is the old file or the new one, whole.

    kills.py PROGRAM [--times N]

A killed program can leave its temporary file beside the target; nothing else may be there. A verb that writes and has no
row here is a failure. Ends with: N passed, N failed.
"""
import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAMPLES = os.path.join(ROOT, "templates", "samples")
WOMEN, AFTER = (os.path.join(SAMPLES, name) for name in ("example-women.xml", "example-women-reassessment.xml"))
EXPORTS = os.path.join(ROOT, "tests", "exports")
OLD = b"what was there before"
LATER = ["--date", "2025-07-01", "--by", "Mentor (invented)"]

# Arguments; PLAN stands for a plan's workbook, TARGET for the file that is written.
CASES = [
    ["plan", WOMEN, "--start", "2025-04-01", "-o", "TARGET.xlsx"],
    ["plan", WOMEN, "--start", "2025-04-01", "-o", "TARGET.html"],
    ["track", "PLAN", *LATER, "-o", "TARGET.xlsx"],
    ["track", "PLAN", *LATER, "-o", "TARGET.xml"],
    ["track", "PLAN", *LATER, "-o", "TARGET.ics"],
    ["convert", WOMEN, "-o", "TARGET.xlsx"],
    ["score", WOMEN, "-o", "TARGET.xlsx"],
    ["compare", WOMEN, AFTER, "-o", "TARGET.xlsx"],
    ["start", "asm-association", "--org", "Example (invented)", "--date", "2025-03-14", "-o", "TARGET.xlsx"],
    ["form", "asm-association", "--date", "2025-03-14", "-o", "TARGET.xlsx"],
    ["rubrics", "asm-association", "-o", "TARGET.xlsx"],
    ["portfolio", SAMPLES, "-o", "TARGET.xlsx"],
    ["merge", WOMEN, WOMEN, "-o", "TARGET.xlsx"],
    ["collect", os.path.join(EXPORTS, "assoc1.xml"), os.path.join(EXPORTS, "kobo_xml.csv"), "--rubric", os.path.join(EXPORTS, "gov.xml"),
     "-o", "TARGET.xml"],
]


def content(path):
    with open(path, "rb") as file:
        return file.read()


def verbs_that_write(program):
    """As the program tells of itself."""
    def said(*arguments):
        return subprocess.run([program, *arguments], capture_output=True, text=True, check=True, env=dict(os.environ, LC_ALL="C.UTF-8")).stdout

    verbs = re.findall(r"^  ([a-z]+)  ", said("--help"), re.M)
    return {verb for verb in verbs if re.search(r"^  -o FILE", said(verb, "--help"), re.M)}


class Case:
    def __init__(self, program, folder, plan, arguments):
        self.folder = os.path.join(folder, "_".join([arguments[0], arguments[-1]]))
        os.mkdir(self.folder)
        self.target = os.path.join(self.folder, arguments[-1])
        words = [plan if word == "PLAN" else self.target if word.startswith("TARGET") else word for word in arguments]
        self.command, self.name = [program, *words], " ".join([arguments[0], arguments[-1]])
        began = time.monotonic()
        subprocess.run(self.command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.takes, self.new = time.monotonic() - began, content(self.target)

    def wrong_after_kill(self, delay):
        with open(self.target, "wb") as file:
            file.write(OLD)
        process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.kill()
        process.wait()
        found = content(self.target)
        return None if found in (OLD, self.new) else f"{self.name}: {len(found)} bytes that are neither old nor new"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("--times", type=int, default=12)
    options = parser.parse_args()
    dice, passed, failed = random.Random(20250314), 0, 0
    for verb in sorted(verbs_that_write(options.program) - {case[0] for case in CASES}):
        print(f"oca {verb} writes, and is not tried")
        failed += 1
    with tempfile.TemporaryDirectory() as folder:
        plan = os.path.join(folder, "plan.xlsx")
        subprocess.run([options.program, "plan", WOMEN, "--start", "2025-04-01", "-o", plan], check=True,
                       stdout=subprocess.DEVNULL)
        for arguments in CASES:
            case = Case(options.program, folder, plan, arguments)
            for _ in range(options.times):
                wrong = case.wrong_after_kill(dice.uniform(0, 1.2 * case.takes))
                passed, failed = passed + (not wrong), failed + bool(wrong)
                if wrong:
                    print(wrong)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
