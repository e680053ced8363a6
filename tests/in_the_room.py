"""oca score --in-the-room: on a terminal, and nowhere else.

    in_the_room.py PROGRAM
"""
import os
import subprocess
import sys
import tempfile

from terminal import STYLE, on_terminal

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLE = os.path.join(HERE, "..", "templates", "samples", "example-federation.xml")


def main():
    program, wrong = os.path.abspath(sys.argv[1]), []
    command = [program, "score", os.path.abspath(SAMPLE), "--in-the-room"]

    def check(name, holds):
        wrong.append(not holds)
        if not holds:
            print(f"failed: {name}")

    with tempfile.TemporaryDirectory() as folder:
        shown, status = on_terminal(command, folder)
        shown = STYLE.sub("", shown)
        check("a terminal shows it", status == 0 and "board, and everybody else" in shown and "Furthest apart" in shown)
        check("two are too few", "affiliates, and everybody else\n-----" in shown and "from three and three on" in shown)
        check("it is for the facilitator", "Do not hand it on" in " ".join(shown.split()))
        for option in (["-o", "room.txt"], ["-o", "-", "--format", "text"], ["--format", "json"],
                       ["--explain", "overall"], ["--anonymize"]):
            shown, status = on_terminal([*command, *option], folder)
            check(f"{option} is refused", status == 2 and "everybody else" not in shown)
        piped = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        check("a pipe is refused", piped.returncode == 2 and piped.stdout == "" and "screen only" in piped.stderr)
        with open(os.path.join(folder, "redirected"), "w+", encoding="utf-8") as file:
            done = subprocess.run(command, cwd=folder, stdout=file, stderr=subprocess.DEVNULL)
            check("a file is refused", done.returncode == 2 and file.read() == "")
        check("no file is left", os.listdir(folder) == ["redirected"])
    print(f"{wrong.count(False)} passed, {wrong.count(True)} failed")
    return any(wrong)


if __name__ == "__main__":
    sys.exit(main())
