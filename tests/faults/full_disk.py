"""Fills the disk under every verb that writes: the right result, or exit status 3 with a message, the old file untouched
and nothing left behind.

    full_disk.py PROGRAM [--points N]

First by the limit that the system sets to a file's size, which needs no rights and cuts what libraries write too; then,
where this may mount one (an administrator may), on a small disk in memory that is full, also as the folder of temporary
files, where libxlsxwriter reports a workbook as finished that it cut. Ends with a line: N passed, M failed.
"""
import argparse
import os
import resource
import signal
import subprocess
import sys
import tempfile

import cases

PAGE = 4096


def run(program, folder, arguments, limit=None, **environment):
    def prepare():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run([program, *arguments], cwd=folder, capture_output=True, preexec_fn=prepare, timeout=60,
                          env=dict(os.environ, **environment))


def judged(done, before, after, right):
    """What is wrong with how a run ended; `right` are the files of one that nothing hindered."""
    said = done.stderr.decode("utf-8", "replace")
    if done.returncode == 0:
        return None if after == right else "another result, as if all were well"
    if done.returncode != 3 or not said.strip():
        return f"exit status {done.returncode}: {said[-200:]}"
    return None if after == before else f"files: { {name: len(content) for name, content in after.items()} }"


class Disk:
    """A disk in memory, of so many pages."""

    def __init__(self, folder):
        self.folder = folder
        self.mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder],
                                      capture_output=True).returncode == 0

    def resize(self, pages):
        subprocess.run(["mount", "-o", f"remount,size={pages * PAGE}", self.folder], check=True, capture_output=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.mounted:
            subprocess.run(["umount", self.folder], check=True)


def spread(least, most, n):
    return sorted({least + (most - least) * i // max(n - 1, 1) for i in range(n)})


class Report:
    def __init__(self):
        self.passed = self.failed = 0

    def enter(self, name, wrong):
        self.passed, self.failed = self.passed + (not wrong), self.failed + bool(wrong)
        if wrong:
            print(f"{name}: {wrong}")


def write_old(folder, target):
    for name in os.listdir(folder):
        os.remove(os.path.join(folder, name))
    with open(os.path.join(folder, target), "wb") as file:
        file.write(cases.OLD)
    return {target: cases.OLD}


def limits(report, program, points):
    for name, arguments, target in cases.cases():
        if not target:
            continue
        with tempfile.TemporaryDirectory() as folder:
            before = write_old(folder, target)
            run(program, folder, arguments)
            right = cases.files_in(folder)
            for limit in spread(0, len(right[target]) - 1, points):
                write_old(folder, target)
                done = run(program, folder, arguments, limit)
                report.enter(f"{name}, {limit} bytes a file", judged(done, before, cases.files_in(folder), right))


def disks(report, program, points):
    with tempfile.TemporaryDirectory() as folder, Disk(folder) as disk:
        if not disk.mounted:
            print("no disk may be mounted here: left out")
            return
        for name, arguments, target in cases.cases():
            if not target:
                continue
            disk.resize(1024)
            before = write_old(folder, target)
            run(program, folder, arguments)
            right = cases.files_in(folder)
            for pages in spread(1, 1 + 2 * len(right[target]) // PAGE, points):
                disk.resize(1024)
                write_old(folder, target)
                disk.resize(pages)
                done = run(program, folder, arguments)
                report.enter(f"{name}, {pages} pages", judged(done, before, cases.files_in(folder), right))
        temporary(report, program, disk)


def temporary(report, program, disk):
    """To a pipe, what is written goes by the folder of temporary files."""
    for name, arguments, target in cases.cases():
        if not target or not target.endswith((".xlsx", ".html", ".ics")):
            continue
        arguments = [*arguments[:-2], "-o", "-", "--format", target.rsplit(".", 1)[1]]
        disk.resize(1024)
        for name_of in os.listdir(disk.folder):
            os.remove(os.path.join(disk.folder, name_of))
        right = run(program, cases.ROOT, arguments, TMPDIR=disk.folder)
        for pages in spread(1, 1 + len(right.stdout) // PAGE, 3):
            disk.resize(pages)
            done = run(program, cases.ROOT, arguments, TMPDIR=disk.folder)
            wrong = judged(done, {}, cases.files_in(disk.folder), {})
            if not wrong and done.stdout != (b"" if done.returncode else right.stdout):
                wrong = f"{len(done.stdout)} bytes came out"
            report.enter(f"{name}, {pages} pages for temporary files", wrong)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("--points", type=int, default=4, help="sizes that are tried in each case")
    options = parser.parse_args()
    report = Report()
    limits(report, options.program, options.points)
    disks(report, options.program, options.points)
    print(f"{report.passed} passed, {report.failed} failed")
    return report.failed > 0


if __name__ == "__main__":
    sys.exit(main())
