"""From scores to attributions; the product's `Decoder` does the same."""

import math
from dataclasses import dataclass

import numpy as np

from .articles import Attribution
from .model import IMPOSSIBLE, LABELS, ROLES, allowed
from .windows import Window

DEFAULTS = {
    "context": 60,
    "source_bias": 0.0,
    "cue_bias": 0.0,
    "content_bias": 0.0,
    "join": 0.3,
    "promote": 0.3,
    "source_join": 0.3,
    "confidence_base": 0.0,
    "confidence_content": 0.0,
    "confidence_edges": 0.0,
    "confidence_cue": 0.0,
    "confidence_link": 0.0,
    "confidence_source": 0.0,
    "keep": 0.0,
}
EVIDENCE = ("content", "edges", "cue", "link", "source")
LEAST = -5.0
"""Logarithms of probabilities count no further down."""
FORBIDDEN = np.where(allowed().numpy(), 0.0, IMPOSSIBLE).astype(np.float32)
ROLE_OF = [None if label == "O" else label[2:] for label in LABELS]
BEGINS = [label[0] in "BS" for label in LABELS]
QUOTE = 1
"""The place of the feature among a piece's."""
ENDS = [label[0] in "ES" for label in LABELS]


@dataclass
class Scores:
    """Of one window: tags [W,L], pointers' log probabilities [W,1+W] each, none first."""

    tags: np.ndarray
    content: np.ndarray
    cue: np.ndarray


def viterbi(tags: np.ndarray, transitions: np.ndarray) -> np.ndarray:
    """The best sequence of labels that begins and ends as if O stood around it."""
    best = tags[0] + transitions[0]
    back = np.zeros(tags.shape, np.int64)
    for t in range(1, len(tags)):
        table = best[:, None] + transitions
        back[t] = table.argmax(0)
        best = table.max(0) + tags[t]
    label = int((best + transitions[:, 0]).argmax())
    labels = [label]
    for t in range(len(tags) - 1, 0, -1):
        label = int(back[t, label])
        labels.append(label)
    return np.array(labels[::-1])


def tag(window: Window, tags: np.ndarray, transitions: np.ndarray, options: dict) -> np.ndarray:
    bias = np.array([options[f"{role}_bias"] if role and begins else 0.0 for role, begins in zip(ROLE_OF, BEGINS)])
    scores = transitions + FORBIDDEN
    bounds = [*window.breaks, len(window.words)]
    parts = [viterbi(tags[b:e] + bias, scores) for b, e in zip(bounds, bounds[1:]) if e > b]
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)


def runs(labels: np.ndarray) -> dict[str, list[tuple[int, int]]]:
    found = {role: [] for role in ROLES}
    for i, label in enumerate(labels):
        if BEGINS[label]:
            begin = i
        if ENDS[label]:
            found[ROLE_OF[label]].append((begin, i + 1))
    return found


def mass(pointers: np.ndarray, rows: tuple[int, int], columns: tuple[int, int]) -> float:
    """Mean over rows of the log of the probability that falls on the columns."""
    part = pointers[rows[0] : rows[1], 1 + columns[0] : 1 + columns[1]]
    top = part.max(1)
    return float((top + np.log(np.exp(part - top[:, None]).sum(1))).mean())


@dataclass
class Found(Attribution):
    evidence: tuple[float, ...] = ()
    """What its confidence rests on, each a logarithm of a probability: see `evidence`."""


def attributions(window: Window, scores: Scores, transitions: np.ndarray, options: dict) -> list[Found]:
    """What is found, but for what has a cue and is less likely right than the option "keep"."""
    found = everything(window, scores, transitions, options)
    return [a for a in found if not a.cue or confidence(a, options) >= options["keep"]]


