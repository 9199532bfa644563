"""Texts as the model sees them: word pieces with features, packed into windows of whole paragraphs.

A *word* here is a word-initial piece: what tags and pointers are predicted for.
"""

import bisect
import random
import re
from dataclasses import dataclass, field

from .articles import Article
from .features import Features

WORD = re.compile(r"\w")
READ = 256
"""Pieces in a window at most, where the product reads. Trained on longer ones, the model reads these better than trained on these."""
CASES = ["other", "lower", "title", "upper", "mixed"]


@dataclass
class Unit:
    """A paragraph, or sentences of a long one: what is never cut."""

    pieces: list[int]
    starts: list[int]
    ends: list[int]
    features: list[list[int]]
    initial: list[bool]
    paragraph: int


@dataclass
class Text:
    """An article's units, and its words with their labels and links."""

    article: Article
    units: list[Unit]


def case_of(text: str) -> int:
    letters = [c for c in text if c.isalpha()]
    if not letters:
        return 0
    if all(c.islower() for c in letters):
        return 1
    if letters[0].isupper() and all(c.islower() for c in letters[1:]):
        return 2
    return 3 if all(c.isupper() for c in letters) else 4


def units_of(article: Article, features: Features, tokenizer, longest: int) -> Text:
    """Cuts a text into units of at most `longest` pieces."""
    units = []
    starts = [b for b, _ in features.tokens]
    for number, (begin, end) in enumerate(features.paragraphs):
        unit = _unit(article.text, begin, end, features, starts, tokenizer, number)
        if unit.pieces:
            units += _cut(unit, features.sentences, longest)
    return Text(article, units)


def _unit(text, begin, end, features, starts, tokenizer, number) -> Unit:
    encoded = tokenizer.encode(text[begin:end], add_special_tokens=False)
    unit = Unit([], [], [], [], [], number)
    word = (0, 0)
    for piece, (b, e), token in zip(encoded.ids, encoded.offsets, encoded.tokens):
        initial = not token.startswith("##")
        b, e = b + begin, e + begin
        place = max(bisect.bisect_right(starts, b) - 1, 0)
        unit.pieces.append(piece)
        unit.starts.append(b)
        unit.ends.append(e)
        unit.initial.append(initial)
        unit.features.append([-1] + [values[place] for values in features.values])
    _set_cases(unit, text)
    return unit


def _set_cases(unit: Unit, text: str):
    """All pieces of a word have the case of the whole word."""
    i = 0
    while i < len(unit.pieces):
        j = i + 1
        while j < len(unit.pieces) and not unit.initial[j]:
            j += 1
        case = case_of(text[unit.starts[i] : unit.ends[j - 1]])
        for k in range(i, j):
            unit.features[k][0] = case
        i = j


def _cut(unit: Unit, sentences: list[int], longest: int) -> list[Unit]:
    """At sentence ends where a paragraph is too long, and between words where a sentence is."""
    if len(unit.pieces) <= longest:
        return [unit]
    begins = set(sentences)
    bounds = [0]
    last_sentence = last_word = 0
    for i in range(len(unit.pieces)):
        if i - bounds[-1] >= longest:
            cut = last_sentence if last_sentence > bounds[-1] else last_word if last_word > bounds[-1] else i
            bounds.append(cut)
        if unit.initial[i]:
            last_word = i
            if unit.starts[i] in begins:
                last_sentence = i
    bounds.append(len(unit.pieces))
    part = lambda values, b, e: values[b:e]
    return [
        Unit(*(part(v, b, e) for v in (unit.pieces, unit.starts, unit.ends, unit.features, unit.initial)), unit.paragraph)
        for b, e in zip(bounds, bounds[1:])
    ]


@dataclass
class Window:
    """Pieces with [CLS] first and [SEP] after each unit; words by their places among the pieces."""

    pieces: list[int]
    features: list[list[int]]
    words: list[int]
    spans: list[tuple[int, int]]
    """Code points of each word: from its first piece to its last."""
    breaks: list[int]
    """Words before which a unit begins; there the chain of tags starts anew."""
    cue_labels: list[int] = field(default_factory=list)
    """By word; empty where nobody marked attributions."""
    cues: list[tuple[int, int]] = field(default_factory=list)
    """First and last word of each cue; the last is that of a window before."""
    parts: list[list[int]] = field(default_factory=list)
    """For each cue the labels of all words."""
    entity_labels: list[int] = field(default_factory=list)
    antecedent_links: list[int] = field(default_factory=list)
    text: int = 0
    """The article's number in its corpus."""
    context: int = 0
    """Words in front that are the window before's: their contents were found there."""


CLS, SEP, MASK = 101, 102, 103


def pack(units: list[Unit], size: int, blank: list[int], context: int = 0) -> list[Window]:
    """In order, as many units to a window as go in.

    `blank`: the features of [CLS] and [SEP]. A window begins with the unit before its own where that has at most `context`
    pieces: "He said:" may stand at the end of the window before.
    """
    windows = []
    current: list[Unit] = []
    led = False
    for n, unit in enumerate(units):
        if current and _size([*current, unit]) > size:
            windows.append(_window(current, blank, led))
            before = units[n - 1]
            led = len(before.pieces) <= context and _size([before, unit]) <= size
            current = [before] if led else []
        current.append(unit)
    if current:
        windows.append(_window(current, blank, led))
    return windows


def _size(units: list[Unit]) -> int:
    return 1 + sum(len(unit.pieces) + 1 for unit in units)


def _window(units: list[Unit], blank: list[int], led: bool) -> Window:
    window = Window([CLS], [blank], [], [], [])
    for unit in units:
        window.breaks.append(len(window.words))
        for i, piece in enumerate(unit.pieces):
            if unit.initial[i]:
                window.words.append(len(window.pieces))
                window.spans.append((unit.starts[i], unit.ends[i]))
            elif window.spans:
                window.spans[-1] = window.spans[-1][0], unit.ends[i]
            window.pieces.append(piece)
            window.features.append(unit.features[i])
        window.pieces.append(SEP)
        window.features.append(blank)
    window.context = window.breaks[1] if led else 0
    return window


def drawn(units: list[Unit], size: int, blank: list[int], rng: random.Random) -> list[Window]:
    """As `pack`, with the first window of a drawn size, so that each epoch packs anew."""
    first = rng.randint(size // 4, size)
    head, room = 0, first
    while head < len(units) and room >= len(units[head].pieces) + 1:
        room -= len(units[head].pieces) + 1
        head += 1
    return pack(units[:head], size, blank) + pack(units[head:], size, blank)
