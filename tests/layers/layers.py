#!/usr/bin/env python3
"""The layer rule, and that each header stands alone.

    layers.py rule [--root DIR]                 a file includes only its own layer and lower ones
    layers.py headers [--root DIR] -- COMPILER FLAG...   each header compiles alone
    layers.py sizes [--root DIR]                what is longer than the house style wants; never fails

Whoever changes a layer counts on knowing what can depend on it; without this test one include in
the wrong direction would turn the layers into a knot, unseen. Public headers belong to a layer too.
The command and the server are held to include/, so that what they can do, every user of the library
can; the command starts the server.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

RANK = {"base": 0, "engine": 1, "case": 2, "reading": 3, "model": 3, "exchange": 3, "method": 4,
        "report": 5, "api": 6, "command": 7, "server": 7}
PUBLIC_ONLY = {"command", "server"}
PUBLIC = {
    "error.h": "base", "control.h": "base", "version.h": "base",
    "case.h": "case", "read.h": "reading", "exchange.h": "exchange",
    "question.h": "model", "zone.h": "method", "judge.h": "method", "deals.h": "method",
    "stable.h": "method", "ask.h": "method", "check.h": "method", "proof.h": "method",
    "report.h": "report", "brief.h": "report",
    "pourparler.h": "api",
}
# What a public header may ask of the system: the language's own headers, so that a program which
# uses the library needs none of the packages that the library was built with.
STANDARD = {"float.h", "inttypes.h", "limits.h", "stdbool.h", "stddef.h", "stdint.h", "stdio.h"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
COMMENT_OR_TEXT = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', re.DOTALL)
FILE_LINES_WANTED, FILE_LINES_MAX, FUNCTION_LINES_MAX = 400, 1000, 70


def without_comments(text):
    """Comments become blank, lines stay where they are; texts stay, since an include is one."""
    return COMMENT_OR_TEXT.sub(
        lambda found: found[0] if found[0].startswith('"') else re.sub(r"[^\n]", " ", found[0]),
        text)


def sources(root):
    """Every C file of src/ and include/, in a fixed order."""
    return sorted(path for folder in ("src", "include")
                  for path in (root / folder).rglob("*") if path.suffix in (".c", ".h"))


def headers(root):
    return [path for path in sources(root) if path.suffix == ".h"]


def layer_of(root, path):
    """The layer of a file under src/ or include/pourparler/, or None where it has none."""
    parts = path.relative_to(root).parts
    if parts[:2] == ("include", "pourparler"):
        return PUBLIC.get("/".join(parts[2:]))
    return parts[1] if parts[0] == "src" and len(parts) > 2 and parts[1] in RANK else None


def resolved(root, path, name):
    """The file that `#include "name"` means in `path`: beside it, in src/ or in include/."""
    for folder in (path.parent, root / "src", root / "include"):
        found = pathlib.Path(os.path.normpath(folder / name))
        if found.is_file():
            return found
    return None


def is_public(root, path):
    return path.is_relative_to(root / "include")


def fault_of_include(root, path, bracket, name):
    """What is wrong with one include of `path`, or None."""
    if bracket == "<":
        if name.startswith("pourparler/"):
            return f"<{name}> should stand in quotes"
        if is_public(root, path) and name not in STANDARD:
            return f"a public header may not ask its users for <{name}>"
        return None
    target = resolved(root, path, name)
    if target is None:
        return f'"{name}" is found neither beside it, nor in src/, nor in include/'
    here, there = layer_of(root, path), layer_of(root, target)
    if there is None:
        return f'"{name}" belongs to no layer'
    if is_public(root, path) and not is_public(root, target):
        return f'a public header may not include the internal "{name}"'
    if here in PUBLIC_ONLY:
        own = target.is_relative_to(root / "src" / here) or (here, there) == ("command", "server")
        return None if own or is_public(root, target) else \
            f'{here}/ may include only include/ and its own files, not "{name}"'
    if here != there and RANK[there] >= RANK[here]:
        return f'{here}/ may not include "{name}" of {there}/, which is not below it'
    return None


def rule_faults(root):
    """Every breach of the layer rule, as `file:line: what`."""
    faults = []
    for path in sources(root):
        shown = path.relative_to(root)
        if layer_of(root, path) is None:
            faults.append(f"{shown}:1: belongs to no layer; the table in {pathlib.Path(__file__).name}"
                          " says where files and public headers may be")
            continue
        text = without_comments(path.read_text(encoding="utf-8"))
        for found in INCLUDE.finditer(text):
            fault = fault_of_include(root, path, found[1], found[2])
            if fault:
                # The match may begin on blank lines before the include.
                line = text.count("\n", 0, found.start(2)) + 1
                faults.append(f"{shown}:{line}: {fault}")
    return faults


def header_fault(root, header, compiler):
    """What the compiler says of a file that includes this header alone, or None."""
    name = header.relative_to(root / ("include" if is_public(root, header) else "src"))
    # A public header must do without src/, as it does where it is installed.
    folders = ["-Iinclude"] if is_public(root, header) else ["-Iinclude", "-Isrc"]
    # Twice, so that a missing include guard shows.
    text = f'#include "{name}"\n' * 2 + "typedef int pp_not_empty;\n"
    done = subprocess.run([*compiler, *folders, "-fsyntax-only", "-x", "c", "-"], input=text,
                          cwd=root, capture_output=True, text=True, check=False)
    return None if done.returncode == 0 else f"{name} does not compile alone:\n{done.stderr}"


def header_faults(root, compiler):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = pool.map(lambda header: header_fault(root, header, compiler), headers(root))
        return [fault for fault in found if fault]


def long_functions(text):
    """(line, name, lines) of the functions longer than a screen or two, by how the house lays code
    out: the body between braces that stand at the left margin or end a line begun there."""
    lines, start, name = text.split("\n"), None, ""
    for number, line in enumerate(lines, 1):
        if re.match(r"^\w.*\(", line):
            name, start = re.search(r"(\w+)\s*\(", line)[1], number
        elif line.startswith("}") and start is not None:
            if number - start + 1 > FUNCTION_LINES_MAX:
                yield start, name, number - start + 1
            start = None


def sizes(root):
    for path in sources(root):
        text, shown = path.read_text(encoding="utf-8"), path.relative_to(root)
        count = text.count("\n")
        if count > FILE_LINES_WANTED:
            beyond = "more than may be" if count > FILE_LINES_MAX else "more than is wanted"
            print(f"{shown}:1: {count} lines, {beyond}")
        for line, name, length in long_functions(without_comments(text)):
            print(f"{shown}:{line}: {name} has {length} lines")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=("rule", "headers", "sizes"))
    parser.add_argument("--root", type=pathlib.Path,
                        default=pathlib.Path(__file__).parents[2])
    parser.add_argument("compiler", nargs="*", help="after --")
    given = parser.parse_args()
    root = given.root.resolve()
    if given.what == "sizes":
        sizes(root)
        return 0
    if not sources(root):
        print(f"no C files under {root}", file=sys.stderr)
        return 1
    faults = rule_faults(root) if given.what == "rule" else \
        header_faults(root, given.compiler or ["cc", "-std=c17"])
    print("\n".join(faults) if faults else f"{len(sources(root))} files, none at fault")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
