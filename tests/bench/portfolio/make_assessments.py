"""Makes a portfolio to measure on: seeded, so that every run measures the same files.

    make_assessments.py FOLDER N

N assessments of 45 items and 12 participants, about 23 KB each: half as many organizations, each with a baseline and a
reassessment, a thousand files a folder, and their rubric beside them. What is there already is kept.
"""
import os
import random
import sys

AREAS, ITEMS, PEOPLE, PER_FOLDER = 9, 5, 12, 1000
SEED = 20250314


def rubric():
    out = ['<rubric xmlns="urn:oca:rubric:1" id="bench" version="1.0" xml:lang="en">',
           "<title>Made to measure</title><licence>CC0-1.0</licence>",
           '<scale id="s">' + "".join(f'<level value="{v}"><label>{w}</label></level>' for v, w in
                                      enumerate(("Nascent", "Emerging", "Expanding", "Mature"), 1)) + "</scale>",
           '<stages><stage id="nascent" from="0"><label>Nascent</label></stage><stage id="emerging" from="25">'
           '<label>Emerging</label></stage><stage id="expanding" from="50"><label>Expanding</label></stage>'
           '<stage id="mature" from="75"><label>Mature</label></stage></stages><planning adequate="3"/>']
    for a in range(AREAS):
        out.append(f'<area id="area_{a}" weight="{1 + a % 2}"><title>Area {a}</title>')
        for i in range(ITEMS):
            gate = '<gate at-least="2" ceiling="emerging"/>' if i == 0 and a % 3 == 0 else ""
            levels = "".join(f'<level value="{v}">What level {v} looks like.</level>' for v in range(1, 5))
            out.append(f'<item id="item_{a}_{i}" scale="s"><title>Item {a}.{i}</title><statement>We do this.</statement>'
                       f"{levels}{gate}</item>")
        out.append("</area>")
    return "\n".join(out + ["</rubric>\n"])


def assessment(rng, number):
    organization, later = divmod(number, 2)
    level = 1 + organization % 97 / 40 + 0.4 * later
    out = [f'<assessment xmlns="urn:oca:assessment:1" rubric="bench" rubric-version="1.0" '
           f'round="{"reassessment" if later else "baseline"}" date="{2025 + later}-03-{1 + organization % 28:02d}" '
           f'private="before" xml:lang="en">',
           f'  <organization id="org-{organization:06d}" name="Example {organization} (invented)" profile="women gold" '
           f'country="ZW" district="District {organization % 60}" members="120" women="112"/>',
           '  <facilitator from="cso">Facilitator of the example</facilitator>']
    people = [f"p{p:02d}" for p in range(1, PEOPLE + 1)]
    out += [f'  <participant id="{p}" groups="{"women" if k % 2 else "youth board"}"/>' for k, p in enumerate(people)]
    for a in range(AREAS):
        for i in range(ITEMS):
            out.append(f'  <answer item="item_{a}_{i}">')
            centre = level + rng.random() - 0.5
            for p in people:
                roll = rng.random()
                if roll < 0.04:
                    out.append(f'    <score by="{p}" answer="dk"/>')
                else:
                    out.append(f'    <score by="{p}" value="{min(4, max(1, round(centre + 1.5 * roll - 0.75)))}"/>')
            if rng.random() < 0.9:
                out.append(f'    <agreed value="{min(4, max(1, round(centre)))}"><note>As the members said.</note></agreed>')
            if rng.random() < 0.3:
                out.append('    <evidence kind="document" date="2025-03-14">Minutes of the meeting</evidence>')
            out.append("  </answer>")
    return "\n".join(out + ["</assessment>\n"])


def main():
    folder, n = sys.argv[1], int(sys.argv[2])
    done = os.path.join(folder, "complete")
    if os.path.exists(done):
        return
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "bench.xml"), "w", encoding="utf-8") as file:
        file.write(rubric())
    for number in range(n):
        below = os.path.join(folder, f"{number // PER_FOLDER:03d}")
        if number % PER_FOLDER == 0:
            os.makedirs(below, exist_ok=True)
        with open(os.path.join(below, f"{number:06d}.xml"), "w", encoding="utf-8") as file:
            file.write(assessment(random.Random(SEED + number), number))
    open(done, "w", encoding="utf-8").close()


if __name__ == "__main__":
    main()
