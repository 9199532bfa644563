#!/usr/bin/env python3
"""Print a journal's articles with their quotations marked in the text.

usage: show.py JOURNAL

Paragraphs without quotations are left out. On a terminal the content is green, the cue yellow and the source cyan;
elsewhere, or with NO_COLOR set, they stand in [], __ and **. What is quoted within a quotation is marked within it.
"""
import json
import os
import sys

COLOURS = {"content": "\033[32m", "cue": "\033[33m", "source": "\033[36m", "title": "\033[1m", None: "\033[0m"}
SIGNS = {"content": "[]", "cue": "__", "source": "**"}


def spans(record):
    """Each role's (start, -end, rank, role): sorted, what encloses stands before what is enclosed."""
    for quotation in record["quotations"]:
        for rank, role in enumerate(("content", "source", "cue")):
            held = quotation[role] if role == "content" else (quotation[role] or {}).get("spans", [])
            for span in held:
                yield span["start"], -span["end"], rank, role


def marked(text, roles, start, end, coloured):
    """The text from `start` to `end`; marks are closed and opened again where spans overlap without nesting."""
    out, open_roles = [], []
    inside = sorted(s for s in roles if s[0] < end and -s[1] > start)
    cuts = sorted({start, end} | {at for s in inside for at in (s[0], -s[1]) if start < at < end})
    for begin, finish in zip(cuts, cuts[1:]):
        now = [s for s in inside if s[0] <= begin and -s[1] >= finish]
        same = next((i for i, (a, b) in enumerate(zip(open_roles, now)) if a != b), min(len(open_roles), len(now)))
        out += closing(open_roles, same, coloured) + [opening(s[3], coloured) for s in now[same:]]
        out.append(text[begin:finish])
        open_roles = now
    return "".join(out + closing(open_roles, 0, coloured))


def opening(role, coloured):
    return COLOURS[role] if coloured else SIGNS[role][0]


def closing(open_roles, keep, coloured):
    if not coloured:
        return [SIGNS[s[3]][1] for s in reversed(open_roles[keep:])]
    # A colour does not end, another begins: that of what encloses.
    return [COLOURS[open_roles[keep - 1][3] if keep else None]] if open_roles[keep:] else []


def paragraphs(text):
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line.rstrip())
        start += len(line) + 1


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


def show(record, coloured):
    text, roles = record["text"], set(spans(record))
    title = f"{record['file']['path']}: {len(record['quotations'])} quotations"
    print(f"\n{COLOURS['title']}{title}{COLOURS[None]}" if coloured else f"\n{title}")
    for start, end in paragraphs(text):
        found = list(notes(record, start, end))
        if found or any(s[0] < end and -s[1] > start for s in roles):
            print("\n  " + marked(text, roles, start, end, coloured))
            for note in found:
                print(f"    → {note}")


def main(path):
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    with open(path, encoding="utf-8") as journal:
        for line in journal:
            show(json.loads(line), coloured)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
