"""Chooses the decoder's options on annotated articles: `python -m quoted_training.calibrate CHECKPOINT --dev … --out …`."""

import argparse
import json
import pathlib
import random
import sys

import numpy as np

from . import decoder, quantization
from .corpus import Corpus
from .predict import predict
from .pretrained import load
from .scoring import Words, agree, figures, pairs, show
from .windows import READ

STEPS = {
    "source_bias": [0.0, 0.5, 1.0, 1.5, 2.0],
    "cue_bias": [-1.2, -0.9, -0.6, -0.3, 0.0],
    "content_bias": [-0.6, -0.3, 0.0, 0.3, 0.6],
}


def found(scored, options):
    return [decoder.article(parts, options) for parts in scored]


def worth(values: dict[str, float]) -> float:
    """What is chosen by: attributions first, then those within others, which are found less often, and how exact the parts are."""
    others = ("outer", "source", "cue", "content", "quote@0.8")
    return values["attribution"] + 0.3 * values["nested"] + 0.1 * sum(values[k] for k in others)


def choose(model, corpus) -> dict:
    """One option after the other. The cues are found anew for each of their biases."""
    options = dict(decoder.DEFAULTS)
    scored = predict(model, corpus, options)
    best = worth(figures(corpus.articles, found(scored, options)))
    for name, values in STEPS.items():
        for value in values:
            tried = options | {name: value}
            read = predict(model, corpus, tried) if name == "cue_bias" else scored
            score = worth(figures(corpus.articles, found(read, tried)))
            if score > best + 1e-9:
                best, options, scored = score, tried, read
    return options


def right(article, predicted, of: str = "confidence") -> list[bool | None]:
    """Of each find whether its content is right by half, its source, or both; None of a source whose content is wrong."""
    words = Words(article.text)
    gold, guess = words.roles(article.attributions), words.roles(predicted)
    found = {j: agree(gold[i][0], guess[j][0]) for i, j in pairs(gold, guess, 0.5)}
    count = range(len(predicted))
    return {
        "confidence": [found.get(j, False) for j in count],
        "content_confidence": [j in found for j in count],
        "source_confidence": [found.get(j) for j in count],
    }[of]


def fitted(rows: np.ndarray, good: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression, by Newton's method, lightly held back. rows [N,K], the first column ones; good [N]."""
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (good - p) - 0.1 * weights
        curvature = (rows * (p * (1 - p))[:, None]).T @ rows + 0.1 * np.eye(len(weights))
        weights += np.linalg.solve(curvature, gradient)
    return weights


def confide(articles, predicted, options: dict) -> dict:
    """The options with the weights of the confidences."""
    for of in decoder.CONFIDENCES:
        told = [
            ((1.0, *a.evidence), good)
            for article, found in zip(articles, predicted)
            for a, good in zip(found, right(article, found, of))
            if good is not None
        ]
        if not told:
            sys.exit("calibrate: the model finds too little in these articles that is right; train it longer, or on more of them")
        weights = fitted(np.array([row for row, _ in told]), np.array([good for _, good in told], float))
        options = options | {
            f"{of}_{name}": round(float(weight), 4) for name, weight in zip(("base", *decoder.EVIDENCE), weights)
        }
    return options


def choose_keep(articles, scored, options: dict) -> dict:
    """The options with the least confidence of what is kept. Low ones are tried: whoever wants fewer and surer finds can say so
    (`--min-confidence`)."""
    tried = [options | {"keep": least / 100} for least in range(0, 35, 5)]
    return max(tried, key=lambda o: worth(figures(articles, found(scored, o))))


def reliability(articles, predicted, options: dict, of: str) -> str:
    """Of the finds by tenths of their confidence: how many, and which share is right."""
    told = [
        (decoder.confidence(a, options, of), good)
        for article, found in zip(articles, predicted)
        for a, good in zip(found, right(article, found, of))
        if good is not None
    ]
    cells = []
    for tenth in range(10):
        inside = [good for p, good in told if tenth <= 10 * p < tenth + 1]
        if inside:
            cells.append(f"{tenth / 10:.1f}: {len(inside)}, {100 * sum(inside) / len(inside):.0f} %")
    return "; ".join(cells)


def across(articles, predicted, options: dict) -> str:
    """The reliability of confidences fitted on one half of the articles and told of the other, both ways."""
    order = list(range(len(articles)))
    random.Random(0).shuffle(order)
    halves = order[::2], order[1::2]
    pick = lambda values, half: [values[i] for i in half]
    lines = []
    for one, other in (halves, halves[::-1]):
        weights = confide(pick(articles, one), pick(predicted, one), options)
        for of in decoder.CONFIDENCES:
            lines.append(f"  {of}: {reliability(pick(articles, other), pick(predicted, other), weights, of)}")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("--dev", required=True)
    parser.add_argument("--binary", type=pathlib.Path, default="quoted")
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--f32", action="store_true", help="without inference's rounding")
    arguments = parser.parse_args()
    model = load(arguments.checkpoint)
    quantization.active = not arguments.f32
    names = [feature["name"] for feature in model.config["features"]]
    corpus = Corpus([arguments.dev], arguments.binary, READ, names)
    articles = corpus.articles
    print("before:", show(articles, found(predict(model, corpus, decoder.DEFAULTS), decoder.DEFAULTS)))
    options = choose(model, corpus)
    scored = predict(model, corpus, options)
    predicted = found(scored, options)
    print("after: ", show(articles, predicted))
    print("right by confidence:", across(articles, predicted, options), sep="\n")
    options = choose_keep(articles, scored, confide(articles, predicted, options))
    print("kept:  ", show(articles, found(scored, options)))
    print(json.dumps(options))
    if arguments.out:
        arguments.out.write_text(json.dumps(options) + "\n")


if __name__ == "__main__":
    main()
