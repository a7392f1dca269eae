#!/usr/bin/env python3
"""Tests of docs.py itself: a manual test that sees no difference would be worse than none."""
import tempfile
import unittest
from pathlib import Path

import docs


class Matching(unittest.TestCase):
    def test_equal(self):
        self.assertTrue(docs.matches(["a", "b"], ["a", "b"]))
        self.assertTrue(docs.matches([], []))

    def test_unequal(self):
        for pattern in (["a"], ["a", "c"], ["a", "b", "c"], ["b", "a"], []):
            self.assertFalse(docs.matches(pattern, ["a", "b"]), pattern)

    def test_dots(self):
        for pattern in (["..."], ["a", "..."], ["...", "c"], ["a", "...", "c"], ["...", "b", "..."],
                        ["a", "...", "b", "c"], ["a", "  ...", "c"]):
            self.assertTrue(docs.matches(pattern, ["a", "b", "c"]), pattern)
        for pattern in (["...", "b"], ["b", "..."], ["...", "x", "..."], ["...", "c", "...", "c"]):
            self.assertFalse(docs.matches(pattern, ["a", "b", "c"]), pattern)


class Blocks(unittest.TestCase):
    def test_options(self):
        found = docs.blocks_of(["words", "```console dir=a/b fails", "$ true", "```", "more"])
        self.assertEqual(len(found), 1)
        self.assertEqual((found[0].language, found[0].first, found[0].lines),
                         ("console", 2, ["$ true"]))
        self.assertEqual((found[0].options, found[0].words), ({"dir": "a/b"}, ["fails"]))

    def test_unclosed(self):
        self.assertRaises(ValueError, docs.blocks_of, ["```", "a"])

    def test_commands(self):
        self.assertEqual(docs.commands_of(["$ a \\", "> b", "x", "> y", "$ c"]),
                         [(["$ a \\", "> b"], ["x", "> y"]), (["$ c"], [])])
        self.assertRaises(ValueError, docs.commands_of, ["x"])


class Running(unittest.TestCase):
    def test_both_streams_and_exit(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(docs.run(["$ echo a; echo b >&2; exit 3"], Path(folder), Path("/p/q")),
                             ["a", "b", "[exit 3]"])


if __name__ == "__main__":
    unittest.main()
