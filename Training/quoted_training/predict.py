"""What a model makes of each window of a corpus."""

import numpy as np
import torch
from torch.nn import functional as F

from . import decoder
from .batches import collate, grouped
from .corpus import Corpus
from .model import Model
from .windows import Window


@torch.no_grad()
def predict(model: Model, corpus: Corpus, options: dict) -> list[list[tuple[Window, decoder.Scores]]]:
    """Each article's windows, in order, with their scores."""
    model.eval()
    scored = [[] for _ in corpus.texts]
    for group in grouped(corpus.packed(options["context"]), 8192, lambda item: len(item[0].pieces), None):
        windows = [window for window, _ in group]
        for (window, number), scores in zip(group, of_windows(model, windows, options)):
            if window.words:
                scored[number].append((window, scores))
    return [sorted(found, key=lambda item: item[0].spans[-1]) for found in scored]


def of_windows(model: Model, windows: list[Window], options: dict) -> list[decoder.Scores]:
    batch = collate(windows)
    cls, words = model.words(batch)
    cues = F.log_softmax(model.cues(words), -1).numpy()
    found = [decoder.cues_of(w, cues[n, : len(w.words)], options) if w.words else [] for n, w in enumerate(windows)]
    asked = torch.tensor([(n, first, last) for n, listed in enumerate(found) for first, last in listed])
    parts = F.log_softmax(model.parts(words, cls, asked.reshape(-1, 3)), -1).numpy()
    result, at = [], 0
    for n, (window, listed) in enumerate(zip(windows, found)):
        count = len(window.words)
        result.append(decoder.Scores(cues[n, :count], listed, np.array(parts[at : at + len(listed), :count])))
        at += len(listed)
    return result
