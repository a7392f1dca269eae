"""What the scoring programs of this folder share: running the reader, matching, printing.

A statement read finds one of the gold list when their contents share at least half of their words
(F1), or when its quotation holds the whole gold content and is at most three times as long and
eight words. Each is used once, best first.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHARED = ROOT.parent / "shared"
SKIPPED = 77
GROUPS = ({"demands", "asks"}, {"doubts", "warns"}, {"proposes", "offers"},
          {"supports", "accepts"})


def skip(why):
    """Says why nothing is scored, and ends as a skipped test does."""
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def environment():
    """The build's own model, unless the caller names another."""
    return {"POURPARLER_MODELS": str(ROOT / "models"), **os.environ}


def can_read(program):
    """Ends as skipped where the program has no reader or no model."""
    done = subprocess.run([program, "read", "-", "--json"], input=b"Nothing happened.\n",
                          capture_output=True, check=False, env=environment(), timeout=60)
    if done.returncode != 0:
        skip(done.stderr.decode("utf-8", "replace").strip().splitlines()[0])


def read(program, *paths, words=None):
    """The JSON of `pourparler read`."""
    done = subprocess.run([program, "read", *map(str, paths), "--json"],
                          input=words.encode("utf-8") if words is not None else None,
                          capture_output=True, check=False, env=environment(), timeout=600)
    if done.returncode != 0:
        sys.exit(f"{paths}: exit {done.returncode}: {done.stderr.decode('utf-8', 'replace')}")
    return json.loads(done.stdout)


def words_of(text):
    return re.findall(r"\w+", (text or "").lower().replace("\u2019", "'"))


def overlap(a, b):
    """F1 of two texts' words."""
    a, b = words_of(a), words_of(b)
    rest, hits = list(b), 0
    for word in a:
        if word in rest:
            rest.remove(word)
            hits += 1
    return 2 * hits / (len(a) + len(b)) if a and b else 0.0


def content_score(gold, said):
    score = overlap(gold["content"], said["content"])
    whole, span = words_of(gold["content"]), words_of(said["quote"]["exact"])
    if " ".join(whole) in " ".join(span) and len(span) <= 3 * len(whole) + 8:
        score = max(score, 0.5)
    return score


def same_name(wanted, given):
    """Equal, or one's last name in the other, or all words but articles of the one in the other."""
    a = [word for word in words_of(wanted) if word not in ("the", "s")]
    b = [word for word in words_of(given) if word not in ("the", "s")]
    return bool(a and b) and (a[-1] in b or set(a) <= set(b) or set(b) <= set(a))


def same_act(wanted, given):
    return wanted == given or any(wanted in group and given in group for group in GROUPS)


def f1(hits, read_count, gold_count):
    precision, recall = hits / max(read_count, 1), hits / max(gold_count, 1)
    both = 2 * precision * recall / (precision + recall) if hits else 0.0
    return precision, recall, both


def share(label, hits, count):
    print(f"{label:28s} {hits:4d} of {count:4d}   {hits / max(count, 1):.3f}")
    return hits / max(count, 1)


class Tally:
    """Counts over all reports: {name: [hits, read, gold]}, in the order in which they came."""

    def __init__(self):
        self.counts = {}

    def add(self, name, hits, read, gold):
        row = self.counts.setdefault(name, [0, 0, 0])
        for i, value in enumerate((hits, read, gold)):
            row[i] += value

    def show(self, floors):
        """Prints each figure; what lies below its floor, told in words."""
        low = []
        for label, counts in self.counts.items():
            precision, recall, both = f1(*counts)
            print(f"{label:14s} {counts[0]:4d} of {counts[2]:4d}   P {precision:.3f}  "
                  f"R {recall:.3f}  F1 {both:.3f}")
            floor = floors.get(label.strip(), 0)
            if both < floor:
                low.append(f"{label.strip()}: F1 {both:.3f} is below the floor of {floor}")
        return low


def arguments(doc, sets, default):
    """(what was asked for, its folder, the names of its reports), of a program that scores sets of
    reports beside it; ends as skipped where nothing can be read."""
    parser = argparse.ArgumentParser(description=doc.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--set", choices=sorted(sets), default=default)
    parser.add_argument("--misses", action="store_true", help="list what was missed or differs")
    parser.add_argument("names", nargs="*")
    asked = parser.parse_args()
    can_read(asked.program)
    folder = pathlib.Path(__file__).resolve().parent / asked.set
    return asked, folder, asked.names or sorted(path.stem for path in folder.glob("*.tsv"))
