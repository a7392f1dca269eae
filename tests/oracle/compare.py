#!/usr/bin/env python3
"""Compares `pourparler zone` and `pourparler judge` with the oracle on random small cases.

    compare.py --program PATH [--count N] [--seed S] [--keep-failures DIR] [--relabel] [--jobs J]

Each case is run with random `--as-of`, `--assume`, `--drop` and `--table`. With --relabel the
product is compared with itself: parties, issues, options and red lines get other names and other
orders, and the answers must map. Case K of a seed is always the same;
`--first K --count 1` runs it alone.
Ends with `N passed, M failed`; exit 1 when one failed, 2 when the program cannot be run.
"""
import argparse
import json
import multiprocessing
import os
import random
import shlex
import subprocess
import sys
import tempfile

from differences import judge_differences, judge_relabelled, zone_differences
from generate import DATES, Labels, generate, text_of, tree, write
from oracle import Case, judge_answer, printable, zone_answer

SECONDS_MAX = 60
STDERR_SHOWN = 600


class Run:
    """One call of the product: its command line and its answer, or why there is none."""

    def __init__(self, program, arguments):
        self.command = [program, *arguments, "--json"]
        self.answer, self.trouble = None, None
        try:
            done = subprocess.run(self.command, capture_output=True, timeout=SECONDS_MAX,
                                  check=False)
        except subprocess.TimeoutExpired:
            self.trouble = f"no answer in {SECONDS_MAX} s"
            return
        said = done.stderr.decode("utf-8", "replace")[:STDERR_SHOWN]
        if done.returncode != 0:
            self.trouble = f"exit {done.returncode}: {said}"
            return
        try:
            self.answer = json.loads(done.stdout)
        except ValueError as error:
            self.trouble = f"no JSON: {error}; {done.stdout[:200]!r} {said}"


def some_options(rng, plan):
    """What a call is made with, under the plan's keys."""
    parties = [party["key"] for party in plan["parties"]]
    lines = [line["key"] for line in plan["red_lines"]]
    return {
        "as_of": rng.choice(DATES) if rng.random() < .35 else None,
        "assume": [tree(rng, plan["issues"], rng.choice((0, 0, 1, 2)))
                   for _ in range(rng.choice((0, 0, 0, 0, 1, 1, 2)))],
        "drop": rng.sample(lines, 1) if lines and rng.random() < .25 else [],
        "table": rng.sample(parties, rng.randint(1, len(parties))) if rng.random() < .3 else None,
    }


def under(options, labels, rng):
    return {"as_of": options["as_of"],
            "assume": [text_of(one, labels, rng) for one in options["assume"]],
            "drop": [labels.red_line[one] for one in options["drop"]],
            "table": options["table"] and [labels.party[one] for one in options["table"]]}


def arguments_of(options):
    arguments = ["--as-of", options["as_of"]] if options["as_of"] else []
    for name in ("assume", "drop"):
        for one in options[name]:
            arguments += [f"--{name}", one]
    return arguments + (["--table", ",".join(options["table"])] if options["table"] else [])


def some_draft(rng, plan):
    """A package, or now and then a part of one, as keys."""
    draft = {issue["key"]: rng.choice(issue["options"]) for issue in plan["issues"]}
    if rng.random() < .25:
        for key in rng.sample(list(draft), rng.randint(0, len(draft) - 1)):
            del draft[key]
    return draft


