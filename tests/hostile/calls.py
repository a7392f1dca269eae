"""Options, drafts and environments that are wrong, huge or garbled."""
from hostile import (ANSWERED, CASE, INPUT, LIMIT, SMALL, SYSTEM, USAGE, Attack)


def call(name, arguments, exits, *words, make=SMALL, **more):
    return Attack(name, arguments, exits, words, make, **more)


def options():
    yield call("nothing", [], USAGE)
    yield call("no-command", ["zoen"], USAGE, "zone")
    yield call("empty-command", [""], USAGE, "there is no command")
    yield call("command-huge", ["z" * 100000], USAGE, "there is no command")
    yield call("command-steering", ["\x1b[2J"], USAGE, "?[2J")
    yield call("no-case", ["zone"], USAGE, "expected CASE")
    yield call("two-cases", ["zone", CASE, CASE], USAGE, "one argument too many")
    yield call("no-draft", ["judge", CASE], USAGE, "DRAFT")
    yield call("unknown-option", ["zone", CASE, "--jsn"], USAGE, "--json")
    yield call("unknown-short", ["zone", CASE, "-j"], USAGE, "two dashes")
    yield call("unknown-huge", ["zone", CASE, "--" + "x" * 100000], USAGE, "unknown option")
    yield call("option-of-another", ["show", CASE, "--witnesses", "3"], USAGE, "other commands")
    yield call("value-missing", ["zone", CASE, "--limit"], USAGE, "--limit")
    yield call("flag-with-value", ["zone", CASE, "--json=yes"], USAGE, "takes no value")
    yield call("dashes-end", ["zone", "--", "--json"], SYSTEM, "--json")
    numbers = ("0", "-1", "+1", " 1", "1 ", "1e3", "0x10", "9007199254740992",
               "18446744073709551616",
               "9" * 100000, "", "one", "١")
    for option in "limit", "witnesses", "concession-size", "threads":
        for i, number in enumerate(numbers):
            yield call(f"{option}-{i}", ["zone", CASE, f"--{option}", number], USAGE, f"--{option}")
        yield call(f"{option}-greatest", ["zone", CASE, f"--{option}", "9007199254740991"],
                   ANSWERED)
    for i, seconds in enumerate(("0", "-1", "nan", "inf", "1e9", "1e99", "", "1.2.3", "0x1p3",
                                 "9" * 5000, "0.0", ".")):
        yield call(f"time-limit-{i}", ["zone", CASE, "--time-limit", seconds], USAGE,
                   "--time-limit")
    yield call("time-limit-tiny", ["zone", CASE, "--time-limit", "0.000000001"], (ANSWERED, LIMIT))
    yield call("seed-negative", ["zone", CASE, "--seed", "-1"], USAGE, "--seed")
    for value in "wrong", "", "ALWAYS", "a" * 100000:
        yield call(f"color-{value[:8]}", ["zone", CASE, "--color", value], USAGE,
                   "auto, always or never")
    for i, table in enumerate(("", ",", "a,", ",a", "z", "a,z", "a b", "A", "a" * 100000,
                               ",".join(["z"] * 20000))):
        yield call(f"table-{i}", ["zone", CASE, "--table", table], USAGE)
    yield call("table-twice", ["zone", CASE, "--table", "a,a"], (ANSWERED, USAGE))
    yield call("table-many-times", ["zone", CASE, "--table", ",".join(["a"] * 20000)],
               (ANSWERED, USAGE))
    for i, line in enumerate(("", "none", "\x1b[2J", "a" * 100000)):
        yield call(f"drop-{i}", ["zone", CASE, "--drop", line], USAGE)
    for i, day in enumerate(("", "today", "2024-02-30", "2024-1-1", "9" * 100000, "\x1b[31m",
                             "2024-01-01\n")):
        yield call(f"as-of-{i}", ["zone", CASE, "--as-of", day], USAGE)
    for i, formula in enumerate(("", " ", "x", "x = ", "z = p", "(" * 120000,
                                 "x = p and " * 12000, "\x1b[2J", "\u202e", "x = p\ny = q" * 3,
                                 b"x = \xff", b"\xc0\x80", "not " * 30000,
                                 "x in (" + "p," * 50000)):
        yield call(f"assume-{i}",
                   [b"zone", CASE.encode(), b"--assume", formula]
                   if isinstance(formula, bytes) else ["zone", CASE, "--assume", formula], USAGE)
    yield call("assume-many", ["zone", CASE] + ["--assume", "x = p"] * 20000,
               (ANSWERED, USAGE, LIMIT))
    yield call("assume-megabyte",
               "pourparler zone case.yaml " + "--assume " + "'" + "x = p and " * 12000
               + "x = p'", USAGE)
    yield call("assume-false", ["zone", CASE, "--assume", "false"], ANSWERED)


