"""Plan documents for the references: the reference's own plan written as XML, and a year of life upon it."""
import datetime

import planning
import reference
from generate import Case, X
from reference import r9

STATUSES = ["not-started", "ongoing", "blocked", "done", "dropped"]
PEOPLE = ["T. Moyo", "N. \"Ndlovu\"", "R & S", "李"]


def day(text):
    return datetime.date.fromisoformat(text)


def later(text, days):
    return (day(text) + datetime.timedelta(days=days)).isoformat()


def outermost(rubric, item):
    """'area is the item's outermost area'"""
    node = rubric.item[item]
    while node.parent.parent is not None:
        node = node.parent
    return node.id


def plan_element(case, plan, rubric, record, library):
    """The X element of a plan just made: `plan` is the JSON of `plan`; `library` the action elements by id."""
    organization = record.find("organization")
    root = X("plan", X("assessment", organization=organization.get("id"), name=organization.get("name"),
                       round=record.get("round"), date=record.get("date"), rubric=rubric.el.get("id"),
                       rubric_version=rubric.el.get("version"), digest=rubric.digest),
             start=plan["start"], end=plan["end"], xml__lang="en")
    actions = {a["id"]: a for a in plan["actions"]}
    for weak in plan["weaknesses"]:
        children = [X("title", "Item")]
        for name in weak["actions"]:
            made, shelf = actions[name], library.get(name)
            children.append(X("action", X("title", "Do it"), id=name, state=made["state"], weeks=made["weeks"],
                              lead=made["lead"], requires=" ".join(made["requires"]) or None,
                              unmet=" ".join(made["unmet"]) or None,
                              support=None if shelf is None else shelf.get("support") or None,
                              training=None if shelf is None else shelf.get("training") or None,
                              start=made["start"], due=made["due"]))
        root.children.append(X("weakness", *children, item=weak["item"], area=outermost(rubric, weak["item"]),
                               rank=weak["rank"], tier=weak["tier"], state=weak["state"], index=r9(weak["index"]),
                               standing=weak["standing"], target=weak["target"]))
    root.children += [X("find-out", item=f["item"], why=f["why"]) for f in plan["find_out"]]
    root.children += [X("strength", item=i) for i in plan["strengths"]] + [X("review", date=d) for d in plan["reviews"]]
    return root


def all_actions(root):
    """(weakness, action) of every action of a plan element, in plan order."""
    return [(w, a) for w in root.children if isinstance(w, X) and w.tag == "weakness"
            for a in w.children if isinstance(a, X) and a.tag == "action"]


def add_action(case, root, weakness, name):
    """An action added by hand, with its own dates; its weeks are given or not."""
    r, first = case.r, later(root.attributes["start"], case.r.randint(-10, 300))
    action = X("action", X("title", "Thought of later"), id=name, state="added", weeks=case.some(0.5, str(r.randint(1, 9))),
               start=first, due=later(first, r.randint(0, 80)))
    weakness.children.append(action)
    return action


def live(case, root, busy=0.7, moved=0.3):
    """What became of the actions: statuses, percents, moved dates, people, some added and some dropped."""
    r = case.r
    kinds = case.pick(STATUSES, STATUSES, ["done"], ["done", "dropped"], ["not-started", "ongoing"])
    for weakness in [c for c in root.children if c.tag == "weakness"]:
        if weakness.attributes["state"] != "later" and case.maybe(0.15):
            add_action(case, root, weakness, case.new_id("extra"))
    for _, action in all_actions(root):
        said = action.attributes
        if not case.maybe(busy):
            continue
        status = said["status"] = case.some(0.9, r.choice(kinds))
        said["percent"] = case.some(0.6, case.pick("0", "10", "33.3", "50", "99.5", "100"))
        said["person"] = case.some(0.4, r.choice(PEOPLE))
        if status == "dropped" or case.maybe(0.1):
            said["reason"] = case.pick("Rains", "No money", "Nobody <left>")
        if said["start"] and case.maybe(moved):
            said["revised-start"] = case.some(0.5, later(said["start"], r.randint(-20, 60)))
            said["revised-due"] = later(max(said["due"], said["revised-start"] or ""), r.randint(0, 90))
            said["reason"] = said.get("reason") or "Moved"
        if said["start"] and status in ("ongoing", "done"):
            said["started"] = case.some(0.6, said["start"])
            if status == "done":
                said["finished"] = case.some(0.6, later(said["start"], r.randint(1, 100)))


class Plans(Case):
    """One random rubric, assessment, plan, and a day on which the plan is looked at; `root` is the plan's element."""
    lived = True                                                    # or is it just made?

    def __init__(self, seed):
        super().__init__(seed)
        self.files = {"rubric.xml": self.files["rubric.xml"], "assessment.xml": self.files["assessment.xml"],
                      "actions.xml": self.files["actions.xml"]}
        made = planning.plan(self.files["assessment.xml"], self.files["rubric.xml"], self.files["actions.xml"], self.start)
        self.instrument, record = reference.Rubric(self.files["rubric.xml"]), reference.parse(self.files["assessment.xml"])
        library = {a.get("id"): a for a in reference.parse(self.files["actions.xml"]).findall("action")}
        self.root = plan_element(self, made, self.instrument, record, library)
        if self.lived:
            live(self, self.root, self.pick(0, 0.5, 0.9, 1), self.pick(0, 0.3, 0.8))
        dues = [a.attributes.get("revised-due") or a.attributes["due"] for _, a in all_actions(self.root)]
        dues = [due for due in dues if due] + [made["start"], made["end"]]
        self.date = self.pick(later(self.r.choice(dues), self.pick(0, 0, 1, -1, -30, -31)),
                              later(made["start"], self.r.randint(-40, 420)))
        self.files["plan.xml"] = self.document(self.root, "plan")
