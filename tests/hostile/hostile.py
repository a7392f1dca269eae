"""What the tables of hostile input are made of; see run-hostile.py."""
import dataclasses
import json
import pathlib
import re
from typing import Callable, Sequence, Union

# Exit codes of the command.
ANSWERED, NO, USAGE, INPUT, SYSTEM, LIMIT = range(6)

CASE = "case.yaml"

START = """pourparler: 1
title: T
"""
PARTIES = "parties: [{id: a, name: A}, {id: b, name: B}]\n"
ISSUES = "issues: [{id: x, options: [p, q, r]}, {id: y, options: [p, q]}]\n"
SMALL = START + PARTIES + ISSUES


@dataclasses.dataclass
class Attack:
    """One call of the command: `arguments` after `make` has written its input to an empty folder.

    `words` must stand in standard error, in any order; a list of arguments or a line for sh, in
    which the program is `pourparler`.
    """
    name: str
    arguments: Union[Sequence[str], str]
    exits: Union[int, Sequence[int]]
    words: Sequence[str] = ()
    make: Union[None, str, bytes, Callable[[pathlib.Path], None]] = None
    stdin: Union[None, bytes] = None
    environment: dict = dataclasses.field(default_factory=dict)
    output: Union[None, Callable[[bytes], Union[None, str]]] = None  # what is wrong with it


def check(name, text, exits, *words, **more):
    """`pourparler check case.yaml`."""
    return Attack(name, ["check", CASE], exits, words, text, **more)


def zone(name, text, exits, *words, **more):
    """`pourparler zone case.yaml`."""
    return Attack(name, ["zone", CASE], exits, words, text, **more)


def prepare(attack, folder):
    """Writes an attack's input."""
    if callable(attack.make):
        attack.make(folder)
    elif attack.make is not None:
        data = attack.make
        (folder / CASE).write_bytes(data.encode() if isinstance(data, str) else data)


def is_json(output):
    """Nothing, or what is wrong with JSON on standard output."""
    try:
        json.loads(output.decode("utf-8"))
    except (UnicodeDecodeError, ValueError) as wrong:
        return f"no JSON: {wrong}"
    return None


STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f\x80-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def is_harmless(output):
    """Nothing, or the first sign of an output that could steer a terminal."""
    found = STEERING.search(output.decode("utf-8"))
    return f"U+{ord(found.group()):04X} is printed" if found else None
