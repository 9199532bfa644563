"""Articles marked inline: `<s 1>Ada Lund</s> <c 1>said</c> <q 1>“We won.”</q>`, by `docs/marking.md`.

`python -m quoted_training.marks FILE.marked …` checks files; with --json it writes them as JSON lines.

A marked file is the article's text with tags: <s N> source, <c N> cue, <q N> content, N the number of an attribution or several
with commas. Then a line of three dashes, and for each attribution a line `N: kind | name | role`, with - for none.
"""

import argparse
import json
import pathlib
import re
import sys
from dataclasses import dataclass, field

TAG = re.compile(r"<(/?)([scq])(?:\s+([0-9]+(?:\s*,\s*[0-9]+)*))?>")
LINE = re.compile(r"\s*([0-9]+(?:\s*,\s*[0-9]+)*)\s*:\s*([^|]+?)\s*\|\s*([^|]*?)\s*(?:\|\s*(.*?)\s*)?$")
KINDS = ("person", "group", "organization", "unnamed", "document", "author")
ROLES = {"s": "source", "c": "cue", "q": "content"}


@dataclass
class Marked:
    """A marked article; offsets are code points, half open."""

    text: str
    spans: dict[int, dict[str, list[list[int]]]] = field(default_factory=dict)
    """By the attribution's number, then by role."""
    speakers: dict[int, dict] = field(default_factory=dict)
    mistakes: list[str] = field(default_factory=list)

    def rows(self) -> list[dict]:
        """The attributions in the order of the text, each with the number of the one that it stands inside, or None."""
        order = sorted(self.spans, key=lambda n: min(span[0] for role in self.spans[n].values() for span in role))
        return [
            {**self.spans[n], "inside": self._around(n, order), "speaker": self.speakers.get(n)} for n in order
        ]

    def _around(self, number: int, order: list[int]) -> int | None:
        """The place of the attribution whose content, the smallest of all such, holds the cue of this one."""
        cue = self.spans[number]["cue"]
        if not cue:
            return None
        begin, end = cue[0]
        holding = [
            (e - b, place)
            for place, other in enumerate(order)
            if other != number
            for b, e in self.spans[other]["content"]
            if b <= begin and end <= e
        ]
        return min(holding)[1] if holding else None


def parse(marked: str) -> Marked:
    body, *rest = re.split(r"\n---\s*\n", marked, maxsplit=1)
    article = _body(body)
    _speakers(rest[0] if rest else "", article)
    for number, roles in sorted(article.spans.items()):
        for role in ("content", "cue"):
            if not roles[role]:
                article.mistakes.append(f"attribution {number} has no {role}")
        if number not in article.speakers:
            article.mistakes.append(f"attribution {number} has no speaker line")
        for spans in roles.values():
            spans.sort()
    for number in article.speakers:
        if number not in article.spans:
            article.mistakes.append(f"speaker line {number} has no attribution")
    return article


def _body(body: str) -> Marked:
    parts, opened, length, at = [], [], 0, 0
    article = Marked("")
    for match in TAG.finditer(body):
        parts.append(body[at : match.start()])
        length += len(parts[-1])
        at = match.end()
        closing, role, numbers = match.groups()
        if closing:
            _close(role, opened, length, "".join(parts), article)
        elif numbers:
            opened.append((role, [int(n) for n in numbers.split(",")], length))
        else:
            article.mistakes.append(f"<{role}> without a number near “{''.join(parts)[-40:]}”")
    article.text = ("".join(parts) + body[at:]).rstrip("\n")
    for role, numbers, begin in opened:
        article.mistakes.append(f"<{role} {numbers}> is never closed: “{article.text[begin:begin + 40]}”")
    return article


def _close(role: str, opened: list, end: int, text: str, article: Marked):
    """Closes the nearest open tag of a role; blanks at its edges are left out."""
    places = [i for i, (other, _, _) in enumerate(opened) if other == role]
    if not places:
        article.mistakes.append(f"</{role}> closes nothing near “{text[-40:]}”")
        return
    _, numbers, begin = opened.pop(places[-1])
    inner = text[begin:end]
    begin += len(inner) - len(inner.lstrip())
    end -= len(inner) - len(inner.rstrip())
    for number in numbers:
        roles = article.spans.setdefault(number, {name: [] for name in ROLES.values()})
        roles[ROLES[role]].append([begin, end])


def _speakers(tail: str, article: Marked):
    known = lambda value: None if not value or value == "-" else value
    for line in filter(str.strip, tail.splitlines()):
        match = LINE.match(line)
        if not match:
            article.mistakes.append(f"speaker line not understood: “{line}”")
            continue
        numbers, kind, name, role = match.groups()
        if kind not in KINDS:
            article.mistakes.append(f"“{kind}” in “{line}” is none of {', '.join(KINDS)}")
        for number in numbers.split(","):
            article.speakers[int(number)] = {"kind": kind, "name": known(name), "role": known(role)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", type=pathlib.Path, nargs="+")
    parser.add_argument("--json", action="store_true", help="write JSON lines, as `quoted evaluate` reads them")
    options = parser.parse_args()
    wrong = 0
    for path in options.files:
        article = parse(path.read_text(encoding="utf-8"))
        for mistake in article.mistakes:
            print(f"{path}: {mistake}", file=sys.stderr)
        wrong += bool(article.mistakes)
        if options.json:
            row = {"id": path.stem, "text": article.text, "attributions": article.rows()}
            print(json.dumps(row, ensure_ascii=False))
        elif not article.mistakes:
            print(f"{path}: {len(article.spans)} attributions")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
