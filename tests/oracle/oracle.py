#!/usr/bin/env python3
"""Answers `zone` and `judge` on a small case by brute force: an oracle to compare the product with.

Written from the published definitions, without a look at the product's source. Every package is
written down, every subset of the red lines is tried; nothing is clever.

    oracle.py zone FILE [--as-of D] [--assume F]... [--drop R]... [--table P,Q] [--witnesses N]
    oracle.py judge FILE DRAFT [the same]

Prints the JSON of the contract. Inside, shares are Fractions and keys that begin with `_` carry
what a comparison needs beyond the contract; neither is printed.
"""
import argparse
import itertools
import json
import os
import sys
from fractions import Fraction

import yaml

from formula import consent, formula

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # both give every scalar as text
PACKAGES_MAX = 200_000
SUBSETS_OF_MAX = 12  # up to so many red lines every subset is tried; beyond, sets are combined


class Case:
    """A case file, as far as the zone depends on it."""

    def __init__(self, text):
        tree = yaml.load(text, Loader=LOADER)
        self.title = tree["title"]
        self.as_of = tree.get("as_of")
        self.parties = [party["id"] for party in tree["parties"]]
        principals = [p["id"] for p in tree["parties"] if p.get("role", "principal") == "principal"]
        self.consent = tree.get("consent") or " and ".join(principals)
        self.issues = [(issue["id"], [option if isinstance(option, str) else option["id"]
                                      for option in issue["options"]]) for issue in tree["issues"]]
        self.links = [link["rule"] for link in tree.get("links") or []]
        self.red_lines = tree.get("red_lines") or []
        self.statements = {s["id"]: s for s in tree.get("statements") or []}
        self.source_dates = {s["id"]: s.get("date") for s in tree.get("sources") or []}

    def said_on(self, statement):
        """Its own date, else its source's, else the case's; ISO dates compare as text.
        Without any of them it counts as said from the beginning."""
        own = self.statements[statement]
        return own.get("date") or self.source_dates.get(own.get("source")) or self.as_of or ""

    def statement_counts(self, statement, date):
        """Said by `date` and not replaced by then. Without a date: whenever not replaced."""
        def by_then(one):
            return date is None or self.said_on(one) <= date
        replaced = any(s.get("replaces") == statement and by_then(name)
                       for name, s in self.statements.items())
        return by_then(statement) and not replaced

    def counting(self, date):
        """The red lines that count on a date, and for each the statements that bear it then."""
        lines = []
        for line in self.red_lines:
            because = line.get("because") or []
            because = [because] if isinstance(because, str) else because
            bearing = [s for s in because if self.statement_counts(s, date)]
            if bearing or not because:
                lines.append((line, bearing))
        return lines


class Zone:
    """Every package, what it breaks, and who consents to it, under the options of one call."""

    def __init__(self, case, as_of=None, assume=(), drop=(), table=None):
        self.case, self.table = case, table
        known = {line["id"] for line in case.red_lines}
        if not set(drop) <= known or not set(table or ()) <= set(case.parties):
            raise ValueError("--drop or --table names what the case does not have")
        lines = [pair for pair in case.counting(as_of or case.as_of) if pair[0]["id"] not in drop]
        self.lines = [line for line, _ in lines]
        self.bearing = {line["id"]: bearing for line, bearing in lines}
        self.holds = [formula(line["holds"], case.issues) for line in self.lines]
        self.party_lines = {p: sum(1 << i for i, line in enumerate(self.lines)
                                   if line["party"] == p) for p in case.parties}
        self.rule = consent(" and ".join(table) if table else case.consent, case.parties)
        self.rules = list(case.links) + list(assume)
        self.rule_holds = [formula(rule, case.issues) for rule in self.rules]
        self.packages = self.every_package()
        self.feasible = [x for x in self.packages if all(rule(x) for rule in self.rule_holds)]
        self.memory = {}
        self.broken = {x: self.broken_by(x) for x in self.feasible}
        self.agreements = [x for x in self.feasible if self.agreed(self.broken[x])]

    def every_package(self):
        """In the order of their codes: the first issue turns fastest."""
        sizes = [len(options) for _, options in self.case.issues]
        count = 1
        for size in sizes:
            count *= size
        if count > PACKAGES_MAX:
            raise ValueError(f"{count} packages are too many for brute force")
        return [x[::-1] for x in itertools.product(*(range(size) for size in reversed(sizes)))]

    def broken_by(self, x):
        """A bit for each red line that the package breaks."""
        return sum(1 << i for i, holds in enumerate(self.holds) if not holds(x))

    def agreed(self, broken):
        """Does the consent rule hold when exactly these red lines are broken?"""
        if broken not in self.memory:
            willing = {p for p, own in self.party_lines.items() if not broken & own}
            self.memory[broken] = self.rule(willing)
        return self.memory[broken]

    def size(self, counted):
        """How many agreements there are when exactly these red lines count."""
        return sum(self.agreed(broken & counted) for broken in self.broken.values())

    def named(self, x):
        return {issue: options[i] for (issue, options), i in zip(self.case.issues, x)}

    def ids(self, lines):
        return [line["id"] for i, line in enumerate(self.lines) if lines >> i & 1]


