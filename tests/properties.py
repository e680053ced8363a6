"""What must hold of the program whatever the figures are, on the random documents of reference/generate.py.

    properties.py --program build/oca [--cases 40] [--seed 1] [--keep DIR]

Nothing here knows a rule of scoring: each property compares the program with itself, or a plan with its own library.
Case i has the seed S + i. On a failure the property, the seed and what differs are printed, and the files are kept.
"""
import argparse
import copy
import datetime
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference"))
import compare                                                      # noqa: E402
import generate                                                     # noqa: E402
import generate_portfolios                                          # noqa: E402
import generate_rounds                                              # noqa: E402
from generate import X                                              # noqa: E402


class Trial:
    """One case in a folder of its own; its methods are what properties need to make and to ask."""

    def __init__(self, program, seed, folder):
        self.program, self.seed, self.folder, self.case = program, seed, folder, generate.Case(seed)
        self.r = random.Random(seed)
        self.rubric, self.assessment = self.case.rubric, self.case.assessment
        for name, content in self.case.files.items():
            self.put(name, content)

    def put(self, name, content):
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(content)

    def get(self, name):
        with open(os.path.join(self.folder, name), "rb") as file:
            return file.read()

    def write(self, name, root, kind):
        """Writes a changed document: `root` already has its namespace."""
        assert root.attributes.get("xmlns") or any(k.startswith("xmlns:") for k in root.attributes), kind
        prefix = next((k[6:] + ":" for k, v in root.attributes.items() if k.startswith("xmlns:") and v == f"urn:oca:{kind}:1"), "")
        self.put(name, root.write(prefix).encode("utf-8"))

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments], cwd=self.folder, capture_output=True, timeout=60)
        if done.returncode:
            raise AssertionError(f"oca {' '.join(arguments)}: exit status {done.returncode}: {done.stderr.decode()[:500]}")
        return done.stdout

    def score(self, assessment="assessment.xml", rubric="rubric.xml"):
        return json.loads(self.run("score", assessment, "--rubric", rubric, "--format", "json"))

    def plan(self, *more, actions="actions.xml"):
        return self.run("plan", "assessment.xml", "--rubric", "rubric.xml", "--actions", actions,
                        "--start", self.case.start.isoformat(), *more)


def elements(root, tag):
    """All elements of a name below one."""
    for child in root.children:
        if isinstance(child, X):
            if child.tag == tag:
                yield child
            yield from elements(child, tag)


def percents(score):
    """Every percent of a score by name."""
    found = {"overall": score["overall"]["percent"]}
    for area, _ in generate.walk(score["areas"]):
        found[area["id"]] = area["percent"]
        found.update({item["id"]: item["percent"] for item in area["items"]})
    return found


def near(a, b):
    return a == b or a is not None and b is not None and abs(a - b) <= 1e-9


def unequal(before, after):
    """What differs between two sets of percents, of the names that both have."""
    return [f"{name}: {before[name]} became {after[name]}" for name in before if name in after and not near(before[name], after[name])]


# ---------------------------------------------------------------- the properties: each gives a list of what is wrong

def not_applicable_changes_no_percent(trial):
    """An item that the members call N/A is as if it were not there."""
    rubric, assessment = copy.deepcopy(trial.rubric), copy.deepcopy(trial.assessment)
    area, twin = trial.r.choice(list(elements(rubric, "area"))), copy.deepcopy(trial.r.choice(list(elements(rubric, "item"))))
    twin.attributes["id"] = "one_more"
    twin.children = [c for c in twin.children if c.tag != "gate"]
    for criterion in elements(twin, "criterion"):
        criterion.attributes["id"] = "x" + criterion.attributes["id"]
    area.children.append(twin)
    assessment.children.append(X("answer", X("agreed", answer="na", reason="Not here"), item="one_more"))
    scoring = next(elements(rubric, "scoring"), None)
    if scoring is not None and "agreed" not in (scoring.attributes["layers"] or "agreed"):
        return []                                                   # only the members' agreement can say N/A
    trial.write("rubric2.xml", rubric, "rubric")
    trial.write("assessment2.xml", assessment, "assessment")
    return unequal(percents(trial.score()), percents(trial.score("assessment2.xml", "rubric2.xml")))


