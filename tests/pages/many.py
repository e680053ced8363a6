#!/usr/bin/python3
"""Writes an invented rubric of 15 areas and 200 invented organizations with two rounds each, some only with one, some
areas unanswered, names long and hostile: what pages must hold. The same call writes the same files.

    many.py FOLDER [TIMES]      TIMES: so many times the areas, and few organizations
"""
import random
import sys
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

AREAS = ["Governance and leadership of the association", "Membership", "Finance and bookkeeping",
         "Legality & \"licences\"", "Safety in pits and shafts", "<script>alert(1)</script>", "Women's participation",
         "Youth", "Disability inclusion and access", "Markets and mineral trade", "Planning and monitoring",
         "Relations with the council and traditional leaders", "Членство", "Training and passing skills on",
         "a-name-without-any-space-in-it-that-goes-on-and-on"]
ITEMS, MEMBERS, ORGANIZATIONS, MOST = 3, 6, 200, 4
STAGES = [("nascent", 0), ("emerging", 25), ("expanding", 50), ("mature", 75)]


def rubric():
    yield '<rubric xmlns="urn:oca:rubric:1" id="many" version="1.0" xml:lang="en">'
    yield '<title>Many areas (invented) &amp; &lt;hostile&gt;</title><scale id="s">'
    yield from (f'<level value="{v}"><label>Level {v}</label></level>' for v in range(1, MOST + 1))
    yield '</scale><stages>'
    yield from (f'<stage id="{name}" from="{start}"><label>{name.title()}</label></stage>' for name, start in STAGES)
    yield '</stages><planning adequate="3"/>'
    for a, title in enumerate(AREAS):
        yield f'<area id="a{a}"><title>{escape(title)}</title>'
        for i in range(ITEMS):
            yield f'<item id="i{a}_{i}" scale="s"><title>{escape(title)}, {i}</title><statement>Invented.</statement>'
            yield from (f'<level value="{v}">At {v}.</level>' for v in range(1, MOST + 1))
            yield '<gate at-least="2" ceiling="emerging"/></item>' if (a, i) == (4, 0) else '</item>'
        yield '</area>'
    yield '</rubric>'


def level(value):
    return min(MOST, max(1, round(value)))


def assessment(number, name, day, strength, leanings):
    profile = ("women", "youth", "disability")[number % 3]
    title = quoteattr(f'Invented <b>association</b> & "friends" {number} of the miners of a district with a long name')
    yield f'<assessment xmlns="urn:oca:assessment:1" rubric="many" rubric-version="1.0" round="{name}" date="{day}"'
    yield f' private="before" xml:lang="en"><organization id="org-{number:03}" name={title} country="ZW"'
    yield f' district="&lt;D{number % 7}&gt;" profile="{profile}"/>'
    yield from (f'<participant id="p{p}"/>' for p in range(MEMBERS))
    for a, leaning in enumerate(leanings):
        if random.random() < 0.05:
            continue
        for i in range(ITEMS):
            agreed = level(strength + leaning + random.gauss(0, 0.5))
            yield f'<answer item="i{a}_{i}">'
            yield from (f'<score by="p{p}" value="{level(agreed + random.gauss(0, 0.8))}"/>' for p in range(MEMBERS))
            yield f'<agreed value="{agreed}"/></answer>'
    yield '</assessment>'


def main(folder):
    random.seed(5)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "many.xml").write_text("\n".join(rubric()))
    for number in range(ORGANIZATIONS):
        strength, leanings = random.gauss(2.2, 0.5), [random.gauss(0, 0.5) for _ in AREAS]
        rounds = [("baseline", f"2024-03-{1 + number % 28:02}", 0)]
        if number % 4:
            rounds.append(("reassessment", f"2025-03-{1 + number % 28:02}", random.gauss(0.35, 0.4)))
        for name, day, change in rounds:
            text = "\n".join(assessment(number, name, day, strength + change, leanings))
            (folder / f"org-{number:03}-{name}.xml").write_text(text)


if len(sys.argv) > 2:
    AREAS, ORGANIZATIONS = [f"{area}, {k}" for k in range(int(sys.argv[2])) for area in AREAS], 8
main(Path(sys.argv[1]))
