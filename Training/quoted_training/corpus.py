"""Articles with what the model sees of them, and what it should find."""

import pathlib
import random

from tokenizers import Tokenizer

from . import articles, features, mentions
from .labels import Gold
from .pretrained import pretrained_folder
from .verbs import Verbs
from .windows import CASES, Window, drawn, pack, units_of


def tokenizer() -> Tokenizer:
    cutter = Tokenizer.from_file(str(pretrained_folder() / "tokenizer.json"))
    cutter.no_truncation()
    cutter.no_padding()
    return cutter


class Corpus:
    """One or several files of articles, and texts that only their mentions or a teacher tell of."""

    def __init__(self, paths: list[str], binary: pathlib.Path, window: int, kept: list[str] | None, others=()):
        """`paths`: "FILE" or "FILE:TIMES", how often its articles are read in an epoch. `kept`: the features that are used; None for
        all. `others`: files of mentions (see `mentions`)."""
        self.articles, self.times = [], []
        for path, times in map(_times, paths):
            read = articles.read(path)
            self.articles += read
            self.times += [times] * len(read)
        self.marked = len(self.articles)
        """Those before it have marked attributions."""
        self.mentions, unmarked = mentions.read(others, self.articles)
        self.articles += unmarked
        self.times += [1.0] * len(unmarked)
        for article in self.articles:
            if article.id not in self.mentions and any(article.speakers) and (found := mentions.of_speakers(article)):
                self.mentions[article.id] = found
        cutter = tokenizer()
        values, verbs, computed = features.compute(self.articles, binary, kept)
        self.verbs = Verbs(verbs, cutter)
        self.features = [{"name": "case", "values": CASES}] + [{"name": n, "values": v} for n, v in values.items()]
        self.blank = [0] * len(self.features)
        self.window = window
        self.texts = [units_of(a, f, cutter, window - 2) for a, f in zip(self.articles, computed)]
        self.golds = [Gold(a) for a in self.articles]

    def pieces(self) -> int:
        """In an epoch, about."""
        return int(sum(t * (len(u.pieces) + 1) for t, text in zip(self.times, self.texts) for u in text.units))

    def epoch(self, other_verbs: float, rng: random.Random) -> list[Window]:
        """All windows of an epoch, packed anew, with other verbs in the place of a share of the cues."""
        windows = []
        for number, (text, times) in enumerate(zip(self.texts, self.times)):
            for _ in range(int(times) + (rng.random() < times % 1)):
                windows += self._windows(number, text, other_verbs, rng)
        return windows

    def _windows(self, number, text, other_verbs, rng):
        gold, known = self.golds[number], self.mentions.get(text.article.id)
        change = lambda unit: self.verbs.replaced(unit, text.article, gold.single_cues, other_verbs, rng)
        units = [unit for unit in map(change, text.units) if len(unit.pieces) <= self.window - 2]
        for window in drawn(units, self.window, self.blank, rng):
            window.text = number
            if not window.words:
                continue
            if number < self.marked:
                gold.label(window)
            if known:
                known.label(window)
            yield window

    def packed(self, context: int) -> list[tuple[Window, int]]:
        """The windows that the product reads, each with its article's number."""
        return [
            (window, n) for n, text in enumerate(self.texts) for window in pack(text.units, self.window, self.blank, context)
        ]


def _times(path: str) -> tuple[pathlib.Path, float]:
    name, _, times = path.rpartition(":")
    return (pathlib.Path(name), float(times)) if name else (pathlib.Path(path), 1.0)
