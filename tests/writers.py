"""Several programs at one file: what another one wrote while a verb was at work is not written over, and of writers at
once each file is one's or another's, never a mixture.

    writers.py PROGRAM [--times N] [--seed S]

A verb that reads its input from a pipe waits there until the other program has written. Ends with a line:
N passed, M failed.
"""
import argparse
import os
import random
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAMPLE = os.path.join(ROOT, "templates", "samples", "savings-group.xml")
PLAN = os.path.join(ROOT, "tests", "golden", "track-text", "plan.xml")
RUBRIC = os.path.join(ROOT, "rubrics", "savings-group.xml")
EXPORT = os.path.join(ROOT, "tests", "exports", "kobo_xml.csv")
OTHERS = b"what somebody else wrote"

# What a verb reads from the pipe, its arguments (PIPE, OUT), endings.
WAITING = [
    (SAMPLE, ["convert", "PIPE", "-o", "OUT"], ".xml .xlsx"),
    (SAMPLE, ["merge", SAMPLE, "PIPE", "-o", "OUT"], ".xml .xlsx"),
    (SAMPLE, ["score", "PIPE", "-o", "OUT"], ".txt .json .html .xlsx .csv .xml"),
    (SAMPLE, ["plan", "PIPE", "--start", "2025-04-01", "-o", "OUT"], ".txt .json .html .xlsx .csv .ics .xml"),
    (SAMPLE, ["compare", SAMPLE, "PIPE", "-o", "OUT"], ".txt .json .html .xlsx .csv .xml"),
    (PLAN, ["track", "PIPE", "--date", "2025-06-01", "-o", "OUT"], ".txt .json .html .xlsx .csv .ics .xml"),
    (SAMPLE, ["start", "savings-group", "--from", "PIPE", "--date", "2026-03-14", "-o", "OUT"], ".xml .xlsx"),
    (RUBRIC, ["form", "PIPE", "-o", "OUT"], ".xlsx"),
    (RUBRIC, ["portfolio", SAMPLE, "--rubric", "PIPE", "-o", "OUT"], ".txt .json .html .xlsx .csv .jsonl .xml"),
]


def opened(pipe, run):
    """The end of the pipe to write to, once the verb reads from it; None if it ends without."""
    while run.poll() is None:
        try:
            end = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody reads yet
            time.sleep(0.002)
        else:
            os.set_blocking(end, True)
            return end
    return None


def waiting(program, folder, content, arguments, ending, there_before):
    """What is wrong with how a verb ends to whose target another program writes while it waits for its input."""
    pipe, out = os.path.join(folder, "pipe.xml"), os.path.join(folder, "out" + ending)
    os.mkfifo(pipe)
    if there_before:
        with open(out, "wb") as file:
            file.write(b"what was there before")
    run = subprocess.Popen([program, *[{"PIPE": pipe, "OUT": out}.get(word, word) for word in arguments]],
                           stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    end = opened(pipe, run)
    if end is not None:
        with open(out, "wb") as other:
            other.write(OTHERS)
        with open(content, "rb") as source, os.fdopen(end, "wb") as file:
            file.write(source.read())
    said = run.communicate(timeout=60)[1].decode()
    found = None
    if os.path.exists(out):
        with open(out, "rb") as file:
            found = file.read()
    if run.returncode != 3 or "another program" not in said:
        return f"exit status {run.returncode}: {said[-300:]}"
    if found != OTHERS:
        return "what the other program wrote is lost"
    left = set(os.listdir(folder)) - {"pipe.xml", "out" + ending}
    return f"left behind: {left}" if left else None


def at_once(program, folder, dice, ending):
    """What is wrong after several programs wrote one file at the same time."""
    out = os.path.join(folder, "out" + ending)
    starts = dice.sample(["2025-04-01", "2025-05-01", "2025-06-02", "2025-07-01"], dice.choice((2, 3, 4)))
    wanted = set()
    for start in starts:
        alone = os.path.join(folder, f"alone-{start}{ending}")
        subprocess.run([program, "plan", SAMPLE, "--start", start, "-o", alone], check=True, capture_output=True)
        with open(alone, "rb") as file:
            wanted.add(file.read())
        os.remove(alone)
    runs = [subprocess.Popen([program, "plan", SAMPLE, "--start", start, "-o", out], stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE) for start in starts]
    said = [run.communicate(timeout=60)[1].decode() for run in runs]
    endings = [run.returncode for run in runs]
    if not set(endings) <= {0, 3} or 0 not in endings:
        return f"exit status {endings}: {said}"
    if any("another program" not in text for run, text in zip(runs, said) if run.returncode == 3):
        return f"is told: {said}"
    with open(out, "rb") as file:
        if file.read() not in wanted:
            return "the file is nobody's"
    left = set(os.listdir(folder)) - {"out" + ending}
    return f"left behind: {left}" if left else None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("--times", type=int, default=12, help="races of each kind of file")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice, results = random.Random(options.seed), []
    for content, arguments, endings in WAITING:
        for ending in endings.split():
            for there_before in (True, False):
                with tempfile.TemporaryDirectory() as folder:
                    name = f"{arguments[0]} -o {ending}, {'changed' if there_before else 'made'} meanwhile"
                    results.append((name, waiting(options.program, folder, content, arguments, ending, there_before)))
    for ending in (".json", ".xml", ".xlsx", ".ics"):
        for i in range(options.times):
            with tempfile.TemporaryDirectory() as folder:
                results.append((f"writers at once, {ending}, {i}", at_once(options.program, folder, dice, ending)))
    for name, wrong in results:
        if wrong:
            print(f"{name}: {wrong}")
    failed = sum(bool(wrong) for _, wrong in results)
    print(f"{len(results) - failed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
