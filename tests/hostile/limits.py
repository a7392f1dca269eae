"""Every limit of the case at its edge and one beyond; ids, dates, circles, formulas."""
import itertools

from hostile import (ANSWERED, CASE, INPUT, ISSUES, LIMIT, PARTIES, SMALL, START, USAGE, Attack,
                     check, zone)


def flow(key, items):
    return f"{key}: [{', '.join(items)}]\n"


def rows(key, items):
    return f"{key}:\n" + "".join(f"  - {item}\n" for item in items)


def names(count, start="i"):
    return [f"{start}{i}" for i in range(count)]


def parties(count):
    return flow("parties", ("{id: %s, name: N}" % name for name in names(count)))


def issues(count, options=2):
    return flow("issues", ("{id: %s, options: [%s]}" % (name, ", ".join(names(options, "o")))
                           for name in names(count)))


RED = "{{id: {0}, party: a, holds: x != {1}}}"
SAID = "{{id: {0}, party: a, act: demands, about: x = p}}"


def edges():
    tests = (
        ("parties", 256, lambda n: START + parties(n) + ISSUES),
        ("issues", 256, lambda n: START + PARTIES + issues(n)),
        ("options", 256, lambda n: START + PARTIES + issues(1, n)),
        ("red-lines", 512, lambda n: SMALL
         + rows("red_lines", (RED.format(r, "p") for r in names(n)))),
        ("links", 4096, lambda n: SMALL + rows("links", ["{rule: x != p}"] * n)),
        ("statements", 10000,
         lambda n: SMALL + rows("statements", (SAID.format(s) for s in names(n)))),
        ("sources", 10000, lambda n: START
         + rows("sources", ("{id: %s, text: w}" % s for s in names(n))) + PARTIES + ISSUES),
        ("assumptions", 10000,
         lambda n: SMALL + rows("assumptions", ("{id: %s, says: w}" % s for s in names(n)))),
        ("same", 256, lambda n: SMALL + flow("same", ["x = p"] * n)),
        ("priorities", 4096,
         lambda n: SMALL + "preferences:\n  a:\n    priorities: [" + ", ".join(["x = p"] * n)
         + "]\n"),
        ("compare", 10000, lambda n: SMALL + "preferences:\n  a:\n    compare:\n"
         + "      - {better: {x: p, y: p}, worse: {x: q, y: p}}\n" * n),
        ("id", 64, lambda n: START + PARTIES + ISSUES.replace("id: x", "id: " + "x" * n)),
        ("option-id", 64, lambda n: START + PARTIES
         + ISSUES.replace("[p, q, r]", "[p, " + "q" * n + "]")),
        ("formula-depth", 199,
         lambda n: SMALL + "links: [{rule: '" + "(" * n + "x = p" + ")" * n + "'}]\n"),
        ("formula-nots", 199, lambda n: SMALL + "links: [{rule: " + "not " * n + "(x = p)}]\n"),
    )
    for name, most, make in tests:
        if name == "compare":
            yield check(f"{name}-{most}", make(most), (ANSWERED, INPUT))
        elif name in ("formula-depth", "formula-nots"):
            yield check(f"{name}-{most}", make(most), ANSWERED)
            yield check(f"{name}-{most + 3}", make(most + 3), INPUT, "case.yaml:", "nested")
            continue
        else:
            yield check(f"{name}-{most}", make(most), ANSWERED)
        yield check(f"{name}-{most + 1}", make(most + 1), INPUT, "case.yaml:", str(most))
    yield zone("parties-256-zone", START + parties(256) + ISSUES, ANSWERED)
    yield zone("issues-256-zone", START + PARTIES + issues(256, 256), ANSWERED)
    yield Attack("issues-256-json", ["zone", CASE, "--json"], ANSWERED, [],
                 START + PARTIES + issues(256, 2))
    yield check("issues-million", START + PARTIES + issues(100000), INPUT, "256")
    yield check("options-million", START + PARTIES + issues(1, 1000000), INPUT, "256")
    yield check("red-lines-million",
                SMALL + rows("red_lines", (RED.format(r, "p") for r in names(100000))), INPUT,
                "512")
    yield check("statements-hundred-thousand",
                SMALL + rows("statements", (SAID.format(s) for s in names(100000))), INPUT, "10000")


