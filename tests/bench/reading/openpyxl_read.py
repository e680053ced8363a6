"""What is compared with: every cell of every sheet, in openpyxl's read-only mode.

    openpyxl_read.py BOOK.xlsx [TIMES]

With TIMES it prints the least time of one reading in ms, without the time that Python and its imports take.
"""
import sys
import time

import openpyxl


def read(path):
    book = openpyxl.load_workbook(path, read_only=True)
    n = sum(value is not None for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for value in row)
    book.close()
    return n


def least(path, times):
    took = []
    for _ in range(times):
        start = time.perf_counter()
        read(path)
        took.append(time.perf_counter() - start)
    return 1000 * min(took)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        print(f"{least(sys.argv[1], int(sys.argv[2])):.4f}")
    elif not read(sys.argv[1]):
        sys.exit("the workbook is empty")
