"""Makes every allocation, read, write, fsync, rename and close of the program, and of the processes that it forks, fail in
turn, verb by verb, and holds it to its promise: the right result, or exit status 3 with a message and the old file
untouched; never a crash, a half file, or a temporary file left behind.

    run.py --program build/oca --preload build/tests/faults/preload.so [--points N] [CASE…]

Every system call is tried, and so many allocations of each case as `--points` says, spread evenly; 0 is all of them. The
program under test ships one small rubric, for `oca rubrics` reads all. Cases run side by side, one on each processor.
A failure is had again by hand with what is printed of it, as preload.c says.
"""
import argparse
import concurrent.futures
import os
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile

import cases

LONGEST = 60  # seconds that a run may take


class Case:
    """A command beside an old file, run again and again by one process that stands before main."""

    def __init__(self, options, arguments, target, folder):
        self.folder, self.before = folder, {target: cases.OLD} if target else {}
        self.command, self.preload = [options.program, *arguments], options.preload
        self.start_afresh()
        with tempfile.NamedTemporaryFile("r") as log:
            subprocess.run(self.command, cwd=folder, capture_output=True, timeout=LONGEST, check=False,
                           env=dict(os.environ, LD_PRELOAD=self.preload, OCA_COUNT=log.name))
            self.counts = {kind: int(n) for kind, n in (line.split() for line in log)}
        self.serve()
        self.right = self.run("\n")

    def start_afresh(self):
        for name in os.listdir(self.folder):
            os.remove(os.path.join(self.folder, name))
        for name, content in self.before.items():
            with open(os.path.join(self.folder, name), "wb") as file:
                file.write(content)

    def serve(self):
        asked, self.ask = os.pipe()
        self.answer, answers = os.pipe()
        self.said = [tempfile.TemporaryFile(), tempfile.TemporaryFile()]
        self.process = subprocess.Popen(
            self.command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=self.said[0], stderr=self.said[1],
            pass_fds=(asked, answers), start_new_session=True,
            env=dict(os.environ, LD_PRELOAD=self.preload, OCA_SERVE=f"{asked},{answers}"))
        os.close(asked)
        os.close(answers)

    def stop(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        for descriptor in (self.ask, self.answer):
            os.close(descriptor)
        for file in self.said:
            file.close()

    def run(self, fail):
        """(exit status, standard output, standard error, {file: bytes}) of one run, or None after a minute."""
        self.start_afresh()
        for file in self.said:
            os.truncate(file.fileno(), 0)
            os.lseek(file.fileno(), 0, os.SEEK_SET)
        os.write(self.ask, fail.encode())
        if not select.select([self.answer], [], [], LONGEST)[0]:
            self.stop()
            self.serve()
            return None
        status = os.waitstatus_to_exitcode(*struct.unpack("i", os.read(self.answer, 4)))
        output, said = (os.pread(file.fileno(), os.fstat(file.fileno()).st_size, 0) for file in self.said)
        return status, output, said, cases.files_in(self.folder)

    def wrong(self, fail):
        done = self.run(fail)
        if not done:
            return f"not done after {LONGEST} seconds"
        status, output, said, files = done
        if status == self.right[0]:
            return None if (output, files) == (self.right[1], self.right[3]) else "another result, as if all were well"
        if status != 3:
            return f"exit status {status}: {said[-200:].decode('utf-8', 'replace')}"
        if not said.strip():
            return "exit status 3 without a word"
        if files not in (self.before, self.right[3]):
            return f"files: {({name: len(content) for name, content in files.items()})}"
        return None


def points(n, most):
    if not most or n <= most:
        return range(1, n + 1)
    return sorted({1 + (n - 1) * i // (most - 1) for i in range(most)})


def furnish(house, program):
    """The program in a place of its own, with one rubric."""
    shipped = os.path.dirname(os.path.dirname(program))
    os.makedirs(os.path.join(house, "build"))
    os.makedirs(os.path.join(house, "rubrics"))
    os.symlink(os.path.join(shipped, "templates"), os.path.join(house, "templates"))
    shutil.copy(os.path.join(shipped, "rubrics", "savings-group.xml"), os.path.join(house, "rubrics"))
    return shutil.copy(program, os.path.join(house, "build"))


def held(options, name, arguments, target):
    """(how many runs were right, what was wrong with the others, whether system calls could fail) of one case."""
    right, wrongs = 0, []
    with tempfile.TemporaryDirectory() as folder:
        case = Case(options, arguments, target, folder)
        for kind, n in case.counts.items():
            memory = "malloc" in kind
            for point in points(n, options.points if memory else 0):
                for fail in (f"{kind}:{point}", f"{kind}:{point}+") if memory else (f"{kind}:{point}",):
                    wrong = case.wrong(fail)
                    right += not wrong
                    if wrong:
                        wrongs.append(f"{name}, {fail}: {wrong}")
        case.stop()
    return right, wrongs, case.counts["read"] > 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=os.path.abspath)
    parser.add_argument("--preload", required=True, type=os.path.abspath)
    parser.add_argument("--points", type=int, default=0)
    parser.add_argument("cases", nargs="*")
    options = parser.parse_args()
    passed = failed = 0
    caught = True
    with tempfile.TemporaryDirectory() as house, \
            concurrent.futures.ProcessPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        options.program = furnish(house, options.program)
        chosen = [case for case in cases.cases() if not options.cases or case[0] in options.cases]
        for job in concurrent.futures.as_completed([pool.submit(held, options, *case) for case in chosen]):
            right, wrongs, calls = job.result()
            passed, failed, caught = passed + right, failed + len(wrongs), caught and calls
            print(*wrongs, sep="\n", end="\n" * bool(wrongs), flush=True)
    if not caught:
        print("the kernel does not let system calls be caught here: only allocations were tried")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
