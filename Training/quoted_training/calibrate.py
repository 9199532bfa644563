"""Chooses the decoder's options on annotated articles: `python -m quoted_training.calibrate CHECKPOINT --dev … --out …`."""

import argparse
import json
import pathlib
import types

import numpy as np
from tokenizers import Tokenizer

from . import decoder, quantization
from .export import load
from .pretrained import pretrained_folder
from .scoring import Words, figures, overlap, pairs, show
from .train import Corpus, predict

STEPS = {
    "source_bias": [0, 0.3, 0.6, 0.9, 1.2, 1.5],
    "cue_bias": [-0.3, 0, 0.2, 0.4, 0.6, 0.8],
    "content_bias": [-0.6, -0.3, 0, 0.3, 0.6, 0.9],
    "join": [0.1, 0.2, 0.3, 0.4, 0.5],
    "promote": [0.2, 0.3, 0.4, 0.5, 0.6],
    "source_join": [0.1, 0.2, 0.3, 0.4, 0.5],
}


def found(scored, transitions, options):
    return [decoder.article(parts, transitions, options) for parts in scored]


def worth(values: dict[str, float]) -> float:
    """What is chosen by: attributions first, then how exact their parts are."""
    return values["attribution"] + 0.15 * sum(values[k] for k in ("source", "cue", "content", "quote@0.8"))


def choose(articles, scored, transitions) -> dict:
    options = dict(decoder.DEFAULTS)
    best = worth(figures(articles, found(scored, transitions, options)))
    for _ in range(2):
        for name, values in STEPS.items():
            for value in values:
                tried = options | {name: value}
                score = worth(figures(articles, found(scored, transitions, tried)))
                if score > best + 1e-9:
                    best, options = score, tried
    return options


def choose_keep(articles, scored, transitions, options: dict) -> dict:
    """The options with the least confidence of what is kept."""
    tried = [options | {"keep": least / 100} for least in range(0, 45, 5)]
    return max(tried, key=lambda o: worth(figures(articles, found(scored, transitions, o))))


def right(article, predicted) -> list[bool]:
    """Of each find whether its content is right by half, and its source too."""
    words = Words(article.text)
    sets = lambda rows: [tuple(words.of(getattr(a, role)) for role in ("source", "cue", "content")) for a in rows]
    gold, guess = sets(article.attributions), sets(predicted)
    good = {j for i, j in pairs(gold, guess, 0.5) if overlap(gold[i][0], guess[j][0]) >= 0.5}
    return [j in good for j in range(len(predicted))]


def confide(articles, predicted, options: dict) -> dict:
    """The options with the confidence's weights: logistic regression by Newton's method, lightly held back."""
    rows = [(1.0, *a.evidence) for parts in predicted for a in parts]
    x = np.array(rows)
    y = np.array([good for article, parts in zip(articles, predicted) for good in right(article, parts)], float)
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (y - p) - 0.1 * w
        curvature = (x * (p * (1 - p))[:, None]).T @ x + 0.1 * np.eye(len(w))
        w += np.linalg.solve(curvature, gradient)
    names = ["base", *decoder.EVIDENCE]
    return options | {f"confidence_{name}": round(float(value), 4) for name, value in zip(names, w)}


def reliability(articles, predicted, options: dict) -> str:
    """Of the finds by tenths of their confidence: how many, and which share is right."""
    found = [(decoder.confidence(a, options), good) for article, parts in zip(articles, predicted)
             for a, good in zip(parts, right(article, parts))]  # fmt: skip
    cells = []
    for tenth in range(10):
        inside = [good for p, good in found if tenth <= 10 * p < tenth + 1]
        if inside:
            cells.append(f"{tenth / 10:.1f}: {len(inside)}, {100 * sum(inside) / len(inside):.0f} %")
    return "; ".join(cells)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("--dev", type=pathlib.Path, required=True)
    parser.add_argument("--binary", type=pathlib.Path, default="quoted")
    parser.add_argument("--out", type=pathlib.Path)
    parser.add_argument("--f32", action="store_true", help="without inference's rounding")
    arguments = parser.parse_args()
    model = load(arguments.checkpoint)
    quantization.active = not arguments.f32
    tokenizer = Tokenizer.from_file(str(pretrained_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    given = types.SimpleNamespace(binary=arguments.binary, window=model.config["window"])
    corpus = Corpus([arguments.dev], given, tokenizer)
    scored = predict(model, corpus, given)
    transitions = model.chain.transitions.detach().numpy()
    print("before:", show(corpus.articles, found(scored, transitions, decoder.DEFAULTS)))
    options = choose(corpus.articles, scored, transitions)
    predicted = found(scored, transitions, options)
    print("after: ", show(corpus.articles, predicted))
    options = confide(corpus.articles, predicted, options)
    options = choose_keep(corpus.articles, scored, transitions, options)
    predicted = found(scored, transitions, options)
    print("kept:  ", show(corpus.articles, predicted))
    print("right by confidence:", reliability(corpus.articles, predicted, options))
    print(json.dumps(options))
    if arguments.out:
        arguments.out.write_text(json.dumps(options) + "\n")


if __name__ == "__main__":
    main()
