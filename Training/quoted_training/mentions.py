"""Who is named in an article, and which mentions mean the same: what the model's other heads learn from.

Read from JSON lines ("id", and "text" where the article is not among those with attributions), gzipped or not:
- "tokens": [[begin, end, part of speech, …], …], with the Penn Treebank's parts of speech;
- "entities": [[begin, end, type], …] and "chains": [[[begin, end], …], …], as Stanford CoreNLP finds them; or
- "mentions": [[begin, end, type, chain, …], …], as in GUM, where those that are names are told by their parts of speech.

All may be missing: such a text teaches only what the teachers make of it (see `soft`).
"""

import bisect
import gzip
import json
import pathlib
import re
from dataclasses import dataclass

from .articles import Article, Malformed
from .labels import UNKNOWN
from .model import ENTITY_LABELS
from .windows import Window

TYPES = {
    "PERSON": "person", "ORGANIZATION": "organization", "LOCATION": "place", "MISC": "other",
    "person": "person", "organization": "organization", "place": "place",
}  # fmt: skip
INDEX = {label: i for i, label in enumerate(ENTITY_LABELS)}
_BEHIND_HEAD = {"IN", ",", "WDT", "WP", "WP$", "WRB", "VBN", "VBG", "VBD", "VBZ", "TO", "-LRB-", ":", "CC", "``"}


@dataclass
class Mentions:
    """Of one article."""

    names: list[tuple[int, int, str]]
    unsure: list[tuple[int, int]]
    """Stretches that may be names of whatever type."""
    antecedents: dict[int, int | None]
    """Where a mention's head begins → where the head of the mention before it in its chain does; None for a chain's first."""

    def label(self, window: Window):
        starts = [b for b, _ in window.spans]
        window.entity_labels = [0] * len(starts)
        for begin, end in self.unsure:
            for i in _within(window, starts, begin, end):
                window.entity_labels[i] = UNKNOWN
        for begin, end, kind in self.names:
            for n, i in enumerate(_within(window, starts, begin, end)):
                window.entity_labels[i] = INDEX[f"{'I' if n else 'B'}-{kind}"]
        window.antecedent_links = [self._link(begin, starts) for begin in starts]

    def _link(self, begin: int, starts: list[int]) -> int:
        if begin not in self.antecedents:
            return UNKNOWN
        target = self.antecedents[begin]
        i = bisect.bisect_left(starts, target) if target is not None else len(starts)
        return i + 1 if i < len(starts) and starts[i] == target else 0


def _within(window: Window, starts: list[int], begin: int, end: int):
    """The words that begin in a stretch; each once, though another may have been put in the place of one."""
    return range(bisect.bisect_left(starts, begin), bisect.bisect_left(starts, end))


def read(paths: list[pathlib.Path], known: list[Article]) -> tuple[dict[str, Mentions], list[Article]]:
    """Mentions by article, and the articles that are not among the known ones."""
    texts = {a.id for a in known}
    mentions, others = {}, []
    for path in paths:
        with gzip.open(path, "rt") if path.suffix == ".gz" else open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                place = f"{path}, line {number}"
                try:
                    row = json.loads(line)
                    if row["id"] not in texts and "text" in row:
                        others.append(Article(row["id"], row["text"], []))
                    if "tokens" in row:
                        mentions[row["id"]] = _mentions(row)
                except (ValueError, KeyError, TypeError) as error:
                    raise Malformed(f'{place}: {error!r}; give {{"id", "text", "tokens", "entities", "chains"}}') from error
    return mentions, others


def _mentions(row: dict) -> Mentions:
    tokens = row["tokens"]
    if "mentions" in row:
        named = [m for m in row["mentions"] if m[2] in TYPES and _is_name(tokens, m[0], m[1])]
        names = [(b, e, TYPES[kind]) for b, e, kind, *_ in named]
        unsure = [(t[0], t[1]) for t in tokens if t[2].startswith("NNP")]
        chains: dict = {}
        for b, e, _, chain, *_ in row["mentions"]:
            chains.setdefault(chain, []).append((b, e))
        listed = list(chains.values())
    else:
        names, unsure, listed = [(b, e, TYPES[kind]) for b, e, kind in row["entities"] if kind in TYPES], [], row["chains"]
    return Mentions(names, unsure, _antecedents(listed, tokens))