def article(windows: list[tuple[Window, Scores]], transitions: np.ndarray, options: dict) -> list[Found]:
    """What is found in an article: contents of two windows that share a cue are one attribution's."""
    result: list[Found] = []
    by_cue: dict[tuple, Found] = {}
    for window, scores in windows:
        for found in attributions(window, scores, transitions, options):
            known = by_cue.get(tuple(found.cue)) if found.cue else None
            if known:
                known.content += found.content
            else:
                result.append(found)
                by_cue[tuple(found.cue)] = found
    return result


def everything(window: Window, scores: Scores, transitions: np.ndarray, options: dict) -> list[Found]:
    labels = tag(window, scores.tags, transitions, options)
    found = runs(labels)
    sure = certainty(scores.tags, labels)
    groups: dict[tuple, list] = {}
    alone = []
    for content in found["content"]:
        if content[0] < window.context:
            continue
        cue = cue_of(content, found["cue"], scores.content, options)
        if cue is None:
            # Words in quotation marks are somebody's; of the others hardly any are.
            if quoted(window, content):
                alone.append([content])
        else:
            groups.setdefault(cue, []).append(content)
    result = []
    for cue, contents in groups.items():
        source = source_of(cue, found["source"], scores.cue, options)
        result.append(spanned(window, source, cue, contents))
        result[-1].evidence = evidence(sure, scores, source, cue, contents)
    for contents in alone:
        result.append(spanned(window, None, None, contents))
        result[-1].evidence = evidence(sure, scores, None, None, contents)
    return result


def certainty(tags: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Of each word the logarithm of its label's probability among all, whatever the words around it."""
    top = tags.max(1)
    all_labels = top + np.log(np.exp(tags - top[:, None]).sum(1))
    return np.maximum(tags[np.arange(len(labels)), labels] - all_labels, LEAST)


def evidence(sure: np.ndarray, scores: Scores, source, cue, contents) -> tuple[float, ...]:
    """Means over the first content's words, its edges, the cue's words; of the links from content to cue to source."""
    content = contents[0]
    link = mass(scores.content, content, cue) if cue else LEAST
    if cue is None:
        to_source = LEAST
    elif source is None:
        to_source = float(scores.cue[cue[0] : cue[1], 0].mean())
    else:
        to_source = mass(scores.cue, cue, source)
    return (
        float(sure[content[0] : content[1]].mean()),
        float(min(sure[content[0]], sure[content[1] - 1])),
        float(sure[cue[0] : cue[1]].mean()) if cue else LEAST,
        max(link, LEAST),
        max(to_source, LEAST),
    )


def confidence(found: Found, options: dict) -> float:
    """How likely an attribution is right: a logistic function of the evidence."""
    x = options["confidence_base"]
    x += sum(options[f"confidence_{name}"] * value for name, value in zip(EVIDENCE, found.evidence))
    return 1 / (1 + math.exp(-x))


def quoted(window: Window, words) -> bool:
    """Whether at least half of the words stand between quotation marks."""
    inside = sum(window.features[window.words[i]][QUOTE] != 0 for i in range(*words))
    return 2 * inside >= words[1] - words[0]


def cue_of(content, cues, pointers, options):
    best = max(((mass(pointers, content, cue), cue) for cue in cues), default=(-math.inf, None))
    if best[0] >= math.log(options["join"]):
        return best[1]
    mean = pointers[content[0] : content[1]].mean(0)
    top = int(mean[1:].argmax())
    if mean[1 + top] >= math.log(options["promote"]) and not content[0] <= top < content[1]:
        return top, top + 1
    return None


def source_of(cue, sources, pointers, options):
    best = max(((mass(pointers, cue, source), source) for source in sources), default=(-math.inf, None))
    return best[1] if best[0] >= math.log(options["source_join"]) else None


def spanned(window, source, cue, contents) -> Found:
    span = lambda run: (window.spans[run[0]][0], window.spans[run[1] - 1][1])
    return Found([span(source)] if source else [], [span(cue)] if cue else [], [span(c) for c in contents])
