"""Writing workbooks, whole process against whole process: `oca plan -o isp.xlsx` and `oca convert -o scoring.xlsx`
against a libxlsxwriter program that writes the same cells and nothing else.

    run.py --program build/oca --bare build/tests/bench/books/bare [--times N]

Both are run by turns; the medians and two ratios are printed: of the whole processes, and of the writing alone, which
is what the workbook takes longer than the same command writing JSON (or XML), with the same reading and planning before
it. The bare program's start and its reading of the cells stay counted as its own. The goal for writing the plan is 1.5.
Never fails for a time.
"""
import argparse
import os
import resource
import statistics
import subprocess
import tempfile

import openpyxl

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
SAMPLE = os.path.join(ROOT, "templates", "samples", "example-women.xml")


def cells_of(path):
    """All cells of a workbook, as bare.c reads them."""
    values, formulas, lines = openpyxl.load_workbook(path, data_only=True), openpyxl.load_workbook(path), []
    for number, (shown, sheet) in enumerate(zip(values, formulas)):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None and not cell.has_style:
                    continue
                text = str(shown.cell(cell.row, cell.column).value or "").translate({9: " ", 10: " ", 13: " "})
                is_number = isinstance(cell.value, (int, float))
                kind = "f" if cell.data_type == "f" else "n" if is_number else "s"
                fields = [number, cell.row - 1, cell.column - 1, kind, cell._style.xfId or cell.style_id, text]
                lines.append("\t".join(map(str, fields + ([cell.value] if kind == "f" else []))))
    return ("\n".join(lines) + "\n").encode()


def timed(command, given=None):
    """Milliseconds of the processor, its own and the system's: other work on the machine does not count."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, input=given, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--bare", required=True)
    parser.add_argument("--times", type=int, default=31)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="oca-bench-") as folder:
        made, bare = os.path.join(folder, "made.xlsx"), os.path.join(folder, "bare.xlsx")
        for name, command, other in (("plan", ["plan", SAMPLE, "--start", "2025-04-01"], "other.json"),
                                     ("scoring", ["convert", SAMPLE], "other.xml")):
            ours, without = ([options.program, *command, "-o", path] for path in (made, os.path.join(folder, other)))
            timed(ours)
            cells = cells_of(made)
            runs = [(timed(ours), timed(without), timed([options.bare, bare], cells)) for _ in range(options.times)]
            mine, before, theirs = (statistics.median(side) for side in zip(*runs))
            print(f"{name} workbook, {cells.count(10)} cells: oca {mine:.1f} ms, of which writing {mine - before:.1f} ms; "
                  f"bare libxlsxwriter {theirs:.1f} ms; ratio of writing {(mine - before) / theirs:.2f}, "
                  f"of the processes {mine / theirs:.2f}")


if __name__ == "__main__":
    main()
