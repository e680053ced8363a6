"""Makes every allocation, read, write, fsync, rename and close of the program fail in turn, verb by verb, and holds it to
its promise: the right result, or exit status 3 with a message and the old file untouched; never a crash, a half file,
or a temporary file left behind.

    run.py --program build/oca --preload build/tests/faults/preload.so [--points N] [CASE…]

`--points` bounds how many points of each kind are tried in each case, spread evenly; 0 tries them all.
"""
import argparse
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLE = os.path.join(ROOT, "templates/samples/savings-group.xml")
TRACKED = os.path.join(ROOT, "tests", "golden", "track-text", "plan.xml")
KINDS = ("malloc", "read", "write", "fsync", "rename", "close")
OLD = b"what was there before"

# Name, arguments, the file they write (None: standard output).
CASES = [
    ("check", ["check", SAMPLE], None),
    ("score", ["score", SAMPLE], None),
    ("score.json", ["score", SAMPLE, "-o", "out.json"], "out.json"),
    ("score.csv", ["score", SAMPLE, "-o", "out.csv"], "out.csv"),
    ("score.xlsx", ["score", SAMPLE, "-o", "out.xlsx"], "out.xlsx"),
    ("score.html", ["score", SAMPLE, "-o", "out.html"], "out.html"),
    ("plan.xml", ["plan", SAMPLE, "--start", "2025-04-01", "-o", "out.xml"], "out.xml"),
    ("plan.xlsx", ["plan", SAMPLE, "--start", "2025-04-01", "-o", "out.xlsx"], "out.xlsx"),
    ("plan.ics", ["plan", SAMPLE, "--start", "2025-04-01", "-o", "out.ics"], "out.ics"),
    ("plan.html", ["plan", SAMPLE, "--start", "2025-04-01", "-o", "out.html"], "out.html"),
    ("compare", ["compare", SAMPLE, SAMPLE], None),
    ("compare.json", ["compare", SAMPLE, SAMPLE, "-o", "out.json"], "out.json"),
    ("compare.csv", ["compare", SAMPLE, SAMPLE, "-o", "out.csv"], "out.csv"),
    ("compare.xml", ["compare", SAMPLE, SAMPLE, "-o", "out.xml"], "out.xml"),
    ("compare.html", ["compare", SAMPLE, SAMPLE, "-o", "out.html"], "out.html"),
    ("compare.xlsx", ["compare", SAMPLE, SAMPLE, "-o", "out.xlsx"], "out.xlsx"),
    ("portfolio", ["portfolio", SAMPLE, "--threads", "1"], None),
    ("portfolio.json", ["portfolio", SAMPLE, "--threads", "1", "-o", "out.json"], "out.json"),
    ("portfolio.csv", ["portfolio", SAMPLE, "--threads", "1", "-o", "out.csv"], "out.csv"),
    ("portfolio.jsonl", ["portfolio", SAMPLE, "--threads", "1", "-o", "out.jsonl"], "out.jsonl"),
    ("portfolio.xlsx", ["portfolio", SAMPLE, "--threads", "1", "-o", "out.xlsx"], "out.xlsx"),
    ("track.xlsx", ["track", TRACKED, "--date", "2025-04-01", "-o", "out.xlsx"], "out.xlsx"),
    ("track.html", ["track", TRACKED, "--date", "2025-04-01", "-o", "out.html"], "out.html"),
    ("track.ics", ["track", TRACKED, "--date", "2025-04-01", "-o", "out.ics"], "out.ics"),
    ("track.xml", ["track", TRACKED, TRACKED, "--date", "2025-04-01", "-o", "out.xml"], "out.xml"),
    ("convert", ["convert", SAMPLE, "-o", "out.xml"], "out.xml"),
    ("convert.xlsx", ["convert", SAMPLE, "-o", "out.xlsx"], "out.xlsx"),
    ("start.xml", ["start", "savings-group", "--from", SAMPLE, "--date", "2026-03-14", "-o", "out.xml"], "out.xml"),
    ("start.xlsx", ["start", "savings-group", "--from", SAMPLE, "--date", "2026-03-14", "-o", "out.xlsx"], "out.xlsx"),
    ("rubrics", ["rubrics", "savings-group"], None),
    ("rubrics.xlsx", ["rubrics", "savings-group", "-o", "out.xlsx"], "out.xlsx"),
]


class Case:
    def __init__(self, options, name, arguments, target):
        self.options, self.name, self.arguments, self.target = options, name, arguments, target

    def run(self, environment):
        """(exit status, standard output, standard error, {file: bytes}) of one run beside an old file."""
        with tempfile.TemporaryDirectory() as folder:
            if self.target:
                with open(os.path.join(folder, self.target), "wb") as file:
                    file.write(OLD)
            done = subprocess.run([self.options.program, *self.arguments], cwd=folder, capture_output=True, timeout=60,
                                  env=dict(os.environ, LD_PRELOAD=self.options.preload, **environment))
            files = {}
            for name in os.listdir(folder):
                with open(os.path.join(folder, name), "rb") as file:
                    files[name] = file.read()
            return done.returncode, done.stdout, done.stderr, files

    def counts(self):
        with tempfile.NamedTemporaryFile("r") as log:
            self.right = self.run({"OCA_COUNT": log.name})
            lines = [dict(pair.split("=") for pair in line.split()) for line in log]
        return {kind: max(int(line[kind]) for line in lines) for kind in KINDS}

    def wrong(self, fail):
        status, output, said, files = self.run({"OCA_FAIL": fail})
        if status == self.right[0]:
            return None if (output, files) == (self.right[1], self.right[3]) else "another result, as if all were well"
        if status != 3:
            return f"exit status {status}: {said[-200:].decode('utf-8', 'replace')}"
        if not said.strip():
            return "exit status 3 without a word"
        if files not in ({self.target: OLD} if self.target else {}, self.right[3]):
            return f"files: {({name: len(data) for name, data in files.items()})}"
        return None


def points(n, most):
    if not most or n <= most:
        return range(1, n + 1)
    return sorted({1 + (n - 1) * i // (most - 1) for i in range(most)})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=os.path.abspath)
    parser.add_argument("--preload", required=True, type=os.path.abspath)
    parser.add_argument("--points", type=int, default=0)
    parser.add_argument("cases", nargs="*")
    options = parser.parse_args()
    passed = failed = 0
    for name, arguments, target in CASES:
        if options.cases and name not in options.cases:
            continue
        case = Case(options, name, arguments, target)
        for kind, n in case.counts().items():
            for point in points(n, options.points):
                for fail in (f"{kind}:{point}", f"{kind}:{point}+") if kind == "malloc" else (f"{kind}:{point}",):
                    wrong = case.wrong(fail)
                    passed, failed = passed + (not wrong), failed + bool(wrong)
                    if wrong:
                        print(f"{name}, {fail}: {wrong}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
