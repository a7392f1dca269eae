#!/usr/bin/env python3
"""The oracle's own tests: tiny cases worked out by hand in the comments, two ways to the same sets,
the parser against trees, and the published example where it lies beside the project.

A test that fails here means that comparisons with the oracle prove nothing."""
import copy
import itertools
import os
import random
import unittest
from fractions import Fraction

import yaml

import formula
from differences import judge_differences, zone_differences
from generate import Labels, consent_tree, generate, some_issues, text_of, tree, truth, write
from oracle import (LOADER, Case, by_every_subset, by_hitting_sets, judge_answer, load, printable,
                    read_draft, zone_answer)

HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLE = os.path.join(HERE, "..", "..", "..", "shared", "reports", "munich-2025.yaml")

# Two issues of three and two options: six packages, by code (flow first):
# 0 none/no  1 half/no  2 full/no  3 none/yes  4 half/yes  5 full/yes
WATER = """
pourparler: 1
title: Water
as_of: 2024-03-01
sources:
  - {id: old, date: 2024-01-01, text: old words}
  - {id: undated, text: other words}
parties: [{id: up}, {id: low}, {id: aid, role: mediator}]
issues:
  - {id: flow, options: [none, half, full]}
  - {id: dam, options: [no, yes]}
links:
  - rule: dam = yes implies flow != full
"""
LINES = """
red_lines:
  - {id: up-dam, party: up, holds: dam = yes, firmness: firm}
  - {id: low-full, party: low, holds: flow = full, firmness: unclear}
  - {id: aid-half, party: aid, holds: flow = half, firmness: unclear}
"""


def sets(answer, name):
    return {frozenset(one["red_lines"]): one.get("opens") for one in answer[name]}


def counted(case, date):
    return [line["id"] for line, _ in case.counting(date)]


class Tiny(unittest.TestCase):
    def test_no_red_lines(self):
        """The link forbids code 5: five agreements; half stands in two of them."""
        answer = zone_answer(Case(WATER))
        self.assertEqual((answer["verdict"], answer["packages"], answer["agreements"]),
                         ("some", "6", "5"))
        self.assertEqual(answer["witnesses"][1:3],
                         [{"flow": "half", "dam": "no"}, {"flow": "full", "dam": "no"}])
        self.assertEqual(answer["shares"]["flow"], {"none": Fraction(2, 5), "half": Fraction(2, 5),
                                                    "full": Fraction(1, 5)})
        self.assertEqual(answer["readings"],
                         {"unclear": [], "total": "1", "with_agreement": "1", "decisive": []})

    def test_none(self):
        """The dam and the full flow exclude each other by the link. Giving up the dam leaves code
        2, giving up the flow 3 and 4; the mediator's line never matters. Of the four readings the
        two without low-full have an agreement, whatever aid-half does."""
        answer = zone_answer(Case(WATER + LINES))
        self.assertEqual((answer["verdict"], answer["feasible"]), ("none", "5"))
        self.assertEqual(sets(answer, "blocking"), {frozenset({"up-dam", "low-full"}): None})
        self.assertEqual(sets(answer, "concessions"),
                         {frozenset({"up-dam"}): "1", frozenset({"low-full"}): "2"})
        self.assertEqual((answer["readings"]["total"], answer["readings"]["with_agreement"]),
                         ("4", "2"))
        self.assertEqual(answer["readings"]["decisive"], [{"red_line": "low-full", "share": 1},
                                                          {"red_line": "aid-half", "share": 0}])

    def test_drop(self):
        """Without low-full: codes 3 and 4; it is no unclear line any more."""
        answer = zone_answer(Case(WATER + LINES), drop=["low-full"])
        self.assertEqual((answer["agreements"], answer["readings"]["total"]), ("2", "2"))
        self.assertEqual((answer["blocking"], answer["concessions"]), ([], []))

    def test_table(self):
        """Up and the mediator alone: code 4 only (dam, half), over the head of low."""
        answer = zone_answer(Case(WATER + LINES), table=["up", "aid"])
        self.assertEqual(answer["witnesses"], [{"flow": "half", "dam": "yes"}])
        self.assertEqual(answer["table"], {"parties": ["up", "aid"], "crossed": [
            {"party": "low", "red_lines": ["low-full"], "by": "every"}]})
        # Up alone: 3 and 4; low-full is crossed by both, aid-half by 3 only.
        crossed = zone_answer(Case(WATER + LINES), table=["up"])["table"]["crossed"]
        self.assertEqual([(c["party"], c["by"]) for c in crossed],
                         [("low", "every"), ("aid", "some")])

    def test_consent(self):
        """Up consents to 3 and 4, low to 2, the mediator to 1 and 4. Two of them: 4 alone.
        Up, or low (`low and up or low` is low), or the mediator: 1, 2, 3 and 4."""
        two = zone_answer(Case(WATER + "consent: 2 of (up, low, aid)" + LINES))
        self.assertEqual((two["agreements"], two["witnesses"]),
                         ("1", [{"flow": "half", "dam": "yes"}]))
        one = zone_answer(Case(WATER + "consent: 1 of (up, low and up or low, aid)" + LINES))
        self.assertEqual(one["agreements"], "4")

    def test_coalitions(self):
        """Without half flow codes 0, 2 and 3 are left: up consents to 3, low to 2, the mediator to
        none. Up with low: none. Giving up up-dam opens 2 (with low), low-full opens 3, aid-half
        opens 3; so each is a concession set, and only all three together block."""
        answer = zone_answer(Case(WATER + "consent: up and (low or aid)" + LINES),
                             assume=["flow != half"])
        self.assertEqual(sets(answer, "concessions"),
                         {frozenset({"up-dam"}): "1", frozenset({"low-full"}): "1",
                                                       frozenset({"aid-half"}): "1"})
        self.assertEqual(list(sets(answer, "blocking")),
                         [frozenset({"up-dam", "low-full", "aid-half"})])
        # up-dam is firm, so an agreement needs one of the two unclear lines away: three of four
        # readings. Flipping one flips the verdict when the other is counted: half of them.
        self.assertEqual(answer["readings"]["with_agreement"], "3")
        self.assertEqual([d["share"] for d in answer["readings"]["decisive"]], [Fraction(1, 2)] * 2)

    def test_contradiction(self):
        """The three rules exclude one another only in pairs with the last: two are enough."""
        answer = zone_answer(Case(WATER),
                             assume=["flow in (none, half)", "flow = full and dam = yes"])
        self.assertEqual((answer["verdict"], answer["feasible"], answer["shares"]),
                         ("none", "0", {}))
        self.assertEqual([c["link"] for c in answer["contradiction"]], [1, 3])
        self.assertEqual(answer["readings"]["with_agreement"], "0")


