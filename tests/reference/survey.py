"""How often the random cases reach each thing: what is never reached is never tested.

    survey.py --kind scores|rounds --cases 500 [--seed 1]
"""
import argparse
import collections
import datetime
import json

import generate
import generate_rounds
import planning
import reference


def scores(seed):
    """What a case of `generate` reaches."""
    rubric_xml, assessment_xml, actions_xml, start = generate.documents(seed)
    s, p = reference.score(assessment_xml, rubric_xml), planning.plan(assessment_xml, rubric_xml, actions_xml, start)
    json.dumps([s, p], allow_nan=False)
    rubric, record = reference.Rubric(rubric_xml), reference.parse(assessment_xml)
    wishes = planning.Wishes(record, rubric)
    library = {a.get("id"): a for a in reference.parse(actions_xml).findall("action")}
    answers = {a.get("item"): a for a in record.findall("answer")}
    here = set()
    areas = list(generate.walk(s["areas"]))
    for name, node in [("overall", s["overall"])] + [("area", a) for a, _ in areas]:
        here |= {f"{name} state {node['state']}", f"{name} quadrant {node['quadrant']}"}
        if node["state"] == "scored":
            here.add(f"{name} level {'null' if node['level'] is None else 'given'}")
            here.add(f"{name} stage {'capped' if node['stage'] != node['stage_uncapped'] else 'as it is'}")
            inner = {a["id"] for a, _ in areas}
            here |= {f"{name} provisional by {'area' if i in inner else 'item'}" for i in node["provisional"]}
            if node["coverage"] == rubric.min_coverage:
                here.add("coverage exactly min-coverage")
            if any(node["percent"] == bound for _, bound in rubric.stages[1:]):
                here.add("percent exactly on a stage bound")
        if node["state"] == "insufficient":
            here.add("insufficient with nothing scored" if not node["scored"] else "insufficient with something scored")
        if node["na"]:
            here.add("node with na" if node["applicable"] else "node all na")
        if node["divided"]:
            here.add("divided")
    here |= {f"area depth {d}" for _, d in areas} | {"items beside sub-areas" for a, _ in areas if a["items"] and a["areas"]}
    here.add(f"alpha {'null' if s['alpha'] is None else 'given' if s['alpha'] >= 0 else 'negative'}")
    here.add(f"overall rollup {rubric.rollup}")
    here.add(f"aggregate {rubric.aggregate}")
    here.add("layers " + " ".join(rubric.layers))
    here.add(f"quorum {rubric.quorum}")
    for area, _ in areas:
        for f in area["items"]:
            item, answer = rubric.item[f["id"]], answers.get(f["id"])
            numeric, _, everything = reference.room(answer)
            here |= {f"item state {f['state']}", f"basis {f['basis']}", f"gate {f['gate']} ({f['state']})",
                     f"item consensus {'null' if f['consensus'] is None else 'given'}",
                     f"dk_share {'null' if f['dk_share'] is None else 'given'}", f"scale {item.scale.id}"}
            if f["score"] != f["score_uncapped"]:
                here.add("score capped")
            elif f["state"] == "scored" and reference.num(item.el, "evidence-cap") is not None:
                here.add("score with a cap but not capped")
            if f["state"] == "scored" and len([v for v in item.scale.permitted if abs(abs(v - f["score"])
                                               - abs(f["standing"] - f["score"])) < 1e-9]) == 2:
                here.add("standing level tie, lower taken")
            if "participants" in rubric.layers and len(numeric) >= rubric.quorum:
                here |= {"quorum but under half"} if 2 * len(numeric) < everything else set()
                here |= {"exactly half numeric"} if 2 * len(numeric) == everything else set()
            verified = reference.group_answer(item, answer, "verified")
            if verified == "dk" and f["basis"]:
                here.add("verified dk passed on, then scored")
            for el in answer.iter() if answer is not None else []:
                if el.tag in ("agreed", "verified") and el.find("met") is not None:
                    here.add("criteria reach " + ("the lowest" if reference.group_answer(item, answer, el.tag) == item.scale.min
                                                  else "the top" if reference.group_answer(item, answer, el.tag) == item.scale.max
                                                  else "the middle"))
    for w in p["weaknesses"]:
        here |= {f"weakness tier {w['tier']}", f"weakness state {w['state']}", f"weakness with {min(len(w['actions']), 3)} actions"}
        if w["state"] == "planned" and wishes.given_target(rubric.item[w["item"]]) is not None:
            here.add("target given")
    ranks = [w["rank"] for w in p["weaknesses"]]
    here |= {"tied rank"} if len(set(ranks)) < len(ranks) else set()
    free = [dict(a) for a in p["actions"]]
    planning.schedule([(a, reference.num(library.get(a["id"]), "to", 0.0)) for a in free],
                       dict.fromkeys((a["lead"] for a in free), 999), start, datetime.date.fromisoformat(p["end"]))
    here |= {"start moved by a busy lead" for a, b in zip(free, p["actions"]) if b["start"] and a["start"] != b["start"]}
    here |= {"deferred by a busy lead" for a, b in zip(free, p["actions"]) if a["state"] != b["state"] == "deferred"}
    places = {a["id"]: k for k, a in enumerate(p["actions"])}
    for a in p["actions"]:
        here |= {"requires one further down the plan" for i in a["requires"] if places.get(i, -1) > places[a["id"]]}
        here |= {f"action {a['state']}", f"action lead {'null' if a['lead'] is None else 'given'}"}
        here |= {"action unmet"} if a["unmet"] else {"action placeholder"} if a["id"].startswith("agree_") else set()
        here |= {"action requires one in the plan"} if {b["id"] for b in p["actions"]} & set(a["requires"]) else set()
        if a["state"] == "scheduled" and a["due"] == p["end"]:
            here.add("due on the last day")
    if any(a["state"] == "deferred" for a in p["actions"]):
        late = [a["state"] for a in p["actions"]]
        here |= {"scheduled after a deferred one"} if "scheduled" in late[late.index("deferred"):] else set()
    here |= {f"find out {f['why']}" for f in p["find_out"]} | {"strengths" for _ in p["strengths"][:1]}
    here |= {"several strengths"} if len(p["strengths"]) > 1 else set()
    here.add(f"reviews {'none' if not p['reviews'] else 'some'}")
    day_after = datetime.date.fromisoformat(p["end"]) + datetime.timedelta(days=1)
    here |= {"end clamped to a short month"} if day_after.day != start.day else set()
    here |= {"review on the day after the end"} if day_after.isoformat() in p["reviews"] else set()
    return here


