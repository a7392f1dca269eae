#!/usr/bin/env python3
"""stability.py: every notion of `stable` from its definition, by brute force, on random models.

    stability.py --program PROGRAM [--count N] [--first SEED]

States, moves, legal sequences and stability are worked out here from the words of the method alone,
with sets and searches over (state, last mover), and compared with the JSON of the program: models of
two to five parties, issues of two and three options, links, moves one way and moves that are not
transitive, united states, ties, rankings, priorities and values, states that a party does not see,
pairs that are left open in each of the four modes, the rankings under which a state holds, moves of
coalitions, and paths.
"""
import argparse
import itertools
import json
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

NOTIONS = ("nash", "gmr", "smr", "seq", "sseq", "sim")


# --- A random model ------------------------------------------------------------------------------

def literal(r, sizes):
    i = r.randrange(len(sizes))
    o = r.randrange(sizes[i])
    if sizes[i] == 3 and r.random() < 0.3:
        return f"i{i} in (o{o}, o{(o + 1) % 3})", lambda s: s[i] in (o, (o + 1) % 3)
    if r.random() < 0.3:
        return f"i{i} != o{o}", lambda s: s[i] != o
    return f"i{i} = o{o}", lambda s: s[i] == o


def formula(r, sizes, depth=2):
    if depth == 0 or r.random() < 0.3:
        return literal(r, sizes)
    (a, f), (b, g) = formula(r, sizes, depth - 1), formula(r, sizes, depth - 1)
    kind = r.choice(("and", "or", "implies", "iff", "not"))
    if kind == "not":
        return f"not ({a})", lambda s: not f(s)
    test = {"and": lambda s: f(s) and g(s), "or": lambda s: f(s) or g(s),
            "implies": lambda s: not f(s) or g(s), "iff": lambda s: f(s) == g(s)}[kind]
    return f"({a}) {kind} ({b})", test


