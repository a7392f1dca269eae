"""Bytes that are no text, and YAML that is none or that is meant to choke its reader."""
from hostile import ANSWERED, INPUT, ISSUES, PARTIES, SMALL, START, check

MILLION = 10 ** 6

NOT_UTF8 = {
    "lone-continuation": b"\x80", "overlong-2": b"\xc0\xaf", "overlong-3": b"\xe0\x80\xaf",
    "overlong-4": b"\xf0\x80\x80\xaf", "surrogate": b"\xed\xa0\x80",
    "above-10ffff": b"\xf4\x90\x80\x80",
    "five-bytes": b"\xf8\x88\x80\x80\x80", "latin-1": b"caf\xe9 ", "cut-off": b"\xe2\x82",
    "ff": b"\xff", "windows-1252": b"\x93quoted\x94",
}


def bytes_attacks():
    for name, bad in NOT_UTF8.items():
        yield check(f"bytes-{name}",
                    b"pourparler: 1\ntitle: " + bad + b"\n" + (PARTIES + ISSUES).encode(),
                    INPUT, "case.yaml:2:", "is not UTF-8", "save the file as UTF-8")
    yield check("bytes-cut-off-at-end", SMALL.encode() + b"# \xe2\x82", INPUT, "is not UTF-8")
    yield check("nul", SMALL.replace("T\n", "T\0\n"), INPUT, "case.yaml:2:9", "NUL")
    yield check("nul-only", b"\0" * MILLION, INPUT, "NUL")
    yield check("nul-escaped", SMALL.replace(": T", ': "T\\0U"'), INPUT, "case.yaml:2:")
    yield check("utf-16-le", ("\ufeff" + SMALL).encode("utf-16-le"), INPUT, "UTF-16")
    yield check("utf-16-be", ("\ufeff" + SMALL).encode("utf-16-be"), INPUT, "UTF-16")
    yield check("utf-16-no-mark", SMALL.encode("utf-16-le"), INPUT, "UTF-16")
    yield check("utf-32", SMALL.encode("utf-32"), INPUT, "UTF-")
    yield check("bom", b"\xef\xbb\xbf" + SMALL.encode(), ANSWERED)
    yield check("bom-twice", b"\xef\xbb\xbf" * 2 + SMALL.encode(), INPUT, "case.yaml:1:")
    yield check("bom-inside", SMALL.replace("T\n", "T\ufeff\n"), INPUT, "case.yaml:2:9")
    yield check("empty", b"", INPUT, "nothing in this file")
    yield check("comments-only", b"# nothing\n# at all\n", INPUT, "nothing in this file")
    yield check("blank-only", b" \n" * MILLION, INPUT, "nothing in this file")
    yield check("mark-only", b"\xef\xbb\xbf", INPUT, "nothing in this file")
    yield check("carriage-returns-only", SMALL.replace("\n", "\r"), (ANSWERED, INPUT))
    yield check("crlf", SMALL.replace("\n", "\r\n"), ANSWERED)
    yield check("binary", bytes(range(256)) * 1000, INPUT, "case.yaml:1:")
    yield check("control-sign", SMALL.replace(": T", ": T\x1b[2J"), INPUT, "case.yaml:2:9")


