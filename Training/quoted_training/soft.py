"""What larger models make of each word: softer targets than one reader's marks, and the only ones within contents in which nobody
looked for cues. `python -m quoted_training.soft CHECKPOINT … --train FILE … --out FILE` writes them for all texts.

The probabilities of the teachers are averaged; words are known again by the code point where they begin, whatever window they come
to stand in.
"""

import argparse
import pathlib
import time
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional as F

from . import decoder
from .batches import Batch, collate, grouped
from .corpus import Corpus
from .labels import UNKNOWN
from .model import CARRIED, CUE_LABELS, PART_LABELS, Model
from .pretrained import load

EAGER = 1.5
"""Added to the scores of a cue's beginning: what a teacher holds for hardly likely is worth asking about."""
LEAST = 0.02
"""Words that are this likely part of a cue's attribution are kept."""
EVERY = 120
"""Seconds between two notes of what is found so far."""
WEIGHTS = {"cues": 6.0, "parts": 1.0}


@dataclass
class Opinion:
    """Of one text: words by where they begin, [N]; cues, [N,5]; and by where the first and the last word of a cue begin, the words that
    may be part of its attribution, [M], with their labels, [M,9]. All are probabilities."""

    begins: np.ndarray
    cues: np.ndarray
    parts: dict[tuple[int, int], tuple[np.ndarray, np.ndarray]]


@torch.no_grad()
def opinions(teachers: list[Model], corpus: Corpus, kept: pathlib.Path) -> dict[str, Opinion]:
    """By the article's id. What is found goes into `kept` every few minutes, and a later call with the same teachers and texts goes on
    from there."""
    groups = list(grouped(corpus.packed(decoder.DEFAULTS["context"]), 8192, lambda item: len(item[0].pieces), None))
    if kept.exists():
        first, found = (state := torch.load(kept, weights_only=False))["groups"], _opinions(state["opinions"])
    else:
        first, found = 0, {a.id: Opinion(np.zeros(0, np.int32), np.zeros((0, len(CUE_LABELS)), np.float16), {}) for a in corpus.articles}
    saved = time.monotonic()
    for number, group in enumerate(groups[first:], first):
        for (window, article), (cues, listed, parts) in zip(group, _scored(teachers, [window for window, _ in group])):
            _note(found[corpus.articles[article].id], window, cues, listed, parts)
        if time.monotonic() - saved > EVERY:
            print(f"{number + 1} of {len(groups)} groups of windows", flush=True)
            _save({"groups": number + 1, "opinions": _plain(found)}, kept)
            saved = time.monotonic()
    for opinion in found.values():
        order = np.argsort(opinion.begins, kind="stable")
        opinion.begins, opinion.cues = opinion.begins[order], opinion.cues[order]
    return found


def _scored(teachers, windows):
    """For each window the cues' probabilities, the cues that any teacher may hold for one, and their words'."""
    batch = collate(windows)
    read = [model.words(batch) for model in teachers]
    cues = [F.log_softmax(model.cues(words), -1).numpy() for model, (_, words) in zip(teachers, read)]
    eager = {"cue_bias": EAGER}
    listed = [
        sorted({cue for each in cues for cue in decoder.cues_of(w, each[n, : len(w.words)], eager)[:-1]}) if w.words else []
        for n, w in enumerate(windows)
    ]
    asked = torch.tensor([(n, *cue) for n, found in enumerate(listed) for cue in found]).reshape(-1, 3)
    parts = sum(F.softmax(m.parts(words, cls, asked), -1) for m, (cls, words) in zip(teachers, read)) / len(teachers)
    mean, at = np.exp(np.stack(cues)).mean(0), 0
    for n, (window, found) in enumerate(zip(windows, listed)):
        count = len(window.words)
        yield mean[n, :count], found, parts[at : at + len(found), :count].numpy()
        at += len(found)


def _note(opinion: Opinion, window, cues, listed, parts):
    starts = np.array([b for b, _ in window.spans], np.int32)
    own = slice(window.context, None)
    opinion.begins = np.concatenate([opinion.begins, starts[own]])
    opinion.cues = np.concatenate([opinion.cues, cues[own].astype(np.float16)])
    for (first, last), labels in zip(listed, parts):
        if first >= window.context:
            likely = np.nonzero(1 - labels[:, 0] > LEAST)[0]
            opinion.parts[int(starts[first]), int(starts[last])] = starts[likely], labels[likely].astype(np.float16)


