"""Where an answer of the product departs from the expected one: a list of sentences, else empty.

Strict where the contract speaks; where it is silent the product may choose, and each such place is
marked "free:" below.
"""
from fractions import Fraction

from oracle import parties_of, price

TOLERANCE = Fraction(1, 10**12)


class Report(list):
    def same(self, what, wanted, got):
        if type(wanted) is not type(got) or wanted != got:
            self.append(f"{what}: expected {wanted!r}, got {got!r}")

    def near(self, what, wanted, got):
        if isinstance(got, bool) or not isinstance(got, (int, float)):
            self.append(f"{what}: expected a number near {float(wanted)!r}, got {got!r}")
        elif abs(Fraction(got) - Fraction(wanted)) > TOLERANCE:
            self.append(f"{what}: expected {wanted} = {float(wanted)!r}, got {got!r}")

    def same_sets(self, what, wanted, got):
        """Two lists of pairs (members, more): as sets of sets, and nothing twice."""
        wanted = {frozenset(members): more for members, more in wanted}
        found = {}
        for members, more in got:
            if len(set(members)) != len(members) or frozenset(members) in found:
                self.append(f"{what}: {sorted(members)} holds or is a repetition")
            found[frozenset(members)] = more
        for members in sorted(wanted.keys() - found.keys(), key=sorted):
            self.append(f"{what}: {sorted(members)} is missing")
        for members in sorted(found.keys() - wanted.keys(), key=sorted):
            self.append(f"{what}: {sorted(members)} does not belong there")
        for members in sorted(wanted.keys() & found.keys(), key=sorted):
            self.same(f"{what} {sorted(members)}", wanted[members], found[members])


def guarded(compare):
    """An answer of another shape is a difference, not a crash of the comparison."""
    def checked(wanted, got, *more):
        report = Report()
        try:
            compare(report, wanted, got, *more)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            report.append(f"not in the contract's shape: {type(error).__name__}: {error}")
        return report
    return checked


def envelope(report, got):
    report.same("complete", True, got["complete"])
    report.same("incomplete", [], got["incomplete"])
    report.same("tool.version is text", True, isinstance(got["tool"]["version"], str))
    report.same("schema is a number", True, isinstance(got["schema"], int))
    report.same("seed is there", True, "seed" in got)


@guarded
def zone_differences(report, wanted, got, relabelled=False):
    """`wanted` is the oracle's answer, or the product's own on the case before relabelling: then
    witnesses may be others where more than ten exist, and another contradiction as small."""
    envelope(report, got)
    report.same("case and engine are there", True, "case" in got and "engine" in got)
    for key in ("verdict", "packages", "feasible", "agreements"):
        report.same(key, wanted[key], got[key])
    witnesses(report, wanted, got, relabelled)
    shares(report, wanted["shares"], got["shares"])
    contradictory = bool(wanted.get("contradiction"))
    # free: where the links contradict each other, whether no red line at all is a blocking set
    if not (contradictory and got["blocking"] == [{"red_lines": []}]):
        report.same_sets("blocking", [(b["red_lines"], None) for b in wanted["blocking"]
                                      if b["red_lines"] or not contradictory],
                         [(b["red_lines"], None) for b in got["blocking"]])
    report.same_sets("concessions", [(c["red_lines"], c["opens"]) for c in wanted["concessions"]],
                     [(c["red_lines"], c["opens"]) for c in got["concessions"]])
    readings(report, wanted["readings"], got["readings"])
    report.same("contradiction is there", contradictory, bool(got.get("contradiction")))
    if contradictory and relabelled:
        report.same("size of the contradiction",
                    len(wanted["contradiction"]), len(got["contradiction"]))
    elif contradictory:
        contradiction(report, wanted, got["contradiction"])
    table(report, wanted.get("table"), got.get("table"))


def witnesses(report, wanted, got, relabelled):
    if not relabelled:
        report.same("witnesses", wanted["witnesses"], got["witnesses"])
        return
    report.same("number of witnesses", len(wanted["witnesses"]), len(got["witnesses"]))
    if int(wanted["agreements"]) <= 10:
        report.same_sets("witnesses", [(list(w.items()), None) for w in wanted["witnesses"]],
                         [(list(w.items()), None) for w in got["witnesses"]])


def shares(report, wanted, got):
    report.same("shares: issues", sorted(wanted), sorted(got))
    for issue in wanted:
        for option, share in wanted[issue].items():
            # free: whether an option that stands in no agreement is named with 0
            report.near(f"shares.{issue}.{option}", share, got[issue].get(option, 0))
        report.same(f"shares.{issue}: unknown options", [],
                    sorted(got[issue].keys() - wanted[issue]))


def readings(report, wanted, got):
    report.same("readings.unclear", sorted(wanted["unclear"]), sorted(got["unclear"]))
    for key in ("total", "with_agreement"):
        report.same(f"readings.{key}", wanted[key], got[key])
    report.same("readings.decisive: red lines", sorted(d["red_line"] for d in wanted["decisive"]),
                sorted(d["red_line"] for d in got["decisive"]))
    found = {d["red_line"]: d["share"] for d in got["decisive"]}
    for one in wanted["decisive"]:
        report.near(f"readings.decisive.{one['red_line']}", one["share"],
                    found.get(one["red_line"]))


