#!/usr/bin/env python3
"""Print a journal's articles with their quotations marked in the text.

usage: show.py JOURNAL

Paragraphs without quotations are left out. On a terminal the content is green, the cue yellow and the source cyan;
elsewhere, or with NO_COLOR set, they stand in [], __ and **.
"""
import json
import os
import sys

COLOURS = {"content": ("\033[32m", "\033[0m"), "cue": ("\033[33m", "\033[0m"), "source": ("\033[36m", "\033[0m")}
SIGNS = {"content": ("[", "]"), "cue": ("_", "_"), "source": ("*", "*")}


def roles(record):
    """For each code point of the text the role that it has: those of an outer quotation give way to an inner one's."""
    role = [None] * len(record["text"])
    for quotation in sorted(record["quotations"], key=lambda q: q["inside"] is not None):
        for name in ("content", "source", "cue"):
            spans = quotation[name] if name == "content" else (quotation[name] or {}).get("spans", [])
            for span in spans:
                role[span["start"]:span["end"]] = [name] * (span["end"] - span["start"])
    return role


def marked(text, role, start, end, marks):
    out, current = [], None
    for at in range(start, end):
        if role[at] != current:
            out.append(marks[current][1] if current else "")
            current = role[at]
            out.append(marks[current][0] if current else "")
        out.append(text[at])
    return "".join(out) + (marks[current][1] if current else "")


def paragraphs(text):
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line.rstrip())
        if end > start:
            yield start, end
        start += len(line)


def who(record, quotation):
    speaker = next((s for s in record["speakers"] if s["id"] == quotation["speaker"]), None)
    if speaker and speaker["name"]:
        return speaker["name"]
    return quotation["source"]["text"] if quotation["source"] else "nobody named"


def notes(record, start, end):
    for quotation in record["quotations"]:
        if start <= quotation["content"][0]["start"] < end:
            cue = quotation["cue"]
            verb = (cue["lemma"] or cue["text"]) if cue else "no verb"
            yield f"{who(record, quotation)} · {verb} · {quotation['type']}"


def show(record, marks, bold):
    text, role = record["text"], roles(record)
    print(f"\n{bold[0]}{record['file']['path']}{bold[1]}: {len(record['quotations'])} quotations")
    for start, end in paragraphs(text):
        found = list(notes(record, start, end))
        if found or any(role[start:end]):
            print("\n  " + marked(text, role, start, end, marks))
            for note in found:
                print(f"    → {note}")


def main(path):
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    marks, bold = (COLOURS, ("\033[1m", "\033[0m")) if coloured else (SIGNS, ("", ""))
    with open(path, encoding="utf-8") as journal:
        for line in journal:
            show(json.loads(line), marks, bold)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
