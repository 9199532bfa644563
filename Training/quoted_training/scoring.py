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

    def roles(self, attributions) -> list[tuple[frozenset, frozenset, frozenset]]:
        return [tuple(self.of(getattr(a, role)) for role in ("source", "cue", "content")) for a in attributions]


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


def agree(a: frozenset, b: frozenset) -> bool:
    """Sources that share half of their words, or one within the other, or none in both."""
    if not a or not b:
        return not a and not b
    return overlap(a, b) >= 0.5 or a <= b or b <= a


def insides(attributions: list[Attribution]) -> list[bool]:
    """Whether each stands in the content of another."""
    within = lambda a, b: any(x <= a.cue[0][0] and a.cue[0][1] <= y for x, y in b.content) if a.cue else False
    return [any(a is not b and within(a, b) for b in attributions) for a in attributions]


def figures(articles: list[Article], found: list[list[Attribution]]) -> dict[str, float]:
    """In percent. Of articles in which all depths are marked: precision, recall and F1 of attributions at all of them, F1 of the
    outer ones, recall of the nested. Of others, in which nobody marked those within contents, of the outer alone. Then F1 of whole
    sources, cues and contents, and of quotes at 0.8."""
    n = Counter()
    for article, predicted in zip(articles, found):
        words = Words(article.text)
        deep, deep_found = insides(article.attributions), insides(predicted)
        if not article.nests:
            predicted = [a for a, inside in zip(predicted, deep_found) if not inside]
            deep_found = [False] * len(predicted)
        gold, guess = words.roles(article.attributions), words.roles(predicted)
        right = {i for i, j in pairs(gold, guess, 0.5) if agree(gold[i][0], guess[j][0])}
        n["gold"] += len(gold)
        n["found"] += len(guess)
        n["right"] += len(right)
        n["nested"] += sum(deep)
        n["nested right"] += sum(deep[i] for i in right)
        outer = [g for g, inside in zip(gold, deep) if not inside]
        outer_found = [g for g, inside in zip(guess, deep_found) if not inside]
        n["outer"] += len(outer)
        n["outer found"] += len(outer_found)
        n["outer right"] += sum(agree(outer[i][0], outer_found[j][0]) for i, j in pairs(outer, outer_found, 0.5))
        n["quote"] += len(pairs(gold, guess, 0.8))
        for k, role in enumerate(("source", "cue", "content")):
            g, f = Counter(a[k] for a in gold if a[k]), Counter(a[k] for a in guess if a[k])
            n[role] += sum((g & f).values())
            n[role, "gold"] += sum(g.values())
            n[role, "found"] += sum(f.values())
    share = lambda right, of: 100 * right / max(1, of)
    f1 = lambda right, gold, guess: 200 * right / max(1, gold + guess)
    result = {
        "precision": share(n["right"], n["found"]),
        "recall": share(n["right"], n["gold"]),
        "attribution": f1(n["right"], n["gold"], n["found"]),
        "outer": f1(n["outer right"], n["outer"], n["outer found"]),
        "nested": share(n["nested right"], n["nested"]),
    }
    result |= {role: f1(n[role], n[role, "gold"], n[role, "found"]) for role in ("source", "cue", "content")}
    return result | {"quote@0.8": f1(n["quote"], n["gold"], n["found"])}


def show(articles, found) -> str:
    return ", ".join(f"{name} {value:.1f}" for name, value in figures(articles, found).items())