class Model:
    """The case's text, and what it says as Python."""

    def __init__(self, seed):
        r = self.random = random.Random(seed)
        self.parties = r.randint(2, 5)
        self.sizes = []
        while len(self.sizes) < 6:
            size = r.choice((2, 2, 2, 3))
            total = size
            for other in self.sizes:
                total *= other
            if total > 72:
                break
            self.sizes.append(size)
            if len(self.sizes) >= 2 and r.random() < 0.15:
                break
        self.owner = [r.choice([None] + list(range(self.parties)) * 3) for _ in self.sizes]
        self.moves = [self.random_moves(size) for size in self.sizes]
        self.links = [formula(r, self.sizes) for _ in range(r.choice((0, 0, 1, 2)))]
        self.same = [formula(r, self.sizes, 1)] if r.random() < 0.2 else []
        self.codes = [c for c in range(self.total())
                      if all(f(self.package(c)) for _, f in self.links)]
        self.hidden = [None] * self.parties
        self.unknown = [set() for _ in range(self.parties)]
        self.said = [self.preference(p) for p in range(self.parties)]
        self.merge()

    def total(self):
        count = 1
        for size in self.sizes:
            count *= size
        return count

    def package(self, code):
        made = []
        for size in self.sizes:
            made.append(code % size)
            code //= size
        return tuple(made)

    def code(self, package):
        code = 0
        for size, option in zip(reversed(self.sizes), reversed(package)):
            code = code * size + option
        return code

    def random_moves(self, size):
        if self.random.random() < 0.6:
            return None
        pairs = [(a, b) for a in range(size) for b in range(size) if a != b]
        return [p for p in pairs if self.random.random() < 0.5]

    def merge(self):
        """States: classes of packages."""
        parent = {c: c for c in self.codes}

        def root(c):
            while parent[c] != c:
                c = parent[c]
            return c
        for _, f in self.same:
            members = [c for c in self.codes if f(self.package(c))]
            for c in members[1:]:
                a, b = root(members[0]), root(c)
                parent[max(a, b)] = min(a, b)
        self.state_of = {c: root(c) for c in self.codes}
        self.members = {}
        for c in self.codes:
            self.members.setdefault(self.state_of[c], []).append(c)
        self.states = sorted(self.members)

    def preference(self, p):
        """Text, and a key by package code that is greater where it is better."""
        r, kind = self.random, self.random.random()
        if kind < 0.1 or not self.codes:
            return None, lambda c: 0
        extra = ""
        if r.random() < 0.15:
            text, test = formula(r, self.sizes, 1)
            self.hidden[p] = test
            extra = f', does_not_see: "{text}"'
        if kind < 0.4 and not self.same:
            order = self.codes[:]
            r.shuffle(order)
            keep = r.randint(1, len(order))
            places, k = [], 0
            while k < keep:
                n = r.choice((1, 1, 1, 2, 3))
                places.append(order[k:min(k + n, keep)])
                k += n
            rank = {c: len(places) - i for i, place in enumerate(places) for c in place}
            text = ", ".join(str(x[0]) if len(x) == 1 else str(x) for x in places)
            if r.random() < 0.25 and len(self.codes) > 1:
                pairs = [r.sample(self.codes, 2) for _ in range(r.randint(1, 3))]
                self.unknown[p] = {frozenset(x) for x in pairs}
                extra += ", unknown: [" + ", ".join(f"[{a}, {b}]" for a, b in pairs) + "]"
            return f"{{ranking: [{text}]{extra}}}", lambda c: rank.get(c, 0)
        if kind < 0.55:
            values = [[Fraction(r.randint(0, 4), 4) for _ in range(s)] for s in self.sizes]
            weights = [r.randint(1, 3) for _ in self.sizes]
            weights = [Fraction(w, sum(weights)) for w in weights]
            text = ", ".join("i%d: {%s}" % (i, ", ".join(f"o{o}: {v}" for o, v in enumerate(row)))
                             for i, row in enumerate(values))
            by = ", ".join(f"i{i}: {w}" for i, w in enumerate(weights))
            return (f"{{values: {{{text}}}, weights: {{{by}}}{extra}}}",
                    lambda c: sum(w * row[o] for w, row, o in
                                  zip(weights, values, self.package(c))))
        said = [formula(r, self.sizes) for _ in range(r.randint(1, 6))]
        text = ", ".join('"%s"' % t for t, _ in said)
        return (f"{{priorities: [{text}]{extra}}}",
                lambda c: tuple(f(self.package(c)) for _, f in said))

    def yaml(self):
        out = ["pourparler: 1", "title: Model", "parties:"]
        out += [f"  - {{id: p{p}}}" for p in range(self.parties)]
        out.append("issues:")
        for i, size in enumerate(self.sizes):
            line = f"  - {{id: i{i}, options: [" + ", ".join(f"o{o}" for o in range(size)) + "]"
            if self.owner[i] is not None:
                line += f", decided_by: p{self.owner[i]}"
            if self.moves[i] is not None:
                line += ", moves: [" + ", ".join(f"o{a} -> o{b}" for a, b in self.moves[i]) + "]"
            out.append(line + "}")
        if self.links:
            out += ["links:"] + [f'  - {{rule: "{t}"}}' for t, _ in self.links]
        if self.same:
            out.append("same: [" + ", ".join('"%s"' % t for t, _ in self.same) + "]")
        if any(text for text, _ in self.said):
            out += ["preferences:"] + [f"  p{p}: {text}" for p, (text, _) in enumerate(self.said)
                                       if text]
        return "\n".join(out) + "\n"


# --- The definitions -----------------------------------------------------------------------------

