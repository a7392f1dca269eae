#!/usr/bin/env python3
"""many_parties.py: cases of as many parties as an assembly has, and whether each command answers.

    many_parties.py --program POURPARLER [--parties N] [--issues N] [--write FILE] [--times]

Every command must answer within its time, with words that name the parties or say which limit
stopped it, and never by a crash; and a case whose parties come after 150 silent ones must answer as
it does without these. `--write` writes the case and is done; `--times` prints what each
command cost.
"""
import argparse
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ANSWERED, INPUT, LIMIT = 0, 3, 5
OPTIONS = 4
SECONDS = 60  # of processor time, which a shared machine does not stretch as it does the clock


def case(parties, issues, consent, seed=1, movers=0, tight=0, values=False):
    """The words of a case. Half of the parties have a red line that leaves most options of one
    issue, and so an agreement exists; `tight` parties more exclude each all options but one."""
    rng = random.Random(seed)
    lines = ["pourparler: 1", f"title: An assembly of {parties}", "as_of: 2024-01-02", "parties:"]
    lines += [f"  - {{id: p{i}, name: Delegation {i}}}" for i in range(parties)]
    names = ", ".join(f"p{i}" for i in range(parties))
    if consent is not None:
        lines.append(f"consent: {consent} of ({names})")
    lines.append("issues:")
    for i in range(issues):
        own = f", decided_by: p{i * parties // movers}" if i < movers else ""
        options = ", ".join(f"o{k}" for k in range(2 if movers else OPTIONS))
        lines.append(f"  - {{id: i{i}, title: Question {i}, options: [{options}]{own}}}")
    lines.append("red_lines:")
    excluded = rng.sample(range(OPTIONS), 1)[0]
    for p in range(0, parties, 2):
        issue = rng.randrange(issues)
        lines.append(f"  - {{id: r{p}, party: p{p}, holds: i{issue} != o{0 if movers else excluded}, "
                     f"firmness: {'unclear' if p % 10 == 0 else 'firm'}}}")
    for k in range(tight):
        lines.append(f"  - {{id: t{k}, party: p{2 * k + 1}, holds: i0 = o{k % OPTIONS}, "
                     "firmness: firm}")
    lines.append("preferences:")
    for p in range(parties):
        issue, other = rng.sample(range(issues), 2)
        order = list(range(2 if movers else OPTIONS))
        rng.shuffle(order)
        lines.append(f"  p{p}:")
        if values:
            lines.append("    weights: {" + ", ".join(f"i{i}: {1 + (i + p) % 9}"
                                                       for i in range(issues)) + "}")
            lines.append("    values: {" + ", ".join(
                f"i{i}: {{{', '.join(f'o{k}: {(k * (p + 1) + i) % 5}' for k in range(OPTIONS))}}}"
                for i in range(issues)) + "}")
        elif movers or p % 4:
            lines.append(f"    importance: i{issue} > i{other}")
            lines.append(f"    orders: {{i{issue}: {' > '.join(f'o{k}' for k in order)}}}")
        else:
            lines.append("    priorities: [" +
                         f"i{issue} = o{order[0]}, i{other} != o{order[1]}]")
    return "\n".join(lines) + "\n"


