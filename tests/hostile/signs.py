"""Signs that steer a terminal, turn the direction of writing or pile up, in all texts of a case."""
import json

from hostile import ANSWERED, CASE, INPUT, START, Attack, is_harmless, is_json

SIGNS = {
    "escape": "\x1b[2J\x1b]0;title\x07\x1b[31m", "bell": "\x07\x08\x7f", "c1": "\x9b2J\x90q\x9c",
    "bidi": "\u202e\u2066\u2067abc\u202c\u2069\u200f", "separators": "\u2028\u2029\x85\x0b\x0c",
    "return": "good\rbad", "tabs": "\t\t\t", "lines": "a\nb\n\nc", "bom": "\ufeff",
    "combining": "e" + "\u0301\u0323\u0489" * 20000, "zero-width": "\u200b\u200d\u2060" * 5000,
    "wide": "漢" * 3000, "emoji": "👨\u200d👩\u200d👧\u200d👦🏽🇫🇷" * 500,
    "tags": "\U000e0041\U000e007f" * 1000,
    "private": "\ue000\U0010ffff\ufffe", "long-word": "w" * 100000,
    "markup": "<b>&amp;\x1b$(id)%s%n%%",
    "variation": "☎\ufe0f\ufe0e", "hangul": "\u1100" * 3000, "arabic": "\ufdfd" * 200,
    "rich": "\x01\x02\x03\x1f\x1e",
}


def escapes(text):
    """The text as escapes of YAML."""
    return "".join(f"\\U{ord(one):08x}" for one in text)


def case(sign):
    """A case with the sign in every text that may hold it."""
    text = "T " + sign + " t"
    whole = {
        "pourparler": "1", "title": text, "as_of": "2024-05-01",
        "sources": [{"id": "s", "text": "Before. " + text + " After.", "title": text}],
        "parties": [{"id": "a", "name": "A " + sign, "aliases": [text]},
                    {"id": "b", "name": "B " + sign}],
        "issues": [{"id": "x", "title": text,
                    "options": [{"id": "p", "title": text}, {"id": "q", "title": "Q" + sign}]},
                   {"id": "y", "options": ["p", "q"]}],
        "links": [{"rule": "x = p or y = p", "why": text}],
        "statements": [{"id": "t", "party": "a", "speaker": text, "act": "demands",
                        "about": "x = p",
                        "source": "s", "quote": text},
                       {"id": "u", "party": "b", "speaker": text, "act": "demands", "topic": text}],
        "red_lines": [{"id": "r", "party": "a", "holds": "x = p", "because": ["t"]},
                      {"id": "v", "party": "b", "holds": "x = q", "because": ["u"],
                       "firmness": "unclear"}],
        "assumptions": [{"id": "w", "says": text}],
    }
    return json.dumps(whole)


def escaped(sign):
    """The case in ASCII; JSON's own escapes are pairs of surrogates, which are no YAML."""
    made = json.dumps(json.loads(case(sign)), ensure_ascii=False)
    return "".join(one if 0x20 <= ord(one) < 0x7F else escapes(one) for one in made)


def attacks():
    for name, sign in SIGNS.items():
        text = escaped(sign)
        for command in (["check", CASE], ["show", CASE], ["show", CASE, "--statements"],
                        ["show", CASE, "--timeline"],
                        ["zone", CASE], ["zone", CASE, "--table", "a"], ["judge", CASE, "x=p"],
                        ["judge", CASE, "0"]):
            said = "-".join(part.strip("-") for part in command if part != CASE)
            yield Attack(f"{name}-{said}", command, ANSWERED, [], text,
                         output=is_harmless)
            yield Attack(f"{name}-{said}-json", command + ["--json"], ANSWERED, [], text,
                         output=is_json)
        act = escapes(sign[:200])
        broken = text.replace('"act": "demands"', f'"act": "{act}"', 1)
        yield Attack(f"{name}-wrong", ["check", CASE], INPUT, [], broken, output=is_harmless)
        yield Attack(f"{name}-wrong-json", ["check", CASE, "--json"], INPUT, [], broken,
                     output=is_json)
        ids = START + f'parties: [{{id: "{act}"}}]\nissues: [{{id: x, options: [p, q]}}]\n'
        yield Attack(f"{name}-id", ["zone", CASE], INPUT, ["case.yaml:3:"], ids, output=is_harmless)
    for width in "1", "10", "40", "1000":
        for name in "combining", "wide", "emoji", "long-word", "bidi":
            yield Attack(f"{name}-width-{width}", ["zone", CASE], ANSWERED, [],
                         escaped(SIGNS[name]),
                         environment={"COLUMNS": width}, output=is_harmless)
            yield Attack(f"{name}-show-{width}", ["show", CASE], ANSWERED, [], escaped(SIGNS[name]),
                         environment={"COLUMNS": width}, output=is_harmless)
