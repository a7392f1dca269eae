#!/usr/bin/env python3
"""The manual as a test: what it prints is what the program prints.

    docs.py --program PATH [--update] [FILE...]

Reads README.md and docs/*.md (or the files given) and looks at their fenced blocks:

    ```console [dir=FOLDER]   A line `$ COMMAND` is run in a copy of FOLDER (of the repository; its
                              root where none is given), with the program on the PATH; `> ` goes on
                              with a command whose line ended in a backslash. The lines below it are
                              what it prints, both streams together, and `[exit N]` where N is not 0.
                              A line `...` stands for any lines. Blocks of one file share the copy.
    ```yaml                   A block that begins with `pourparler:` is a whole case, which `check`
                              must accept. With `fails` behind it: must not accept.
    ```LANGUAGE file=PATH     The block is that file of the repository, whole.
    ```LANGUAGE part=PATH     The block stands in that file, line for line; a line `...` in it
                              stands for any lines.

With --update, console blocks that differ are written anew. A block that was shortened with `...`
is then written at full length, and said, so that someone shortens it again.
Exit status: 0 all agree, 1 some do not, 2 usage.
"""
import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("cases", "docs/examples")
COMMAND_TIME_S = 60
OPENING = re.compile(r"^(\s*)```(\S*)\s*(.*)$")


class Block:
    """One fenced block: its lines without the fences; `first` is the index of its first line."""

    def __init__(self, language, words, first, lines):
        self.language = language
        self.first = first
        self.lines = lines
        self.words = [word for word in words.split() if "=" not in word]
        self.options = dict(word.split("=", 1) for word in words.split() if "=" in word)


def blocks_of(lines):
    """The fenced blocks of a text; an unclosed one is an error."""
    blocks, at = [], 0
    while at < len(lines):
        opening = OPENING.match(lines[at])
        at += 1
        if not opening:
            continue
        first = at
        while at < len(lines) and lines[at].strip() != "```":
            at += 1
        if at == len(lines):
            raise ValueError(f"line {first}: this block is never closed")
        blocks.append(Block(opening[2], opening[3], first, lines[first:at]))
        at += 1
    return blocks


def matches(pattern, lines):
    """Do the lines follow the pattern, in which a line `...` stands for any lines?"""
    starts = {0}  # how many lines may have been used up so far
    for want in pattern:
        if want.strip() == "...":
            starts = set(range(min(starts), len(lines) + 1))
        else:
            starts = {at + 1 for at in starts if at < len(lines) and lines[at] == want}
        if not starts:
            return False
    return len(lines) in starts


def commands_of(lines):
    """[(lines of the command, lines that it prints)]; what stands before a command is an error."""
    found = []
    for line in lines:
        goes_on = found and not found[-1][1] and found[-1][0][-1].endswith("\\")
        if line.startswith("$ "):
            found.append(([line], []))
        elif goes_on and line.startswith("> "):
            found[-1][0].append(line)
        elif found:
            found[-1][1].append(line)
        else:
            raise ValueError("a console block begins with a line `$ command`")
    return found