def spent():
    """Processor time of all commands so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Trial:
    def __init__(self, program, folder, times, seconds=SECONDS):
        self.program, self.folder, self.times, self.failed = program, folder, times, 0
        self.seconds = seconds

    def run(self, name, arguments, codes=(ANSWERED,), needs=()):
        seconds = self.seconds
        start = spent()
        try:
            done = subprocess.run([self.program, *arguments], cwd=self.folder, timeout=seconds * 6,
                                  capture_output=True, text=True, check=False)
        except subprocess.TimeoutExpired:
            self.fault(name, f"no answer within {seconds * 6} s")
            return ""
        took = spent() - start
        said = done.stdout + done.stderr
        if self.times:
            print(f"{name:28} {took:7.2f} s, exit {done.returncode}, {len(done.stdout):9} bytes: "
                  f"{said.strip().splitlines()[0][:70] if said.strip() else ''}")
        if done.returncode not in codes:
            self.fault(name, f"exit {done.returncode}: {done.stderr[:500]}")
        elif took > seconds:
            self.fault(name, f"{took:.1f} s, more than {seconds}")
        for one in needs:
            if one not in said:
                self.fault(name, f"does not say {one!r}: {said[:500]}")
        return done.stdout

    def fault(self, name, why):
        self.failed += 1
        print(f"FAIL {name}: {why}", file=sys.stderr)

    def write(self, name, text):
        (self.folder / name).write_text(text)
        return name


def every_command(trial, parties, issues):
    """The usual case: everyone must consent."""
    c = trial.write("all.yaml", case(parties, issues, None))
    last = f"Delegation {parties - 2}"
    draft = ",".join(f"i{i}=o{i % OPTIONS}" for i in range(issues))
    trial.run("check", ["check", c])
    trial.run("show", ["show", c], needs=[last])
    trial.run("zone", ["zone", c], needs=["An agreement is possible"])
    trial.run("zone --json", ["zone", c, "--json"])
    trial.run("zone --table", ["zone", c, "--table", f"p0,p{parties - 2}"])
    trial.run("judge", ["judge", c, draft], (LIMIT,), [last, "packages to compare"])
    trial.run("judge, open draft", ["judge", c, "i0=o0"], (LIMIT,), [last])
    trial.run("deals", ["deals", c], (LIMIT,), ["at most 64 parties", "--parties"])
    trial.run("deals of two", ["deals", c, "--parties", f"p1,p{parties - 1}"])
    trial.run("ask", ["ask", c], (LIMIT,), ["unknowns"])
    trial.run("stable", ["stable", c], (LIMIT,), ["states"])
    trial.run("report, HTML", ["report", c, "-o", "r.html"], (LIMIT,), ["written"])
    trial.run("report, Markdown", ["report", c, "-o", "r.md"], (LIMIT,), ["written"])
    text = (trial.folder / "r.md").read_text()
    if last not in text:
        trial.fault("report, Markdown", f"does not name {last}")
    trial.run("export sheets", ["export", "sheets", c, "-o", "sheets"])
    trial.run("import sheets", ["import", "sheets", *sorted(
        str(one) for one in (trial.folder / "sheets").glob("*.csv")), "-o", "back.yaml"])
    trial.run("zone of the sheets", ["zone", "back.yaml"], needs=["An agreement is possible"])
    trial.run("export genius", ["export", "genius", c, "-o", "genius"], (INPUT,), ["GENIUS"])
    trial.run("export gmcr", ["export", "gmcr", c, "-o", "gmcr"], (LIMIT,), ["states"])


def exact_values(trial, parties, issues):
    c = trial.write("values.yaml", case(parties, issues, None, values=True))
    draft = ",".join(f"i{i}=o{i % OPTIONS}" for i in range(issues))
    trial.run("judge, values", ["judge", c, draft], (LIMIT,), ["more than 64 parties"])
    trial.run("deals of two, values", ["deals", c, "--parties", "p1,p3"], (ANSWERED, LIMIT))
    trial.run("ask, values", ["ask", c], (ANSWERED, LIMIT))


def majorities(trial, parties, issues):
    """Of more than 64 refusing parties the agreements may be too many to count; the verdict and
    examples are known all the same. `expected`: its own, where there is a reason."""
    for share, tight, expected in ((3, 0, "some"), (2, 1, "some"), (67, 0, "some"),
                                   (67, 100, "none"), (90, 20, "some"), (95, 100, "none"),
                                   (99.5, 0, "some"), (100, 0, "some")):
        enough = parties // share if share < 10 else int(parties * share / 100)
        name = f"zone, {enough} of {parties}, {tight} tight"
        c = trial.write("some.yaml", case(parties, issues, enough, tight=tight * parties // 200))
        said = json.loads(trial.run(name, ["zone", c, "--json"], (ANSWERED, LIMIT)) or "{}")
        if said.get("verdict") != expected:
            trial.fault(name, f"the verdict is {said.get('verdict')}, not {expected}")
        if expected == "some" and len(said.get("witnesses", [])) != 10:
            trial.fault(name, f"{len(said.get('witnesses', []))} witnesses, not 10")


def proofs(trial, parties, issues):
    """The checker counts the consent of parties past the first word as the engine does."""
    for enough, tight in ((None, 4), (parties - 1, 6)):
        name = f"proof, {enough or 'all'}"
        c = trial.write("none.yaml", case(parties, issues, enough, tight=tight))
        (trial.folder / "proof.json").unlink(missing_ok=True)
        trial.run(name, ["zone", c, "--proof", "proof.json"], (ANSWERED, LIMIT), ["No agreement"])
        trial.run(f"{name}, checked", ["check", c, "--proof", "proof.json"],
                  needs=["The proof holds.", "no agreement is possible"])


def few_move(trial, parties):
    """Everyone ranks the states, and 14 parties move."""
    c = trial.write("moves.yaml", case(parties, 14, None, movers=14))
    trial.run("stable, 14 move", ["stable", c])
    trial.run("stable --coalitions", ["stable", c, "--coalitions", "--from", "0"])
    trial.run("stable --why", ["stable", c, "--why", "0"])


def padded(trial, root):
    """Silent observers put before a case's own parties change nothing that is not drawn at random,
    though its parties then stand past the first 64."""
    observers = "".join(f"  - {{id: silent{i}, name: Silent {i}, role: observer}}\n"
                        for i in range(150))
    for case_file in sorted(root.glob("cases/*/case.yaml")):
        folder = trial.folder / case_file.parent.name
        shutil.copytree(case_file.parent, folder)
        text = case_file.read_text()
        if "\nparties:\n" not in text:
            trial.fault("padded", f"{case_file} has no list of parties")
            continue
        wide = folder / "wide.yaml"
        wide.write_text(text.replace("\nparties:\n", "\nparties:\n" + observers, 1))
        compare_padded(trial, folder / "case.yaml", wide)


def compare_padded(trial, narrow, wide):
    parts = {
        "zone": ("verdict", "packages", "feasible", "agreements", "witnesses", "shares", "blocking",
                 "concessions", "readings", "incomplete"),
        "deals": ("frontier", "solutions", "considered", "incomplete"),
        "stable": ("equilibria", "stable", "incomplete"),
    }
    for command, keys in parts.items():
        name = f"{command} {narrow.parent.name}"
        answers = []
        for one, seed in ((narrow, 0), (narrow, 1), (narrow, 2), (wide, 0)):
            said = trial.run(name, [command, str(one), "--json", "--quiet", "--seed", str(seed)],
                             (ANSWERED, 2, INPUT, LIMIT))
            answers.append(json.loads(said or "{}"))
        drawn = any(answers[0].get(key) != other.get(key) for key in keys
                    for other in answers[1:3])
        wide_stable = answers[3].get("stable", {})
        for party in [one for one in wide_stable if one.startswith("silent")]:
            del wide_stable[party]
        for key in keys:
            if answers[0].get(key) != answers[3].get(key) and (command == "zone" or not drawn):
                trial.fault(name, f"`{key}` depends on silent parties")


def main():
    reader = argparse.ArgumentParser()
    reader.add_argument("--program", required=True)
    reader.add_argument("--parties", type=int, default=200)
    reader.add_argument("--issues", type=int, default=40)
    reader.add_argument("--seconds", type=float, default=SECONDS, help="for each command")
    reader.add_argument("--write")
    reader.add_argument("--times", action="store_true")
    given = reader.parse_args()
    if given.write:
        Path(given.write).write_text(case(given.parties, given.issues, None))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(str(Path(given.program).resolve()), Path(folder), given.times,
                      given.seconds)
        every_command(trial, given.parties, given.issues)
        exact_values(trial, given.parties, given.issues)
        majorities(trial, given.parties, given.issues)
        proofs(trial, given.parties, given.issues)
        few_move(trial, given.parties)
        padded(trial, Path(__file__).resolve().parents[2])
    return 1 if trial.failed else 0


if __name__ == "__main__":
    sys.exit(main())