def draft_argument(rng, draft, case, folder, number):
    """The same draft as text, as a code or as a file."""
    roll = rng.random()
    if roll < .2 and len(draft) == len(case.issues):
        code = 0
        for issue, options in reversed(case.issues):
            code = code * len(options) + options.index(draft[issue])
        return str(code)
    if roll < .3:
        path = os.path.join(folder, f"draft-{number}.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(f"{issue}: {option}\n" for issue, option in draft.items())
        return path
    return ",".join(f"{issue}={option}" for issue, option in draft.items())


def saved(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def against_oracle(program, folder, seed, number):
    """Two calls on one case. Gives (case text, [(run, expected, differences)])."""
    rng = random.Random(f"{seed}:{number}")
    plan, text = generate(rng)
    labels, case = Labels(plan), Case(text)
    path, results = saved(folder, f"case-{number}.yaml", text), []
    options = under(some_options(rng, plan), labels, rng)
    wanted = zone_answer(case, **options)
    run = Run(program, ["zone", path, *arguments_of(options)])
    results.append((run, wanted,
                    [run.trouble] if run.trouble else zone_differences(wanted, run.answer)))
    draft = some_draft(rng, plan)
    wanted = judge_answer(case, draft, **options)
    argument = draft_argument(rng, draft, case, folder, number)
    run = Run(program, ["judge", path, argument, *arguments_of(options)])
    results.append((run, wanted,
                    [run.trouble] if run.trouble else judge_differences(wanted, run.answer)))
    return text, results


def contract_of(answer):
    """The fields that are compared after relabelling, and no others: those have known shapes."""
    fields = ("verdict packages feasible agreements witnesses shares blocking concessions readings "
              "contradiction table package consents parties nearest").split()
    return {field: answer[field] for field in fields if field in answer}


def mapped(value, labels):
    """An answer in the names of other labels. Issues and options stand as keys or values of
    packages and shares; parties and red lines where their fields say."""
    if isinstance(value, list):
        return [mapped(one, labels) for one in value]
    if not isinstance(value, dict):
        return value
    if value and set(value) <= set(labels.issue):
        return {labels.issue[issue]: labels.option[issue, inside] if isinstance(inside, str)
                else {labels.option[issue, option]: share for option, share in inside.items()}
                for issue, inside in value.items()}
    if value and set(value) <= set(labels.party):
        return {labels.party[party]: mapped(inside, labels) for party, inside in value.items()}
    new = {key: mapped(inside, labels) for key, inside in value.items()}
    for key, names in (("red_line", labels.red_line), ("party", labels.party)):
        if isinstance(new.get(key), str):
            new[key] = names.get(new[key], new[key])
    for key, names in (("red_lines", labels.red_line), ("unclear", labels.red_line),
                       ("parties", labels.party)):
        if isinstance(new.get(key), list):
            new[key] = [names.get(one, one) for one in new[key]]
    return new


def against_itself(program, folder, seed, number):
    """One plan under two labellings. Gives the same as against_oracle, with the second text."""
    rng = random.Random(f"{seed}:relabel:{number}")
    plan, text = generate(rng)
    labels, others = Labels(plan), Labels.shuffled(plan, rng)
    other_text = write(plan, others, rng)
    paths = (saved(folder, f"case-{number}.yaml", text),
             saved(folder, f"other-{number}.yaml", other_text))
    options, results = some_options(rng, plan), []
    draft = {issue["key"]: rng.choice(issue["options"]) for issue in plan["issues"]}
    for command, differences in (("zone", lambda a, b: zone_differences(a, b, True)),
                                 ("judge", judge_relabelled)):
        runs = []
        for path, used in zip(paths, (labels, others)):
            drafted = [",".join(f"{used.issue[i]}={used.option[i, o]}" for i, o in draft.items())]
            runs.append(Run(program, [command, path, *(drafted if command == "judge" else []),
                                      *arguments_of(under(options, used, rng))]))
        trouble = [run.trouble for run in runs if run.trouble]
        wanted = None if trouble else mapped(contract_of(runs[0].answer), others)
        results.append((runs[1], wanted, trouble or differences(wanted, runs[1].answer)))
    return f"{text}\n# The same under other names:\n{other_text}", results


def job(task):
    """In a process of its own. Gives None when all is as expected, else what to show and keep."""
    relabel, program, folder, seed, number = task
    text, results = (against_itself if relabel else against_oracle)(program, folder, seed, number)
    if not any(differences for _, _, differences in results):
        return None
    wrong = [{"command": " ".join(map(shlex.quote, run.command)), "differences": list(differences),
              "expected": wanted if wanted is None else printable(wanted), "got": run.answer}
             for run, wanted, differences in results if differences]
    return {"number": number, "text": text, "wrong": wrong}


def shown(failure, with_case, differences_max=8):
    print(f"--- case {failure['number']} failed")
    for wrong in failure["wrong"]:
        print("$ " + wrong["command"])
        for difference in wrong["differences"][:differences_max]:
            print("  " + difference)
        if len(wrong["differences"]) > differences_max:
            print(f"  and {len(wrong['differences']) - differences_max} more")
    if with_case:
        print("".join(f"  | {line}\n" for line in failure["text"].splitlines()), end="")


def kept(failure, folder):
    where = os.path.join(folder, f"case-{failure['number']}")
    os.makedirs(where, exist_ok=True)
    saved(where, "case.yaml", failure["text"])
    saved(where, "wrong.json", json.dumps(failure["wrong"], indent=2, ensure_ascii=False) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--keep-failures", metavar="DIR")
    parser.add_argument("--relabel", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--show", type=int, default=3, help="how many failures are printed")
    given = parser.parse_args()
    program = os.path.abspath(given.program)
    if not os.access(program, os.X_OK):
        print(f"{program} cannot be run", file=sys.stderr)
        return 2
    failed = 0
    with tempfile.TemporaryDirectory() as folder, multiprocessing.Pool(given.jobs) as pool:
        tasks = [(given.relabel, program, folder, given.seed, number)
                 for number in range(given.first, given.first + given.count)]
        for failure in filter(None, pool.imap(job, tasks, chunksize=8)):
            failed += 1
            if failed <= given.show:
                shown(failure, with_case=failed == 1)
            if given.keep_failures:
                kept(failure, given.keep_failures)
    print(f"{given.count - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