def two_rounds(seed):
    """What a case of `generate_rounds` reaches."""
    result, here = generate_rounds.expected(*generate_rounds.documents(seed)), set()
    here |= {f"reason {name}" for name in result["comparable"]["reasons"]} or {"no reason"}
    here |= {f"list {name}" for name, value in result["comparable"].items() if isinstance(value, list) and value}
    areas = [area for area, _ in generate.walk(result["areas"])]
    for name, node in [("overall", result["overall"])] + [("area", a) for a in areas]:
        here |= {f"{name} {node['verdict']}", f"{name} {node['outcome']}"}
        here |= {f"{name} {key} {'null' if node[key] is None else 'given'}" for key in
                 ("kept", "covered", "baseline", "level_baseline", "relative", "participants") if node["verdict"] != "not-comparable"}
        if node["participants"]:
            here.add(f"{name} interval {'null' if node['participants']['interval'] is None else 'given'}")
    for area in areas:
        for item in area["items"]:
            here |= {f"item basis {item['basis']}", f"item outcome {item['outcome']}", f"item gate {item['gate']}"}
            here |= {"item then"} if item["then"] is not None else set()
    for row in result["plan_effect"] or []:
        here.add(f"plan effect {row['group']} {'mean' if row['mean_delta'] is not None else 'few'}")
    return here


def main():
    kinds = {"scores": scores, "rounds": two_rounds}
    options = argparse.ArgumentParser(description="what the random cases reach")
    options.add_argument("--kind", choices=kinds, default="scores")
    options.add_argument("--cases", type=int, default=500)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    seen = collections.Counter()
    for seed in range(given.seed, given.seed + given.cases):
        seen.update(kinds[given.kind](seed))
    print(*[f"{seen[name]:6d}  {name}" for name in sorted(seen)], sep="\n")
    print(f"{given.cases} cases, {len(seen)} kinds of things reached")


if __name__ == "__main__":
    main()
