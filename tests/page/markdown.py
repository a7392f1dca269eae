#!/usr/bin/env python3
"""If this fails, the Markdown brief is not what pandoc makes a document of: markdown.py PROGRAM PANDOC."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

PROGRAM, PANDOC = sys.argv[1:3]
ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = sorted((ROOT / "cases").glob("*/*.yaml"))
HOSTILE = r"""pourparler: 1
title: "<script>alert(1)</script> | a | b | # x"
sources: [{id: s, title: "[x](javascript:alert(1)) `c` *d*", text: "<b>never</b> | \\ $x$ and {=html} ![i](j)"}]
parties: [{id: a, name: "A | <img src=x onerror=y>"}, {id: b, name: "1. B\n# C"}]
issues: [{id: i, title: "{=html} ~~~ <i>", options: [{id: p, title: "| p |"}, {id: q, title: "- q\n\n```\nraw"}], decided_by: a}]
status_quo: 0
statements: [{id: t, party: a, act: demands, about: i = q, source: s, quote: "<b>never</b> | \\ $x$ and {=html} ![i](j)"}]
red_lines: [{id: r, party: a, holds: i = q, firmness: firm, because: [t]}]
preferences: {a: {orders: {i: q > p}}}
"""


class Markdown(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.brief = pathlib.Path(self.folder.name) / "brief.md"

    def tearDown(self):
        self.folder.cleanup()

    def write(self, case):
        subprocess.run([PROGRAM, "report", case, "-o", self.brief, "--force", "--quiet"], check=True, stdout=subprocess.DEVNULL)
        made = subprocess.run([PANDOC, "-f", "markdown", "-t", "json", self.brief], check=True, capture_output=True).stdout
        return json.loads(made)["blocks"]

    def no_markup_of_the_case(self, node):
        """What only a case's own text could have brought in."""
        if isinstance(node, dict):
            self.assertNotIn(node.get("t"), ("RawBlock", "RawInline", "Image", "CodeBlock", "Math", "Link"), node)
        for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            self.no_markup_of_the_case(one)

    def test_shipped_cases(self):
        for case in CASES:
            with self.subTest(case.parent.name):
                blocks = self.write(case)
                self.no_markup_of_the_case(blocks)
                kinds = [block["t"] for block in blocks]
                self.assertGreaterEqual(kinds.count("Header"), 5)
                self.assertIn("Table", kinds)
                for block in blocks:  # a row that broke would be a paragraph with its bars
                    if block["t"] == "Para":
                        self.assertFalse(any(one.get("c") == "|" for one in block["c"]), block)

    def test_a_hostile_case(self):
        case = pathlib.Path(self.folder.name) / "hostile.yaml"
        case.write_text(HOSTILE, encoding="utf-8")
        blocks = self.write(case)
        self.no_markup_of_the_case(blocks)
        self.assertEqual([block["c"][0] for block in blocks if block["t"] == "Header"][0], 1)

    def test_a_document_comes_of_it(self):
        document = pathlib.Path(self.folder.name) / "brief.docx"
        self.write(ROOT / "cases" / "ukraine-2025" / "case.yaml")
        subprocess.run([PANDOC, self.brief, "-o", document], check=True)
        with zipfile.ZipFile(document) as made:
            words = made.read("word/document.xml").decode()
        for word in ("Who stands where", "Russia", "Ukraine", "<w:tbl>"):
            self.assertIn(word, words)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