def contradiction(report, wanted, got):
    """Any set of as few rules as possible that no package satisfies; not the oracle's only."""
    zone = wanted["_zone"]
    links, chosen = len(zone.case.links), []
    for entry in got:
        rule = " ".join(entry["rule"].split())
        if entry["link"] in range(1, links + 1):
            place = entry["link"] - 1
            report.same(f"rule of link {entry['link']}", " ".join(zone.rules[place].split()), rule)
        else:  # free: which place an assumption has
            texts = [" ".join(text.split()) for text in zone.rules[links:]]
            report.same(f"{rule!r} is an assumption", True, rule in texts)
            place = links + texts.index(rule)
        chosen.append(place)
    report.same("size of the contradiction", len(wanted["contradiction"]), len(set(chosen)))
    left = [x for x in zone.packages if all(zone.rule_holds[i](x) for i in chosen)]
    report.same(f"packages that satisfy the contradiction {got}", 0, len(left))


def table(report, wanted, got):
    report.same("table is there", bool(wanted), bool(got))
    if not wanted:
        return
    report.same("table.parties", sorted(wanted["parties"]), sorted(got["parties"]))
    wanted_lines = {(c["party"], c["by"]): sorted(c["red_lines"]) for c in wanted["crossed"]}
    # free: whether an entry without red lines is left out
    crossed = [c for c in got["crossed"] if c["red_lines"]]
    found = {(c["party"], c["by"]): sorted(c["red_lines"]) for c in crossed}
    report.same("table.crossed: entries", len(crossed), len(found))
    for key in sorted(wanted_lines.keys() | found.keys()):
        report.same(f"table.crossed {key}", wanted_lines.get(key), found.get(key))


@guarded
def judge_differences(report, wanted, got):
    envelope(report, got)
    zone = wanted["_zone"]
    if wanted["_partial"]:
        completed = completion(report, wanted, got)
        if completed is None:
            return
        parties = parties_of(zone, completed)
    else:
        report.same("package", wanted["package"], got["package"])
        parties = wanted["parties"]
        nearest(report, wanted, got)
    if wanted["_feasible"]:  # free: whether what breaks a link is called consented when all consent
        report.same("consents", wanted["consents"], got["consents"])
    judged_parties(report, zone, parties, got["parties"])


def completion(report, wanted, got):
    """The package that a partial draft was completed to, if it is named whole: it keeps the draft,
    and as few red lines as possible stand in its way. Which of several, the product may choose."""
    zone, named = wanted["_zone"], got["package"]
    for issue, option in wanted["_draft"].items():
        report.same(f"package.{issue}", option, named.get(issue))
    if not wanted["_feasible"]:  # free: what is said of a draft that no completion makes possible
        return None
    if set(named) != {issue for issue, _ in zone.case.issues}:
        report.same("consents", wanted["consents"], got["consents"])
        return None
    x = tuple(options.index(named[issue]) for issue, options in zone.case.issues)
    report.same("the completed draft satisfies the links", True, x in zone.broken)
    report.same("red lines in the way of the completed draft", wanted["_price"], price(zone, x))
    return x


def judged_parties(report, zone, wanted, got):
    report.same("parties", sorted(wanted), sorted(got))
    because = {line["id"]: line.get("because") or [] for line in zone.lines}
    for party, one in wanted.items():
        found = {b["red_line"]: b["statements"] for b in got[party]["broken"]}
        report.same(f"parties.{party}.consents", one["consents"], got[party]["consents"])
        report.same(f"parties.{party}.broken", sorted(b["red_line"] for b in one["broken"]),
                    sorted(found))
        for broken in one["broken"]:
            line = broken["red_line"]
            # free: whether statements that do not count on the date are shown too
            shown = set(map(statement_id, found.get(line, ())))
            fits = set(broken["statements"]) <= shown <= set(because[line])
            report.same(f"statements of {line} {broken['statements']} are shown", True, fits)


def statement_id(statement):
    # free: a statement is its id, or an object that names it
    if isinstance(statement, str):
        return statement
    return statement.get("id") or statement["statement"]


def changed(changes):
    # free: a change is the issue's id, or an object that names it
    return sorted(c if isinstance(c, str) else c["issue"] for c in changes)


def nearest(report, wanted, got):
    near, found = wanted["nearest"], got.get("nearest")
    # free: null, {} or an empty package for "there is none"; null where the draft is an agreement
    if found is not None and not found.get("package"):
        found = None
    if near is None or (not near["changes"] and found is None):
        report.same("nearest", None, found)
        return
    report.same("nearest is there", True, found is not None)
    report.same("nearest.package", near["package"], found["package"])
    report.same("nearest.changes", sorted(near["changes"]), changed(found["changes"]))


@guarded
def judge_relabelled(report, wanted, got):
    """Both are the product's, the first under the new names; ties by code may fall otherwise."""
    for key in ("package", "consents"):
        report.same(key, wanted[key], got[key])
    for one in (wanted, got):
        for party in one["parties"].values():
            party["broken"] = sorted((b["red_line"], sorted(map(statement_id, b["statements"])))
                                     for b in party["broken"])
    report.same("parties", sorted(wanted["parties"]), sorted(got["parties"]))
    for party, one in wanted["parties"].items():
        for key in ("consents", "broken"):
            report.same(f"parties.{party}.{key}", one[key], got["parties"][party][key])
    sizes = [len(one["nearest"]["changes"]) if one.get("nearest") else 0 for one in (wanted, got)]
    report.same("changes to the nearest agreement", sizes[0], sizes[1])