class Graph:
    def __init__(self, m, mode):
        self.m, self.mode, self.n = m, mode, range(m.parties)
        self.key = [[None] * 0 for _ in self.n]
        self.key = [{s: m.said[p][1](s) for s in m.states} for p in self.n]
        self.moves = [{s: self.reached(p, s) for s in m.states} for p in self.n]
        self.moving = [any(self.moves[p].values()) for p in self.n]

    def packages(self, p, code):
        """The packages to which one move of p leads."""
        m, package = self.m, self.m.package(code)
        choices = []
        for i, size in enumerate(m.sizes):
            if m.owner[i] != p:
                choices.append((package[i],))
            elif m.moves[i] is None:
                choices.append(range(size))
            else:
                choices.append([o for o in range(size)
                                if o == package[i] or (package[i], o) in m.moves[i]])
        found = {m.code(x) for x in itertools.product(*choices)}
        return {c for c in found if c in m.state_of and c != code}

    def reached(self, p, s):
        return {self.m.state_of[c] for a in self.m.members[s] for c in self.packages(p, a)} - {s}

    def sees(self, p, s):
        return self.m.hidden[p] is None or not self.m.hidden[p](self.m.package(s))

    def open(self, p, a, b):
        return frozenset((a, b)) in self.m.unknown[p]

    def better(self, p, a, b):
        """b is surely better than a; None: open."""
        return None if self.open(p, a, b) else self.key[p][b] > self.key[p][a]

    def tempts(self, p, a, b):
        sure = self.better(p, a, b)
        return self.sees(p, b) and (self.mode in "ac" if sure is None else sure)

    def deters(self, p, s, u):
        sure = self.better(p, s, u)
        return self.mode in "cd" if sure is None else not sure

    def gains(self, p, a, b):
        """Counts as a step of a sanction by gains: surely, or possibly."""
        sure = self.better(p, a, b)
        return sure is None or sure

    def sequences(self, party, start, improving):
        """All ends of legal sequences of the others."""
        seen, queue, ends = set(), [(start, None)], set()
        while queue:
            s, last = queue.pop()
            for q in self.n:
                if q in (party, last):
                    continue
                for t in self.moves[q][s]:
                    if (t, q) in seen or not self.sees(party, t):
                        continue
                    if improving and not self.gains(q, s, t):
                        continue
                    seen.add((t, q))
                    ends.add(t)
                    queue.append((t, q))
        return ends

    def met(self, p, s, t, improving, no_escape):
        for u in self.sequences(p, t, improving):
            if self.deters(p, s, u) and not (no_escape and any(
                    self.sees(p, v) and not self.deters(p, s, v) for v in self.moves[p][u])):
                return True
        return False

    def met_at_once(self, p, s, package):
        """The others' gains from s, made with the move to `package`; with united states from the
        lowest-coded package."""
        m, start = self.m, self.m.package(s)
        others = []
        for q in self.n:
            if q == p:
                continue
            ways = [c for c in self.packages(q, s) if m.state_of[c] != s
                    and self.key[q][m.state_of[c]] > self.key[q][s]]
            if ways:
                others.append([None] + [m.package(c) for c in ways])
        for choice in itertools.product(*others):
            if all(c is None for c in choice):
                continue
            end = list(m.package(package))
            for c in choice:
                if c is not None:
                    for i in range(len(end)):
                        if c[i] != start[i]:
                            end[i] = c[i]
            u = m.state_of.get(m.code(end))
            if u is not None and self.sees(p, u) and not self.key[p][u] > self.key[p][s]:
                return True
        return False

    def stable(self, p, s):
        """The notions under which p stays at s."""
        if not self.sees(p, s):
            return set(NOTIONS)
        threats = [t for t in self.moves[p][s] if self.tempts(p, s, t)]
        held = set() if threats else {"nash"}
        for notion, improving, no_escape in (("gmr", False, False), ("smr", False, True),
                                             ("seq", True, False), ("sseq", True, True)):
            if all(self.met(p, s, t, improving, no_escape) for t in threats):
                held.add(notion)
        if all(self.met_at_once(p, s, c) for c in self.packages(p, s)
               if self.m.state_of[c] in threats):
            held.add("sim")
        return held

    def jumps(self, s):
        """Improvements of coalitions: (members, end), without those of smaller ones."""
        movers, found = [p for p in self.n if self.moving[p]], []
        for size in range(2, len(movers) + 1):
            for members in itertools.combinations(movers, size):
                seen, queue = set(), [(s, None)]
                while queue:
                    at, last = queue.pop()
                    for q in members:
                        if q != last:
                            for t in self.moves[q][at]:
                                if (t, q) not in seen:
                                    seen.add((t, q))
                                    queue.append((t, q))
                for t in {t for t, _ in seen}:
                    if all(self.better(q, s, t) for q in members) and not any(
                            e == t and set(c) <= set(members) for c, e in found):
                        found.append((members, t))
        return set(found)

    def distances(self, start, improving):
        found, level = {start: 0}, [start]
        while level:
            following = []
            for s in level:
                for p in self.n:
                    for t in self.moves[p][s]:
                        if t not in found and (not improving or self.better(p, s, t)):
                            found[t] = found[s] + 1
                            following.append(t)
            level = following
        return found


# --- Other rankings ------------------------------------------------------------------------------

