"""Sources and case files that are missing, forbidden, too large, endless, or no files at all."""
import os

from hostile import (ANSWERED, CASE, INPUT, ISSUES, LIMIT, PARTIES, SMALL, START, SYSTEM, USAGE,
                     Attack)

MIB = 1 << 20


def sourced(*names):
    """A case with these source files."""
    rows = "".join(f"  - {{id: s{i}, file: '{name}'}}\n" for i, name in enumerate(names))
    return START + "sources:\n" + rows + PARTIES + ISSUES


def quoting(quote, file="s.txt"):
    return (sourced(file)
            + "statements:\n  - {id: t, party: a, act: demands, topic: x, source: s0, "
            f"quote: '{quote}'}}\n")


def quoting_many(quotes):
    rows = "".join(f"  - {{id: t{i}, party: a, act: demands, topic: x, source: s0, "
                   f"quote: '{quote}'}}\n"
                   for i, quote in enumerate(quotes))
    return sourced("s.txt") + "statements:\n" + rows


def made(text, *steps, **files):
    """Writes the case, then files, then takes steps."""
    def make(folder):
        (folder / CASE).write_text(text, encoding="utf-8")
        for name, data in files.items():
            path = folder / name.replace("_txt", ".txt")
            path.write_bytes(data() if callable(data) else data)
        for step in steps:
            step(folder)
    return make


def source(name, file, *words, exits=INPUT, steps=(), arguments=("check", CASE), **files):
    return Attack(name, list(arguments), exits, words, made(sourced(file), *steps, **files))


def link(name, target):
    return lambda folder: os.symlink(target, folder / name)


def fifo(name):
    return lambda folder: os.mkfifo(folder / name)


def folder(name):
    return lambda base: (base / name).mkdir()


def locked(name):
    return lambda base: (base / name).chmod(0)


def sparse(name, size):
    def make(base):
        with open(base / name, "wb") as file:
            file.truncate(size)
    return make


def nested(base):
    (base / "deep").mkdir()
    (base / "deep" / CASE).write_text(sourced("../s.txt"), encoding="utf-8")
    (base / "s.txt").write_text("words", encoding="utf-8")