class Dates(unittest.TestCase):
    STATEMENTS = """
statements:
  - {id: s0, party: up, source: old}
  - {id: s1, party: up, source: old, date: 2024-02-01, replaces: s0}
  - {id: s2, party: up, source: undated}
red_lines:
  - {id: r0, party: up, holds: dam = no, because: [s0]}
  - {id: r1, party: up, holds: dam = no, because: [s1]}
  - {id: r02, party: up, holds: dam = no, because: [s0, s2]}
  - {id: r, party: up, holds: dam = no}
"""

    def test_dates(self):
        """s0 from its source's date to the day before s1; s2 from the case's own date on."""
        case = Case(WATER + self.STATEMENTS)
        self.assertEqual(counted(case, "2023-12-31"), ["r"])
        self.assertEqual(counted(case, "2024-01-01"), ["r0", "r02", "r"])
        self.assertEqual(counted(case, "2024-01-31"), ["r0", "r02", "r"])
        self.assertEqual(counted(case, "2024-02-01"), ["r1", "r"])
        self.assertEqual(counted(case, "2024-03-01"), ["r1", "r02", "r"])
        self.assertEqual(zone_answer(case, as_of="2023-12-31", drop=["r"])["agreements"], "5")


class Judging(unittest.TestCase):
    def test_full(self):
        """Code 3 breaks low-full; after aid-half and up-dam are out of the way nothing is nearer
        than full flow without the dam, since the link keeps the dam from it: two changes."""
        case = Case(WATER + LINES)
        answer = judge_answer(case, read_draft(case, "3"), drop=["up-dam"])
        self.assertEqual(answer["package"], {"flow": "none", "dam": "yes"})
        self.assertFalse(answer["consents"])
        self.assertEqual(answer["parties"]["low"], {"consents": False, "broken": [
            {"red_line": "low-full", "statements": []}]})
        self.assertTrue(answer["parties"]["up"]["consents"])
        self.assertEqual(answer["nearest"],
                         {"package": {"flow": "full", "dam": "no"}, "changes": ["flow", "dam"]})

    def test_partial(self):
        """With the dam, full flow is impossible: one of the lines whose consent counts stays."""
        case = Case(WATER + LINES)
        answer = judge_answer(case, {"dam": "yes"})
        self.assertEqual((answer["consents"], answer["_price"], answer["nearest"]),
                         (False, 1, None))
        self.assertTrue(judge_answer(case, {"dam": "yes"}, drop=["low-full"])["consents"])