def inverse(g, state, party):
    """Under how many strict rankings of `party` - None: of all that move - the state is an
    equilibrium; and of how many."""
    movers = [p for p in g.n if g.moving[p]] if party is None else [party]
    counts, total, kept = dict.fromkeys(NOTIONS[:-1], 0), 0, list(g.key)
    for orders in itertools.product(itertools.permutations(g.m.states), repeat=len(movers)):
        for p, order in zip(movers, orders):
            g.key[p] = {s: k for k, s in enumerate(order)}
        total += 1
        held = set(NOTIONS[:-1])
        for p in g.n:
            if held:
                held &= g.stable(p, state)
        for notion in held:
            counts[notion] += 1
    g.key = kept
    return total, counts


def in_which_rankings(g, r):
    """A state and a party to ask about; None where trying all rankings would take long."""
    states, movers = len(g.m.states), sum(g.moving)
    if any(g.m.unknown) or any(g.m.hidden) or states > 5:
        return None
    rankings = 1
    for k in range(2, states + 1):
        rankings *= k
    party = None if rankings ** movers <= 1000 and r.random() < 0.5 else r.choice(list(g.n))
    return r.choice(g.m.states), party


# --- The comparison ------------------------------------------------------------------------------

def ask(program, path, *options):
    done = subprocess.run([program, "stable", path, "--json", "--all", *options],
                          capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def compare(program, seed, folder):
    m = Model(seed)
    path = f"{folder}/model.yaml"
    with open(path, "w", encoding="utf-8") as file:
        file.write(m.yaml())
    r = random.Random(seed + 1)
    mode = r.choice("abcd")
    options = ["--unknown", mode, "--threads", str(r.randint(1, 3))]
    if m.states:
        start = r.choice(m.states)
        options += ["--from", str(start), "--coalitions"]
    code, text, error = ask(program, path, *options)
    if code == 2 and ("no party can move" if m.states else "there are no states") in error:
        return None
    if not text:
        return f"exit {code}: {error}"
    answer = json.loads(text)
    g = Graph(m, mode)
    if [s["code"] for s in answer["states"]] != m.states:
        return "other states"
    unknown = any(m.unknown)
    notions = [n for n in NOTIONS if not (unknown and n == "sim")]
    for p in g.n:
        held = {s: g.stable(p, s) for s in m.states}
        for n in notions:
            right = [s for s in m.states if n in held[s]]
            if answer["stable"][f"p{p}"][n] != right:
                return f"mode {mode}: p{p} {n}: {answer['stable'][f'p{p}'][n]}, not {right}"
    jumps = {(tuple(int(q[1:]) for q in x["parties"]), x["to"]) for x in answer["coalitions"]}
    if jumps != g.jumps(start):
        return f"coalitions from {start}: {jumps} not {g.jumps(start)}"
    held = not jumps and all("nash" in g.stable(p, start) for p in g.n)
    if answer["coalitionally_stable"] != ([start] if held else []):
        return f"coalitionally stable: {answer['coalitionally_stable']}"
    for kind, improving in (("improvements", True), ("moves", False)):
        right = g.distances(start, improving)
        del right[start]
        if {x["state"]: x["steps"] for x in answer["paths"][kind]} != right:
            return f"paths from {start} by {kind}"
    asked = in_which_rankings(g, r)
    if asked is None:
        return "agrees"
    state, party = asked
    options = [] if party is None else ["--party", f"p{party}"]
    found = json.loads(ask(program, path, "--inverse", str(state), *options)[1])["inverse"]
    total, counts = inverse(g, state, party)
    right = {"rankings": str(total), "equilibrium": {n: str(c) for n, c in counts.items()}}
    if {k: found[k] for k in right} != right:
        return f"inverse of {state}, {party}: {found} not {right}"
    return "agrees"


def main():
    arguments = argparse.ArgumentParser(description="`stable` against brute force")
    arguments.add_argument("--program", required=True)
    arguments.add_argument("--count", type=int, default=400)
    arguments.add_argument("--first", type=int, default=0)
    given = arguments.parse_args()
    agreed = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(given.first, given.first + given.count):
            found = compare(given.program, seed, folder)
            if found == "agrees":
                agreed += 1
            elif found is not None:
                print(f"model {seed}: {found}\n{Model(seed).yaml()}")
                return 1
    print(f"{agreed} models agree, of {given.count}; in the others nobody can move")
    return 0 if agreed * 2 > given.count else 1


if __name__ == "__main__":
    sys.exit(main())
