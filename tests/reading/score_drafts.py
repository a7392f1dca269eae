#!/usr/bin/env python3
"""Scores the drafts that `pourparler read -o -` makes of reports: who the parties are, what each
wants, refuses or is open to, on which condition, and what its red lines rest on.

    score_drafts.py --program PATH [--set drafts|drafts-unseen] [--misses] [NAME...]

The key of a report has its parties (NAME.parties) and their positions (NAME.tsv); see
drafts/README.md. A position of the draft meets one of the key where the party is the same, the
quotations share half of their words, the thing shares its words, and both are for it or both
against it. A red line is right where it rests on such a position that wants or refuses, or that is
open to something on a condition. Exit 1 where a figure lies below its floor, 77 (skipped) without
a model.
"""
import collections
import csv
import re
import subprocess
import sys

import scoring

try:
    import yaml
except ImportError:
    scoring.skip("python3-yaml is not installed")

# What was reached when these were last set, less a margin for changes that trade one report against
# another.
FLOORS = {
    "drafts": {"parties": 0.80, "role": 0.72, "in one": 0.76, "positions": 0.68, "red lines": 0.65,
               "firmness": 0.86, "conditions": 0.68},
    "drafts-unseen": {"parties": 0.74, "role": 0.75, "in one": 0.66, "positions": 0.73,
                      "red lines": 0.67, "conditions": 0.64}}
FOR = {"demands", "asks", "proposes", "offers", "accepts", "supports", "commits"}
AGAINST = {"rejects", "doubts"}
HELD = {"demands", "rejects"}  # each gives a red line, unless it is no position of today
SMALL = set("a an the of to in on at by for from with and or that this its it their his her they be "
            "is are was were would will any all no not as than more which who under over until if "
            "only into within".split())


def rows_of(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def stem(word):
    for end in ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s", "e",
                "al"):
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word[:-len(end)]
    return word


def content(text):
    return {stem(word) for word in scoring.words_of(text) if word not in SMALL}


def same_thing(wanted, given):
    """Half of the smaller one's content words, and not one chance word of a long text."""
    a, b = content(wanted), content(given)
    shared = len(a & b)
    return bool(shared) and shared >= 0.5 * min(len(a), len(b)) and (
        shared >= 2 or min(len(a), len(b)) <= 2)


def same_words(wanted, given):
    """The quotations overlap by half of the shorter one's words."""
    a = scoring.words_of(wanted)
    b = scoring.words_of(given)
    both = sum((collections.Counter(a) & collections.Counter(b)).values())
    return bool(a and b) and both >= 0.5 * min(len(a), len(b))


class Draft:
    """A draft, with what its issues and options are called."""

    def __init__(self, text):
        self.case = yaml.load(text, Loader=yaml.BaseLoader)
        self.issues = {issue["id"]: issue for issue in self.listed("issues")}
        self.parties = {party["id"]: party for party in self.listed("parties")}
        self.statements = {said["id"]: said for said in self.listed("statements")}

    def listed(self, name):
        return self.case.get(name) or []

    def thing(self, atom):
        """(words, is for it) of "issue = option"."""
        issue, sign, option = re.fullmatch(r"(\S+) (!?=) (.+)", atom).groups()
        named = self.issues[issue]
        title = named.get("title", issue.replace("-", " "))
        is_for = sign == "="
        if option == "no":
            return title, not is_for
        if option != "yes":
            title = next((o.get("title", o["id"].replace("-", " "))
                          for o in named.get("options", []) if o["id"] == option), option)
        return title, is_for

    def atoms(self, formula):
        return [self.thing(atom) for atom in re.findall(r"[^\s()]+ !?= [^\s()]+", formula)]

    def names(self, party):
        named = self.parties[party]
        return [named.get("name", party.replace("-", " ")), *named.get("aliases", [])]