@dataclass
class Targets:
    """For a batch: of the words that a teacher read, [B,W,5]; cues that nobody marked and nobody ruled out, [E,3]; of the marked and of
    these, whether a teacher says anything, [K+E], and what, [K+E,W,9]."""

    cues: torch.Tensor
    others: torch.Tensor
    known: torch.Tensor
    parts: torch.Tensor


def targets(said: list[Opinion | None], batch: Batch) -> Targets:
    cues = torch.zeros(*batch.word_mask.shape, len(CUE_LABELS))
    rows = [tuple(row) for row in batch.cues.tolist()]
    others, labels = [], {}
    for n, (window, opinion) in enumerate(zip(batch.windows, said)):
        if opinion is None or not window.words or not len(opinion.begins):
            continue
        starts = np.array([b for b, _ in window.spans])
        at = np.minimum(np.searchsorted(opinion.begins, starts), len(opinion.begins) - 1)
        same = opinion.begins[at] == starts
        cues[n, : len(starts)] = torch.from_numpy(np.where(same[:, None], opinion.cues[at], 0).astype(np.float32))
        place = {b: i for i, b in enumerate(starts.tolist())}
        marked = set(window.cues)
        for (begin, end), (words, probabilities) in opinion.parts.items():
            first, last = place.get(begin), place.get(end)
            if first is None or last is None:
                continue
            if (first, last) not in marked:
                if batch.cue_labels[n, first] != UNKNOWN:
                    continue
                others.append((n, first, last))
            row = torch.zeros(len(starts), len(PART_LABELS))
            row[:, 0] = 1
            inside = [(place[b], i) for i, b in enumerate(words.tolist()) if b in place]
            if inside:
                to, source = (list(t) for t in zip(*inside))
                row[to] = torch.from_numpy(probabilities[source].astype(np.float32))
            labels[n, first, last] = row
    all_rows = rows + others
    parts = torch.zeros(len(all_rows), batch.word_mask.shape[1], len(PART_LABELS))
    known = torch.zeros(len(all_rows), dtype=torch.bool)
    for k, row in enumerate(all_rows):
        if row in labels and row[1] != CARRIED:
            known[k] = True
            parts[k, : len(labels[row])] = labels[row]
    return Targets(cues, torch.tensor(others, dtype=torch.long).reshape(-1, 3), known, parts)


def losses(wanted: Targets, cues: torch.Tensor, parts: torch.Tensor) -> dict[str, torch.Tensor]:
    """Cross-entropies with the teachers'. `cues` [B,W,5] and `parts` [K+E,W,9]: the student's logits."""
    asked = wanted.cues.sum(-1).clamp(max=1)
    of_cues = -(wanted.cues * F.log_softmax(cues, -1)).sum() / asked.sum().clamp(min=1)
    if not wanted.known.any():
        return {"teachers' cues": WEIGHTS["cues"] * of_cues}
    target = wanted.parts[wanted.known]
    of_parts = -(target * F.log_softmax(parts[wanted.known], -1)).sum() / target[..., 1:].sum().clamp(min=1)
    return {"teachers' cues": WEIGHTS["cues"] * of_cues, "teachers' parts": WEIGHTS["parts"] * of_parts}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("checkpoints", type=pathlib.Path, nargs="+")
    add("--train", nargs="+", required=True)
    add("--mentions", type=pathlib.Path, nargs="*", default=[], help="further texts")
    add("--binary", type=pathlib.Path, default="quoted")
    add("--features", nargs="*")
    add("--window", type=int, default=320)
    add("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    if options.out.exists() and all(options.out.stat().st_mtime > c.stat().st_mtime for c in options.checkpoints):
        print(f"{options.out} is newer than the teachers: kept")
        return
    corpus = Corpus(options.train, options.binary, options.window, options.features, options.mentions)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    kept = options.out.with_name(options.out.name + ".part")
    if kept.exists() and any(kept.stat().st_mtime < c.stat().st_mtime for c in options.checkpoints):
        kept.unlink()
    _save(_plain(opinions([load(path) for path in options.checkpoints], corpus, kept)), options.out)
    kept.unlink(missing_ok=True)


def read(path: pathlib.Path) -> dict[str, Opinion]:
    return _opinions(torch.load(path, weights_only=False))


def _plain(found: dict[str, Opinion]):
    return {key: (o.begins, o.cues, o.parts) for key, o in found.items()}


def _opinions(plain) -> dict[str, Opinion]:
    return {key: Opinion(*o) for key, o in plain.items()}


def _save(what, path: pathlib.Path):
    """Never half of it, whatever ends the run."""
    part = path.with_name(path.name + ".new")
    torch.save(what, part)
    part.replace(path)


if __name__ == "__main__":
    main()
