#!/usr/bin/env python3
"""Bad input, of the clumsy and of the hostile kind: what the command says, and that it stays whole.

    run-hostile.py --program PATH [--list] [--verbose] [--all] [NAME...]

The tables are beside this file, a file for each kind of input. Each attack runs in an empty folder
of its own and must end with its exit code, its words on standard error, within the time, within the
memory, without a word of a sanitizer, and without a file that was not there before. Those that take
long for their size run with --all or by their names.
"""
import argparse
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
# pylint: disable=wrong-import-position
import calls  # noqa: E402
import files  # noqa: E402
import limits  # noqa: E402
import signs  # noqa: E402
import wide  # noqa: E402
import yamls  # noqa: E402
from hostile import prepare  # noqa: E402

SECONDS_MAX = 20  # of the processor: a loaded machine is no fault
WAIT_MAX = 60
MEMORY_MAX = 2 << 30
TABLES = {"yamls": yamls, "files": files, "limits": limits, "calls": calls, "signs": signs,
          "wide": wide}
SLOW = re.compile(
    r"yamls/(many-entries|many-empty-lists|flow-64MiB|.*-million|comment-huge|line-huge.*"
    r"|.*unclosed-huge)"
    r"|limits/(formula-256-issues-and|consent-64-of-64|.*-million|.*-hundred-thousand"
    r"|kind-.*-(null|texts))"
    r"|files/(quotes-ten-thousand|quotes-thousands-missing|sources-together)"
    r"|signs/.*-(timeline|statements|table-a|0)(-json)?|signs/.*-show-(1|40)"
    r"|wide/.*-(proof|check|judge)|wide/(clique-60|pigeons-12|sets-2-to-14)-.*"
    r"|wide/.*-30-(time|json)|wide/.*-512-json")


def environment(program, attack):
    kept = {key: value for key, value in os.environ.items()
            if key not in ("NO_COLOR", "LANG", "COLUMNS") and not key.startswith("LC_")}
    path = str(pathlib.Path(program).resolve().parent)
    return {**kept, "PATH": path + os.pathsep + os.environ["PATH"], "LC_ALL": "C", "TERM": "dumb",
            **attack.environment}


def run(program, attack, folder):
    """Runs an attack: (exit code, or minus the signal; output; errors; seconds; bytes)."""
    shell = isinstance(attack.arguments, str)
    command = ["sh", "-c", attack.arguments] if shell else [program, *attack.arguments]
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = subprocess.Popen(
            command, cwd=folder, env=environment(program, attack), stdout=out, stderr=err,
            stdin=subprocess.DEVNULL if attack.stdin is None else subprocess.PIPE)
        clock = threading.Timer(WAIT_MAX, child.kill)
        clock.start()
        if attack.stdin is not None:
            feeder = threading.Thread(target=feed, args=(child.stdin, attack.stdin))
            feeder.start()
        _, state, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(state)
        clock.cancel()
        seconds = used.ru_utime + used.ru_stime
        out.seek(0)
        err.seek(0)
        return child.returncode, out.read(), err.read(), seconds, used.ru_maxrss * 1024


def feed(pipe, data):
    try:
        with pipe:
            pipe.write(data)
    except BrokenPipeError:
        pass


def faults(attack, result):
    """What is wrong with what an attack gave."""
    code, output, errors, seconds, memory = result
    wanted = (attack.exits,) if isinstance(attack.exits, int) else attack.exits
    said = (errors + output).decode("utf-8", "backslashreplace")
    if seconds >= SECONDS_MAX or code == -signal.SIGKILL:
        yield f"does not end within {SECONDS_MAX} s"
    elif code not in wanted:
        yield f"exit {code}, not {' or '.join(map(str, wanted))}"
    if "Sanitizer" in said or "runtime error" in said:
        yield "a sanitizer speaks"
    for word in attack.words:
        if word not in said:
            yield f"says nothing of '{word}'"
    if memory > MEMORY_MAX:
        yield f"takes {memory >> 20} MiB"
    if attack.output is not None:
        wrong = attack.output(output)
        if wrong is not None:
            yield wrong


def attempt(program, attack, verbose):
    """Makes, runs and judges one attack; gives what is wrong."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="hostile-"))
    try:
        prepare(attack, folder)
        before = {str(path) for path in folder.rglob("*")}
        result = run(program, attack, folder)
        found = list(faults(attack, result))
        left = {str(path) for path in folder.rglob("*")} - before
        if left and "--proof" not in str(attack.arguments):
            found.append(f"leaves files: {sorted(left)}")
        if found or verbose:
            said = (result[2][:1000] + result[1][:1000]).decode("utf-8", "backslashreplace")
            print(f"{'FAIL' if found else 'ok'} {attack.name} (exit {result[0]}, {result[3]:.2f} s,"
                  f" {result[4] >> 20} MiB)")
            for fault in found:
                print(f"    {fault}")
            print("    | " + "\n    | ".join(said.rstrip().split("\n")))
        return found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def all_attacks(names, slow):
    """One after the other: some hold 64 MiB."""
    for table, module in TABLES.items():
        for attack in module.attacks():
            attack.name = f"{table}/{attack.name}"
            chosen = not names or table in names
            if attack.name in names or chosen and (slow or not SLOW.fullmatch(attack.name)):
                yield attack


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("names", nargs="*", help="attacks or tables; none: all")
    arguments = parser.parse_args()
    program = str(pathlib.Path(arguments.program).resolve())
    count = failed = 0
    for attack in all_attacks(arguments.names, arguments.all):
        count += 1
        if arguments.list:
            print(attack.name)
        else:
            failed += bool(attempt(program, attack, arguments.verbose))
    if not arguments.list:
        print(f"{count} attacks, {failed} failed")
    return 1 if failed or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
