#!/usr/bin/python3
"""The words of the stylesheets, as C that xgettext reads: what engine/writing/stylesheet_words.c looks up.

    pages.py STYLESHEET… >pages.c
"""
import re
import sys
from lxml import etree

XSL = "{http://www.w3.org/1999/XSL/Transform}"
VALUES = {XSL + name for name in ("variable", "param", "with-param")}
SILENT = {XSL + "attribute", XSL + "comment", "style", "script"}
LABELS = ("aria-label", "alt", "title")
STRING = r"""\s*("[^"]*"|'[^']*')\s*"""
CALL = re.compile(rf"w:(word\({STRING}|words\({STRING},{STRING})")


def stands_on_page(element, text):
    while element is not None:
        if element.tag in SILENT or (element.tag in VALUES and " " not in text.strip()):
            return False
        element = element.getparent()
    return True


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def marked(call, texts):
    """Placeholders %1 to %9 are those of KDE, so that msgfmt can hold a translation against its original."""
    kind = "kde-format" if any(re.search("%[1-9]", text) for text in texts) else "no-c-format"
    flag = f"/* xgettext: {kind} */ " if "%" in "".join(texts) else ""
    return f"{flag}{call}({', '.join(map(quoted, texts))});"


def words_of(element):
    """Each word, or one and many, with its line."""
    for line, text in [(element.sourceline, element.text)] + [(child.sourceline, child.tail) for child in element]:
        if text and stands_on_page(element, text):
            yield line, [text]
    for name, value in element.attrib.items():
        for found in CALL.finditer(value):
            one, first, many = (group and group[1:-1] for group in found.group(2, 3, 4))
            yield element.sourceline, [one] if one is not None else [first, many]
        if name in LABELS and "{" not in value and not str(element.tag).startswith(XSL):
            yield element.sourceline, [value]


def main():
    for path in sys.argv[1:]:
        for element in etree.parse(path).iter(etree.Element):
            for line, texts in words_of(element):
                texts = [" ".join(text.split()) for text in texts]
                # A style sheet in a template of its own has braces; "–" and ", " are the same in every language.
                if "{" in texts[0] or not re.search(r"[^\W\d_]|%[1-9]", texts[0]):
                    continue
                print(f'#line {line} "{path}"')
                print(marked("_" if len(texts) == 1 else "oca_counted", texts))


main()
