#!/usr/bin/env python3
"""Random small cases, valid by the published format, for comparing the product with the oracle.

    generate.py [--seed S] [--count N] [--out DIR]      prints one case, or writes N into DIR

A case is first a plan: issues, options and formulas under keys, formulas as trees. `write` turns a
plan into YAML under given labels, so the same plan can be written under other names and in other
orders (compare.py --relabel), and a formula's truth can be had without parsing it (`truth`).
"""
import argparse
import os
import random
import sys
from fractions import Fraction

from oracle import Case, Zone

DATES = [f"2024-{month:02}-{day:02}" for month in (1, 2, 3) for day in (1, 5, 14, 28)]
ACTS = "asserts supports demands rejects proposes offers accepts doubts warns commits asks".split()
OPTIONS = [("no", "yes"), ("none", "half", "full"), ("build", "pause", "abandon"), ("null", "1"),
           ("a", "b", "c", "d"), ("2nd", "x-y", "x_y"),
           ("withdrawal", "exchange", "frozen", "true-up")]
NUMBERS = [("0", "1", "2"), ("-3", "0", "2.5"), ("10", "9", "8", "7"), ("-1", "-0.5"),
           ("3", "30", "-3")]
BETWEEN = ("0.5", "-2", "9.25", "100")  # numbers to compare with that are no options
ISSUES = ["flow", "dam", "4th", "in-kind", "not_before", "seat", "order", "level", "water-share"]
PARTIES = ["upland", "lowland", "delta", "or-else", "3rd", "north_shore", "ofir"]


class Labels:
    """How a plan's keys are written: names, and the order of parties, issues and options."""

    def __init__(self, plan):
        self.party = {p["key"]: p["key"] for p in plan["parties"]}
        self.issue = {i["key"]: i["key"] for i in plan["issues"]}
        self.option = {(i["key"], o): o for i in plan["issues"] for o in i["options"]}
        self.red_line = {r["key"]: r["key"] for r in plan["red_lines"]}
        self.parties = list(self.party)
        self.issues = list(self.issue)
        self.options = {i["key"]: list(i["options"]) for i in plan["issues"]}
        self.red_lines = list(self.red_line)

    @classmethod
    def shuffled(cls, plan, rng):
        """New names and orders. Numbers keep their names, since formulas compare them."""
        labels = cls(plan)
        for names, stem in ((labels.party, "p"), (labels.issue, "i"), (labels.red_line, "r")):
            fresh = [f"{stem}{n}" for n in range(len(names))]
            rng.shuffle(fresh)
            names.update(zip(names, fresh))
        for issue in plan["issues"]:
            fresh = [f"o{n}" for n in range(len(issue["options"]))]
            rng.shuffle(fresh)
            if not issue["numeric"]:
                labels.option.update({(issue["key"], o): new
                                      for o, new in zip(issue["options"], fresh)})
        for order in (labels.parties, labels.issues, labels.red_lines, *labels.options.values()):
            rng.shuffle(order)
        return labels


# Formulas as trees: ("is", issue, op, option), ("in", issue, options), ("true",), ("false",),
# ("not", f), ("and" | "or" | "implies" | "if" | "iff", f, g, ...).
# Consent: ("party", p), ("of", k, f, ...), ("and" | "or", f, g, ...).

def atom(rng, issues):
    issue = rng.choice(issues)
    roll, options = rng.random(), issue["options"]
    if roll < .03:
        return (rng.choice(("true", "false")),)
    if issue["numeric"] and roll < .5:
        bounds = options if rng.random() < .85 else BETWEEN
        bound = rng.choice(bounds)
        return ("is", issue["key"], rng.choice(("<", "<=", ">", ">=")), bound)
    if roll < .7 or len(options) < 3:
        return ("is", issue["key"], rng.choice(("=", "=", "!=")), rng.choice(options))
    return ("in", issue["key"], tuple(rng.sample(options, rng.randint(1, len(options) - 1))))


def tree(rng, issues, depth):
    if depth == 0 or rng.random() < .35:
        return atom(rng, issues)
    word = rng.choice(("not", "and", "and", "or", "or", "implies", "if", "iff"))
    if word == "not":
        return (word, tree(rng, issues, depth - 1))
    count = rng.randint(2, 3) if word in ("and", "or") else 2
    return (word, *(tree(rng, issues, depth - 1) for _ in range(count)))


def consent_tree(rng, parties, depth):
    if depth == 0 or rng.random() < .3:
        return ("party", rng.choice(parties))
    word = rng.choice(("and", "or", "of"))
    parts = [consent_tree(rng, parties, depth - 1) for _ in range(rng.randint(2, 3))]
    return ("of", rng.randint(1, len(parts)), *parts) if word == "of" else (word, *parts)