def duplicates():
    yield check("twice-party", START + "parties: [{id: a}, {id: a}]\n" + ISSUES, INPUT,
                "case.yaml:3:")
    yield check("twice-issue",
                START + PARTIES + "issues: [{id: x, options: [p, q]}, {id: x, options: [p, q]}]\n",
                INPUT, "case.yaml:4:")
    yield check("twice-option", START + PARTIES + "issues: [{id: x, options: [p, p]}]\n", INPUT,
                "case.yaml:4:")
    yield check("twice-option-number",
                START + PARTIES + "issues: [{id: x, options: [1, 1.0]}]\n", INPUT, "case.yaml:4:")
    yield check("twice-option-long",
                START + PARTIES + "issues: [{id: x, options: [{id: p}, p]}]\n", INPUT,
                "case.yaml:4:")
    yield check("twice-red-line", SMALL + rows("red_lines", [RED.format("r", "p")] * 2), INPUT,
                "case.yaml:7:")
    yield check("twice-statement", SMALL + rows("statements", [SAID.format("s")] * 2), INPUT,
                "case.yaml:7:")
    yield check("twice-source",
                START + rows("sources", ["{id: s, text: w}"] * 2) + PARTIES + ISSUES, INPUT,
                "case.yaml:5:")
    yield check("twice-assumption", SMALL + rows("assumptions", ["{id: s, says: w}"] * 2),
                INPUT, "case.yaml:7:")
    yield check("twice-alias",
                START + "parties: [{id: a, aliases: [Z, Z]}, {id: b, aliases: [Z]}]\n" + ISSUES,
                (ANSWERED, INPUT))
    yield check("twice-ten-thousand", SMALL + rows("statements", [SAID.format("s")] * 10000),
                INPUT, "case.yaml:7:")


IDS = ("and", "not", "true", "of", "-a", "_a", "a b", "a.b", "ä", "а", "a\u200d", "", "~",
       "null", "1.", "1e3", "a/b",
       "../a", "$(x)", "a" * 100000, "\u202ea")


def ids():
    for i, one in enumerate(IDS):
        quoted = '"' + one + '"'
        good = (ANSWERED,) if one in ("null", "1e3") else (INPUT,)
        yield check(f"id-party-{i}", START + "parties: [{id: " + quoted + "}]\n" + ISSUES, good,
                    "case.yaml:3:" if good == (INPUT,) else "")
        yield check(f"id-issue-{i}",
                    START + PARTIES + "issues: [{id: " + quoted + ", options: [p, q]}]\n", good)
        yield check(f"id-option-{i}",
                    START + PARTIES + "issues: [{id: x, options: [p, " + quoted + "]}]\n", good)


DATES = ("2024-02-30", "2024-13-01", "2024-00-10", "2023-02-29", "2024-1-1", "24-01-01",
         "2024-01-01T00:00", "yesterday",
         "0000-01-01", "0000-00-00", "99999-01-01", "-2024-01-01", "2024/01/01", "", " ",
         "２０２４-01-01", "2024-01-01 ",
         "9" * 100000, "2024-01-32", "1900-02-29", "2024-01-0x", "20240101", "2024-06-31")


def dates():
    for i, one in enumerate(DATES):
        if one == "2024-01-01 ":
            continue
        yield check(f"date-as-of-{i}", SMALL + f"as_of: '{one}'\n", INPUT, "case.yaml:5:")
        yield check(f"date-said-{i}",
                    SMALL + rows("statements", [SAID.format("s")[:-1] + f", date: '{one}'}}"]),
                    INPUT, "case.yaml:6:")
        yield Attack(f"date-option-{i}", ["zone", CASE, "--as-of", one], USAGE, ["date"], SMALL)
    yield check("date-first", SMALL + "as_of: 0001-01-01\n", ANSWERED)
    yield check("date-last", SMALL + "as_of: 9999-12-31\n", ANSWERED)


