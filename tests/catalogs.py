"""The catalogs of the program's own words: extracted anew nothing changes, and every language has every word.

    catalogs.py BUILD
"""
import glob
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORDS = os.path.join(ROOT, "templates", "words")


def is_new(build):
    """What is wrong with the template of all catalogs."""
    variant = {"san": ["SAN=1"], "cover": ["COVER=1"]}.get(os.path.basename(build.rstrip("/")), [])
    subprocess.run(["make", "--no-print-directory", "-s", *variant, "tests/.pot"], cwd=ROOT, check=True)
    with open(os.path.join(build, "oca.pot"), "rb") as made, open(os.path.join(WORDS, "oca.pot"), "rb") as kept:
        return [] if made.read() == kept.read() else ["words have changed: make words, then translate what is new"]


def is_complete(catalog):
    """What a translator is still to do, and what msgfmt complains of, such as a %s that is missing."""
    told = subprocess.run(["msgfmt", "--check", "--statistics", "-o", "/dev/null", catalog], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C"})
    whole = re.fullmatch(r"\d+ translated messages\.\n", told.stderr) and told.returncode == 0
    return [] if whole else [told.stderr.strip()]


def has_pairs():
    """A form for many that is a message by itself was taken from no pair: no language could tell the two apart."""
    with open(os.path.join(WORDS, "oca.pot"), encoding="utf-8") as file:
        text = file.read().replace('"\n"', "")
    single = set(re.findall(r'^msgid "(.*)"\nmsgstr', text, re.M))
    many = {re.sub(r"(%(?:zu|ld|\d+) [\w-]+)", r"\1s", message): message for message in single}
    return [f'"{one}" stands alone: oca_counted or NP_ takes both forms' for form, one in many.items()
            if form != one and form in single]


def main():
    build = sys.argv[1]
    outcomes = {"oca.pot": is_new(build) + has_pairs()}
    for catalog in sorted(glob.glob(os.path.join(WORDS, "*.po"))):
        outcomes[os.path.basename(catalog)] = is_complete(catalog)
    for name, faults in outcomes.items():
        for fault in faults:
            print(f"{name}: {fault}")
    failed = sum(map(bool, outcomes.values()))
    print(f"{len(outcomes) - failed} passed, {failed} failed")
    return failed


sys.exit(main() != 0)
