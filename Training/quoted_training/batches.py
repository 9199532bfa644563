"""Windows of like length in one tensor each."""

import random
from dataclasses import dataclass

import torch

from .windows import Window


@dataclass
class Batch:
    pieces: torch.Tensor
    features: torch.Tensor
    mask: torch.Tensor
    words: torch.Tensor
    word_mask: torch.Tensor
    starts: torch.Tensor
    labels: torch.Tensor
    content_links: torch.Tensor
    cue_links: torch.Tensor
    entity_labels: torch.Tensor
    antecedent_links: torch.Tensor
    attributed: torch.Tensor
    """[B]: whether anyone annotated the attributions."""
    windows: list[Window]


def collate(windows: list[Window]) -> Batch:
    length = max(len(w.pieces) for w in windows)
    count = max(1, max(len(w.words) for w in windows))
    kinds = len(windows[0].features[0])
    pad = lambda rows, size, fill: torch.tensor([list(r) + [fill] * (size - len(r)) for r in rows])
    starts = torch.zeros(len(windows), count, dtype=torch.bool)
    for n, w in enumerate(windows):
        starts[n, [b for b in w.breaks if b < count]] = True
    word_mask = pad([[True] * len(w.words) for w in windows], count, False)
    return Batch(
        pad([w.pieces for w in windows], length, 0),
        torch.tensor([w.features + [[0] * kinds] * (length - len(w.pieces)) for w in windows]),
        pad([[True] * len(w.pieces) for w in windows], length, False),
        pad([w.words for w in windows], count, 0),
        word_mask,
        starts & word_mask,
        pad([w.labels or [0] * len(w.words) for w in windows], count, 0),
        pad([w.content_links or [-1] * len(w.words) for w in windows], count, -1),
        pad([w.cue_links or [-1] * len(w.words) for w in windows], count, -1),
        pad([w.entity_labels or [-1] * len(w.words) for w in windows], count, -1),
        pad([w.antecedent_links or [-1] * len(w.words) for w in windows], count, -1),
        torch.tensor([bool(w.labels) for w in windows]),
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