def scaled_weights_change_no_percent(trial):
    """Weights say only how much one thing counts beside another."""
    rubric, factor = copy.deepcopy(trial.rubric), trial.r.choice([0.1, 0.5, 3, 1000])
    for tag in "area", "item":
        for el in elements(rubric, tag):
            el.attributes["weight"] = float(el.attributes.get("weight") or 1) * factor
    trial.write("rubric2.xml", rubric, "rubric")
    return unequal(percents(trial.score()), percents(trial.score(rubric="rubric2.xml")))


def raised_answer_lowers_no_mean(trial):
    """With every rollup the mean, and no cap on scores without evidence, a higher answer lowers nothing."""
    rubric, assessment = copy.deepcopy(trial.rubric), copy.deepcopy(trial.assessment)
    for tag in "scoring", "area":
        for el in elements(rubric, tag):
            el.attributes["rollup"] = "mean"
    if not any(elements(rubric, "scoring")):
        rubric.children.append(X("scoring", rollup="mean"))
    for item in elements(rubric, "item"):
        item.attributes["evidence-cap"] = None
    trial.write("rubric2.xml", rubric, "rubric")
    scales, can = dict(trial.case.items), []
    for answer in elements(assessment, "answer"):
        for el in [c for c in answer.children if c.tag in ("agreed", "verified", "score")]:
            if isinstance(el.attributes.get("value"), (int, float)) and el.attributes["value"] < scales[answer.attributes["item"]].max:
                can.append((scales[answer.attributes["item"]], el))
    if not can:
        return []
    scale, el = trial.r.choice(can)
    el.attributes["value"] = trial.r.choice([v for v in scale.permitted if v > el.attributes["value"]])
    trial.write("assessment2.xml", assessment, "assessment")
    before, after = (percents(trial.score(name, "rubric2.xml")) for name in ("assessment.xml", "assessment2.xml"))
    return [f"{name}: {before[name]} fell to {after[name]}" for name in before
            if before[name] is not None and after[name] is not None and after[name] < before[name] - 1e-9]


def order_does_not_matter(trial):
    """Answers, scores, tallies, participants and wishes may stand in any order: the figures are the same to the last bit."""
    assessment = copy.deepcopy(trial.assessment)
    trial.r.shuffle(assessment.children)
    for answer in elements(assessment, "answer"):
        trial.r.shuffle(answer.children)
    trial.write("assessment2.xml", assessment, "assessment")
    one, other = (json.dumps({k: v for k, v in trial.score(name).items() if k != "to_complete"})
                  for name in ("assessment.xml", "assessment2.xml"))
    plans = [trial.run("plan", name, "--rubric", "rubric.xml", "--actions", "actions.xml", "--start",
                       trial.case.start.isoformat(), "--format", "json") for name in ("assessment.xml", "assessment2.xml")]
    return ["score: the figures differ"] * (one != other) + ["plan: the figures differ"] * (plans[0] != plans[1])


def actions_wait_and_share(trial):
    """No action starts before all that it needs has ended, and none asks more of a lead than the lead can do at once."""
    plan, wrong = json.loads(trial.plan("--format", "json")), []
    library = {a.attributes["id"]: a.attributes for a in elements(trial.case.actions, "action")}
    capacity = {role.attributes["id"]: int(role.attributes.get("capacity") or 1) for role in elements(trial.case.actions, "role")}
    placed = {a["id"]: [datetime.date.fromisoformat(a[key]) for key in ("start", "due")] for a in plan["actions"] if a["start"]}
    for action in plan["actions"]:
        inside = {a["id"]: a for a in plan["actions"]}
        earlier = [i for i in action["requires"] if i in inside]
        earlier += [i for i, a in inside.items() if a["item"] == action["item"] and i in library and action["id"] in library
                    and library[i]["to"] < library[action["id"]]["to"]]
        for name in earlier if action["id"] in placed else []:
            if name not in placed or placed[name][1] >= placed[action["id"]][0]:
                wrong.append(f"{action['id']} starts before {name} has ended")
    for lead, most in capacity.items():
        mine = [placed[a["id"]] for a in plan["actions"] if a["lead"] == lead and a["id"] in placed]
        for start, _ in mine:
            at_once = sum(first <= start <= last for first, last in mine)
            if at_once > most:
                wrong.append(f"{lead} has {at_once} actions on {start}, not {most}")
    return wrong