def circles():
    def replacing(pairs):
        return SMALL + rows("statements",
                            (SAID.format(s)[:-1] + f", replaces: {t}}}" for s, t in pairs))
    yield check("replaces-itself", replacing([("s", "s")]), INPUT, "case.yaml:6:",
                "replaces itself")
    yield check("replaces-circle", replacing([("s", "t"), ("t", "s")]), INPUT, "case.yaml:6:",
                "circle")
    ring = names(10000)
    yield check("replaces-ring", replacing(zip(ring, ring[1:] + ring[:1])), INPUT, "circle")
    yield check("replaces-nothing", replacing([("s", "none")]), INPUT, "case.yaml:6:")
    yield check("replaces-list", replacing([("s", "[s, t]")]), INPUT, "case.yaml:6:")
    chain = [RED.format("r", "p")[:-1] + ", because: [r]}"]
    yield check("because-red-line", SMALL + rows("red_lines", chain), INPUT, "case.yaml:6:")
    order = "preferences:\n  a:\n    orders: {x: p > q > p}\n"
    yield check("order-circle", SMALL + order, INPUT, "case.yaml:7:")
    two = "preferences:\n  a:\n    orders: {x: [p > q, q > r, r > p]}\n"
    yield check("order-circle-of-parts", SMALL + two, (ANSWERED, INPUT), "case.yaml:")
    yield check("moves-to-nowhere",
                START + PARTIES + "issues: [{id: x, options: [p, q], "
                "decided_by: a, moves: [p -> z, p -> p, p, ->]}]\n", INPUT, "case.yaml:4:")


FORMULAS = ("", "x", "x =", "= p", "x = z", "z = p", "x = p and", "and x = p", "x = p x = p",
            "(x = p", "x = p)", "((((", "))))",
            "x in ()", "x in (p", "x in p", "x in (p,)", "x in (p,,q)", "not", "not not",
            "x == p", "x = p = q", "x < p", "x >= 1",
            "x = p implies x = q implies x = r", "x = p if", "iff", "x iff y", "true true",
            "x = p & y = q", "x = p; rm -rf",
            "2 of (x = p, y = p)", "x = 99999999999999999999", "x = -", "x = 1e999999999",
            "x != != p", "\u202ex = p", "x = p)",
            "x ＝ p", "x “=” p", "X = p", "x = P", "x=p" * 1000, "x = " + "p" * 70000, "x",
            "x in (" + "p, " * 40000 + "p)",
            "x = p and " * 10000 + "x = p", "x = p or " * 4095 + "x = p",
            "not (" * 250 + "x = p" + ")" * 250, "(" * 60000,
            "x = p implies (" * 150 + "x = p" + ")" * 150)


def formulas():
    for i, one in enumerate(FORMULAS):
        text = "'" + one.replace("'", "''") + "'"
        good = "implies (" in one
        yield check(f"formula-link-{i}", SMALL + f"links: [{{rule: {text}}}]\n",
                    (ANSWERED, INPUT) if good else INPUT, "case.yaml:")
        if i % 3 == 0 or len(one) > 5000:
            yield Attack(f"formula-assume-{i}", ["zone", CASE, "--assume", one],
                         (ANSWERED, USAGE) if good else USAGE, [], SMALL)
    wide = START + PARTIES + issues(256, 3)
    big = " or ".join(f"i{i} = o0" for i in range(256))
    yield zone("formula-256-issues-or", wide + f"links: [{{rule: '{big}'}}]\n", ANSWERED)
    yield zone("formula-256-issues-red",
               wide + rows("red_lines",
                           [f"{{id: r, party: a, holds: '{big}'}}",
                            "{id: s, party: b, holds: i0 != o0}"]), ANSWERED)
    both = " and ".join(f"(i{i} = o0 or i{i + 1} = o1)" for i in range(0, 255))
    yield zone("formula-256-issues-and",
               wide + rows("red_lines", [f"{{id: r, party: a, holds: '{both}'}}"]), ANSWERED)
    negated = f"not ({both})"
    yield zone("formula-256-issues-not",
               wide + rows("red_lines", [f"{{id: r, party: a, holds: '{negated}'}}"]), ANSWERED)
    xor = "i0 = o0"
    for i in range(1, 190):
        xor = f"(i{i} = o0 iff {xor})"
    yield Attack("formula-parity-of-190", ["zone", CASE, "--time-limit", "5"],
                 (ANSWERED, LIMIT, INPUT), [],
                 wide + rows("red_lines", [f"{{id: r, party: a, holds: '{xor}'}}"]))


CONSENTS = ("", "a and", "z", "0 of (a, b)", "3 of (a, b)", "100000000000000000000 of (a, b)",
            "-1 of (a, b)", "1.5 of (a, b)",
            "1 of ()", "of (a)", "1 of a", "not a", "a implies b", "a = b", "2 of (a, a)",
            "1 of (" + "a, " * 5000 + "a)",
            "(" * 300 + "a" + ")" * 300, "1 of (" * 300 + "a" + ")" * 300, "true", "false",
            "a or not b", "x = p")