def truth(node, package):
    """Of a formula's tree, in a package {issue key: option key}."""
    word = node[0]
    if word in ("true", "false"):
        return word == "true"
    if word == "in":
        return package[node[1]] in node[2]
    if word == "is":
        _, issue, operator, option = node
        if operator in ("=", "!="):
            return (package[issue] == option) == (operator == "=")
        left, right = Fraction(package[issue]), Fraction(option)
        return {"<": left < right, "<=": left <= right,
                ">": left > right, ">=": left >= right}[operator]
    values = [truth(part, package) for part in node[1:]]
    return {"not": lambda: not values[0], "and": lambda: all(values), "or": lambda: any(values),
            "implies": lambda: values[1] if values[0] else True,
            "if": lambda: values[0] if values[1] else True,
            "iff": lambda: values[0] is values[1]}[word]()


RANK = {"implies": 0, "if": 0, "iff": 0, "or": 1, "and": 2, "not": 3}


def text_of(node, labels, rng, least=0):
    """A tree in words, with the parentheses it needs and now and then one more."""
    word = node[0]
    rank = RANK.get(word, 4 if word in ("is", "in", "party", "of") else 3)
    if word in ("true", "false"):
        text = word
    elif word == "is":
        space = rng.choice((" ", " ", " ", ""))
        option = labels.option.get((node[1], node[3]), node[3])
        text = f"{labels.issue[node[1]]}{space}{node[2]}{space}{option}"
    elif word == "in":
        options = ", ".join(labels.option[node[1], option] for option in node[2])
        text = f"{labels.issue[node[1]]} in ({options})"
    elif word == "party":
        text = labels.party[node[1]]
    elif word == "of":
        text = f"{node[1]} of ({', '.join(text_of(part, labels, rng) for part in node[2:])})"
    elif word == "not":
        text = "not " + text_of(node[1], labels, rng, 4)
    else:
        text = f" {word} ".join(text_of(part, labels, rng, rank + 1) for part in node[1:])
    return f"({text})" if rank < least or rng.random() < .06 else text


def some_issues(rng):
    issues = []
    for key in rng.sample(ISSUES, rng.choice((1, 2, 2, 3, 3, 3, 4, 4, 5))):
        numeric = rng.random() < .3
        options = list(rng.choice(NUMBERS if numeric else OPTIONS))
        issues.append({"key": key, "options": options, "numeric": numeric,
                       "long": rng.random() < .3,
                       "title": rng.random() < .4})
    return issues


def some_parties(rng):
    parties = [{"key": key, "role": rng.choice((None, None, "principal", "mediator", "observer",
                                                "guarantor"))}
               for key in rng.sample(PARTIES, rng.randint(2, 5))]
    if all(party["role"] not in (None, "principal") for party in parties):
        parties[0]["role"] = "principal"
    return parties


def some_statements(rng, parties, issues, dated_sources, as_of):
    """Statements of the parties, each with its own or its source's date; a party's later one may
    replace an earlier one."""
    statements = []
    for n in range(rng.randint(0, 8)):
        party, source = rng.choice(parties)["key"], rng.choice(list(dated_sources))
        date = rng.choice(DATES + [None] * 4)
        own = date or dated_sources[source] or as_of
        earlier = [s for s in statements if s["party"] == party and s["said"] < own]
        replaced = rng.choice(earlier)["key"] if earlier and rng.random() < .4 else None
        statements.append({"key": f"s{n}", "party": party, "source": source, "date": date,
                           "said": own, "act": rng.choice(ACTS), "about": atom(rng, issues),
                           "strength": rng.choice((None, "must", "should", "hedged")),
                           "replaces": replaced})
    return statements


def some_red_lines(rng, parties, issues, statements, want_none):
    lines = []
    count = rng.randint(3, 9) if want_none else rng.randint(0, 7)
    holders = rng.sample(parties, min(len(parties), rng.randint(2, len(parties))))
    for n in range(count):
        party = rng.choice(holders)["key"]
        own = [s["key"] for s in statements if s["party"] == party]
        borne = own and rng.random() < .6
        because = rng.sample(own, rng.randint(1, min(2, len(own)))) if borne else []
        lines.append({"key": f"{party}-{n}", "party": party, "because": because,
                      "holds": tree(rng, issues, rng.choice((0, 0, 1, 2, 3))),
                      "firmness": rng.choice(("firm", "unclear"))})
    return lines


def plan_of(rng, want_none):
    issues, parties = some_issues(rng), some_parties(rng)
    as_of = rng.choice(DATES + [None]) if rng.random() < .8 else DATES[-1]
    dated = {f"source{n}": rng.choice(DATES + ([None] * 4 if as_of else []))
             for n in range(rng.randint(1, 2))}
    statements = some_statements(rng, parties, issues, dated, as_of)
    consent = None
    if rng.random() < .7:
        keys = [party["key"] for party in parties]
        consent = consent_tree(rng, keys, rng.choice((1, 2, 2, 3)))
        if want_none and rng.random() < .5:
            consent = ("and", *(("party", key) for key in keys))
    links = [tree(rng, issues, rng.choice((0, 1, 1, 2, 3)))
             for _ in range(rng.choice((0, 0, 1, 1, 2, 3)))]
    return {"issues": issues, "parties": parties, "as_of": as_of, "sources": dated, "links": links,
            "statements": statements, "consent": consent, "ordered": rng.random() < .3,
            "red_lines": some_red_lines(rng, parties, issues, statements, want_none)}


