"""Every verb with every kind of file that it writes, on inputs as small as they come, for the tests of what the system
refuses."""
import os

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLE = os.path.join(ROOT, "templates/samples/savings-group.xml")
PLAN = os.path.join(ROOT, "tests", "faults", "plan.xml")
EXPORTS = os.path.join(ROOT, "tests", "exports")
RUBRIC = ["--rubric", os.path.join(EXPORTS, "gov.xml")]
PHONES = ["collect", os.path.join(EXPORTS, "assoc1.xml")]

OLD = b"what was there before"  # in the file that is written

# What is called, and the endings of the files that it writes: "" is standard output.
WRITING = [
    (["score", SAMPLE], "", ".txt", ".json", ".html", ".xlsx", ".csv", ".xml"),
    (["score", SAMPLE, "--wall"], ".html"),
    (["plan", SAMPLE, "--start", "2025-04-01"], "", ".txt", ".json", ".html", ".xlsx", ".csv", ".ics", ".xml"),
    (["track", PLAN, "--date", "2025-06-01"], "", ".txt", ".json", ".html", ".xlsx", ".csv", ".ics"),
    (["track", PLAN, PLAN, "--date", "2025-06-01"], ".xml"),
    (["compare", SAMPLE, SAMPLE], "", ".txt", ".json", ".html", ".xlsx", ".csv", ".xml"),
    (["portfolio", SAMPLE, "--threads", "1"], "", ".txt", ".json", ".html", ".xlsx", ".csv", ".jsonl", ".xml"),
    (["convert", SAMPLE], ".xml", ".xlsx"),
    (["convert", PLAN], ".xlsx"),
    (["merge", SAMPLE, SAMPLE], "", ".xml", ".xlsx"),
    ([*PHONES, os.path.join(EXPORTS, "kobo_xml.csv"), *RUBRIC], "", ".xml", ".xlsx"),
    ([*PHONES, os.path.join(EXPORTS, "kobo_xml.xlsx"), *RUBRIC], ".xml"),
    (["start", "savings-group", "--from", SAMPLE, "--date", "2026-03-14"], ".xml", ".xlsx"),
    (["form", "savings-group", "--date", "2025-03-14"], ".xlsx"),
    (["rubrics", "savings-group"], "", ".txt", ".html", ".xlsx"),
    (["rubrics"], ""),
    (["check", SAMPLE, PLAN], ""),
]


def files_in(folder):
    """{name: bytes}"""
    found = {}
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), "rb") as file:
            found[name] = file.read()
    return found


def cases():
    """(name, arguments, the file that they write or None), a name for each."""
    named = {}
    for arguments, *endings in WRITING:
        for ending in endings:
            target = f"out{ending}" if ending else None
            name, n = arguments[0] + ending, 2
            while name in named:
                name, n = f"{arguments[0]}-{n}{ending}", n + 1
            named[name] = (name, [*arguments, "-o", target] if target else arguments, target)
    return list(named.values())
