"""Figures to choose by while training; `quoted evaluate` gives the whole table."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter

from .articles import Article, Attribution

TOKEN = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")
WORD = re.compile(r"\w")


class Words:
    """The words of a text, to compare spans by."""

    def __init__(self, text: str):
        self.begins, self.ends = [], []
        for match in TOKEN.finditer(text):
            if WORD.search(match.group()):
                self.begins.append(match.start())
                self.ends.append(match.end())

    def of(self, spans) -> frozenset[int]:
        return frozenset(
            i for begin, end in spans for i in range(bisect_right(self.ends, begin), bisect_left(self.begins, end))
        )


def overlap(a: frozenset, b: frozenset) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def pairs(gold, found, least):
    """One to one, best first."""
    candidates = sorted(
        (
            (overlap(g[2], f[2]), overlap(g[1], f[1]), -i, -j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
            if g[2] & f[2]
        ),
        reverse=True,
    )
    result, taken = [], set()
    for score, _, i, j in candidates:
        if score >= least and ("gold", i) not in taken and ("found", j) not in taken:
            taken |= {("gold", i), ("found", j)}
            result.append((-i, -j))
    return result


def figures(articles: list[Article], found: list[list[Attribution]]) -> dict[str, float]:
    """F1 in percent: whole source, cue, content; quote@0.5 and @0.8; attribution; speaker as a share."""
    n = Counter()
    for article, predicted in zip(articles, found):
        words = Words(article.text)
        sets = lambda rows: [tuple(words.of(getattr(a, role)) for role in ("source", "cue", "content")) for a in rows]
        gold, guess = sets(article.attributions), sets(predicted)
        n["gold"] += len(gold)
        n["found"] += len(guess)
        for k, role in enumerate(("source", "cue", "content")):
            g, f = Counter(a[k] for a in gold if a[k]), Counter(a[k] for a in guess if a[k])
            n[role] += sum((g & f).values())
            n[role, "gold"] += sum(g.values())
            n[role, "found"] += sum(f.values())
        half = pairs(gold, guess, 0.5)
        n["quote@0.5"] += len(half)
        n["quote@0.8"] += len(pairs(gold, guess, 0.8))
        n["attribution"] += sum(overlap(gold[i][0], guess[j][0]) >= 0.5 for i, j in half)
    f1 = lambda right, gold, guess: 200 * right / max(1, gold + guess)
    result = {role: f1(n[role], n[role, "gold"], n[role, "found"]) for role in ("source", "cue", "content")}
    result |= {k: f1(n[k], n["gold"], n["found"]) for k in ("quote@0.5", "quote@0.8", "attribution")}
    result["speaker"] = 100 * n["attribution"] / max(1, n["quote@0.5"])
    result["found"] = 100 * n["found"] / max(1, n["gold"])
    return result


def show(articles, found) -> str:
    return ", ".join(f"{name} {value:.1f}" for name, value in figures(articles, found).items())