def quoted(text, rng):
    """A scalar in one of YAML's three ways; the parts used here need no escapes."""
    return rng.choice((text, text, f'"{text}"', f"'{text}'"))


def plainly(text):
    return text.replace("-", " ")


def write_head(plan, labels, rng, say):
    say("pourparler: 1", "title: " + quoted("Sharing the water of the Lorn", rng))
    if plan["as_of"]:
        say("as_of: " + plan["as_of"])
    say("sources:")
    for source, date in plan["sources"].items():
        say(f"  - id: {source}", *([f"    date: {date}"] if date else []))
        if rng.random() < .5:
            say("    grade: " + rng.choice("ABCDEF") + rng.choice("123456"))
        say("    text: |", "      The talks of the day.")
        say(*(f"      {words_of(s)}." for s in plan["statements"] if s["source"] == source))
    say("parties:")
    roles = {party["key"]: party["role"] for party in plan["parties"]}
    for key in labels.parties:
        role = f", role: {roles[key]}" if roles[key] else ""
        say(f"  - {{id: {labels.party[key]}, name: The {plainly(key)} side{role}}}")
    if plan["consent"]:
        say("consent: " + quoted(text_of(plan["consent"], labels, rng), rng))


def words_of(statement):
    """Words that stand once in the sources, for a quotation."""
    return f"on their point {statement['key']} they spoke {statement['act']} words"


def write_issues(plan, labels, rng, say):
    say("issues:")
    issues = {issue["key"]: issue for issue in plan["issues"]}
    for key in labels.issues:
        names = [labels.option[key, option] for option in labels.options[key]]
        say(f"  - id: {labels.issue[key]}")
        if issues[key]["title"]:
            say(f"    title: What becomes of {plainly(key)}")
        if issues[key]["long"]:
            say("    options:", *(f"      - {{id: {name}, title: the {n}. way}}"
                                  for n, name in enumerate(names)))
        else:
            say(f"    options: [{', '.join(names)}]")
    if plan["links"]:
        say("links:")
        for link in plan["links"]:
            say(f"  - rule: {quoted(text_of(link, labels, rng), rng)}")
            if rng.random() < .5:
                say("    why: so it is")


def write_claims(plan, labels, rng, say):
    if plan["statements"]:
        say("statements:")
    for s in plan["statements"]:
        say(f"  - id: {s['key']}", f"    party: {labels.party[s['party']]}", f"    act: {s['act']}",
            f"    about: {quoted(text_of(s['about'], labels, rng), rng)}",
            f"    source: {s['source']}")
        say(*(f"    {key}: {s[key]}" for key in ("strength", "date", "replaces") if s[key]))
        say("    quote: " + words_of(s))
    if plan["red_lines"]:
        say("red_lines:")
    lines = {line["key"]: line for line in plan["red_lines"]}
    for key in labels.red_lines:
        line = lines[key]
        say(f"  - id: {labels.red_line[key]}", f"    party: {labels.party[line['party']]}",
            f"    holds: {quoted(text_of(line['holds'], labels, rng), rng)}",
            f"    firmness: {line['firmness']}")
        if line["because"]:
            say(f"    because: [{', '.join(line['because'])}]")


def write_rest(plan, labels, rng, say):
    """What the zone does not depend on, and must not be disturbed by."""
    if plan["ordered"]:
        issue = labels.issues[0]
        names = [labels.option[issue, option] for option in labels.options[issue]]
        say("preferences:", f"  {labels.party[labels.parties[0]]}:", "    orders:",
            f"      {labels.issue[issue]}: {' > '.join(names)}")
        if len(labels.issues) > 1:
            say("    importance: " + " > ".join(labels.issue[key] for key in labels.issues))
        say("assumptions:", "  - {id: a1, says: This much is not in the papers.}")


def write(plan, labels, rng):
    """The case file of a plan under these labels."""
    lines = []
    for part in (write_head, write_issues, write_claims, write_rest):
        part(plan, labels, rng, lambda *more: lines.extend(more))
    return "\n".join(lines) + "\n"


def generate(rng):
    """A plan and its case file; as often without agreement as with one, rarely contradictory links,
    and not too often a red line that leaves no agreement by itself."""
    want_none = rng.random() < .5
    for _ in range(40):
        plan = plan_of(rng, want_none)
        text = write(plan, Labels(plan), rng)
        zone = Zone(Case(text))
        alone = any(zone.size(1 << i) == 0 for i in range(len(zone.lines)))
        if (alone or not zone.feasible) and rng.random() < .85:
            continue
        if want_none != bool(zone.agreements):
            break
    return plan, text


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", default="1")
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--out", help="a folder to write into; left out: standard output")
    given = parser.parse_args()
    for number in range(given.count):
        _, text = generate(random.Random(f"{given.seed}:{number}"))
        if given.out is None:
            print(text, end="")
            continue
        os.makedirs(given.out, exist_ok=True)
        with open(os.path.join(given.out, f"case-{number}.yaml"), "w", encoding="utf-8") as file:
            file.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
