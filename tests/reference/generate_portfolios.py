"""Random folders of several organizations: rounds, rubrics, plans, consent, places, and faulty files among them."""
import generate_plans
import generate_rounds
import reference
from generate import X

SUPPORT = ["own", "peer", "federation", "government", "cso", "training-centre", "finance", "company", "network", "donor"]


class Portfolios(generate_rounds.Rounds):
    """One random portfolio. `files` are all, `good` the names of the valid assessments, `plans` those of the valid plans,
    `faulty` those that cannot be taken in; the rubrics are given by name on the command line."""
    budgets, tailored = (2, 6, 12), 0
    crowd = 1, 2, 4, 8, 8, 14                                       # how many organizations
    steady = None                                                   # the rounds of each, if not at random
    plan_number = 0                                                 # which of one organization's plans is being made

    def __init__(self, seed):
        super().__init__(seed)
        self.kinds = [(self.old_rubric, self.old_items, self.old_criteria), (self.rubric, self.items, self.criteria)]
        self.names = ["old-rubric.xml"] + (["rubric.xml"] if "rubric.xml" in self.files else [])
        self.files = {name: self.files[name] for name in self.names}
        self.good, self.plans, self.faulty, self.number = [], [], [], 0
        for action in [c for c in self.actions.children if c.tag == "action"]:
            action.attributes["support"] = self.some(0.7, self.r.choice(SUPPORT))
            action.attributes["training"] = self.some(0.3, self.pick("t_1", "t_2", "t_3"))
        self.actions.children += [X("training", X("title", "Skill"), id="t_%d" % k) for k in (1, 2, 3)]
        self.sharing = self.pick(1, 1, 0.8)
        for k in range(self.pick(*self.crowd)):
            self.make_organization("org-%02d" % k if self.maybe(0.9) else "aorg_%02d" % k)
        self.files["in/readme.txt"] = b"Not for the program\n"
        if self.maybe(0.3):
            self.files["in/other.xml"] = b"<html><body/></html>\n"
        if self.maybe(0.3):
            self.files["in/%s.xml" % self.old_rubric.attributes["id"]] = self.files["old-rubric.xml"]
        if self.maybe(0.2):
            self.files["in/library.xml"] = self.document(self.actions, "actions")

    def put(self, kind, content):
        """Writes a document somewhere below the folder; gives its name."""
        self.number += 1
        name = "in/%s%s-%d.xml" % (self.pick("", "", "a/", "b/c/", "b/c/d/"), kind, self.number)
        self.files[name] = content
        return name

    def make_round(self, which, place, name, date):
        """One assessment of an organization, as bytes: in the first or the second rubric."""
        self.rubric, self.items, self.criteria = self.kinds[which]
        self.make_assessment()
        self.dress(self.assessment, name, date, [c for c in self.rubric.children if c.tag == "measure"])
        organization = [c for c in self.assessment.children if c.tag == "organization"][0]
        organization.attributes.update(place)
        for _ in range(0 if self.maybe(0.6) else self.pick(1, 2)):
            to = self.pick("association programme donor", "programme", "donor")
            to = to if self.maybe(self.sharing) else self.pick("association", "")
            self.assessment.children.append(X("consent", to=to, date=date))
        return self.document(self.assessment, "assessment")

    def make_organization(self, name):
        country = self.pick("ZW", "TZ", "ZW")
        place = {"id": name, "name": "Example " + name, "country": country if self.maybe(0.9) else None,
                 "district": self.some(0.7, country + self.pick(" North", " South")), "part-of": self.some(0.3, "org-00")}
        days = iter(sorted(self.r.sample(range(60), 6)))
        date = lambda: "%d-%02d-%02d" % (2024 + self.day // 30, 1 + self.day % 30 // 3, 1 + self.day % 3)
        rounds = ["baseline"] if self.maybe(0.85) else []
        rounds += ["baseline"] if rounds and self.maybe(0.1) else []
        rounds += self.r.sample(["reassessment", "interim", "mid-term", "reassessment"], self.pick(0, 1, 1, 1, 2))
        rounds = self.steady or rounds or ["interim"]
        for k, kind in enumerate(rounds):
            alike = k == 0 or (kind == "reassessment") == (rounds[k - 1] == "reassessment")
            if alike or "baseline" in (kind, rounds[k - 1]) or self.maybe(0.9):
                self.day = next(days)                               # of two rounds on one day a reassessment is the latest
            which = 0 if kind == "baseline" or self.maybe(0.3) else 1
            content = self.make_round(which, place, kind, date())
            spoilt = self.maybe(0.04)
            if spoilt:
                content = self.spoil(content)
            (self.faulty if spoilt else self.good).append(self.put(kind, content))
            if kind == "baseline" and not spoilt:
                for n in range(self.pick(0, 1, 1, 2)):
                    self.plan_number = n
                    self.plans.append(self.put("plan", self.make_plan(content)))

    def spoil(self, content):
        """A valid assessment made faulty."""
        return self.pick(content[:len(content) * 2 // 3], content.replace(b'date="20', b'date="20x', 1),
                         content.replace(b'rubric="ref-', b'rubric="unknown-').replace(b'rubric="asm_x', b'rubric="unknown-'))

    def grace(self, plan):
        """Offices that are asked, a training register and a journal, newer in every further plan of an organization."""
        for _, action in generate_plans.all_actions(plan):
            action.attributes["supporter"] = self.some(0.5, self.pick("Mines office", "District office", "Énergie"))
        for _ in range(self.pick(0, 0, 1, 2)):
            plan.children.append(X("trained", training=self.pick("t_1", "t_2"), date="2025-06-03", women=self.pick(None, "8"),
                                   men=self.pick(None, "1"), youth=self.pick(None, "2"), passed_on=self.pick(None, "0", "14")))
        month = self.r.randint(3 * self.plan_number + 1, 3 * self.plan_number + 3)
        plan.children.append(X("journal", X("change", date="2026-%02d-01" % month, action="x", field="person", old="", new="A")))

    def rubrics(self):
        found = [reference.Rubric(self.files[name]) for name in self.names]
        return {(r.el.get("id"), r.el.get("version")): r for r in found}
