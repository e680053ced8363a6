"""Measures the portfolio against its limit, and prints ratios: run.py --program build/oca [--most 100000]

Sizes are 10,000 assessments and, if --most allows, 100,000 (2.3 GB, made below build/ and removed afterwards). Everything
is run in turn on the same files, three times, and the median is taken: wall time, and processor time (user and system),
which other work on the machine disturbs less. No time fails a build.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
PYTHON = sys.executable
RUNS = 3


def measure(command, stdin=os.devnull):
    """(wall seconds, processor seconds, peak MB) of one run."""
    began = time.monotonic()
    with open(stdin, "rb") as given, open(os.devnull, "wb") as nothing:
        process = subprocess.Popen(command, stdin=given, stdout=nothing)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = status
    if status:
        sys.exit(f"{' '.join(command[:3])} … failed")
    return time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def side_by_side(candidates, runs):
    """name -> medians, the candidates taking turns."""
    found = {name: [] for name in candidates}
    for _ in range(runs):
        for name, (command, stdin) in candidates.items():
            found[name].append(measure(command, stdin))
    return {name: [statistics.median(values) for values in zip(*all_runs)] for name, all_runs in found.items()}


def build_bare(build):
    target = os.path.join(build, "bare_sax")
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libxml-2.0"], check=True, stdout=subprocess.PIPE)
    subprocess.run(["gcc", "-O2", "-o", target, os.path.join(HERE, "bare_sax.c"), *flags.stdout.decode().split()],
                   check=True)
    return target


def files_of(folder):
    """The assessments, as the program finds them, one a line."""
    names = sorted(os.path.join(path, name) for path, _, all_names in os.walk(folder) for name in all_names
                   if name.endswith(".xml") and name != "bench.xml")
    listing = folder + ".list"
    with open(listing, "w", encoding="utf-8") as file:
        file.writelines(name + "\n" for name in names)
    return listing


def show(title, rows, base):
    print(f"\n{title}")
    print(f"  {'':34}{'wall s':>9}{'cpu s':>9}{'peak MB':>9}{'wall ×':>9}{'cpu ×':>9}")
    for name, (wall, cpu, peak) in rows.items():
        print(f"  {name:34}{wall:9.2f}{cpu:9.2f}{peak:9.0f}{wall / rows[base][0]:9.2f}{cpu / rows[base][1]:9.2f}")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--most", type=int, default=100000)
    given = parser.parse_args()
    program, build = os.path.abspath(given.program), os.path.join(ROOT, "build", "bench")
    os.makedirs(build, exist_ok=True)
    bare, bare_name, one = build_bare(build), "bare SAX pass: the limit", "oca portfolio, 1 thread"
    at = {}
    for n in (10000, 100000):
        if n > given.most:
            continue
        folder = os.path.join(build, f"portfolio-{n}")
        subprocess.run([PYTHON, os.path.join(HERE, "make_assessments.py"), folder, str(n)], check=True)
        listing = files_of(folder)
        oca = [program, "portfolio", folder, "--rubric", os.path.join(folder, "bench.xml")]
        book = os.path.join(build, "portfolio.xlsx")
        candidates = {bare_name: ([bare], listing), one: ([*oca, "--threads", "1"], os.devnull),
                      "oca portfolio, 2 threads": ([*oca, "--threads", "2"], os.devnull)}
        if n == 10000:
            candidates["oca portfolio -o .xlsx, 1 thread"] = [*oca, "--threads", "1", "-o", book], os.devnull
            candidates["oca portfolio -o .xlsx, 2 threads"] = [*oca, "--threads", "2", "-o", book], os.devnull
            candidates["xmllint --noout"] = ["xargs", "xmllint", "--noout"], listing
        at[n] = side_by_side(candidates, RUNS)
        if n == 10000:
            pipeline = [PYTHON, os.path.join(HERE, "pipeline.py"), folder, os.path.join(build, "pipeline.xlsx")]
            at[n]["lxml, numpy, XlsxWriter"] = measure(pipeline)
            at[n]["the same, form unchecked"] = measure([*pipeline, "--unchecked"])
        show(f"{n:,} assessments of 45 items and 12 participants", at[n], bare_name)
        if n == 10000:
            checked, unchecked = (at[n][name][1] / at[n]["oca portfolio -o .xlsx, 1 thread"][1]
                                  for name in ("lxml, numpy, XlsxWriter", "the same, form unchecked"))
            print(f"  the Python pipeline takes {checked:.1f} × the processor time of oca for a workbook of the same "
                  f"organizations, {unchecked:.1f} × if it does not look whether the files have the form of an assessment;")
            both = at[n]["lxml, numpy, XlsxWriter"][0] / at[n]["oca portfolio -o .xlsx, 2 threads"][0]
            print(f"  one takes {both:.1f} × as long as the other where both run as they do by themselves, oca with its two threads")
        if n > 10000:
            shutil.rmtree(folder)
            os.remove(listing)
    if len(at) == 2:
        small, large = at[10000][one], at[100000][one]
        print(f"\nFrom 10,000 to 100,000 assessments: {large[1] / small[1] / 10:.2f} × ten times the processor time, "
              f"{(large[2] - small[2]) * 1024 / 90000:.1f} KB more memory for each assessment")


if __name__ == "__main__":
    main()