def of_speakers(article: Article) -> Mentions | None:
    """What the marked speakers tell: where their names stand, and that each mention as a source means the one before it.

    Nothing is said of other words with a capital, which may be names as well.
    """
    chains: dict[tuple[str, str], set[int]] = {}
    names: dict[tuple[int, int], str] = {}
    for attribution, speaker in zip(article.attributions, article.speakers):
        if not speaker or speaker["kind"] not in TYPES or not speaker["name"] or ";" in speaker["name"]:
            continue
        kind, name = speaker["kind"], speaker["name"]
        key = kind, name
        if key not in chains:
            places = list(_places(article.text, kind, name))
            chains[key] = {_last_word(article.text, b, e) for b, e in places}
            names |= {(b, e): kind for b, e in places}
        for begin, end in attribution.source[:1]:
            if not any(begin <= head < end for head in chains[key]):
                chains[key].add(_source_head(article.text, begin, end))
    if not chains:
        return None
    capitals = [m.span() for m in CAPITAL.finditer(article.text)]
    unsure = [(b, e) for b, e in capitals if not any(x <= b and e <= y for x, y in names)]
    links = {head: before for heads in chains.values() for before, head in zip([None, *sorted(heads)], sorted(heads))}
    return Mentions([(b, e, TYPES[kind]) for (b, e), kind in sorted(names.items())], unsure, links)


CAPITAL = re.compile(r"\b[^\W\d_a-z]\w*")
_PARTING = re.compile(r",|\b(?:of|for|from|in|at|who|whose|which|that|on|with)\b")


def _places(text: str, kind: str, name: str):
    """Where a name stands whole, and a person's surname alone."""
    whole = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    yield from whole
    surname = name.split()[-1]
    if kind == "person" and surname != name and surname[:1].isupper():
        for match in re.finditer(rf"(?<!\w){re.escape(surname)}(?!\w)", text):
            if not any(b <= match.start() and match.end() <= e for b, e in whole):
                yield match.span()


def _last_word(text: str, begin: int, end: int) -> int:
    return begin + text[begin:end].rfind(" ") + 1


def _source_head(text: str, begin: int, end: int) -> int:
    """Where the head of a description begins: its last word before what follows a head. Of a pronoun, the pronoun."""
    parting = _PARTING.search(text, begin + 1, end)
    stop = parting.start() if parting else end
    return _last_word(text, begin, begin + len(text[begin:stop].rstrip()))


def _is_name(tokens, begin: int, end: int) -> bool:
    first = bisect.bisect_left(tokens, begin, key=lambda t: t[0])
    last = bisect.bisect_left(tokens, end, key=lambda t: t[0])
    return first < last and all(t[2].startswith("NNP") for t in tokens[first:last])


def _antecedents(chains, tokens) -> dict[int, int | None]:
    result: dict[int, int | None] = {}
    for chain in chains:
        if len(chain) < 2:
            continue
        before = None
        for begin, end in sorted(chain):
            head = _head(tokens, begin, end)
            if head is not None and head != before:
                result[head] = before
                before = head
    return result


def _head(tokens, begin: int, end: int) -> int | None:
    """Where the head of a mention begins: its last noun before anything that follows a head."""
    head = None
    for token in tokens[bisect.bisect_left(tokens, begin, key=lambda t: t[0]) :]:
        if token[0] >= end:
            break
        part = token[2]
        if head is not None and part in _BEHIND_HEAD:
            break
        if part.startswith(("NN", "PRP", "W", "DT", "CD", "JJ")):
            head = token[0]
    return head
