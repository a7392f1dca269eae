#!/usr/bin/env python3
"""Scores the reader on the report from Munich with the analyst's own scoring program.

    score_munich.py --program PATH

Exit 1 below a floor; 77 (skipped) where the report or the scoring program is not there.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import scoring

TOOL = scoring.SHARED / "tools" / "score-reading"
REPORT = scoring.SHARED / "reports" / "munich-2025.txt"
GOLD = scoring.SHARED / "gold" / "munich-2025.tsv"
OPTIONAL = "G02,G03,G11,G19,G20"  # judgement calls
FLOORS = {"found": 0.85, "whole": 0.75, "same issue (pairs)": 0.6}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    asked = parser.parse_args()
    if not all(path.is_file() for path in (TOOL, REPORT, GOLD)):
        scoring.skip("the report from Munich is not there")
    scoring.can_read(asked.program)
    answer = scoring.read(asked.program, REPORT)
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "read.json"
        file.write_text(json.dumps(answer), encoding="utf-8")
        done = subprocess.run([sys.executable, str(TOOL), str(GOLD), str(file), "--misses",
                               "--optional", OPTIONAL],
                              capture_output=True, text=True, check=True)
    print(done.stdout)
    low = 0
    for line in done.stdout.splitlines():
        for label, floor in FLOORS.items():
            if line.startswith(label + " " * 2) and (f1 := re.search(r"F1 ([0-9.]+)", line)):
                low += float(f1[1]) < floor
    return 1 if low else 0


if __name__ == "__main__":
    raise SystemExit(main())