def bomb_attacks():
    lol = "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(50))
    yield check("alias-bomb", SMALL + lol, INPUT, "alias", "anchor")
    yield check("alias-to-itself", SMALL + "links: &l [*l]\n", INPUT, "alias")
    yield check("aliases-million", START + "parties: [" + "*a, " * MILLION + "]\n", INPUT, "alias")
    yield check("anchors-many", START + "".join(f"k{i}: &a{i} x\n" for i in range(20000)),
                INPUT, "anchor")
    yield check("anchors-million",
                START + "parties: [" + "".join(f"&a{i} x, " for i in range(300000)) + "]\n",
                INPUT, "anchor")
    yield check("merge-key", SMALL.replace("{id: b", "{<<: *x, id: b"), INPUT, "merge")
    yield check("tag", SMALL.replace(": T", ": !!binary T"), INPUT, "tag")
    yield check("tag-python", SMALL.replace(": T", ": !!python/object/apply:os.system [ls]"),
                INPUT, "tag")
    yield check("tag-flood",
                "".join(f"%TAG !t{i}! tag:{i}:\n" for i in range(100000)) + "---\n" + SMALL,
                INPUT, "%TAG")
    yield check("tag-huge", SMALL.replace(": T", ": !" + "t" * MILLION + " T"), INPUT, "tag")
    yield check("directive-yaml-9", "%YAML 9.9\n---\n" + SMALL, INPUT, "case.yaml:1:")
    yield check("directive-unknown", "%FOO bar\n---\n" + SMALL, (ANSWERED, INPUT))
    for sign in "[", "{", "{a: ", "? ", "- ", "{? ", "[{":
        yield check(f"deep-{sign.strip()}", START + "parties:\n  " + sign * MILLION, INPUT, "deep")
    yield check("deep-indented", "".join(" " * i + "a:\n" for i in range(5000)), INPUT, "deep")
    yield check("flow-64MiB", START + "parties: [" + "a," * ((64 << 19) - 40), INPUT,
                "too many entries")
    yield check("flow-64MiB-one-word", START + "title: " + "a" * ((64 << 20) - 100) + "\n",
                INPUT, "case.yaml:")
    yield check("flow-65MiB", b"a" * ((64 << 20) + 1), (INPUT), "larger")
    yield check("many-entries", START + "parties:\n" + "- a\n" * 4000001, INPUT, "too many entries")
    yield check("many-entries-below", START + "parties:\n" + "- a\n" * 1000000, INPUT, "parties")
    yield check("many-empty-lists", START + "parties: [" + "[]," * 3900000 + "]", INPUT)
    yield check("key-huge", SMALL + "k" * MILLION + ": 1\n", INPUT, "case.yaml:5:")
    yield check("key-huge-quoted", SMALL + '"' + "k" * 1000 + '": 1\n', INPUT, "unknown key")
    yield check("key-explicit-huge", SMALL + "? " + "k" * MILLION + "\n: 1\n", INPUT, "unknown key")
    yield check("keys-many", SMALL + "".join(f"k{i}: 1\n" for i in range(200000)), INPUT,
                "unknown key")
    yield check("key-repeated-many", SMALL + "title: T\n" * 200000, INPUT, "stands twice")
    yield check("key-is-list", SMALL + "[a]: 1\n", INPUT, "a key cannot be a list")
    yield check("key-is-mapping", SMALL + "{a: b}: 1\n", INPUT,
                "a key cannot be a list or a mapping")
    yield check("key-empty", SMALL + '"": 1\n', INPUT, "case.yaml:5:1")
    yield check("key-missing", SMALL + ": 1\n", INPUT, "case.yaml:5:1")
    yield check("tab-indent", START + "parties:\n\t- {id: a}\n", INPUT, "tab")
    yield check("tabs-million", START + "\t" * MILLION, (ANSWERED, INPUT), "case.yaml:")
    yield check("quote-unclosed", START + 'as_of: "2024\n' + PARTIES + ISSUES, INPUT,
                "case.yaml:3:")
    yield check("quote-unclosed-single", START + "as_of: 'x\n" + PARTIES + ISSUES, INPUT,
                "case.yaml:3:")
    yield check("quote-unclosed-huge", START + 'as_of: "' + "a\n" * MILLION * 5, INPUT,
                "case.yaml:")
    yield check("bracket-unclosed", START + "parties: [a\n" + ISSUES, INPUT, "3:10 is still open")
    yield check("brackets-crossed", START + "parties: [{a]}\n", INPUT, "case.yaml:3:")
    yield check("documents", SMALL + "---\n" + SMALL, INPUT, "second document")
    yield check("documents-million", SMALL + "---\n" * MILLION, INPUT, "second document")
    yield check("document-after-end", SMALL + "...\n" + SMALL, INPUT, "case.yaml:6:1")
    yield check("comment-huge", SMALL + "#" + "c" * (32 << 20) + "\n", ANSWERED)
    yield check("line-huge-with-error",
                START + "as_of: " + "9" * (8 << 20) + "\n" + PARTIES + ISSUES, INPUT,
                "case.yaml:3:8")
    yield check("block-scalar-huge",
                START + "as_of: |\n" + "  a\n" * 5 * MILLION + PARTIES + ISSUES, INPUT,
                "case.yaml:3:")
    yield check("blank-lines-in-text",
                START + 'as_of: "a' + "\n" * 5 * MILLION + '"\n' + PARTIES + ISSUES, INPUT,
                "case.yaml:3:")
    yield check("escapes-bad", START + 'as_of: "\\q"\n', INPUT, "case.yaml:3:")
    yield check("escape-surrogate", START + 'as_of: "\\ud800"\n', INPUT, "case.yaml:3:")
    yield check("escapes-in-id", START + 'parties: [{id: "\\e[31m", name: A}]\n' + ISSUES,
                INPUT, "case.yaml:3:")
    yield check("split-many",
                START + PARTIES + ISSUES + "links: [" + "x in (p, q), " * 100000 + "]", INPUT,
                "splits at a comma")
    yield check("split-never-closed",
                START + PARTIES + ISSUES + "links: [" + "((p, " * 200000 + "]", INPUT, "case.yaml:")
    yield check("root-is-list", "- a\n- b\n", INPUT, "case.yaml:1:")
    yield check("root-is-text", "hello", INPUT, "case.yaml:1:")
    yield check("root-is-json",
                '{"pourparler": 1, "title": "T", "parties": [{"id": "a"}], '
                '"issues": [{"id": "x", "options": ["p", "q"]}]}', (ANSWERED, INPUT))


def attacks():
    yield from bytes_attacks()
    yield from bomb_attacks()
