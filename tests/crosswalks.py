"""Each shipped rubric's crosswalk says the truth about the other shipped rubric that it names: what it maps exists, and
"same" stands exactly where permitted values, statement and descriptors are word for word the same.

    crosswalks.py
"""
import os
import sys
import xml.etree.ElementTree as ET

RUBRICS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "rubrics")
NAMESPACE = "{urn:oca:rubric:1}"


def rubrics():
    """(id, version) → root element."""
    roots = [ET.parse(os.path.join(RUBRICS, name)).getroot() for name in sorted(os.listdir(RUBRICS)) if
             name.endswith(".xml")]
    return {(root.get("id"), root.get("version")): root for root in roots}


def texts(element):
    return " ".join(" ".join(element.itertext()).split())


def meaning(root, item):
    """What has to be unchanged for a score then to mean what it means now."""
    scale = next(s for s in root.iter(NAMESPACE + "scale") if s.get("id") == item.get("scale"))
    values = [scale.get("step")] + [level.get("value") for level in scale.iter(NAMESPACE + "level")]
    return (values, texts(item.find(NAMESPACE + "statement")),
            [(level.get("value"), texts(level)) for level in item.findall(NAMESPACE + "level")])


def items(root):
    return {item.get("id"): item for item in root.iter(NAMESPACE + "item")}


def faults_of(root, other, crosswalk):
    """(maps, faults): how many were looked at, and what is untrue of them."""
    faults, mine, theirs, maps = [], items(root), items(other), list(crosswalk)
    for entry in maps:
        was, now = entry.get("from"), entry.get("to")
        if was not in theirs or now not in mine:
            faults.append(f"{was} or {now} does not exist")
            continue
        same = meaning(other, theirs[was]) == meaning(root, mine[now])
        if same != (entry.get("relation") == "same"):
            faults.append(f"{was} to {now} is not {entry.get('relation')}")
    mapped = {entry.get("to") for entry in maps}
    faults += [f"{id_} has the same words in both, but no map" for id_ in mine.keys() & theirs.keys() - mapped]
    return len(maps), faults


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
