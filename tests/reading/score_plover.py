#!/usr/bin/env python3
"""Scores the reader on PLOVER's gold standard records: who does or says something, and the act.

    score_plover.py --program PATH [--records FILE] [--half even|odd] [--misses] [--confusions]

The source is found when somebody whom the reader names as speaker or as doing something is one of
the record's sources. The act is right when a statement has an act of the record's class, or accuses
where that is DISAPPROVE; only classes that are acts of speech are scored. Rules are designed on the
even half of the records alone, counted from 0; the odd half tells whether they hold for what nobody
has looked at. Exit 77 (skipped) where the records are not there.
"""
import argparse
import collections
import json
import pathlib

import scoring

RECORDS = scoring.SHARED / "data" / "plover" / "plover-gsr-dev.json"
CLASSES = {"DEMAND": {"demands", "asks"}, "REQUEST": {"demands", "asks"}, "REJECT": {"rejects"},
           "CONCEDE": {"offers", "proposes"}, "AGREE": {"accepts", "supports"},
           "SUPPORT": {"supports", "accepts"}, "DISAPPROVE": {"doubts", "warns"},
           "THREATEN": {"warns", "doubts"}, "AID": {"commits"}, "COOPERATE": {"commits"}}
# Those records hold promises and offers too: "has offered to hand over" is AGREE.
YIELDING = {"accepts", "supports", "offers", "commits"}
WIDER = {"AGREE": YIELDING, "CONCEDE": YIELDING, "AID": YIELDING, "COOPERATE": YIELDING}
FLOORS = {"source": 0.84, "act": 0.54}
STEM_LENGTH = 4  # Hungary and Hungarian are the same
SMALL = {"the", "of", "and", "in", "for", "to", "a", "government", "president", "minister"}


def actors_of(record, key):
    listed = record.get(key) or []
    if isinstance(listed, dict):
        listed = [listed]
    return [one.get("actorText", "") for one in listed if isinstance(one, dict)]


def stems(text):
    return {word[:STEM_LENGTH] for word in scoring.words_of(text)
            if word not in SMALL and len(word) > 1}


def named_by(answer):
    """Everybody whom the reader has say or do something, with the party."""
    names = {party["id"]: " ".join([party["name"], *party["aliases"]])
             for party in answer["parties"]}
    for said in answer["statements"]:
        yield said["speaker"] + " " + names.get(said["party"], "")
    for event in answer["events"]:
        yield event["actor"] or ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--records", type=pathlib.Path, default=RECORDS)
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--confusions", action="store_true",
                        help="by class, the acts that the reader gave instead")
    asked = parser.parse_args()
    if not asked.records.is_file():
        scoring.skip("PLOVER's records are not there")
    scoring.can_read(asked.program)
    records = [record for record in json.loads(asked.records.read_text(encoding="utf-8"))
               if record.get("text") and actors_of(record, "source")]
    if asked.half is not None:
        records = records[("even", "odd").index(asked.half)::2]
    sources, acts, wider, statement_count = 0, collections.Counter(), 0, 0
    of_class, instead = collections.Counter(), collections.Counter()
    for record in records:
        answer = scoring.read(asked.program, "-", words=record["text"])
        statement_count += len(answer["statements"])
        wanted = set().union(*(stems(name) for name in actors_of(record, "source")))
        hit = any(wanted & stems(name) for name in named_by(answer))
        sources += hit
        kind, act = record["event"], None
        if kind in CLASSES:
            of_class[kind] += 1
            accuses = kind == "DISAPPROVE" and any(said["accuses"]
                                                   for said in answer["statements"])
            act = accuses or any(said["act"] in CLASSES[kind] for said in answer["statements"])
            acts[kind] += act
            wider += act or any(said["act"] in WIDER.get(kind, CLASSES[kind])
                                for said in answer["statements"])
            if not act:
                given = {said["act"] for said in answer["statements"]} or {"nothing"}
                instead[kind, " ".join(sorted(given))] += 1
        if asked.misses and (not hit or act is False):
            print(f"{record['id']} source {'yes' if hit else 'NO'} act {act}: {record['text']}")
            for said in answer["statements"]:
                print("    ", said["speaker"], "|", said["act"], "|", said["content"])
    for kind in sorted(of_class):
        scoring.share(f"act, {kind}", acts[kind], of_class[kind])
    for (kind, given), count in sorted(instead.items()) if asked.confusions else ():
        print(f"{kind} wanted, {given} given: {count}")
    found = {"source": scoring.share("source", sources, len(records)),
             "act": scoring.share("act", sum(acts.values()), sum(of_class.values()))}
    scoring.share("act, promises as agreement", wider, sum(of_class.values()))
    print(f"{statement_count / max(len(records), 1):.2f} statements a record")
    return 1 if any(found[name] < floor for name, floor in FLOORS.items()) else 0


if __name__ == "__main__":
    raise SystemExit(main())