def consents():
    for i, one in enumerate(CONSENTS):
        good = one in ("2 of (a, a)", "true", "false")
        yield check(f"consent-{i}", SMALL + f"consent: '{one}'\n",
                    (ANSWERED, INPUT) if good else INPUT, "case.yaml:")
    yield check("consent-nobody", START + "parties: [{id: a, role: observer}]\n" + ISSUES,
                (ANSWERED, INPUT), "case.yaml:")
    for k, n in ((1, 64), (2, 64), (32, 64), (63, 64), (64, 64), (1, 256), (2, 256), (86, 256),
                 (171, 256), (255, 256), (256, 256)):
        lines = (f"{{id: r{i}, party: i{i}, holds: i{i % 8} != o{i % 3}}}" for i in range(n))
        text = (START + parties(n) + issues(8, 3) +
                f"consent: {k} of ({', '.join(names(n))})\n" + rows("red_lines", lines))
        yield Attack(f"consent-{k}-of-{n}", ["zone", CASE, "--time-limit", "2"],
                     (ANSWERED, LIMIT), [], text.replace("'", ""))


def pieces():
    yield check("no-parties", START + "parties: []\n" + ISSUES, INPUT, "case.yaml:3:")
    yield check("no-issues", START + PARTIES + "issues: []\n", INPUT, "case.yaml:4:")
    yield check("no-options", START + PARTIES + "issues: [{id: x, options: []}]\n", INPUT,
                "case.yaml:4:")
    yield check("one-option", START + PARTIES + "issues: [{id: x, options: [p]}]\n",
                (ANSWERED, INPUT))
    yield check("version-none", SMALL.replace("pourparler: 1\n", ""), INPUT, "pourparler")
    yield check("version-2", SMALL.replace("pourparler: 1", "pourparler: 2"), INPUT,
                "case.yaml:1:", "version")
    yield check("version-huge", SMALL.replace("pourparler: 1", "pourparler: " + "1" * 100000),
                INPUT, "case.yaml:1:")
    yield check("null-everywhere", "pourparler:\ntitle:\nparties:\nissues:\n", INPUT,
                "case.yaml:1:", "case.yaml:2:", "case.yaml:3:", "case.yaml:4:")
    for key in "sources", "parties", "issues", "links", "statements", "red_lines", \
            "preferences", "same", "assumptions", "consent":
        base = "".join(line + "\n" for line in SMALL.splitlines() if not line.startswith(key))
        for name, value in (("text", "word"), ("list", "[[[]]]"),
                            ("mapping", "{a: {b: {c: d}}}"), ("texts", "[a, 1, '']"),
                            ("nulls", "[~, null, ]"), ("many", "[" + "{}, " * 300 + "]")):
            yield check(f"kind-{key}-{name}", base + f"{key}: {value}\n",
                        (ANSWERED, INPUT) if key in ("sources",) else INPUT, "case.yaml:")
    yield check("unknown-key", SMALL.replace("name: A", "nam: A"), INPUT, "case.yaml:3:", "name")
    numbers = ("1e400", "1/0", "0x10", "NaN", "inf", "-", "1" * 5000, "0." + "1" * 5000,
               "1/3/5", "1,5", "--1", "1e-99999999")
    for i, one in enumerate(numbers):
        text = (SMALL + f"preferences:\n  a:\n    values: {{x: {{p: '{one}', q: 0, r: 1}}}}\n    "
                        f"weights: {{x: '{one}'}}\n    no_deal: '{one}'\n")
        yield check(f"number-{i}", text, (ANSWERED, INPUT), "case.yaml:")
    ranking = "preferences:\n  a:\n    ranking: [" + ", ".join(str(i)
                                                               for i in range(100001)) + "]\n"
    yield check("ranking-100001", START + PARTIES + issues(20) + ranking, INPUT, "case.yaml:")
    yield check("ranking-100000",
                START + PARTIES + issues(20) + ranking.replace(", 100000]", "]"), ANSWERED)
    yield check("ranking-code-huge",
                SMALL + "preferences:\n  a:\n    ranking: [" + "9" * 100000 + ", 6, -1, 0.5]\n",
                INPUT, "case.yaml:7:")


def attacks():
    return itertools.chain(edges(), duplicates(), ids(), dates(), circles(), formulas(),
                           consents(), pieces())
