"""Chooses the decoder's options on annotated articles: `python -m quoted_training.calibrate CHECKPOINT --dev … --out …`."""

import argparse
import json
import pathlib
import types

import torch
from tokenizers import Tokenizer

from . import decoder, quantization
from .export import load
from .pretrained import pretrained_folder
from .scoring import figures, show
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
    return [
        [a for window, scores in parts for a in decoder.attributions(window, scores, transitions, options)]
        for parts in scored
    ]


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
    print("after: ", show(corpus.articles, found(scored, transitions, options)))
    print(json.dumps(options))
    if arguments.out:
        arguments.out.write_text(json.dumps(options) + "\n")


if __name__ == "__main__":
    main()