class Formulas(unittest.TestCase):
    ISSUES = [("a", ["0", "1"]), ("b", ["0", "1"]), ("c", ["0", "1"])]

    def ones(self, text):
        holds = formula.formula(text, self.ISSUES)
        return {"".join(map(str, x)) for x in itertools.product((0, 1), repeat=3) if holds(x)}

    def test_precedence(self):
        self.assertEqual(self.ones("a = 1 or b = 1 and c = 1"), {"100", "101", "110", "111", "011"})
        self.assertEqual(self.ones("not a = 1 and b = 1"), {"010", "011"})
        self.assertEqual(self.ones("not (a = 1 and b = 1)"),
                         {"000", "001", "010", "011", "100", "101"})
        self.assertEqual(self.ones("a = 1 and b = 1 implies c = 1"), self.ones("true") - {"110"})
        self.assertEqual(self.ones("c = 1 if a = 1 and b = 1"), self.ones("true") - {"110"})
        self.assertEqual(self.ones("a = 1 iff b = 1 or c = 1"), {"000", "110", "101", "111"})
        self.assertEqual(self.ones("a > 0 and b <= 0.5 and c >= -3"), {"100", "101"})
        for wrong in ("a = 1 implies b = 1 implies c = 1", "a", "a = 2", "not not a = 1",
                      "a = 1 b = 1", "(a = 1"):
            with self.assertRaises(formula.FormulaError, msg=wrong):
                self.ones(wrong)

    def test_against_trees(self):
        """A tree's truth without the parser is the truth of its text with it."""
        for number in range(400):
            rng = random.Random(f"formula:{number}")
            issues = some_issues(rng)
            labels = Labels({"issues": issues, "parties": [], "red_lines": []})
            one = tree(rng, issues, 3)
            holds = formula.formula(text_of(one, labels, rng),
                                    [(i["key"], i["options"]) for i in issues])
            for x in itertools.product(*(range(len(i["options"])) for i in issues)):
                package = {i["key"]: i["options"][o] for i, o in zip(issues, x)}
                self.assertEqual(holds(x), truth(one, package), text_of(one, labels, rng))

    def test_consent_against_trees(self):
        def agreed(node, willing):
            if node[0] == "party":
                return node[1] in willing
            least = {"and": len(node) - 1, "or": 1}.get(node[0]) or node[1]
            parts = node[2 if node[0] == "of" else 1:]
            return sum(agreed(part, willing) for part in parts) >= least
        parties = ["p", "q", "r", "3rd"]
        labels = Labels({"issues": [], "parties": [{"key": p} for p in parties], "red_lines": []})
        for number in range(300):
            rng = random.Random(f"consent:{number}")
            one = consent_tree(rng, parties, 3)
            rule = formula.consent(text_of(one, labels, rng), parties)
            for count in range(5):
                for willing in itertools.combinations(parties, count):
                    self.assertEqual(rule(set(willing)), agreed(one, willing))


def canonical(answer):
    answer = printable(answer)
    for name in ("blocking", "concessions"):
        answer[name] = sorted((sorted(one["red_lines"]), one.get("opens")) for one in answer[name])
    return answer


class Random(unittest.TestCase):
    def test_two_ways_and_two_readers(self):
        """Blocking sets by trying every subset, and as hitting sets of the concession sets; the
        case read by the loader in C and by the one in Python."""
        verdicts = {"some": 0, "none": 0}
        for number in range(250):
            _, text = generate(random.Random(f"self:{number}"))
            case = Case(text)
            self.assertEqual(yaml.load(text, Loader=yaml.BaseLoader),
                             yaml.load(text, Loader=LOADER))
            direct = zone_answer(case, way=by_every_subset)
            self.assertEqual(canonical(direct), canonical(zone_answer(case, way=by_hitting_sets)))
            verdicts[direct["verdict"]] += 1
        self.assertGreater(min(verdicts.values()), 75, "the generator is one-sided")

    def test_relabelling(self):
        for number in range(150):
            rng = random.Random(f"label:{number}")
            plan, text = generate(rng)
            labels = Labels.shuffled(plan, rng)
            one, other = zone_answer(Case(text)), zone_answer(Case(write(plan, labels, rng)))
            self.assertEqual(one["agreements"], other["agreements"])
            for name in ("blocking", "concessions"):
                renamed = {frozenset(labels.red_line[r] for r in lines): opens
                           for lines, opens in sets(one, name).items()}
                self.assertEqual(renamed, sets(other, name))
            shares = {labels.issue[i]: {labels.option[i, o]: s for o, s in inside.items()}
                      for i, inside in one["shares"].items()}
            self.assertEqual(shares, other["shares"])


