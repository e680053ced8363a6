"""Nothing that is handed on tells what one member answered: every output of an assessment with telling codes and notes
is searched, byte for byte, unzipped and with its record decoded.

    privacy.py PROGRAM
"""
import os
import subprocess
import sys
import tempfile
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLE = os.path.join(HERE, "..", "templates", "samples", "savings-group.xml")
CODE, NOTE = "zebra77", "Flamingo told me so"
OUTPUTS = [("score", []), ("score", ["--explain", "meet_rules"]), ("plan", ["--start", "2025-04-01"])]
ENDINGS = {"score": [".txt", ".json"], "plan": [".txt", ".json", ".xml", ".xlsx"]}


def telling_assessment(folder):
    with open(SAMPLE, encoding="utf-8") as file:
        text = file.read()
    text = text.replace('id="p01"', f'id="{CODE}"')
    text = text.replace('by="p01" value="2"/>', f'by="{CODE}" value="2"><note>{NOTE}</note></score>')
    text = text.replace('<agreed value="1"/>', f'<agreed value="1" by="{CODE}"/><evidence kind="seen" by="{CODE}">A book</evidence>')
    text = text.replace('<answer item="money_box">', f'<consent to="donor" by="{CODE}"/><answer item="money_box">', 1)
    assert text.count(CODE) == 5 and NOTE in text
    path = os.path.join(folder, "telling.xml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def contents(path):
    if not path.endswith(".xlsx"):
        with open(path, "rb") as file:
            return [file.read()]
    with zipfile.ZipFile(path) as book:
        return [book.read(name) for name in book.namelist()]


def tells(program, assessment, verb, options, path):
    done = subprocess.run([program, verb, assessment, *options, "-o", path], capture_output=True)
    if done.returncode:
        return f"exit status {done.returncode}: {done.stderr.decode()}"
    for secret in (CODE, NOTE):
        if any(secret.encode() in content for content in contents(path)):
            return f"holds {secret!r}"
    if path.endswith(".xlsx"):
        check = [sys.executable, os.path.join(HERE, "workbook_check.py"), "--forbid", CODE, "--forbid", NOTE, path]
        done = subprocess.run(check, capture_output=True, text=True)
        if done.returncode:
            return done.stdout
    return None


def main():
    program, passed, failed = sys.argv[1], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        assessment = telling_assessment(folder)
        for number, (verb, options) in enumerate(OUTPUTS):
            for ending in ENDINGS[verb] if "--explain" not in options else [".txt"]:
                wrong = tells(program, assessment, verb, options, os.path.join(folder, f"out{number}{ending}"))
                passed, failed = passed + (not wrong), failed + bool(wrong)
                if wrong:
                    print(f"oca {verb} {' '.join(options)} -o {ending}: {wrong}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