def minimal(sets):
    """The sets (as bits) that hold no other one."""
    kept = []
    for one in sorted(set(sets), key=lambda s: (bin(s).count("1"), s)):
        if not any(other & one == other for other in kept):
            kept.append(one)
    return kept


def by_every_subset(zone):
    """Is the zone open when just B counts, asked for every subset B of the red lines.
    Blocking sets and concession sets are read off that table, neither from the other."""
    everything = (1 << len(zone.lines)) - 1
    ways = set(zone.broken.values())
    is_open = [any(zone.agreed(way & counted) for way in ways) for counted in range(everything + 1)]
    blocking = minimal(b for b in range(everything + 1) if not is_open[b])
    concessions = minimal(c for c in range(everything + 1) if is_open[everything & ~c])
    return blocking, concessions, is_open.__getitem__


def by_hitting_sets(zone):
    """The same for more red lines: the concession sets from what each package breaks, the blocking
    sets as those that meet all of them."""
    wanted = []
    for way in set(zone.broken.values()):
        guilty = [own & way for own in zone.party_lines.values() if own & way]
        for count in range(len(guilty) + 1):
            for given_up in itertools.combinations(guilty, count):
                if zone.agreed(way & ~sum(given_up)):
                    wanted.append(sum(given_up))
    concessions = minimal(wanted)
    blocking = [0]
    for concession in concessions:
        members = [1 << i for i in range(len(zone.lines)) if concession >> i & 1]
        blocking = minimal(b | (0 if b & concession else member)
                           for b in blocking for member in members)
    everything = (1 << len(zone.lines)) - 1

    def is_open(counted):
        return any(c & ~(everything & ~counted) == 0 for c in concessions)
    return blocking, concessions, is_open


def readings_of(zone, is_open):
    unclear = [i for i, line in enumerate(zone.lines) if line.get("firmness") == "unclear"]
    firm = sum(1 << i for i in range(len(zone.lines)) if i not in unclear)
    counted = [firm | sum(1 << i for i, on in zip(unclear, choice) if on)
               for choice in itertools.product((False, True), repeat=len(unclear))]
    opened = {reading: is_open(reading) for reading in counted}
    return {
        "unclear": [zone.lines[i]["id"] for i in unclear],
        "total": str(len(counted)),
        "with_agreement": str(sum(opened.values())),
        "decisive": [{"red_line": zone.lines[i]["id"],
                      "share": Fraction(sum(opened[r] != opened[r ^ (1 << i)] for r in counted),
                                        len(counted))} for i in unclear],
    }


def crossed_by(zone):
    """The red lines of parties that are not at the table: which every agreement crosses, and
    which some agreements cross and others do not."""
    crossed = []
    ways = [zone.broken[x] for x in zone.agreements]
    for party in zone.case.parties:
        if party in zone.table or not ways:
            continue
        own = [i for i in range(len(zone.lines)) if zone.party_lines[party] >> i & 1]
        counts = {i: sum(way >> i & 1 for way in ways) for i in own}
        for by, fits in (("every", lambda n: n == len(ways)),
                         ("some", lambda n: 0 < n < len(ways))):
            lines = [zone.lines[i]["id"] for i in own if fits(counts[i])]
            if lines:
                crossed.append({"party": party, "red_lines": lines, "by": by})
    return crossed


def contradiction_of(zone):
    """A set of fewest links and assumptions that no package satisfies together, the first such."""
    truth = [{x for x in zone.packages if holds(x)} for holds in zone.rule_holds]
    for count in range(1, len(truth) + 1):
        for chosen in itertools.combinations(range(len(truth)), count):
            if not set.intersection(*(truth[i] for i in chosen)):
                return [{"link": i + 1, "rule": zone.rules[i]} for i in chosen]
    raise AssertionError("the links do not contradict one another")


def shares_of(zone):
    if not zone.agreements:
        return {}
    return {issue: {option: Fraction(sum(x[i] == o for x in zone.agreements), len(zone.agreements))
                    for o, option in enumerate(options)}
            for i, (issue, options) in enumerate(zone.case.issues)}