class Comparison(unittest.TestCase):
    """A comparison that overlooks a wrong answer would call the product right."""

    def spoilt(self, answer, change):
        got = copy.deepcopy(printable(answer))
        change(got)
        return zone_differences(answer, got)

    def test_zone(self):
        answer = zone_answer(Case(WATER + LINES))
        self.assertEqual(self.spoilt(answer, lambda got: None), [])
        for change in (
                lambda a: a.update(verdict="some"), lambda a: a.update(feasible=5),
                lambda a: a.update(agreements="1"), lambda a: a.update(complete=False),
                lambda a: a["blocking"].pop(),
                lambda a: a["blocking"].append({"red_lines": ["aid-half"]}),
                lambda a: a["blocking"].append(a["blocking"][0]), lambda a: a["concessions"].pop(),
                lambda a: a["concessions"][0].update(opens="7"),
                lambda a: a["readings"].update(total="8"),
                lambda a: a["readings"].update(with_agreement="3"),
                lambda a: a["readings"]["unclear"].pop(),
                lambda a: a["readings"]["decisive"][0].update(share=0.5),
                lambda a: a.pop("readings"),
                lambda a: a.update(contradiction=[{"link": 1, "rule": "x"}])):
            self.assertNotEqual(self.spoilt(answer, change), [])

    def test_some_and_table(self):
        answer = zone_answer(Case(WATER + LINES), table=["up"])
        self.assertEqual(self.spoilt(answer, lambda got: None), [])
        for change in (
                lambda a: a["witnesses"].reverse(),
                lambda a: a["shares"]["flow"].update(half=0.5 + 1e-9),
                lambda a: a["shares"].pop("dam"), lambda a: a["table"]["crossed"].pop(),
                lambda a: a["table"]["crossed"][0].update(by="some"), lambda a: a.pop("table")):
            self.assertNotEqual(self.spoilt(answer, change), [])

    def test_contradiction(self):
        """Another set as small is as good; a larger one, or one that can hold, is not."""
        answer = zone_answer(Case(WATER), assume=["flow = full", "flow = half", "flow = none"])

        def named(*places):
            rules = answer["_zone"].rules
            entries = [{"link": place, "rule": rules[place - 1]} for place in places]
            return lambda a: a.update(contradiction=entries)
        self.assertEqual(self.spoilt(answer, named(3, 4)), [])
        for places in ((2, 3, 4), (1, 2), (2,)):
            self.assertNotEqual(self.spoilt(answer, named(*places)), [], places)

    def test_judge(self):
        case = Case(WATER + LINES)
        answer = judge_answer(case, read_draft(case, "3"), drop=["up-dam"])
        for change, fine in (
                (lambda a: None, True), (lambda a: a.update(consents=True), False),
                (lambda a: a["parties"]["low"].update(consents=True), False),
                (lambda a: a["parties"]["low"]["broken"].clear(), False),
                (lambda a: a["nearest"]["changes"].pop(), False),
                (lambda a: a.update(nearest=None), False),
                (lambda a: a["package"].update(dam="no"), False)):
            got = copy.deepcopy(printable(answer))
            change(got)
            self.assertEqual(judge_differences(answer, got) == [], fine)


class Example(unittest.TestCase):
    @unittest.skipUnless(os.path.exists(EXAMPLE), f"{os.path.normpath(EXAMPLE)} is not there")
    def test_published_answer(self):
        answer = zone_answer(load(EXAMPLE))
        self.assertEqual([answer[k] for k in ("packages", "feasible", "verdict")],
                         ["384", "288", "none"])
        self.assertEqual(set(sets(answer, "blocking")), {
            frozenset({"russia-recognition", "ukraine-no-recognition"}),
            frozenset({"russia-recognition", "ukraine-withdrawal"}),
            frozenset({"russia-no-nato", "ukraine-nato"})})
        self.assertEqual(len(answer["concessions"]), 4)
        readings = answer["readings"]
        self.assertEqual((readings["with_agreement"], readings["total"]), ("48", "128"))
        known = {"russia-recognition": .75, "ukraine-nato": .25, "russia-no-nato": .25}
        self.assertEqual(len(readings["decisive"]), 7)
        for one in readings["decisive"]:
            self.assertEqual(one["share"], known.get(one["red_line"], 0))


if __name__ == "__main__":
    unittest.main()
