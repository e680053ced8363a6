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

import cases

KINDS = ("malloc", "read", "write", "fsync", "rename", "close")
OLD = b"what was there before"


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
    for name, arguments, target in cases.cases():
        if options.cases and name not in options.cases:
            continue
        case = Case(options, name, arguments, target)
        for kind, n in case.counts().items():
            for point in points(n, options.points):
                for fail in (f"{kind}:{point}", f"{kind}:{point}+") if kind == "malloc" else (f"{kind}:{point}",):
                    wrong = case.wrong(fail)
                    passed, failed = passed + (not wrong), failed + bool(wrong)
                    if wrong:
                        print(f"{name}, {fail}: {wrong}", flush=True)
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
