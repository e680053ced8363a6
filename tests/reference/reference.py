"""A second opinion on the scoring document: the JSON of `oca score`, from its text alone. `plan` is in planning.py.

Written from the scoring document and the formats document without a look at the engine, as an oracle for tests.
It reads valid input only (faults are the engine's business) and leaves `to_complete` empty.

Every function quotes the clause that it implements.
"""
import hashlib
import math
import statistics
import xml.etree.ElementTree as ET
import xml.parsers.expat


# ---------------------------------------------------------------- numbers and attributes

def r9(x):
    """'a comparison with a threshold, and a test for equality, is made on values rounded to 9 decimals'"""
    return round(x, 9) + 0.0


def attr(el, name, default=None):
    """'An absent attribute and an empty one are the same.' A missing element has only absent attributes."""
    value = el.get(name) if el is not None else None
    return value if value else default


def num(el, name, default=None):
    """'Numbers match -?[0-9]+(\\.[0-9]+)?'; 'Arithmetic is in doubles.'"""
    value = attr(el, name)
    return default if value is None else float(value)


def words(el, name):
    """'Lists in attributes are separated by white space.'"""
    return (attr(el, name) or "").split()


def parse(source):
    """The root element of a document given as bytes, with the namespaces taken off the element names."""
    root = ET.fromstring(source)
    for el in root.iter():
        el.tag = el.tag.rsplit("}", 1)[-1]
    return root


# ---------------------------------------------------------------- the digest