def what_was_written_reads_the_same(trial):
    """A converted assessment, and a plan written, read and written again, as a workbook too, are the same bytes, with the
    same figures."""
    trial.run("convert", "assessment.xml", "-o", "once.xml")
    trial.run("convert", "once.xml", "-o", "twice.xml")
    wrong = ["convert: the second conversion differs"] * (trial.get("once.xml") != trial.get("twice.xml"))
    wrong += ["convert: the figures differ"] * (trial.score() != trial.score("once.xml"))
    trial.plan("-o", "plan.xml")
    trial.run("convert", "plan.xml", "-o", "again.xml")
    trial.plan("-o", "plan.xlsx")
    trial.run("convert", "plan.xlsx", "-o", "carried.xml")
    return wrong + [f"plan: {name} is not what was written" for name in ("again.xml", "carried.xml")
                    if trial.get("plan.xml") != trial.get(name)]


def files_in_any_order(trial):
    """A portfolio is the same for a folder, for its files in any order, and however many read them."""
    made = generate_portfolios.Portfolios(trial.seed)
    for name, content in made.files.items():
        os.makedirs(os.path.dirname(os.path.join(trial.folder, name)), exist_ok=True)
        trial.put(name, content)
    options = ["--format", "json"] + [word for name in made.names for word in ("--rubric", name)]
    files = [name for name in made.files if name.startswith("in/") and name.endswith(".xml")]
    trial.r.shuffle(files)
    folder = trial.run("portfolio", "in", *options)
    return ["portfolio: another answer for the files than for their folder"] * (trial.run("portfolio", *files, *options) != folder) \
        + ["portfolio: another answer on one thread"] * (trial.run("portfolio", "in", "--threads", "1", *options) != folder)


def rounds_in_any_order(trial):
    """Answers, participants and scores of both rounds may stand in any order: the comparison is the same, but for the
    last bits of means over participants."""
    made, options = generate_rounds.Rounds(trial.seed), ["--format", "json"]
    for name, content in made.files.items():
        trial.put(name, content)
        options += ["--rubric", name] if name.endswith("rubric.xml") else []
    before = trial.run("compare", "baseline.xml", "reassessment.xml", *options)
    for name, root in ("baseline.xml", made.old_assessment), ("reassessment.xml", made.assessment):
        facilitators = [c for c in root.children if c.tag == "facilitator"]
        rest = [c for c in root.children if c.tag != "facilitator"]
        trial.r.shuffle(rest)
        for answer in [c for c in rest if c.tag == "answer"]:
            trial.r.shuffle(answer.children)
        root.children = facilitators + rest
        trial.write(name, root, "assessment")
    after = trial.run("compare", "baseline.xml", "reassessment.xml", *options)
    return [f"{path}: {a} became {b}" for path, a, b in compare.differences("compare", json.loads(before), json.loads(after))]


PROPERTIES = [not_applicable_changes_no_percent, scaled_weights_change_no_percent, raised_answer_lowers_no_mean,
              order_does_not_matter, rounds_in_any_order, files_in_any_order, actions_wait_and_share,
              what_was_written_reads_the_same]


def main():
    options = argparse.ArgumentParser(description="properties of the program on random documents")
    options.add_argument("--program", required=True)
    options.add_argument("--cases", type=int, default=40)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--keep", metavar="DIR", help="where the files of failing cases are kept")
    given = options.parse_args()
    program, failed = os.path.abspath(given.program), 0
    for seed in range(given.seed, given.seed + given.cases):
        for prop in PROPERTIES:
            with tempfile.TemporaryDirectory(prefix="oca-property-") as folder:
                try:
                    wrong = prop(Trial(program, seed, folder))
                except AssertionError as error:
                    wrong = [str(error)]
                if wrong:
                    failed += 1
                    print(f"{prop.__name__}, seed {seed}:", *wrong[:5], sep="\n  ", flush=True)
                    if given.keep:
                        shutil.copytree(folder, os.path.join(given.keep, f"{prop.__name__}-{seed}"), dirs_exist_ok=True)
    print(f"{given.cases * len(PROPERTIES) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
