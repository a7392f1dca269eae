#!/usr/bin/env python3
"""layers.py finds what it is there to find: each breach is made in a small tree, and only the
breach is reported. A test that cannot fail would guard nothing."""
import pathlib
import tempfile
import unittest

import layers

GOOD = {
    "include/pourparler/error.h": "#include <stddef.h>\n",
    "include/pourparler/case.h": '#include "pourparler/error.h"\n',
    "include/pourparler/pourparler.h": '#include "pourparler/case.h"\n',
    "src/base/text.h": '#include "pourparler/error.h"\n',
    "src/engine/solve.c": '#include <gmp.h>\n#include "base/text.h"\n',
    "src/case/read.h": '#include "base/text.h"\n',
    "src/case/read.c": '#include "read.h"\n#include "engine/solve.h"\n',
    "src/engine/solve.h": "",
    "src/model/build.c": '#include "case/read.h"\n',
    "src/reading/read.h": "",
    "src/command/main.c": '#include "command/table.h"\n#include "pourparler/case.h"\n',
    "src/command/table.h": "",
}


class Rule(unittest.TestCase):
    def faults(self, changes=None):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder).resolve()
            for name, text in {**GOOD, **(changes or {})}.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return layers.rule_faults(root)

    def one_fault(self, name, text, place):
        faults = self.faults({name: text})
        self.assertEqual(len(faults), 1, faults)
        self.assertTrue(faults[0].startswith(place), faults[0])

    def test_a_good_tree_has_no_fault(self):
        self.assertEqual(self.faults(), [])

    def test_upward(self):
        self.one_fault("src/base/text.c", '\n\n#include "case/read.h"\n', "src/base/text.c:3:")

    def test_engine_knows_nothing_of_cases(self):
        self.one_fault("src/engine/new.c", '#include "case/read.h"\n', "src/engine/new.c:1:")
        self.one_fault("src/engine/new.c", '#include "pourparler/case.h"\n', "src/engine/new.c:1:")

    def test_neighbours_on_one_level(self):
        self.one_fault("src/model/new.c", '#include "reading/read.h"\n', "src/model/new.c:1:")

    def test_a_way_around_by_dots(self):
        self.one_fault("src/base/new.c", '#include "../case/read.h"\n', "src/base/new.c:1:")

    def test_command_sees_the_public_headers_alone(self):
        self.one_fault("src/command/new.c", '#include "base/text.h"\n', "src/command/new.c:1:")

    def test_public_headers_belong_to_layers(self):
        self.one_fault("include/pourparler/error.h", '#include "pourparler/case.h"\n',
                       "include/pourparler/error.h:1:")
        self.one_fault("include/pourparler/unknown.h", "", "include/pourparler/unknown.h:1:")

    def test_public_headers_ask_for_no_package(self):
        self.one_fault("include/pourparler/case.h", "# include <gmp.h>\n",
                       "include/pourparler/case.h:1:")
        self.one_fault("include/pourparler/case.h", '#include "base/text.h"\n',
                       "include/pourparler/case.h:1:")

    def test_missing_and_misplaced(self):
        self.one_fault("src/base/new.c", '#include "no/such.h"\n', "src/base/new.c:1:")
        self.one_fault("src/elsewhere/new.c", "", "src/elsewhere/new.c:1:")

    def test_comments_are_no_includes(self):
        self.assertEqual(self.faults({
            "src/base/new.c": '/*\n#include "case/read.h"\n*/\n// #include "case/read.h"\n'}), [])


class Headers(unittest.TestCase):
    def test_what_does_not_compile_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder).resolve()
            (root / "src/base").mkdir(parents=True)
            (root / "src/base/good.h").write_text("#include <stddef.h>\nextern size_t a;\n")
            (root / "src/base/bad.h").write_text("extern size_t b;\n")
            (root / "src/base/unguarded.h").write_text("struct c { int d; };\n")
            faults = layers.header_faults(root, ["cc", "-std=c17"])
        self.assertEqual([fault.split()[0] for fault in faults], ["base/bad.h", "base/unguarded.h"])


if __name__ == "__main__":
    unittest.main()
