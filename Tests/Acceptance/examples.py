#!/usr/bin/env python3
"""Runs the examples of the pages for people with a journal: docs/data.md, views.md, exports.md and stream.md. Those of
docs/data.md that answer the same question have to give the same answer.

usage: examples.py FOLDER-OF-BINARIES [--short]

With --short those that need more than jq and Python are left out, and named.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
# What an example may need besides jq and Python.
LIBRARIES = ("pandas", "duckdb", "spacy")
# Two versions of an item, and another that is taken back.
VERSIONS = [("urn:a", "1", "article"), ("urn:a", "2", "article"), ("urn:b", "1", "article"), ("urn:b", "1", "withdrawal")]


def sections(page):
    """Each heading of a page with its examples: (language, code)."""
    for part in re.split(r"^## ", (ROOT / "docs" / page).read_text(encoding="utf-8"), flags=re.M):
        blocks = re.findall(r"^```(sh|python|sql)\n(.*?)^```$", part, flags=re.M | re.S)
        if blocks:
            yield part.split("\n", 1)[0], blocks


def program(language, code):
    """A command that runs an example."""
    if language == "sh":
        return ["bash", "-euo", "pipefail", "-c", code]
    if language == "sql":
        code = f"import duckdb\nfor row in duckdb.sql('''{code}''').fetchall():\n    print(*row, sep='\\t')\n"
    return [sys.executable, "-c", code]


class Examples:
    def __init__(self, folder, quoted, short):
        self.folder, self.quoted, self.short = folder, quoted, short
        # The rules annotate fast, and what the examples show does not depend on who found it.
        path = f"{quoted.parent}:{os.environ['PATH']}"
        self.environment = dict(os.environ, PATH=path, QUOTED_ENGINE="rules")
        self.count, self.left, self.mistakes = 0, set(), []

    def run(self, language, code):
        """What an example prints; None where it is left out."""
        command = program(language, code)
        missing = [name for name in LIBRARIES if f"import {name}" in command[-1]]
        if self.short and missing:
            self.left.update(missing)
            return None
        self.count += 1
        run = subprocess.run(command, cwd=self.folder, env=self.environment, stdout=subprocess.PIPE, encoding="utf-8")
        if run.returncode != 0:
            self.mistakes.append(f"this example fails:\n{code}")
        return run.stdout

    def compare(self, page):
        """Every section but the first and the last asks one question."""
        (_, first), *questions, (_, last) = sections(page)
        for block in first:
            self.run(*block)
        self.add_versions()
        for heading, blocks in questions:
            given = {language: answer for language, code in blocks if (answer := self.run(language, code)) is not None}
            if not all(given.values()):
                self.mistakes.append(f"“{heading}” has no answer")
            if len(set(given.values())) > 1:
                self.mistakes.append(f"“{heading}” has answers that differ: {given}")
        for block in last:
            self.run(*block)

    def add_versions(self):
        """Adds lines of items with versions to the journal, as wires send them."""
        command = [self.quoted, "annotate", "--engine", "rules", "-"]
        made = subprocess.run(command, input=b"The bridge is closed, Bo Ek said.\n", stdout=subprocess.PIPE, check=True)
        line = json.loads(made.stdout)
        with open(self.folder / "quotes.jsonl", "a", encoding="utf-8") as journal:
            for item, version, kind in VERSIONS:
                line["article"].update(item=item, version=version)
                line["kind"] = kind
                if kind == "withdrawal":
                    line.update(withdraws=None, quotations=[], speakers=[])
                print(json.dumps(line, ensure_ascii=False), file=journal)


def main(binaries, short):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(ROOT / "Tests" / "Articles", folder / "articles")
        shutil.copy(folder / "articles" / "wire-dam.txt", folder / "story.txt")
        examples = Examples(folder, pathlib.Path(binaries).resolve() / "quoted", short)
        examples.compare("data.md")
        for page in ("views.md", "exports.md", "stream.md"):
            for _, blocks in sections(page):
                for block in blocks:
                    examples.run(*block)
    for mistake in examples.mistakes:
        print(f"examples: {mistake}", file=sys.stderr)
    left = f"; those with {', '.join(sorted(examples.left))} are left to make acceptance" if examples.left else ""
    print(f"examples: {examples.count} were run{left}")
    return 1 if examples.mistakes or not examples.count else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], "--short" in sys.argv[2:]))
