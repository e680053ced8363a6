"""Makes the seeds that fuzzing begins with, from what ships and from the tests' own documents, and the dictionary.

    seeds.py FOLDER

FOLDER/TARGET/… holds the seeds of each target, FOLDER/xml.dict the names of all elements and attributes.
"""
import os
import re
import shutil
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SEPARATOR = b"\n<!--next-->\n"
MOST = 200_000  # larger seeds only slow the fuzzer down


def xml_below(*folders):
    for folder in folders:
        for path, _, names in sorted(os.walk(os.path.join(ROOT, folder))):
            for name in sorted(names):
                full = os.path.join(path, name)
                if name.endswith(".xml") and os.path.getsize(full) < MOST:
                    yield full


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(folder, name, data):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


def documents(folder):
    for path in xml_below("rubrics", "templates", "tests/schema", "tests/vectors"):
        write(folder, os.path.relpath(path, ROOT).replace(os.sep, "_"), read(path))


def whole(folder):
    vectors = os.path.join(ROOT, "tests", "vectors")
    for case in sorted(os.listdir(vectors)):
        paths = [os.path.join(vectors, case, name) for name in ("rubric.xml", "assessment.xml", "actions.xml")]
        if os.path.exists(paths[0]):
            write(folder, case, SEPARATOR.join(read(path) for path in paths if os.path.exists(path)))


def dictionary(path):
    words = set()
    for folder, _, names in os.walk(os.path.join(ROOT, "rubrics", "schema")):
        for name in names:
            if name.endswith(".xsd"):
                text = read(os.path.join(folder, name)).decode()
                words |= set(re.findall(r'(?:name|value|targetNamespace)="([^"]{1,60})"', text))
    with open(path, "w", encoding="utf-8") as file:
        for word in sorted(words):
            if re.fullmatch(r"[A-Za-z0-9:._ -]+", word):
                file.write(f'"{word}"\n')


def main():
    folder = sys.argv[1]
    shutil.rmtree(folder, ignore_errors=True)
    documents(os.path.join(folder, "document"))
    whole(os.path.join(folder, "whole"))
    dictionary(os.path.join(folder, "xml.dict"))


if __name__ == "__main__":
    main()
