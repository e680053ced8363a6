"""Nothing that is handed on tells what one member answered: every output of an assessment with telling codes and notes
is searched, byte for byte, unzipped and with its record decoded.

    privacy.py PROGRAM
"""
import base64
import os
import subprocess
import sys
import tempfile
import zipfile
import zlib

import openpyxl

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLE = os.path.join(HERE, "..", "templates", "samples", "savings-group.xml")
CODE, NOTE = "zebra77", "Flamingo told me so"
SECRETS = [CODE, NOTE]
# What --anonymize takes out too: names, places, what people wrote, and what the organization is called.
NAMES = ["Giraffe", "giraffe", "Savers", "savers"]
START = ["--start", "2025-04-01"]
OTHER = "THE OTHER ROUND"  # where a verb takes two rounds: the same file again
OUTPUTS = [("score", []), ("score", ["--explain", "meet_rules"]), ("plan", START),
           ("portfolio", []), ("compare", [OTHER]), ("compare", [OTHER, "--explain", "meet_rules"])]
OUTPUTS += [(verb, [*options, "--anonymize"]) for verb, options in OUTPUTS] + [
    ("score", ["--anonymize", "--explain", "meet_linked"])]
ENDINGS = {"score": [".txt", ".json", ".csv", ".xlsx", ".xml", ".html"], "plan": [".txt", ".json", ".csv", ".ics", ".xml", ".html", ".xlsx"],
           "portfolio": [".txt", ".json", ".xml", ".html", ".csv", ".jsonl", ".xlsx"],
           "compare": [".txt", ".json", ".xml", ".html", ".csv", ".xlsx"]}
# Of the plan's workbook, which bears the assessment.
LATER = ["--date", "2025-07-01"]
OUTPUTS += [("track", LATER), ("track", [*LATER, "--anonymize"]), ("score", ["--wall"]), ("score", ["--leaflet"])]
ENDINGS["track"] = [".txt", ".json", ".csv", ".ics", ".xml", ".html", ".xlsx"]
CHECKERS = {"compare": "compare_book.py", "score": "score_book.py"}


def telling_assessment(folder):
    with open(SAMPLE, encoding="utf-8") as file:
        text = file.read()
    text = text.replace('id="p01"', f'id="{CODE}"')
    text = text.replace('by="p01" value="2"/>', f'by="{CODE}" value="2"><note>{NOTE}</note></score>')
    text = text.replace('<agreed value="1"/>', f'<agreed value="1" by="{CODE}"/><evidence kind="seen" by="{CODE}">A book</evidence>')
    text = text.replace('<answer item="money_box">', f'<consent to="donor" by="{CODE}"/><answer item="money_box">', 1)
    text = text.replace('profile="women"', 'profile="women linked" ward="Giraffe"')
    text = text.replace('<facilitator from="cso">', '<facilitator from="cso">Giraffe ')
    text = text.replace('<answer item="money_box">', """<note>Giraffe</note>
      <session date="2025-03-01" place="Giraffe hall" minutes="giraffe.pdf" present="4"/>
      <answer item="money_box"><note>Giraffe</note>
        <evidence kind="photo" href="giraffe.jpg" by="Giraffe">Giraffe</evidence>""", 1)
    text = text.replace('<answer item="meet_rules">', """<answer item="meet_linked">
        <agreed answer="na" by="Giraffe" reason="Giraffe left"><note>Giraffe</note></agreed></answer>
      <answer item="meet_rules">""", 1)
    assert text.count(CODE) == 5 and NOTE in text and text.lower().count("giraffe") == 12
    path = os.path.join(folder, "telling.xml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def contents(path):
    if not path.endswith(".xlsx"):
        with open(path, "rb") as file:
            return [file.read()]
    with zipfile.ZipFile(path) as book:
        return [book.read(name) for name in book.namelist()] + records(path)


def records(path):
    """The documents in the hidden sheet of a workbook, which are deflated there."""
    book, parts = openpyxl.load_workbook(path, read_only=True), {}
    for name, _, _, part, _, data in book["_oca"].iter_rows(min_row=2, values_only=True):
        parts.setdefault(name, {})[part] = data
    return [zlib.decompress(base64.b64decode("".join(pieces[part] for part in sorted(pieces))))
            for pieces in parts.values()]


def endings_of(verb, options):
    if "--wall" in options or "--leaflet" in options:
        return [".html", ".xml"]
    return [".txt"] if "--explain" in options else ENDINGS[verb]


def tells(program, assessment, verb, options, path):
    given = [assessment if option == OTHER else option for option in options]
    if verb == "track":
        plan = os.path.join(os.path.dirname(path), "plan.xlsx")
        subprocess.run([program, "plan", assessment, *START, "-o", plan], capture_output=True, check=True)
        assessment = plan
    done = subprocess.run([program, verb, assessment, *given, "-o", path], capture_output=True)
    if done.returncode:
        return f"exit status {done.returncode}: {done.stderr.decode()}"
    secrets = SECRETS + (NAMES if "--anonymize" in options else [])
    for secret in secrets:
        if any(secret.encode() in content for content in contents(path)):
            return f"holds {secret!r}"
    if path.endswith(".xlsx") and verb not in ("portfolio", "track"):  # these have no checker
        forbid = [word for secret in secrets for word in ("--forbid", secret)]
        check = [sys.executable, os.path.join(HERE, CHECKERS.get(verb, "workbook_check.py")), *forbid, path]
        done = subprocess.run(check, capture_output=True, text=True)
        if done.returncode:
            return done.stdout
    return None


def main():
    program, passed, failed = sys.argv[1], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        assessment = telling_assessment(folder)
        for number, (verb, options) in enumerate(OUTPUTS):
            for ending in endings_of(verb, options):
                wrong = tells(program, assessment, verb, options, os.path.join(folder, f"out{number}{ending}"))
                passed, failed = passed + (not wrong), failed + bool(wrong)
                if wrong:
                    print(f"oca {verb} {' '.join(options)} -o {ending}: {wrong}")
        plan = os.path.join(folder, "isp.xlsx")  # what goes on from period to period
        subprocess.run([program, "plan", assessment, "--start", "2025-04-01", "-o", plan], check=True, capture_output=True)
        for ending in (".txt", ".json", ".xml", ".html", ".csv", ".ics", ".xlsx"):
            wrong = tells(program, plan, "track", ["--date", "2025-09-01", "--reschedule"],
                          os.path.join(folder, f"tracked{ending}"))
            passed, failed = passed + (not wrong), failed + bool(wrong)
            if wrong:
                print(f"oca track -o {ending}: {wrong}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