def zone_answer(case, as_of=None, assume=(), drop=(), table=None, witnesses=10, way=None):
    """The answer of `zone`, as the contract has it. `way` chooses how the sets are found."""
    zone = Zone(case, as_of, assume, drop, table)
    if way is None:
        way = by_every_subset if len(zone.lines) <= SUBSETS_OF_MAX else by_hitting_sets
    blocking, concessions, is_open = way(zone)
    closed = not zone.agreements and zone.feasible
    everything = (1 << len(zone.lines)) - 1
    answer = {
        "schema": 1, "case": case.title,
        "verdict": "some" if zone.agreements else "none",
        "packages": str(len(zone.packages)), "feasible": str(len(zone.feasible)),
        "agreements": str(len(zone.agreements)),
        "witnesses": [zone.named(x) for x in zone.agreements[:witnesses]],
        "shares": shares_of(zone),
        "blocking": [{"red_lines": zone.ids(b)} for b in blocking] if closed else [],
        "concessions": [{"red_lines": zone.ids(c), "opens": str(zone.size(everything & ~c))}
                        for c in concessions] if closed else [],
        "readings": readings_of(zone, is_open),
        "engine": "brute force", "complete": True, "incomplete": [],
        "tool": {"version": "oracle"}, "seed": 0, "_zone": zone,
    }
    if not zone.feasible:
        answer["contradiction"] = contradiction_of(zone)
    if table:
        answer["table"] = {"parties": list(table), "crossed": crossed_by(zone)}
    return answer


def read_draft(case, draft):
    """Issue -> option, from `issue=option,...`, a YAML file or a code."""
    if os.path.exists(draft):
        with open(draft, encoding="utf-8") as file:
            return yaml.load(file, Loader=LOADER)
    if draft.isdigit():
        code, chosen = int(draft), {}
        for issue, options in case.issues:
            chosen[issue] = options[code % len(options)]
            code //= len(options)
        if code:
            raise ValueError(f"no package has the code {draft}")
        return chosen
    return {part.split("=")[0].strip(): part.split("=")[1].strip() for part in draft.split(",")}


def price(zone, x):
    """How many of the broken red lines must at least be given up before the package is agreed."""
    way = zone.broken_by(x)
    guilty = [own & way for own in zone.party_lines.values() if own & way]
    return min(bin(sum(given_up)).count("1") for count in range(len(guilty) + 1)
               for given_up in itertools.combinations(guilty, count)
               if zone.agreed(way & ~sum(given_up)))


def parties_of(zone, x):
    """Who consents to a package, and what it breaks of whom, with the statements that bear it."""
    way = zone.broken_by(x)
    return {party: {"consents": not own & way, "broken": [
        {"red_line": line, "statements": zone.bearing[line]} for line in zone.ids(own & way)]}
        for party, own in zone.party_lines.items()}


def judge_answer(case, draft, as_of=None, assume=(), drop=(), table=None):
    """The answer of `judge` without `improves`, which is no question about the zone.
    A partial draft is completed so that the fewest red lines stand in the way, first by code."""
    zone = Zone(case, as_of, assume, drop, table)
    fixed = {i: options.index(draft[issue]) for i, (issue, options) in enumerate(case.issues)
             if issue in draft}
    partial = len(fixed) < len(case.issues)
    fitting = [x for x in zone.packages if all(x[i] == o for i, o in fixed.items())]
    possible = [x for x in fitting if x in zone.broken]
    x = min(possible or fitting, key=lambda one: price(zone, one))
    answer = {"schema": 1, "package": zone.named(x), "consents": zone.agreed(zone.broken_by(x)),
              "parties": parties_of(zone, x), "improves": [], "nearest": None, "complete": True,
              "incomplete": [], "tool": {"version": "oracle"}, "seed": 0,
              "_zone": zone, "_partial": partial, "_feasible": x in zone.broken,
              "_price": price(zone, x), "_draft": draft}
    if zone.agreements:  # min keeps the first of equals, and they stand by code
        best = min(zone.agreements, key=lambda y: sum(a != b for a, b in zip(x, y)))
        answer["nearest"] = {"package": zone.named(best), "changes": [
            issue for (issue, _), a, b in zip(case.issues, x, best) if a != b]}
    return answer


def printable(value):
    if isinstance(value, dict):
        return {k: printable(v) for k, v in value.items() if not k.startswith("_")}
    if isinstance(value, list):
        return [printable(v) for v in value]
    return float(value) if isinstance(value, Fraction) else value


def load(path):
    with open(path, encoding="utf-8") as file:
        return Case(file.read())


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("command", choices=("zone", "judge"))
    parser.add_argument("file")
    parser.add_argument("draft", nargs="?")
    parser.add_argument("--json", action="store_true", help="always so; taken for likeness")
    parser.add_argument("--as-of")
    parser.add_argument("--assume", action="append", default=[])
    parser.add_argument("--drop", action="append", default=[])
    parser.add_argument("--table", type=lambda text: text.split(","))
    parser.add_argument("--witnesses", type=int, default=10)
    given = parser.parse_args(arguments)
    case = load(given.file)
    options = {"as_of": given.as_of, "assume": given.assume, "drop": given.drop,
               "table": given.table}
    if given.command == "zone":
        answer = zone_answer(case, witnesses=given.witnesses, **options)
    else:
        answer = judge_answer(case, read_draft(case, given.draft), **options)
    print(json.dumps(printable(answer), indent=2, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
