"""Each shipped rubric's crosswalk says the truth about the other shipped rubric that it names: what it maps exists,
"same" stands exactly where permitted values, statement and descriptors are word for word the same, and no item of
either is forgotten: one of the other is mapped, or named in a comment as not asked here; one of its own is mapped, or
is new, and then says what none of the other's does.

    crosswalks.py
"""
import os
import re
import sys
import xml.etree.ElementTree as ET

RUBRICS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rubrics")
NAMESPACE = "{urn:oca:rubric:1}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def rubrics():
    """(id, version) → root element, comments kept."""
    found = {}
    for name in sorted(os.listdir(RUBRICS)):
        if name.endswith(".xml"):
            parser = ET.XMLParser(target=ET.TreeBuilder(insert_comments=True))
            root = ET.parse(os.path.join(RUBRICS, name), parser).getroot()
            found[root.get("id"), root.get("version")] = root
    return found


def not_asked(root):
    """Ids in comments, from "Not asked here:" to the full stop."""
    lists = [found for comment in root.iter(ET.Comment) for found in re.findall(r"Not asked\s+here:([^.]*)", comment.text)]
    return {word for found in lists for word in re.findall(r"[a-z][a-z0-9_]+", found)}


def is_own(root, element):
    """True unless it is a translation."""
    return element.get(LANG, root.get(LANG)) == root.get(LANG)


def texts(root, element):
    """Its words, criteria included."""
    parts = [element.text]
    for child in element:
        parts += [child.text if is_own(root, child) else "", child.tail]
    return " ".join(" ".join(part or "" for part in parts).split())


def meaning(root, item):
    """What has to be unchanged for a score then to mean what it means now."""
    scale = next(s for s in root.iter(NAMESPACE + "scale") if s.get("id") == item.get("scale"))
    values = [scale.get("step")] + [level.get("value") for level in scale.iter(NAMESPACE + "level")]
    words = [(child.tag, child.get("value"), texts(root, child)) for child in item
             if child.tag in (NAMESPACE + "statement", NAMESPACE + "level") and is_own(root, child)]
    return values, sorted(words)


def items(root):
    return {item.get("id"): item for item in root.iter(NAMESPACE + "item")}


def faults_of(root, other, crosswalk):
    """(maps, faults): how many were looked at, and what is untrue of them."""
    faults, mine, theirs = [], items(root), items(other)
    maps = crosswalk.findall(NAMESPACE + "map")
    for entry in maps:
        was, now = entry.get("from"), entry.get("to")
        if was not in theirs or now not in mine:
            faults.append(f"{was} or {now} does not exist")
            continue
        same = meaning(other, theirs[was]) == meaning(root, mine[now])
        if same != (entry.get("relation") == "same"):
            faults.append(f"{was} to {now} is not {entry.get('relation')}")
    mapped, left_out = {entry.get("from") for entry in maps}, not_asked(root)
    faults += [f"{id_} is neither mapped nor named in a comment" for id_ in sorted(theirs.keys() - mapped - left_out)]
    faults += [f"{id_} is named as not asked here, and yet mapped" for id_ in sorted(left_out & mapped)]
    faults += [f"{id_} is named as not asked here, and there is none" for id_ in sorted(left_out - theirs.keys())]
    was = {str(meaning(other, item)): id_ for id_, item in theirs.items()}
    new = mine.keys() - {entry.get("to") for entry in maps}
    faults += [f"{id_} is new, and yet says what {was[said]} says" for id_ in sorted(new)
               for said in [str(meaning(root, mine[id_]))] if said in was]
    return len(maps) + len(new) + len(left_out), faults


def main():
    known, passed, failed = rubrics(), 0, 0
    for (id_, version), root in known.items():
        for crosswalk in root.iter(NAMESPACE + "crosswalk"):
            other = known.get((crosswalk.get("rubric"), crosswalk.get("version")))
            if other is None:  # a version that no longer ships
                continue
            maps, faults = faults_of(root, other, crosswalk)
            for fault in faults:
                print(f"{id_} {version}, crosswalk to {crosswalk.get('rubric')}: {fault}")
            passed, failed = passed + maps - min(maps, len(faults)), failed + len(faults)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
