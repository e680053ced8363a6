"""Holds the readers against the published schemas: what the XSDs accept the program accepts, what they refuse it refuses.

    readers.py PROGRAM
"""
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def check(program, folder, name):
    rubric = os.path.join(HERE, "good", ("empty" if name.startswith("empty") else "small") + "-rubric.xml")
    path = os.path.join(HERE, folder, name)
    done = subprocess.run([program, "check", path, "--rubric", rubric], capture_output=True, text=True)
    return done.returncode, done.stderr


def main():
    program, passed, failed = sys.argv[1], 0, 0
    for folder, wanted in (("good", 0), ("bad", 1)):
        for name in sorted(os.listdir(os.path.join(HERE, folder))):
            status, said = check(program, folder, name)
            right = status == wanted and "(null)" not in said
            passed, failed = passed + right, failed + (not right)
            if not right:
                print(f"{folder}/{name}: status {status}, not {wanted}: {said}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
