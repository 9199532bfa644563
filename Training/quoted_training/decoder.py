"""From scores to attributions; the product's `Decoder` does the same."""

import math
from dataclasses import dataclass

import numpy as np

from .articles import Attribution
from .model import CARRIED, CUE_LABELS, IMPOSSIBLE, PART_LABELS, allowed
from .windows import Window

DEFAULTS = {
    "context": 60,
    "cue_bias": 0.0,
    "source_bias": 0.0,
    "content_bias": 0.0,
    "keep": 0.0,
}
EVIDENCE = ("cue", "content", "edges", "source")
CONFIDENCES = ("confidence", "content_confidence", "source_confidence")
"""Of the attribution, of its content alone, and of its source alone."""
DEFAULTS |= {f"{of}_{name}": 0.0 for of in CONFIDENCES for name in ("base", *EVIDENCE)}
LEAST, MOST = -5.0, 6.0
"""Logarithms of probabilities and of odds count no further."""
CUE_STEPS, PART_STEPS = (
    np.where(allowed(labels).numpy(), 0.0, IMPOSSIBLE).astype(np.float32) for labels in (CUE_LABELS, PART_LABELS)
)


@dataclass
class Scores:
    """Of one window: cues [W,5]; of each cue that was found, and of the one before the window, parts [K,W,9]. Logarithms of
    probabilities."""

    cues: np.ndarray
    found: list[tuple[int, int]]
    parts: np.ndarray


def viterbi(scores: np.ndarray, steps: np.ndarray, breaks: list[int]) -> np.ndarray:
    """The best sequence of labels; each unit begins and ends as if O stood around it."""
    result = []
    for begin, end in zip(breaks, [*breaks[1:], len(scores)]):
        if end <= begin:
            continue
        best = scores[begin] + steps[0]
        back = np.zeros((end - begin, scores.shape[1]), np.int64)
        for t in range(begin + 1, end):
            table = best[:, None] + steps
            back[t - begin] = table.argmax(0)
            best = table.max(0) + scores[t]
        label = int((best + steps[:, 0]).argmax())
        labels = [label]
        for t in range(end - begin - 1, 0, -1):
            label = int(back[t, label])
            labels.append(label)
        result += labels[::-1]
    return np.array(result, np.int64)


def runs(labels: np.ndarray, names: list[str]) -> list[tuple[str, int, int]]:
    """What each run is of, and its first and last word."""
    found, begin = [], 0
    for i, label in enumerate(labels):
        place, _, part = names[label].partition("-")
        if place in "BS":
            begin = i
        if place in "ES":
            found.append((part, begin, i))
    return found


def cues_of(window: Window, cues: np.ndarray, options: dict) -> list[tuple[int, int]]:
    """First and last word of each cue, and `CARRIED` for the one that may go on from before."""
    biased = cues + options["cue_bias"] * np.array([label[0] in "BS" for label in CUE_LABELS], np.float32)
    found = runs(viterbi(biased, CUE_STEPS, window.breaks), CUE_LABELS)
    return [(first, last) for _, first, last in found] + [(CARRIED, CARRIED)]


@dataclass
class Found(Attribution):
    evidence: tuple[float, ...] = ()
    """What its confidence rests on, each a logarithm of odds: see `evidence`."""


def article(windows: list[tuple[Window, Scores]], options: dict) -> list[Found]:
    """What is found in an article: contents of two windows that share a cue are one attribution's."""
    result: list[Found] = []
    by_cue: dict[tuple[int, int], Found] = {}
    for window, scores in windows:
        before = max(result, key=lambda a: a.content[-1][1], default=None)
        for cue, found in of_window(window, scores, options):
            if cue == (CARRIED, CARRIED):
                if before:
                    before.content += [span for span in found.content if span not in before.content]
                continue
            if confidence(found, options) < options["keep"]:
                continue
            known = by_cue.get(found.cue[0])
            if known:
                known.content += [span for span in found.content if span not in known.content]
            else:
                by_cue[found.cue[0]] = found
                result.append(found)
    return result


def of_window(window: Window, scores: Scores, options: dict) -> list[tuple[tuple[int, int], Found]]:
    found = []
    for cue, parts in zip(scores.found, scores.parts):
        attribution = of_cue(window, scores, cue, parts, options)
        if attribution:
            found.append((cue, attribution))
    return found


def of_cue(window: Window, scores: Scores, cue, parts: np.ndarray, options: dict) -> Found | None:
    """None for a cue without contents behind the words that were read before."""
    bias = [options[f"{name[2:]}_bias"] if name[0] in "BS" else 0.0 for name in PART_LABELS]
    labels = viterbi(parts + np.array(bias, np.float32), PART_STEPS, window.breaks)
    all_runs = runs(labels, PART_LABELS)
    contents = [(first, last) for part, first, last in all_runs if part == "content" and last >= window.context]
    if not contents:
        return None
    carried = cue == (CARRIED, CARRIED)
    sources = [(first, last) for part, first, last in all_runs if part == "source" and not carried]
    sure = parts[np.arange(len(labels)), labels]
    source = max(sources, key=lambda run: sure[run[0] : run[1] + 1].mean(), default=None)
    span = lambda run: (window.spans[run[0]][0], window.spans[run[1]][1])
    return Found(
        [span(source)] if source else [],
        [] if carried else [span(cue)],
        [span(run) for run in contents],
        evidence(scores, cue, parts, labels, contents, source),
    )


def evidence(scores: Scores, cue, parts, labels, contents, source) -> tuple[float, ...]:
    """Of the cue's words, the contents' words, their weakest edge, and the source's words or that there is none."""
    sure = np.maximum(parts[np.arange(len(labels)), labels], LEAST)
    words = [i for first, last in contents for i in range(first, last + 1)]
    edges = [i for run in contents for i in run]
    nothing = np.maximum(scores.cues[:, 0], -50.0)
    of_cue = np.log(np.maximum(1 - np.exp(nothing[max(cue[0], 0) : cue[1] + 1]), math.exp(LEAST))) if cue[0] >= 0 else [LEAST]
    if source:
        of_source = sure[source[0] : source[1] + 1].mean()
    else:
        taken = np.exp(parts[:, 1:5]).sum(1).max()
        of_source = math.log(max(1 - taken, math.exp(LEAST)))
    return odds(np.mean(of_cue)), odds(sure[words].mean()), odds(sure[edges].min()), odds(of_source)


def odds(log_probability: float) -> float:
    """The logarithm of p : (1 - p): among those nearly certain it tells 0.99 from 0.999, as the logarithm of p does not."""
    return float(min(max(log_probability - math.log(max(-math.expm1(log_probability), 1e-4)), LEAST), MOST))


def confidence(found: Found, options: dict, of: str = "confidence") -> float:
    """How likely an attribution, or a part of it, is right: a logistic function of the evidence."""
    x = options[f"{of}_base"]
    x += sum(options[f"{of}_{name}"] * value for name, value in zip(EVIDENCE, found.evidence))
    return 1 / (1 + math.exp(-x))
