#!/usr/bin/env python3
"""Check that a journal has each of the files once, with its own text and at least one quotation.

usage: check.py JOURNAL FILE…
"""
import collections
import json
import os
import sys


def main(journal, paths):
    with open(journal, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    seen = collections.Counter(os.path.basename(r["file"]["path"]) for r in records)
    by_name = {os.path.basename(r["file"]["path"]): r for r in records}
    mistakes = [f"{name} has {count} lines" for name, count in seen.items() if count > 1]
    for path in paths:
        record = by_name.pop(os.path.basename(path), None)
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        if record is None:
            mistakes.append(f"{path} has no line")
        elif record["text"] != text:
            mistakes.append(f"the text of {path} was changed")
        elif not record["quotations"]:
            mistakes.append(f"nothing was found in {path}")
    mistakes += [f"{name} was not dropped" for name in by_name]
    for mistake in mistakes:
        print(f"check: {mistake}", file=sys.stderr)
    return 1 if mistakes else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