def positions(draft):
    """(statement, stance, thing, is_for) of each statement with a place in the case."""
    former = {said for asked in draft.listed("review") for said in asked.get("statements", [])
              if asked["what"].endswith("still hold to what it held then?")}
    former |= {said["replaces"] for said in draft.listed("statements") if "replaces" in said}
    lined = {said for line in draft.listed("red_lines") for said in line.get("because", [])}
    for said in draft.listed("statements"):
        if "about" not in said or said["act"] not in FOR | AGAINST:
            continue
        if said["id"] in former or (said["act"] in HELD and said["id"] not in lined
                                    and "if" not in said):
            continue
        about = said["about"] if isinstance(said["about"], str) else said["about"][0]
        atoms = draft.atoms(about)
        if not atoms:
            continue
        thing, is_for = atoms[0]
        if said["act"] in AGAINST:
            is_for = not is_for
        yield said, thing, is_for


def key_party(draft, party, keys):
    """The party of the key that a party of the draft is; by its name first, then by its aliases."""
    for given in draft.names(party):
        for key in keys:
            wanted = [key["name"], *filter(None, (key["aliases"] or "").split(" | "))]
            if any(bare(name) == bare(given) for name in wanted):
                return key["name"]
    for given in draft.names(party)[:1]:
        for key in keys:
            wanted = [key["name"], *filter(None, (key["aliases"] or "").split(" | "))]
            if any(scoring.same_name(name, given) for name in wanted):
                return key["name"]
    return None


def bare(name):
    return " ".join(word for word in scoring.words_of(name) if word not in ("the", "s"))


def condition_met(draft, said, lines, key):
    """Does the draft tie the position to its condition, in a red line or in the statement?"""
    told = [thing for line in lines if said["id"] in line.get("because", [])
            for thing, _ in draft.atoms(line["holds"])[1:] if " implies " in line["holds"]]
    if "if" in said:
        told += [thing for thing, _ in draft.atoms(said["if"])]
    return any(same_thing(key["condition"], thing) for thing in told)


def marks_of(row, said, thing, is_for, who):
    """[the party, the thing, for or against]: which of them agree."""
    return [who[said["party"]] == row["party"],
            same_thing(row["thing"] + " " + row["condition"], thing)
            or same_thing(row["thing"], thing),
            is_for == (row["act"] != "refuses")]


def match(draft, who, wanted):
    """For each position of the draft (place in the key, marks) of the best one there, or None."""
    found = {}
    for said, thing, is_for in positions(draft):
        best = None
        for at, row in enumerate(wanted):
            if not same_words(row["quote"], said["quote"]):
                continue
            marks = marks_of(row, said, thing, is_for, who)
            if best is None or (sum(marks), marks) > (sum(best[1]), best[1]):
                best = (at, marks)
        found[said["id"]] = best
    return found


def score_positions(draft, found, wanted, tally, notes):
    good = {said for said, best in found.items() if best and all(best[1])}
    met = {found[said][0] for said in good}
    tally.add("positions", len(met), len(met) + len(set(found) - good), len(wanted))
    for act in ("wants", "refuses", "open"):
        mine = {at for at, row in enumerate(wanted) if row["act"] == act}
        tally.add(f"  {act}", len(mine & met), len(mine), len(mine))
    for at, row in enumerate(wanted):
        if at not in met:
            notes.append(f"  MISSED {row['id']} {row['party']} {row['act']} {row['thing']!r} <- "
                         f"{row['quote']!r}")
            notes += [f"           {said['id']} {said['party']} {said['act']} "
                      f"{said.get('about', said.get('topic'))}"
                      for said in draft.listed("statements")
                      if same_words(row["quote"], said["quote"])]
    for said, best in found.items():
        if not best:
            told = draft.statements[said]
            notes.append(f"  EXTRA  {said} {told['party']} {told['act']} {told['about']} <- "
                         f"{told['quote']!r}")
    return good


def is_hard(row):
    """A position that gives a red line: alone, or tied to a condition."""
    return row["act"] != "open" or row["condition"] != ""