def digest(source):
    """'The digest is the SHA-256, in lower-case hex, of the rubric as Canonical XML 1.0 without comments, after text
    nodes of white space alone and elements whose xml:lang is not the root's have been removed (a comment ends a text
    node; without xml:lang on the root, every element with one goes)'"""
    out, text, scopes = [], [], [{"xml": "http://www.w3.org/XML/1998/namespace"}]
    state = {"skip": 0, "lang": None, "closed": False}

    def flush():
        run = "".join(text)
        text.clear()
        if run.strip(" \t\r\n"):
            out.append(run.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#xD;"))

    def quoted(value):
        for raw, escaped in ("&", "&amp;"), ("<", "&lt;"), ('"', "&quot;"), ("\t", "&#x9;"), ("\n", "&#xA;"), ("\r", "&#xD;"):
            value = value.replace(raw, escaped)
        return value

    def start(name, attributes):
        flush()
        if len(scopes) == 1:
            state["lang"] = attributes.get("xml:lang")
        elif state["skip"] or ("xml:lang" in attributes and attributes["xml:lang"] != state["lang"]):
            state["skip"] += 1
            return
        outer, inner, plain = scopes[-1], dict(scopes[-1]), []
        for key, value in attributes.items():
            if key == "xmlns" or key.startswith("xmlns:"):
                inner[key[6:]] = value
            else:
                plain.append((key, value))
        scopes.append(inner)
        out.append("<" + name)
        for prefix in sorted(inner):                                # namespace nodes: only those not in scope already
            if inner[prefix] != outer.get(prefix, ""):
                out.append(' xmlns%s="%s"' % (":" + prefix if prefix else "", quoted(inner[prefix])))

        def rank(pair):                                             # attributes by namespace URI, then local name
            prefix, _, local = pair[0].rpartition(":")
            return (inner[prefix] if prefix else "", local)
        for key, value in sorted(plain, key=rank):
            out.append(' %s="%s"' % (key, quoted(value)))
        out.append(">")

    def end(name):
        flush()
        if state["skip"]:
            state["skip"] -= 1
        else:
            scopes.pop()
            state["closed"] = len(scopes) == 1
            out.append("</%s>" % name)

    def characters(data):
        if not state["skip"]:
            text.append(data)

    def instruction(target, data):
        flush()
        if not state["skip"]:
            shown = "<?%s%s?>" % (target, " " + data if data else "")
            out.append(shown if len(scopes) > 1 else "\n" + shown if state["closed"] else shown + "\n")

    parser = xml.parsers.expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.ProcessingInstructionHandler = characters, instruction
    parser.CommentHandler = lambda data: flush()
    parser.Parse(source, True)
    return hashlib.sha256("".join(out).encode("utf-8")).hexdigest()


# ---------------------------------------------------------------- the rubric

class Scale:
    """'Permitted are the scale's level values and, with step, all min + k step up to max.'"""

    def __init__(self, el):
        self.id = el.get("id")
        self.levels = [num(level, "value") for level in el.findall("level")]
        self.min, self.max = self.levels[0], self.levels[-1]
        values, step = list(self.levels), num(el, "step")
        for k in range(int(r9((self.max - self.min) / step)) + 1 if step else 0):
            values.append(self.min + k * step)
        self.permitted = sorted({r9(v): v for v in reversed(values)}.values())

    def share(self, score):
        """'Standardized: x = (score - min) / (max - min) of the item's scale'"""
        return (score - self.min) / (self.max - self.min)

    def nearest(self, score):
        """'Standing level: the permitted value nearest to the score, the lower when two are equally near.'"""
        return min(self.permitted, key=lambda value: (r9(abs(value - score)), value))

    def next_level(self, value):
        """'the lowest level value of the scale above the standing level'"""
        return next(level for level in self.levels if r9(level) > r9(value))


class Node:
    """An area, or the whole rubric as the root."""

    def __init__(self, el, parent):
        self.el, self.parent, self.id = el, parent, el.get("id")
        self.weight = num(el, "weight", 1.0)
        self.children = []                                          # areas and items, in document order

    def subtree(self):
        """The items and areas below this node, in rubric order ('Rubric order is document order')."""
        for child in self.children:
            yield child
            if isinstance(child, Node):
                yield from child.subtree()


class Item(Node):
    """One item, with its scale and gate."""

    def __init__(self, el, parent, scales):
        super().__init__(el, parent)
        self.scale = scales[el.get("scale")]
        gate = el.find("gate")
        self.at_least, self.ceiling = num(gate, "at-least"), attr(gate, "ceiling")

    @property
    def W(self):
        """'W of an item = the product of its weight and of all its enclosing areas' weights'"""
        return self.weight * math.prod(area.weight for area in enclosing(self))


def enclosing(thing):
    """The areas around an item or area, from the inside out; the root is not one of them."""
    node = thing.parent
    while node.parent is not None:
        yield node
        node = node.parent


def tailor(rubric, tailoring):
    """'attributes given here replace the rubric's'; 'What is not used is as if it were not in the rubric.'"""
    for tag in "scoring", "grid", "planning":
        settings = rubric.find(tag)
        for given in tailoring.findall(tag):
            settings = ET.SubElement(rubric, tag) if settings is None else settings
            settings.attrib.update({name: value for name, value in given.attrib.items() if value})
    around = {child: parent for parent in rubric.iter() for child in parent}
    named = {(el.tag, el.get("id")): el for el in rubric.iter() if el.tag in ("area", "item")}
    for given in tailoring.findall("area") + tailoring.findall("item"):
        el = named[given.tag, given.get("ref")]
        if given.get("use") == "no":
            around[el].remove(el)
        el.attrib.update({name: value for name, value in given.attrib.items() if value and name not in ("ref", "use")})
        for gate in given.findall("gate"):
            for old in el.findall("gate"):
                el.remove(old)
            el.append(gate)


class Rubric:
    """The instrument, with the defaults of the formats document: layers "agreed participants", rollup and aggregate
    mean, quorum 3, min-coverage 0.5; grid capacity 60, consensus 80; climb next, priorities 10, min-votes 2,
    horizon-months 12, review-months 3."""

    def __init__(self, source, tailoring=None):
        el = parse(source)
        self.el, self.digest, self.tailoring = el, digest(source), None
        if tailoring is not None:                                   # 'its id and digest stand beside the rubric's'
            tailor(el, parse(tailoring))
            self.tailoring = {"id": parse(tailoring).get("id"), "digest": digest(tailoring)}
        self.scales = {s.get("id"): Scale(s) for s in el.findall("scale")}
        self.stages = [(s.get("id"), num(s, "from")) for s in el.find("stages").findall("stage")]
        scoring, grid, planning = el.find("scoring"), el.find("grid"), el.find("planning")
        self.layers = words(scoring, "layers") or ["agreed", "participants"]
        self.rollup = attr(scoring, "rollup", "mean")
        self.aggregate = attr(scoring, "aggregate", "mean")
        self.quorum = int(attr(scoring, "quorum", "3"))
        self.min_coverage = num(scoring, "min-coverage", 0.5)
        self.capacity, self.consensus = num(grid, "capacity", 60.0), num(grid, "consensus", 80.0)
        self.adequate, self.climb = num(planning, "adequate"), attr(planning, "climb", "next")
        self.priorities = int(attr(planning, "priorities", "10"))
        self.min_votes = int(attr(planning, "min-votes", "2"))
        self.horizon = int(attr(planning, "horizon-months", "12"))
        self.review = int(attr(planning, "review-months", "3"))
        self.root = Node(el, None)
        self._read(self.root)
        self.items = [thing for thing in self.root.subtree() if isinstance(thing, Item)]
        self.item = {item.id: item for item in self.items}

    def _read(self, node):
        """'areas nest to any depth'; items and sub-areas may be mixed."""
        for el in node.el:
            if el.tag == "area":
                node.children.append(Node(el, node))
                self._read(node.children[-1])
            elif el.tag == "item":
                node.children.append(Item(el, node, self.scales))


# ---------------------------------------------------------------- item

def applies(item, profile):
    """'applies-to / except of the item and of every enclosing area against the organization's profile words';
    'applies-to needs at least one match, except none; empty = absent.'"""
    for thing in [item, *enclosing(item)]:
        wanted, unwanted = words(thing.el, "applies-to"), words(thing.el, "except")
        if wanted and not profile & set(wanted) or profile & set(unwanted):
            return False
    return True


def room(answer):
    """'of all answers that participants gave to the item (numeric, na, dk; single scores or tallies)':
    the numeric ones as a list, the number of dk, the number of all."""
    numeric, dk, everything = [], 0, 0
    for el in [] if answer is None else answer.findall("score") + answer.findall("tally"):
        count = int(attr(el, "n", "0")) if el.tag == "tally" else 1
        everything += count
        if attr(el, "value") is not None:
            numeric += [num(el, "value")] * count
        elif attr(el, "answer") == "dk":
            dk += count
    return numeric, dk, everything


def group_answer(item, answer, name):
    """An agreed or verified answer: a value, 'na', 'dk' or None. 'met stands under agreed or verified; either of them
    empty is no answer.' 'The level reached is the highest whose criteria, and those of all levels below, are met; the
    lowest level needs none.'"""
    el = None if answer is None else answer.find(name)
    if el is None:
        return None
    if attr(el, "value") is not None:
        return num(el, "value")
    if attr(el, "answer") is not None:
        return attr(el, "answer")
    met = {m.get("criterion") for m in el.findall("met")}
    if not met:
        return None
    reached = item.scale.min
    for level in item.el.findall("level")[1:]:
        if not {c.get("id") for c in level.findall("criterion")} <= met:
            break
        reached = num(level, "value")
    return reached


def item_consensus(item, numeric):
    """'for n >= 2 numeric participants' scores: 100 (1 - var / var_max), var = the population variance,
    var_max = ((max - min) / 2)^2 of the scale.'"""
    if len(numeric) < 2:
        return None
    return 100 * (1 - statistics.pvariance(numeric) / ((item.scale.max - item.scale.min) / 2) ** 2)


def has_evidence(answer):
    """'an evidence element with text or href'"""
    return any(attr(e, "href") or "".join(e.itertext()).strip() for e in answer.findall("evidence"))


def settle(rubric, item, answer):
    """'The rubric's layers are gone through in their order. A layer that is not named never scores.' Gives state,
    score, and the layer that gave the state."""
    numeric, _, everything = room(answer)
    passed_on = False
    for layer in rubric.layers:
        if layer == "participants":
            # 'If n >= quorum and n is at least half of all: scored, with their aggregate. Otherwise it passes on.'
            if len(numeric) >= rubric.quorum and 2 * len(numeric) >= everything:
                middle = statistics.median if rubric.aggregate == "median" else statistics.fmean
                return "scored", middle(numeric), layer
            passed_on = passed_on or everything > 0
            continue
        # 'a value gives scored; na gives na; an agreed dk gives dk. A verified dk ... passes on to the next layer.'
        given = group_answer(item, answer, layer)
        if given is None:
            continue
        if given == "na" or given == "dk" and layer == "agreed":
            return given, None, layer
        if given == "dk":
            passed_on = True
            continue
        return "scored", given, layer
    # 'When no layer is left: dk if a layer that had any answer passed on, else blank.'
    return ("dk" if passed_on else "blank"), None, None


def gate_state(item, state, score, layer):
    """'for an item that applies: met if scored by agreed or verified with score >= at-least, failed if so and below;
    waived if N/A by agreement; null if N/A by verification; otherwise open. Without a gate: null.'"""
    if item.at_least is None or state == "not-applicable":
        return None
    if state == "na":
        return "waived" if layer == "agreed" else None
    if state == "scored" and layer in ("agreed", "verified"):
        return "met" if r9(score) >= r9(item.at_least) else "failed"
    return "open"


def score_item(rubric, item, answer, profile):
    """The figures of one item, in the order of the JSON."""
    numeric, dk, everything = room(answer)
    if applies(item, profile):
        state, score, layer = settle(rubric, item, answer)
    else:
        state, score, layer = "not-applicable", None, None
    uncapped = score
    # 'of an item with evidence="required" and evidence-cap c: if the score >= evidence-from and no evidence is
    # recorded, score = min(score, c)'; 'evidence-from (default: the lowest value)'
    cap = num(item.el, "evidence-cap")
    if state == "scored" and attr(item.el, "evidence") == "required" and cap is not None:
        if r9(score) >= r9(num(item.el, "evidence-from", item.scale.min)) and not has_evidence(answer):
            score = min(score, cap)
    scored = state == "scored"
    return {
        "id": item.id, "state": state,
        "basis": layer if scored else None,                         # 'basis is the layer that gave the score'
        "score": score, "score_uncapped": uncapped,
        "standing": item.scale.nearest(score) if scored else None,
        "percent": 100 * item.scale.share(score) if scored else None,
        "n": len(numeric),                                          # 'participants' numeric scores as recorded'
        "dk_share": dk / everything if everything else None,        # 'null without answers'
        "consensus": item_consensus(item, numeric) if state not in ("not-applicable", "na") else None,
        "gate": gate_state(item, state, score, layer),
    }


# ---------------------------------------------------------------- area and overall

class Scores:
    """All figures of one assessment."""

    def __init__(self, assessment, rubric):
        self.rubric, self.el = rubric, assessment
        self.organization = assessment.find("organization")
        self.answers = {a.get("item"): a for a in assessment.findall("answer")}
        profile = set(words(self.organization, "profile"))
        self.of = {item.id: score_item(rubric, item, self.answers.get(item.id), profile) for item in rubric.items}
        self.nodes = {}                                             # by identity: the root has the rubric's id
        self.overall = self.node(rubric.root)

    def taking_part(self, node):
        """'An item takes part in a node if it lies in its subtree, applies, and its weight and that of every area
        between it and the node are above 0.'"""
        for child in node.children:
            if child.weight > 0:
                if not isinstance(child, Item):
                    yield from self.taking_part(child)
                elif self.of[child.id]["state"] != "not-applicable":
                    yield child

    def x(self, child):
        """The standardized value of a child: 'items that are scored, areas that are scored'; else None."""
        percent = (self.of[child.id] if isinstance(child, Item) else self.node(child))["percent"]
        return None if percent is None else percent / 100

    def rolled_up(self, node, scored):
        """'mean: sum(w x) / sum(w) over its direct children of weight > 0 that have a value'; 'pooled: the same over
        all scored items that take part, by item weight alone'; 'minimum: the smallest x among the direct children of
        weight > 0 that have one'; 'An area's own rollup holds for that area alone'"""
        rollup = attr(node.el, "rollup", self.rubric.rollup)        # 'on scoring it is the default for every area'
        members = scored if rollup == "pooled" else [child for child in node.children if child.weight > 0]
        pairs = [(child.weight, self.x(child)) for child in members if self.x(child) is not None]
        if not pairs:
            return None
        if rollup == "minimum":
            return min(x for _, x in pairs)
        return math.fsum(w * x for w, x in pairs) / math.fsum(w for w, _ in pairs)

    def common_scale(self, node):
        """'level = min + x (max - min) when all items of the subtree with weights above 0 (down from this node,
        applying or not) name the same scale, else null'"""
        def scales(inner):
            for child in inner.children:
                if child.weight > 0:
                    yield from [child.scale] if isinstance(child, Item) else scales(child)
        found = set(scales(node))
        return found.pop() if len(found) == 1 else None

    def node_consensus(self, items):
        """'mean of the item consensus values of the items that take part and have one, weighted by item weight; none:
        null. divided = how many of those items lie below grid/@consensus'"""
        pairs = [(i.weight, self.of[i.id]["consensus"]) for i in items if self.of[i.id]["consensus"] is not None]
        divided = sum(r9(c) < r9(self.rubric.consensus) for _, c in pairs)
        if not pairs:
            return None, divided
        return math.fsum(w * c for w, c in pairs) / math.fsum(w for w, _ in pairs), divided

    def stages(self, percent, items):
        """'the last stage whose from <= percent is stage_uncapped. Every failed gate of an item that takes part caps
        it at the gate's ceiling; the lowest ceiling wins'. Gives stage, stage_uncapped."""
        ids = [stage for stage, _ in self.rubric.stages]
        uncapped = max(k for k, (_, bound) in enumerate(self.rubric.stages) if r9(bound) <= r9(percent))
        ceilings = [ids.index(i.ceiling) for i in items if self.of[i.id]["gate"] == "failed"]
        return ids[min([uncapped, *ceilings])], ids[uncapped]

    def provisional(self, node, items):
        """'the ids of the items that take part and whose gate is open or waived, then of the areas below it (weights
        above 0 on the way) that are insufficient, each in rubric order'"""
        def insufficient(inner):
            for child in inner.children:
                if child.weight > 0 and not isinstance(child, Item):
                    yield from [child.id] if self.node(child)["state"] == "insufficient" else []
                    yield from insufficient(child)
        return [i.id for i in items if self.of[i.id]["gate"] in ("open", "waived")] + list(insufficient(node))

    def quadrant(self, percent, consensus):
        """'high/high build-on; high/low share; low/high strengthen; low/low discuss; null when either is undefined.
        High means >=.'"""
        if percent is None or consensus is None:
            return None
        high, agreed = r9(percent) >= r9(self.rubric.capacity), r9(consensus) >= r9(self.rubric.consensus)
        return {(1, 1): "build-on", (1, 0): "share", (0, 1): "strengthen", (0, 0): "discuss"}[high, agreed]

    def node(self, node):
        """'applicable = the items that take part and are not na; scored = those of them that are scored; na = those
        that take part and are na. No applicable item: not-applicable.' 'coverage = sum of the item weights of scored /
        of applicable items. Below min-coverage: insufficient, no percent, no stage.' 'A node of which nothing is
        scored is insufficient.'"""
        if id(node) in self.nodes:
            return self.nodes[id(node)]
        items = list(self.taking_part(node))
        na = [i for i in items if self.of[i.id]["state"] == "na"]
        applicable = [i for i in items if self.of[i.id]["state"] != "na"]
        scored = [i for i in items if self.of[i.id]["state"] == "scored"]
        consensus, divided = self.node_consensus(items)
        x = level = percent = stage = uncapped = coverage = None
        state, provisional = "not-applicable", []
        if applicable:
            state = "insufficient"
            coverage = math.fsum(i.weight for i in scored) / math.fsum(i.weight for i in applicable)
            if scored and r9(coverage) >= r9(self.rubric.min_coverage):
                x = self.rolled_up(node, scored)
        if x is not None:
            state, percent, scale = "scored", 100 * x, self.common_scale(node)
            level = scale.min + x * (scale.max - scale.min) if scale else None
            stage, uncapped = self.stages(percent, items)
            provisional = self.provisional(node, items)
        self.nodes[id(node)] = {
            "state": state, "percent": percent, "level": level, "coverage": coverage, "applicable": len(applicable),
            "scored": len(scored), "na": len(na), "consensus": consensus, "divided": divided, "stage": stage,
            "stage_uncapped": uncapped, "provisional": provisional, "quadrant": self.quadrant(percent, consensus)}
        return self.nodes[id(node)]

    def alpha(self):
        """'Krippendorff's alpha for ordinal data over the whole assessment: units = items that take part in the root,
        are not na and have at least two numeric scores; missing allowed. Null when fewer than two units remain, when
        their scales' bounds differ, or when the expected disagreement is 0'"""
        units = [(i, room(self.answers.get(i.id))[0]) for i in self.taking_part(self.rubric.root)
                 if self.of[i.id]["state"] != "na"]
        units = [(i, values) for i, values in units if len(values) >= 2]
        if len(units) < 2 or len({(r9(i.scale.min), r9(i.scale.max)) for i, _ in units}) > 1:
            return None
        return krippendorff([values for _, values in units])

    def area_json(self, area):
        """'{"id", ...the same keys as overall..., "areas": [...], "items": [...]}'; 'An area's sub-areas and items
        stand in two lists, each in rubric order.'"""
        return {"id": area.id, **self.node(area),
                "areas": [self.area_json(c) for c in area.children if not isinstance(c, Item)],
                "items": [self.of[c.id] for c in area.children if isinstance(c, Item)]}

    def json(self):
        """'Keys in the order shown; what is undefined is null.'"""
        rubric, org = self.rubric, self.organization
        return {"rubric": {"id": rubric.el.get("id"), "version": rubric.el.get("version"), "digest": rubric.digest,
                           "tailoring": rubric.tailoring},
                "organization": {"id": org.get("id"), "name": org.get("name")},
                "round": self.el.get("round"), "date": self.el.get("date"),
                "overall": self.overall, "alpha": self.alpha(),
                "areas": [self.area_json(area) for area in rubric.root.children], "to_complete": []}


def krippendorff(units):
    """Krippendorff's alpha, ordinal metric: 1 - D_observed / D_expected over the coincidences of values within units,
    the squared distance of two values being (how many values lie from one to the other, each end by half) squared."""
    units = [[r9(v) for v in unit] for unit in units]
    values = sorted({v for unit in units for v in unit})
    count = {v: sum(unit.count(v) for unit in units) for v in values}
    total = sum(count.values())
    observed = expected = 0.0
    for a, low in enumerate(values):
        for b in range(a + 1, len(values)):
            high = values[b]
            distance = (sum(count[v] for v in values[a:b + 1]) - (count[low] + count[high]) / 2) ** 2
            observed += distance * sum(unit.count(low) * unit.count(high) / (len(unit) - 1) for unit in units)
            expected += distance * count[low] * count[high] / (total - 1)
    return None if r9(expected) == 0 else 1 - observed / expected


# ---------------------------------------------------------------- the command

def score(assessment, rubric, tailoring=None):
    """The JSON of `score`, from the bytes of the documents."""
    return Scores(parse(assessment), Rubric(rubric, tailoring)).json()
