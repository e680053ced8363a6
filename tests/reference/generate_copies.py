"""Random edits of a plan's copies, as several people make them who were given the same file."""
import copy

import generate_plans
from generate import X
from generate_plans import PEOPLE, STATUSES, all_actions, later


class Copies(generate_plans.Plans):
    """A plan and its edited copies; `date` is the review's day, `spoilt` says what makes a copy faulty, if anything."""
    budgets = 6, 12, 20, 30

    def __init__(self, seed):
        super().__init__(seed)
        if self.maybe(0.3):
            self.root.children.append(X("journal", X("change", date="2025-03-01", by="Before", action="gone", field="person",
                                                     old="", new="A"), X("change", date="2025-03-02", by="", item="gone",
                                                                         field="cause", old="x", new="y")))
            self.files["plan.xml"] = self.document(self.root, "plan")
        self.shared = self.pick(0, 0, 0.3, 1)                       # may two copies edit the same action?
        copies = [copy.deepcopy(self.root) for _ in range(self.pick(1, 2, 2, 3))]
        if self.maybe(0.1):
            copies[-1].children = [c for c in copies[-1].children if c.tag != "journal"]
        rate, extra = self.pick(0.1, 0.4, 0.8), self.new_id("more")
        for k, action in enumerate(a.attributes["id"] for _, a in all_actions(self.root)):
            for n, one in enumerate(copies):
                twin = next(a for _, a in all_actions(one) if a.attributes["id"] == action)
                if self.maybe(rate) and (k % len(copies) == n or self.maybe(self.shared)):
                    self.edit(twin, n)
        for n, one in enumerate(copies):
            self.edit_around(one, n, extra)
        self.thin_out(copies, extra)
        self.spoilt = self.spoil(self.r.choice(copies)) if self.maybe(0.1) else None
        for n, one in enumerate(copies):
            self.files["copy-%d.xml" % n] = self.document(one, "plan")
        self.copies = ["copy-%d.xml" % n for n in range(len(copies))]

    def edit(self, action, n):
        """One action in one copy."""
        r, said = self.r, action.attributes
        for field in r.sample(["status", "percent", "person", "lead", "supporter", "dates", "started", "finished", "note",
                               "evidence", "cost", "deferred"], self.pick(1, 1, 2, 4)):
            if field == "status":
                said["status"] = r.choice(STATUSES + [None])
                if said["status"] == "dropped":
                    said["reason"] = self.pick("Rains", "No money")
            elif field == "percent":
                said["percent"] = self.pick("0", "25", "50", "50.0", "99.5", "100", None)
            elif field in ("person", "supporter"):
                said[field] = r.choice(PEOPLE + [None])
            elif field == "lead":
                said["lead"] = r.choice([c.attributes["id"] for c in self.actions.children if c.tag == "role"] + [said.get("lead")])
            elif field == "dates" and said.get("start"):
                said["revised-start"] = self.pick(said.get("revised-start"), later(said["start"], 7))
                said["revised-due"] = later(max(said["due"], said["revised-start"] or ""), r.choice([7, 14, 60]))
                said["reason"] = self.pick("Rains", "Rains", "No money")
                if self.maybe(0.03):
                    said["reason"] = None
            elif field in ("started", "finished") and said.get("start"):
                said[field] = later(said["start"], self.pick(60, 61) if field == "finished" else self.pick(-3, -2))
            elif field == "note":
                action.children.append(X("note", self.pick("Went well", "Copy %d" % n)))
            elif field == "evidence":
                action.children.append(X("evidence", "Seen %s" % self.pick("by all", str(n)), kind="seen", date="2025-06-01"))
            elif field == "cost" and n == 0:
                action.children = [c for c in action.children if c.tag != "cost"] + [X("cost", currency="USD", amount="35.5", funder="own")]
            elif field == "deferred" and said["state"] == "deferred" and n == 0:
                said["start"], said["due"] = self.root.attributes["end"], later(self.root.attributes["end"], 20)

    def edit_around(self, root, n, extra):
        """Causes, results, added actions, visits, trainings and signatures in one copy."""
        weaknesses = [c for c in root.children if c.tag == "weakness"]
        for weakness in weaknesses:
            for tag in "cause", "result":
                if self.maybe(0.1):
                    said = self.pick("Nobody told us", "Copy %d" % n)
                    weakness.children = [c for c in weakness.children if c.tag != tag] + [X(tag, said)]
        if weaknesses and self.maybe(0.3):
            added = generate_plans.add_action(self, root, self.r.choice(weaknesses), "%s_%d" % (extra, n))
            added.attributes["state"] = self.pick("added", None)
        if self.maybe(0.3):
            root.children.append(X("visit", X("topics", "Books"), date="2025-05-20", by=self.pick("A", "B")))
        if self.maybe(0.2):
            root.children.append(X("signed", role="Chairperson", name=self.pick("A", "B"), date="2025-03-15"))
        if self.maybe(0.2):
            root.children.append(X("trained", training="t_governance", date="2025-06-03", women=self.pick("8", "9")))

    def thin_out(self, copies, extra):
        """Actions that a copy lacks, which is no edit, and one and the same added to two copies."""
        for one in copies if self.maybe(0.15) else []:
            weakness, action = (all_actions(one) or [(None, None)])[0]
            if action and action.attributes["id"] in {a.attributes["id"] for _, a in all_actions(self.root)}:
                weakness.children.remove(action)
        weaknesses = [[c for c in one.children if c.tag == "weakness"] for one in copies]
        if len(copies) > 1 and weaknesses[0] and self.maybe(0.15):
            added = generate_plans.add_action(self, self.root, copy.deepcopy(weaknesses[0][-1]), extra + "_both")
            for found in weaknesses:
                found[-1].children.append(copy.deepcopy(added))

    def spoil(self, root):
        """Makes a copy faulty; says how, or None where it has nothing to spoil."""
        known = {a.attributes["id"]: a.attributes for _, a in all_actions(self.root)}
        planned = [a.attributes for _, a in all_actions(root) if known.get(a.attributes["id"], {}).get("state") == "scheduled"]
        kind = self.pick("start", "due", "state", "one date", "no reason")
        if kind == "one date":
            weaknesses = [c for c in root.children if c.tag == "weakness"]
            if not weaknesses:
                return None
            added = generate_plans.add_action(self, root, self.r.choice(weaknesses), "half_dated")
            added.attributes[self.pick("start", "due")] = None
            return kind
        if not planned:
            return None
        said = self.r.choice(planned)
        if kind == "no reason":
            said.update(status="dropped", reason=None)
        elif kind == "state":
            said["state"] = "added"
        else:
            said[kind] = later(said[kind], -1)
        return kind