def sources():
    where = "case.yaml:4:"
    yield source("source-missing", "none.txt", where, "there is no source file", "beside the case")
    yield source("source-empty-name", "", where)
    yield source("source-dot", ".", where, "source file")
    yield source("source-parent", "../s.txt", where)
    yield Attack("source-parent-there", ["check", "deep/case.yaml"], INPUT,
                 ["deep/case.yaml:4:", "outside the case's folder", "--allow-outside"], nested)
    yield Attack("source-parent-allowed", ["check", "deep/case.yaml", "--allow-outside"], ANSWERED,
                 [], nested)
    yield Attack("source-parent-missing", ["check", CASE], INPUT, [where, "source file"],
                 made(sourced("../../../../../../../nowhere/s.txt")))
    yield source("source-absolute", "/etc/passwd", where, "outside the case's folder")
    yield source("source-link-out", "s.txt", where, "outside the case's folder",
                 steps=[link("s.txt", "/etc/passwd")])
    yield source("source-linked-folder", "f/passwd", where, "outside the case's folder",
                 steps=[link("f", "/etc")])
    yield source("source-link-inside", "s.txt", exits=ANSWERED, steps=[link("s.txt", "t.txt")],
                 t_txt=b"words")
    yield source("source-link-loop", "s.txt", where, "symbolic links",
                 steps=[link("s.txt", "s.txt")])
    yield source("source-link-broken", "s.txt", where, "no source file",
                 steps=[link("s.txt", "no")])
    for device in "/dev/zero", "/dev/stdin", "/dev/full", "/dev/tty":
        yield source(f"source-{device[1:].replace('/', '-')}", device, where, "outside")
        yield source(f"source-{device[1:].replace('/', '-')}-allowed", device, where, "source file",
                     arguments=("check", CASE, "--allow-outside"))
    yield source("source-proc-self-mem-allowed", "/proc/self/mem", where, "cannot read",
                 arguments=("check", CASE, "--allow-outside"))
    yield source("source-proc", "/proc/cpuinfo", exits=(ANSWERED, INPUT),
                 arguments=("check", CASE, "--allow-outside"))
    yield source("source-fifo", "s.txt", where, "source file", steps=[fifo("s.txt")])
    yield source("source-folder", "s.txt", where, "source file", steps=[folder("s.txt")])
    yield source("source-is-the-case", CASE, exits=ANSWERED)
    yield source("source-name-huge", "n" * 100000, where, "source file")
    yield source("source-name-slashes", "./" * 1000 + "s.txt", exits=ANSWERED, s_txt=b"words")
    yield source("source-name-steering", "\u202etxt.s", where)
    yield source("source-64MiB", "s.txt", exits=ANSWERED, s_txt=lambda: b"word " * (64 * MIB // 5))
    yield source("source-64MiB-and-1", "s.txt", where, "64 MiB",
                 steps=[sparse("s.txt", 64 * MIB + 1)])
    yield source("source-tebibyte", "s.txt", where, "64 MiB", steps=[sparse("s.txt", 1 << 40)])
    yield Attack("sources-together", ["check", CASE], INPUT, ["case.yaml:5:", "64 MiB"],
                 made(sourced("s.txt", "t.txt"), s_txt=lambda: b"s" * (40 * MIB),
                      t_txt=lambda: b"t" * (24 * MIB + 1)))
    yield Attack("sources-one-file-many-times", ["check", CASE], ANSWERED, [],
                 made(sourced(*["s.txt"] * 10000), s_txt=lambda: b"word " * (MIB // 2)))
    yield source("source-nul", "s.txt", where, "NUL", s_txt=b"wor\0ds")
    yield source("source-nul-far", "s.txt", where, "NUL", s_txt=b"word\n" * MIB + b"\0")
    for name, bad in (("continuation", b"\x80"), ("surrogate", b"\xed\xa0\x80"),
                      ("overlong", b"\xc0\xaf"), ("latin-1", b"caf\xe9"), ("cut-off", b"\xe2\x82"),
                      ("utf-16", "words".encode("utf-16"))):
        yield source(f"source-{name}", "s.txt", where, "is not UTF-8: byte", "UTF-8",
                     s_txt=(b"" if name == "utf-16" else b"fine\n") + bad)
    yield source("source-bom", "s.txt", exits=ANSWERED, s_txt=b"\xef\xbb\xbfwords")
    yield source("source-no-bytes", "s.txt", exits=ANSWERED, s_txt=b"")


def quotes():
    where = "case.yaml:7:"
    million = "word " * 200000
    yield Attack("quote-million-found", ["check", CASE], ANSWERED, [],
                 made(quoting(million.strip()), s_txt=million.encode() * 3))
    yield Attack("quote-million-missing", ["check", CASE], INPUT, ["case.yaml:8:"],
                 made(quoting(million + "gone"), s_txt=million.encode() * 3))
    yield Attack("quote-million-no-words", ["check", CASE], INPUT, ["case.yaml:8:"],
                 made(quoting("." * 999999), s_txt=million.encode()))
    yield Attack("quote-million-ellipses", ["check", CASE], (ANSWERED, INPUT), [],
                 made(quoting("a ... " * 160000), s_txt=b"a b " * 250000))
    yield Attack("quote-ellipses-missing", ["check", CASE], INPUT, ["case.yaml:8:"],
                 made(quoting("a ... " * 100000 + "z"), s_txt=b"a b\n\n" * 1000000))
    yield Attack("quote-at-limit", ["check", CASE], ANSWERED, [],
                 made(quoting("q" * MIB), s_txt=b"q" * MIB))
    yield Attack("quote-beyond-limit", ["check", CASE], INPUT, ["case.yaml:8:", "at most 1048576"],
                 made(quoting("q" * (MIB + 1)), s_txt=b"q" * (MIB + 1)))
    yield Attack("quote-repetitive", ["check", CASE], INPUT, ["case.yaml:8:"],
                 made(quoting("a" * 500000 + "b"), s_txt=b"a" * 8 * MIB))
    yield Attack("quote-many-places", ["check", CASE], ANSWERED, [],
                 made(quoting("a"), s_txt=b"a " * 4 * MIB))
    yield Attack("quote-combining-flood", ["check", CASE], (ANSWERED, INPUT), [],
                 made(quoting("e" + "\u0301" * 300000),
                      s_txt=("e" + "\u0301\u0323" * 1000000).encode()))
    yield Attack("quote-combining-mixed", ["check", CASE], (ANSWERED, INPUT), [],
                 made(quoting("e" + "\u0301\u0323" * 100000),
                      s_txt=("e" + "\u0323\u0301\u0327" * 600000).encode()))
    yield Attack("quote-empty", ["check", CASE], INPUT, ["case.yaml:8:"],
                 made(quoting(""), s_txt=b"w"))
    yield Attack("quote-blank", ["check", CASE], INPUT, ["case.yaml:8:"],
                 made(quoting("  "), s_txt=b"w"))
    yield Attack("quote-soft-hyphens", ["check", CASE], INPUT, ["case.yaml:8:"],
                 made(quoting("\u00ad" * 100000), s_txt="w\u00ad".encode()))
    yield Attack("quotes-thousands-missing", ["check", CASE], INPUT, ["case.yaml:8:"],
                 made(quoting_many(f"word number {i} of none" for i in range(2000)),
                      s_txt=b"word number of " * 20000))
    yield Attack("quotes-ten-thousand", ["check", CASE], ANSWERED, [],
                 made(quoting_many(f"number {i} stands" for i in range(10000)),
                      s_txt=lambda: b"".join(b"number %d stands here.\n" % i
                                             for i in range(10000))))
    yield Attack("quotes-stop-in-time", ["check", CASE, "--time-limit", "1"], LIMIT, [],
                 made(quoting_many(f"word {i} gone" for i in range(10000)),
                      s_txt=lambda: b"word 1 stays " * MIB))


def case_files():
    yield Attack("case-missing", ["check", "none.yaml"], SYSTEM, ["none.yaml", "No such file"])
    yield Attack("case-is-folder", ["check", "."], SYSTEM, ["directory"])
    yield Attack("case-empty-name", ["check", ""], (USAGE, SYSTEM), ["error"])
    yield Attack("case-dev-zero", ["check", "/dev/zero"], (INPUT, LIMIT), ["larger than the limit"])
    yield Attack("case-dev-null", ["check", "/dev/null"], INPUT, ["nothing in this file"])
    yield Attack("case-stdin-empty", ["check", "-"], INPUT, ["nothing in this file"])
    yield Attack("case-stdin", ["check", "-"], ANSWERED, [], stdin=SMALL.encode())
    yield Attack("case-stdin-closed", "pourparler check - <&-", SYSTEM, ["standard input"])
    yield Attack("case-stdin-endless", "yes | pourparler check -", (INPUT, LIMIT), ["larger"])
    yield Attack("case-stdin-outside", ["check", "-"], INPUT, ["outside"],
                 stdin=sourced("/etc/passwd").encode())
    yield Attack("case-stdin-folder", "mkdir d; cd d; pourparler check - < ../case.yaml; code=$?; "
                 "cd ..; rmdir d; exit $code", INPUT, ["outside"], sourced("../case.yaml"))
    yield Attack("case-fifo-fed", "cat case.yaml > f & pourparler check f", ANSWERED, [],
                 made(SMALL, fifo("f")))
    yield Attack("case-name-huge", ["check", "n" * 100000], SYSTEM, ["cannot open"])
    yield Attack("case-name-steering", ["check", "\x1b[2J\x1b]0;x\x07.yaml"], SYSTEM, ["?[2J"])
    yield Attack("case-name-not-utf-8", [b"check", b"\xff\xfe.yaml"], SYSTEM, ["No such file"])
    yield Attack("case-sparse-tebibyte", ["check", "s.yaml"], (INPUT, LIMIT), ["larger"],
                 made(SMALL, sparse("s.yaml", 1 << 40)))


def outputs():
    for command in "check case.yaml", "show case.yaml", "zone case.yaml", "zone case.yaml --json", \
            "judge case.yaml 0", "methods", "help", "version", "help zone", "generate man":
        name = command.replace(" ", "-")
        yield Attack(f"closed-{name}", f"pourparler {command} >&-", SYSTEM, ["cannot write"], SMALL)
        yield Attack(f"full-{name}", f"pourparler {command} >/dev/full", SYSTEM,
                     ["cannot write"], SMALL)
    yield Attack("closed-error", "pourparler check none.yaml 2>&-", SYSTEM)
    yield Attack("closed-all", "pourparler check case.yaml >&- 2>&- <&-", SYSTEM, [], SMALL)
    yield Attack("closed-pipe", "(pourparler help; echo $? >&2) | true", ANSWERED)
    yield Attack("proof-not-overwritten", ["zone", CASE, "--proof", CASE], SYSTEM,
                 ["case.yaml", "--force"], SMALL)
    yield Attack("proof-kept", "pourparler zone case.yaml --proof case.yaml >/dev/null 2>&1; "
                 "pourparler check case.yaml", ANSWERED, [], SMALL)
    yield Attack("proof-nowhere", ["zone", CASE, "--proof", "none/p.json"], SYSTEM,
                 ["none/p.json"], SMALL)
    yield Attack("proof-folder", ["zone", CASE, "--proof", "."], SYSTEM, ["cannot"], SMALL)
    yield Attack("proof-empty-name", ["zone", CASE, "--proof", ""], (USAGE, SYSTEM), ["error"],
                 SMALL)
    yield Attack("proof-dev-full", ["zone", CASE, "--proof", "/dev/full"], SYSTEM,
                 ["/dev/full"], SMALL)
    for name, words in (("empty", b""), ("nul", b"\0" * 1000), ("deep", b"[" * 1000000),
                        ("number", b"1"), ("not-json", b"pourparler: 1"),
                        ("not-utf-8", b'{"a": "\xff"}'), ("huge-number", b"9" * 1000000),
                        ("repeated", b'{"schema": 1, "schema": 1}')):
        yield Attack(f"proof-{name}", ["check", CASE, "--proof", "p.txt"], INPUT, ["p.txt"],
                     made(SMALL, p_txt=words))
    for name, words in (("object", b"{}"), ("flood", b'{"a": [' + b"0," * 1000000 + b"0]}")):
        yield Attack(f"proof-{name}", ["check", CASE, "--proof", "p.txt"], INPUT, ["refused"],
                     made(SMALL, p_txt=words))
    yield Attack("proof-missing", ["check", CASE, "--proof", "p.txt"], SYSTEM, ["p.txt"], SMALL)
    yield Attack("proof-dev-zero", ["check", CASE, "--proof", "/dev/zero"], (INPUT, LIMIT),
                 ["/dev/zero"], SMALL)
    yield Attack("proof-is-case", ["check", CASE, "--proof", CASE], INPUT, ["case.yaml"], SMALL)


def attacks():
    yield from sources()
    yield from quotes()
    yield from case_files()
    yield from outputs()
