"""What the command shows on a terminal: as wide as it is, the words of the plain text, and nothing that a name commands.

    terminal.py PROGRAM
"""
import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
SAMPLES = os.path.join(ROOT, "templates", "samples")
GOLDEN = os.path.join(HERE, "golden")
STYLE = re.compile(r"\x1b\[[0-9]+m")
BAR = re.compile(r"[█▏▎▍▌▋▊▉]+|[#.]{2,}\||\|")
WIDTHS = (40, 60, 80, 120, 200)
UNSTYLED = ("help", "help of a verb", "merge")


def on_terminal(command, folder, columns=0, **environment):
    """What the command shows on a terminal, standard error included, and its exit status."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(folder)
        if columns:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        known = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "LC_ALL", "LC_CTYPE")}
        os.execve(command[0], command, {**known, "TERM": "xterm", "LANG": "C.UTF-8", **environment})
    shown = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # the terminal is closed
            break
        if not piece:
            break
        shown += piece
    os.close(terminal)
    return shown.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def width_of(line):
    """Columns, by what Python knows of characters: a second opinion on the program's library."""
    marks = ("Mn", "Me", "Cf")
    return sum(0 if unicodedata.category(c) in marks else 2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in line)


def words_of(text):
    """The words, without bars, and without the marks that stand between what is told below a narrow row."""
    return {word.strip(":;,") for word in BAR.sub(" ", STYLE.sub("", text)).split()} - {"", "-"}


class Checks:
    def __init__(self):
        self.wrong = []

    def check(self, name, holds, shown=""):
        self.wrong.append(not holds)
        if not holds:
            print(f"failed: {name}\n{shown}")


def readable(program):
    """Every verb that answers with a text to read."""
    women, later = (os.path.join(SAMPLES, f"example-women{end}.xml") for end in ("", "-reassessment"))
    plan = [os.path.join(GOLDEN, "track-text", name) for name in ("plan.xml", "anna.xml", "ben.xml")]
    federation = os.path.join(SAMPLES, "example-federation.xml")
    return {
        "score": [program, "score", women],
        "score, criteria": [program, "score", os.path.join(SAMPLES, "example-performance.xml")],
        "explain an item": [program, "score", women, "--explain", "fin_books"],
        "explain all": [program, "score", women, "--explain", "overall"],
        "plan": [program, "plan", women, "--start", "2025-04-01"],
        "plan in French": [program, "plan", women, "--start", "2025-04-01", "--lang", "fr"],
        "compare": [program, "compare", women, later],
        "explain a comparison": [program, "compare", women, later, "--explain", "governance"],
        "track": [program, "track", *plan, "--date", "2025-06-20"],
        "track a programme": [program, "track", os.path.join(GOLDEN, "track-programme"), "--date", "2025-06-20"],
        "portfolio": [program, "portfolio", SAMPLES, "--by", "country", "--donor-leaves", "2025-06-01"],
        "rubric": [program, "rubrics", "asm-association", "--lang", "pt"],
        "groups": [program, "score", federation],
        "help": [program, "help"],
        "help of a verb": [program, "track", "--help"],
        "merge": [program, "merge", *(os.path.join(GOLDEN, "merge-conflict", f"{name}.xml") for name in "ab")],
    }


def widths(checks, commands, folder):
    for name, command in commands.items():
        piped = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout
        checks.check(f"{name}: no escape in a pipe", "\x1b" not in piped, piped)
        for columns in WIDTHS:
            shown, _ = on_terminal(command, folder, columns)
            text = STYLE.sub("", shown)
            checks.check(f"{name} at {columns}: bold headings", STYLE.search(shown) or name in UNSTYLED, shown)
            checks.check(f"{name} at {columns}: no other escape", "\x1b" not in text, repr(text))
            wide = [line for line in text.splitlines() if width_of(line) > columns]
            checks.check(f"{name} at {columns}: no line is wider", not wide, "\n".join(wide))
            if columns >= 80:  # below, a digest stands in pieces
                missing = words_of(piped) ^ words_of(shown)
                checks.check(f"{name} at {columns}: the words of the plain text", not missing, sorted(missing))


def environments(checks, commands, folder):
    command = commands["score"]
    styled, _ = on_terminal(command, folder, 80)
    plain, _ = on_terminal(command, folder, 80, NO_COLOR="1")
    checks.check("NO_COLOR: no escape, and nothing else changed", plain == STYLE.sub("", styled), plain)
    dumb, _ = on_terminal(command, folder, 80, TERM="dumb")
    checks.check("TERM=dumb: likewise", dumb == plain, dumb)
    ascii_bars, _ = on_terminal(command, folder, 80, LANG="C")
    checks.check("no UTF-8: bars of ASCII", not re.search("[█▏▌]", ascii_bars) and "######" in ascii_bars, ascii_bars)
    told, _ = on_terminal(command, folder, 80, COLUMNS="50")
    checks.check("COLUMNS goes before the terminal", max(map(width_of, STYLE.sub("", told).splitlines())) <= 50, told)
    piped = subprocess.run(command, cwd=folder, capture_output=True, check=False).stdout
    narrow = {**os.environ, "COLUMNS": "40", "TERM": "xterm", "LANG": "C.UTF-8"}
    same = subprocess.run(command, cwd=folder, capture_output=True, check=False, env=narrow).stdout
    checks.check("a pipe is 100 columns whatever the environment says", same == piped)
    on_terminal([*command, "-o", "told.txt"], folder, 60)
    with open(os.path.join(folder, "told.txt"), "rb") as file:
        checks.check("a file is what a pipe is", file.read() == piped)


