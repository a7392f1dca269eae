#!/usr/bin/env python3
"""What the manual states and the source decides: keys, limits, literature.

A user would lose: a key of the case format that no page explains, a limit that is not the one
enforced, a source named in a header that references.bib does not have.
"""
import re
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def read(path):
    return path.read_text(encoding="utf-8")


def sources(*folders):
    return [path for folder in folders for path in sorted((ROOT / folder).rglob("*.[ch]"))]


def value_of(words):
    """The value of a constant as headers write it: 64, 1 << 20, UINT64_C(2000)."""
    words = re.sub(r"UINT64_C\((\d+)\)", r"\1", words).strip()
    if not re.fullmatch(r"\d+( << \d+)?", words):
        return None
    number, _, shift = words.partition(" << ")
    return int(number) << int(shift or 0)


def constants():
    """All limits that headers and sources name."""
    found = {}
    for path in sources("src"):
        for name, words in re.findall(r"\b(PP_\w+_(?:MAX|DEFAULT))(?: =)? ([^,}/\n]+)", read(path)):
            if value_of(words) is not None:
                found[name] = value_of(words)
    return found


class Theory(unittest.TestCase):
    def test_limits(self):
        page, known = read(DOCS / "theory.md"), constants()
        self.assertEqual(known["PP_ELIMINATION_CELL_COUNT_MAX"], 30 * 10**6)
        self.assertIn("30 million cells", page)
        for name in ("PP_RUN_STEP_COUNT_DEFAULT", "PP_BLOCKING_COUNT_MAX", "PP_COALITION_COUNT_MAX"):
            self.assertIn(f"{known[name]:,}", page, name)


class CaseFormat(unittest.TestCase):
    page = read(DOCS / "case-format.md")

    def test_every_key_is_explained(self):
        for path in sorted((ROOT / "src/case").glob("read*.c")):
            for key in re.findall(r'\{"(\w+)", PP_FIELD_', read(path)):
                self.assertIn(f"`{key}`" if key not in ("better", "worse") else f"{key}: package",
                              self.page, f"{path.name} reads `{key}`")

    def test_every_word_is_named(self):
        for name in ("read_statements.c", "read_parties.c", "read_red_lines.c"):
            text = read(ROOT / "src/case" / name)
            for table in re.findall(r"_words\[\] = \{(.*?)\};", text, re.S):
                for word in re.findall(r'"(\w+)"', table):
                    self.assertIn(f"`{word}`", self.page, f"{name} knows `{word}`")

    def test_limits(self):
        known = constants()
        rows = re.findall(r"^\| .* \| (\d+) \| `(PP_\w+_MAX)` \|$", self.page, re.M)
        self.assertGreater(len(rows), 20)
        for number, name in rows:
            self.assertEqual(int(number), known.get(name), name)
        stated = {name for _, name in rows}
        for name in re.findall(r"\b(PP_CASE_\w+_MAX) =", read(ROOT / "src/case/case.h")):
            self.assertIn(name, stated, "a limit of case.h that the page does not state")


class Literature(unittest.TestCase):
    entries = re.findall(r"^@\w+\{(\w+),", read(DOCS / "references.bib"), re.M)

    def keys_of(self, text):
        return re.findall(r"(?<![\\\w])[a-z]{3,}(?:18|19|20)\d\d[a-z]*\b", text)

    def test_entries_stand_once_and_in_order(self):
        self.assertEqual(self.entries, sorted(set(self.entries)))

    def test_keys_are_known(self):
        for path in sources("src", "include", "bench") + sorted(DOCS.glob("*.md")):
            for key in self.keys_of(read(path)):
                self.assertIn(key, self.entries, path)

    def test_braces_close(self):
        text = re.sub(r"^%.*$", "", read(DOCS / "references.bib"), flags=re.M)
        self.assertEqual(text.count("{"), text.count("}"))


class Layout(unittest.TestCase):
    def test_lines_fit(self):
        """Prose wraps at 100 columns; tables and what the program prints do not wrap."""
        for path in sorted(DOCS.glob("*.md")):
            if path.name in ("dependencies.md",):
                continue
            inside = False
            for number, line in enumerate(read(path).splitlines(), 1):
                if line.lstrip().startswith("```"):
                    inside = not inside
                elif not inside and not line.startswith("|"):
                    self.assertLessEqual(len(line), 100, f"{path.name}:{number}")


if __name__ == "__main__":
    sys.exit(unittest.main())