def score_red_lines(draft, found, good, rows, tally, notes):
    wanted = [row for row in rows if row["act"] != "none"]
    traps = [row for row in rows if row["act"] == "none"]
    lines = draft.listed("red_lines")
    hits = firm = trapped = 0
    lined = set()
    for line in lines:
        rests = [said for said in line.get("because", []) if said in good]
        rows_met = [wanted[found[said][0]] for said in rests]
        right = [row for row in rows_met if row["act"] != "open" or
                 (row["condition"] and " implies " in line["holds"])]
        lined |= {found[said][0] for said in rests if is_hard(wanted[found[said][0]])}
        if right:
            hits += 1
            firm += (line.get("firmness") == "firm") == (right[0]["strength"] == "firm")
            continue
        first = line.get("because", [None])[0]
        quote = draft.statements[first]["quote"] if first else ""
        trap = [row["id"] for row in traps if same_words(row["quote"], quote)]
        close = found.get(first)
        trapped += bool(trap) and not close
        notes.append(f"  LINE   {line['party']}: {line['holds']} [{line.get('firmness')}] <- "
                     f"{quote!r}{' trap ' + trap[0] if trap else ''}"
                     f"{' near ' + wanted[close[0]]['id'] + str(close[1]) if close else ''}")
    hard = sum(is_hard(row) for row in wanted)
    tally.add("red lines", hits, len(lines), hard)
    tally.add("  of the key", len(lined), hard, hard)
    tally.add("  firmness", firm, hits, hits)
    tally.add("  on traps", trapped, len(lines), len(traps))


def score_conditions(draft, who, wanted, tally, notes):
    for row in wanted:
        if not row["condition"]:
            continue
        tied = any(condition_met(draft, said, draft.listed("red_lines"), row)
                   for said in draft.listed("statements")
                   if who[said["party"]] == row["party"] and same_words(row["quote"], said["quote"]))
        tally.add("conditions", tied, 1, 1)
        if not tied:
            notes.append(f"  COND   {row['id']} {row['party']} {row['act']} {row['thing']!r} if "
                         f"{row['condition']!r}")


def score_report(program, folder, name, tally, show):
    done = subprocess.run([program, "read", str(folder / f"{name}.txt"), "-o", "-"],
                          capture_output=True, check=False, env=scoring.environment(), timeout=600)
    if done.returncode != 0:
        sys.exit(f"{name}: exit {done.returncode}: {done.stderr.decode('utf-8', 'replace')}")
    draft, notes = Draft(done.stdout.decode("utf-8")), []
    keys, rows = rows_of(folder / f"{name}.parties"), rows_of(folder / f"{name}.tsv")
    who = {party: key_party(draft, party, keys) for party in draft.parties}
    wanted = [row for row in rows if row["act"] != "none"]
    score_parties(draft, who, keys, tally, notes)
    found = match(draft, who, wanted)
    good = score_positions(draft, found, wanted, tally, notes)
    score_red_lines(draft, found, good, rows, tally, notes)
    score_conditions(draft, who, wanted, tally, notes)
    print(f"{name:26s} {len(wanted):3d} positions, {len({found[said][0] for said in good}):3d} met; "
          f"{len(draft.listed('red_lines')):3d} red lines")
    if show:
        print(*notes, sep="\n")


def score_parties(draft, who, keys, tally, notes):
    roles = {"side": ("principal",), "mediator": ("mediator",),
             "other": ("observer", "mediator", "guarantor")}
    by_key = collections.defaultdict(list)
    for party, key in who.items():
        by_key[key].append(party)
    tally.add("parties", sum(1 for key in keys if by_key[key["name"]]), len(draft.parties),
              len(keys))
    for key in keys:
        mine = by_key[key["name"]]
        if mine:
            role = draft.parties[mine[0]].get("role", "principal")
            tally.add("  role", role in roles[key["role"]], 1, 1)
            tally.add("  in one", len(mine) == 1, 1, 1)
            if len(mine) > 1 or role not in roles[key["role"]]:
                notes.append(f"  PARTY  {key['name']} ({key['role']}): {mine} {role}")
        else:
            notes.append(f"  PARTY  {key['name']} ({key['role']}) is not there")
    notes.extend(f"  PARTY  {party} is none" for party in by_key[None])


def main():
    asked, folder, names = scoring.arguments(__doc__, FLOORS, "drafts")
    tally = scoring.Tally()
    for name in names:
        score_report(asked.program, folder, name, tally, asked.misses)
    low = tally.show({} if asked.names else FLOORS[asked.set])
    print(*low, sep="\n")
    return 1 if low else 0


if __name__ == "__main__":
    raise SystemExit(main())
