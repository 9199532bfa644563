"""Windows of like length in one tensor each."""

import random
from dataclasses import dataclass

import torch

from .labels import UNKNOWN
from .windows import Window


@dataclass
class Batch:
    pieces: torch.Tensor
    features: torch.Tensor
    mask: torch.Tensor
    words: torch.Tensor
    word_mask: torch.Tensor
    cue_labels: torch.Tensor
    """[B,W]; `UNKNOWN` of words that nothing is asked of."""
    cues: torch.Tensor
    """[K,3]: of each marked cue its window, its first and its last word."""
    parts: torch.Tensor
    """[K,W]: of each word what it is of that cue's attribution."""
    entity_labels: torch.Tensor
    antecedent_links: torch.Tensor
    windows: list[Window]


def collate(windows: list[Window]) -> Batch:
    length = max(len(w.pieces) for w in windows)
    count = max(1, max(len(w.words) for w in windows))
    kinds = len(windows[0].features[0])
    pad = lambda rows, size, fill: torch.tensor([list(r) + [fill] * (size - len(r)) for r in rows])
    asked = lambda rows: pad([r or [UNKNOWN] * len(w.words) for r, w in zip(rows, windows)], count, UNKNOWN)
    cues = [(n, first, last) for n, w in enumerate(windows) for first, last in w.cues]
    parts = [row for w in windows for row in w.parts]
    return Batch(
        pad([w.pieces for w in windows], length, 0),
        torch.tensor([w.features + [[0] * kinds] * (length - len(w.pieces)) for w in windows]),
        pad([[True] * len(w.pieces) for w in windows], length, False),
        pad([w.words for w in windows], count, 0),
        pad([[True] * len(w.words) for w in windows], count, False),
        asked([w.cue_labels for w in windows]),
        torch.tensor(cues, dtype=torch.long).reshape(-1, 3),
        pad(parts, count, UNKNOWN) if parts else torch.zeros((0, count), dtype=torch.long),
        asked([w.entity_labels for w in windows]),
        asked([w.antecedent_links for w in windows]),
        windows,
    )


def grouped(items: list, pieces: int, length, rng: random.Random | None) -> list[list]:
    """Lists of items of like length with about as many pieces in each, in drawn order."""
    items = sorted(items, key=lambda item: (length(item), rng.random() if rng else 0))
    result, current, longest = [], [], 0
    for item in items:
        longest = max(longest, length(item))
        if current and longest * (len(current) + 1) > pieces:
            result.append(current)
            current, longest = [], length(item)
        current.append(item)
    if current:
        result.append(current)
    if rng:
        rng.shuffle(result)
    return result