def readme(checks, program, folder):
    """What the README shows is what a terminal shows."""
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
        block = re.search(r"savings-group.xml` begins:\n\n```\n(.*?)```", file.read(), re.S)
    shown, _ = on_terminal([program, "score", os.path.join(SAMPLES, "savings-group.xml")], folder, 100, NO_COLOR="1")
    missing = [line for line in block.group(1).splitlines() if line not in shown.splitlines()] if block else ["no block"]
    checks.check("the README's example", not missing, "\n".join(missing))


NAMES = {
    "accents": "Associação das Mulheres Mineiras de Moçambique, Ndébélé et Noël",
    "combining": "Associac\u0327a\u0303o das mulheres " * 4,
    "wide": "津巴布韦妇女小规模采矿者联合会以及青年和残疾人协会的联盟组织",
    "emoji": "Women 👩🏾‍🌾 in ⛏️ Mining 👍🏿 " * 4,
    "a long word": "Donaudampfschifffahrtsgesellschaftskapitän" * 6,
}
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
HOSTILE = {
    "C1": "Bad \u009b31mname\u009d0;gotcha\u009c",
    "turned round": "Bad \u202eeman\u202c",
}


def named(folder, name, what):
    """The sample savings group under another name, of organization and file."""
    with open(os.path.join(SAMPLES, "savings-group.xml"), encoding="utf-8") as file:
        text = file.read()
    path = os.path.join(folder, f"{what}.xml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace("Example Savers (invented)", name))
    return path


def names(checks, program, folder):
    for what, name in NAMES.items():
        path = named(folder, name, what)
        for columns in (20, 37, *WIDTHS):
            for verb in (["score"], ["plan", "--start", "2025-04-01"]):
                shown, status = on_terminal([program, verb[0], path, *verb[1:]], folder, columns)
                wide = [line for line in STYLE.sub("", shown).splitlines() if width_of(line) > columns]
                checks.check(f"{what}, {verb[0]} at {columns}", status == 0 and not wide, "\n".join(wide))
                if columns == 200 and what != "a long word":
                    checks.check(f"{what} is whole", name.split()[-1] in shown, shown)


def hostile(checks, program, folder):
    def harmless(name, command, instead="\ufffd"):
        shown, _ = on_terminal(command, folder, 80)
        rest = STYLE.sub("", shown)
        checks.check(f"hostile: {name}", not OBEYED.search(rest) and instead in rest, repr(shown))

    for what, name in HOSTILE.items():
        path = named(folder, name, what)
        harmless(f"{what} in a name", [program, "score", path])
        harmless(f"{what} in a name, of a plan", [program, "plan", path, "--start", "2025-04-01"])
        harmless(f"{what} in a name, checked", [program, "check", path])
        harmless(f"{what} in JSON", [program, "score", path, "--format", "json"])
        harmless(f"{what} in a page", [program, "score", path, "--format", "html"])
        harmless(f"{what} in XML", [program, "plan", path, "--start", "2025-04-01", "--format", "xml", "-o", "-"])
        harmless(f"{what} in CSV rows", [program, "portfolio", path, "--format", "csv"])
    escape = "bad\x1b]0;gotcha\x07\x1b[31m.xml"
    with open(os.path.join(folder, escape), "w", encoding="utf-8") as file:
        file.write("<x/>")
    harmless("a file's name in a fault", [program, "check", escape])
    harmless("a file that is missing", [program, "score", "no\x1b[31m.xml"])
    harmless("an operand", [program, "sc\x1b[31more"])
    harmless("the name of what was written", [program, "score", named(folder, "Fine", "fine"), "-o", "x\x1b[31m.txt"])
    with open(os.path.join(folder, "export.csv"), "w", encoding="utf-8") as file:
        file.write('_id,org_code,i_money_box\n1,"a\x1b[31mb","9\x1b]0;x\x07"\n')
    harmless("a value of an export", [program, "collect", named(folder, "Fine", "fine"), "export.csv"], "31mb")


def main():
    program, checks = os.path.abspath(sys.argv[1]), Checks()
    commands = readable(program)
    with tempfile.TemporaryDirectory() as folder:
        widths(checks, commands, folder)
        environments(checks, commands, folder)
        readme(checks, program, folder)
        names(checks, program, folder)
        hostile(checks, program, folder)
    print(f"{checks.wrong.count(False)} passed, {checks.wrong.count(True)} failed")
    return any(checks.wrong)


if __name__ == "__main__":
    sys.exit(main())