def run(command, folder, program):
    """What a command prints, as lines."""
    text = "\n".join(line[2:] for line in command)
    environment = {
        "PATH": f"{program.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "80", "HOME": str(folder)}
    # What a sanitizer or coverage build reads stays.
    environment.update({name: value for name, value in os.environ.items()
                        if name.endswith("SAN_OPTIONS") or name.startswith("GCOV_")})
    done = subprocess.run(["sh", "-c", text], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=COMMAND_TIME_S)
    lines = done.stdout.decode("utf-8").splitlines()
    return lines + ([f"[exit {done.returncode}]"] if done.returncode != 0 else [])


class Manual:
    """One run over some files."""

    def __init__(self, program, update):
        self.program = program
        self.update = update
        self.fault_count = 0
        self.checked_count = 0

    def fault(self, path, block, message, detail=()):
        self.fault_count += 1
        print(f"{path}:{block.first}: {message}")
        for line in detail:
            print(f"    {line}")

    def console(self, path, block, copy):
        """Runs a block; its lines as they should be."""
        folder = copy / block.options.get("dir", ".")
        new = []
        for command, printed in commands_of(block.lines):
            self.checked_count += 1
            actual = run(command, folder, self.program)
            new += command
            if matches(printed, actual):
                new += printed
                continue
            new += actual
            if not self.update:
                self.fault(path, block, f"{command[0]} prints something else",
                           difflib.unified_diff(printed, actual, "manual", "program", "", "", 2, ""))
            elif any(line.strip() == "..." for line in printed):
                print(f"{path}:{block.first}: {command[0]}: was shortened with `...`; look at it")
        return new

    def yaml(self, path, block, copy):
        if not block.lines or not block.lines[0].startswith("pourparler:"):
            return
        self.checked_count += 1
        case = copy / block.options.get("dir", ".") / ".block.yaml"
        case.write_text("\n".join(block.lines) + "\n", encoding="utf-8")
        printed = run([f"$ pourparler check {case.name}"], case.parent, self.program)
        case.unlink()
        failed = bool(printed) and printed[-1] != "[exit 1]" and printed[-1].startswith("[exit ")
        if failed != ("fails" in block.words):
            self.fault(path, block, "this case should %sbe accepted" % ("not " if not failed else ""),
                       printed)

    def repeated(self, path, block):
        """A block that shows a file, or a part of one."""
        for option in ("file", "part"):
            name = block.options.get(option)
            if name is None:
                continue
            self.checked_count += 1
            lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
            pattern = block.lines if option == "file" else ["..."] + block.lines + ["..."]
            if not matches(pattern, lines):
                self.fault(path, block, f"this is not what stands in {name}")

    def links(self, path, text):
        """Links to files of the repository lead somewhere."""
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
            self.checked_count += 1
            if not re.match(r"[a-z]+:", target) and not (ROOT / path).parent.joinpath(target).exists():
                self.fault_count += 1
                print(f"{path}: there is no {target}")

    def file(self, path):
        text = (ROOT / path).read_text(encoding="utf-8")
        lines = text.splitlines()
        self.links(path, text)
        changes = []
        with tempfile.TemporaryDirectory() as name:
            copy = Path(name)
            for folder in COPIED:
                if (ROOT / folder).is_dir():
                    shutil.copytree(ROOT / folder, copy / folder)
            for block in blocks_of(lines):
                self.repeated(path, block)
                if block.language == "console":
                    changes.append((block, self.console(path, block, copy)))
                elif block.language == "yaml":
                    self.yaml(path, block, copy)
        for block, new in reversed(changes):
            lines[block.first:block.first + len(block.lines)] = new
        if self.update and "\n".join(lines) + "\n" != text:
            (ROOT / path).write_text("\n".join(lines) + "\n", encoding="utf-8")
            print(f"{path}: written anew")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", required=True, type=Path)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("files", nargs="*", type=Path)
    arguments = parser.parse_args()
    if not os.access(arguments.program, os.X_OK) or arguments.program.name != "pourparler":
        parser.error(f"{arguments.program} is not the program `pourparler`")
    files = [path.resolve().relative_to(ROOT) for path in arguments.files]
    manual = Manual(arguments.program.resolve(), arguments.update)
    for path in files or [Path("README.md"), *sorted(
            path.relative_to(ROOT) for path in (ROOT / "docs").glob("*.md"))]:
        try:
            manual.file(path)
        except (ValueError, OSError, subprocess.SubprocessError) as reason:
            manual.fault_count += 1
            print(f"{path}: {reason}")
    print(f"{manual.checked_count} checked, {manual.fault_count} faults")
    return 1 if manual.fault_count else 0


if __name__ == "__main__":
    sys.exit(main())