def drafts():
    bad = ("", "x", "x=", "=p", "x=z", "z=p", "x=p,x=q", "x=p,x=p", ",", "x=p,,y=p", "-1", "6",
           "0x1", "1.5", "+1", "1e3",
           "9" * 100000, "none.yaml", "/dev/null", "/dev/zero", ".", "\x1b[2J", "x=p;y=q",
           "x = p and y = q", "x=" + "p" * 100000,
           "x=p," * 30000, "a" * 100000, "١")
    for i, draft in enumerate(bad):
        yield call(f"draft-{i}", ["judge", CASE, draft], (USAGE, INPUT, SYSTEM))
        if i % 4 == 0:
            yield call(f"draft-{i}-json", ["judge", CASE, draft, "--json"], (USAGE, INPUT, SYSTEM))
    files = (b"", b"# nothing\n", b"\0", b"\xff", b"- x", b"x", b"x: [p]", b"x: {p: q}",
             b"x: p\nx: q\n", b"z: p", b"x: z", b"x: &a p\ny: *a\n",
             b"<<: {x: p}", b"[" * 1000000, b"x: 'p", b"x: p\n---\ny: q\n", b"\t",
             b"k" * 900000, b"a: b\n" * 100000, b"x: p\n" + b"#" * (1 << 20),
             b"x: \"p\\0\"", "x: p".encode("utf-16"), b"%TAG ! a\n" * 100 + b"---\nx: p\n",
             b"{x: p, y: q", b"x: \xc3\xa4\n", b"x: \"\\e[2J\"\n",
             b"[{" * 10000, b"x:", b"x: ''")
    for i, data in enumerate(files):
        def make(folder, data=data):
            (folder / CASE).write_text(SMALL)
            (folder / "draft.yaml").write_bytes(data)
        yield call(f"draft-file-{i}", ["judge", CASE, "draft.yaml"], (USAGE, INPUT),
                   "draft.yaml", make=make)
    yield call("draft-is-the-case", ["judge", CASE, CASE], (USAGE, INPUT), "case.yaml")
    yield call("draft-stdin", ["judge", CASE, "-"], (ANSWERED, USAGE, INPUT), stdin=b"x: p\n")
    yield call("both-stdin", ["judge", "-", "-"], (USAGE, INPUT), stdin=SMALL.encode())


def surroundings():
    for columns in "1", "2", "10", "1000000", "-5", "0", "", "abc", "9" * 5000, "80 ":
        for command in "check", "show", "zone":
            yield call(f"columns-{columns[:8]}-{command}", [command, CASE], ANSWERED,
                       environment={"COLUMNS": columns})
    for locale in "C", "tr_TR.UTF-8", "C.UTF-8", "xx_XX", "de_DE.UTF-8", "x" * 5000, \
            "../../../etc/passwd":
        for command in ["zone", CASE, "--json", "--time-limit", "1.5"], ["help", "zone"]:
            yield call(f"locale-{locale[:8]}-{command[0]}", command, ANSWERED,
                       environment={"LC_ALL": locale, "LANG": locale})
    yield call("term-none", ["zone", CASE, "--color", "always"], ANSWERED, environment={"TERM": ""})
    yield call("term-steering", ["zone", CASE], ANSWERED,
               environment={"TERM": "\x1b[2J", "NO_COLOR": "\x1b"})
    yield call("folder-gone", "mkdir d && cd d && rmdir ../d && pourparler zone ../case.yaml",
               (ANSWERED, SYSTEM, INPUT))
    yield call("folder-gone-stdin",
               "f=$(pwd)/case.yaml; mkdir d && cd d && rmdir ../d && pourparler zone - < $f",
               (ANSWERED, INPUT))


def attacks():
    yield from options()
    yield from drafts()
    yield from surroundings()
