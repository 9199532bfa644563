"""Writes what the product's parity tests compare with: `python -m quoted_training.fixtures CHECKPOINT TEXTS OUT`.

For each text the windows (ids, features, words) and the attributions of 32-bit inference with the stored weights.
"""

import argparse
import json
import pathlib

import torch

from . import decoder
from .corpus import Corpus
from .predict import predict
from .pretrained import load
from .quantization import LIMIT, WORD_LIMIT, Linear8, rounded
from .windows import READ


@torch.no_grad()
def stored(model):
    """The model with its weights as they are stored."""
    for module in model.modules():
        if isinstance(module, Linear8):
            whole, scale = rounded(module.weight, LIMIT)
            module.weight.copy_(whole * scale[:, None])
    words = model.encoder.words
    whole, scale = rounded(words.weight, WORD_LIMIT)
    words.weight.copy_(whole * scale[:, None])
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("texts", help="as for training")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--binary", type=pathlib.Path, default="quoted")
    parser.add_argument("--decoder", type=pathlib.Path, help="the decoder's options, as JSON")
    arguments = parser.parse_args()
    model = stored(load(arguments.checkpoint))
    options = decoder.DEFAULTS | (json.loads(arguments.decoder.read_text()) if arguments.decoder else {})
    names = [feature["name"] for feature in model.config["features"]]
    corpus = Corpus([arguments.texts], arguments.binary, READ, names)
    rows = []
    for article, scored in zip(corpus.articles, predict(model, corpus, options)):
        rows.append(
            {
                "id": article.id,
                "windows": [
                    {
                        "pieces": window.pieces,
                        "features": list(map(list, zip(*window.features))),
                        "words": window.words,
                        "context": window.context,
                        "cue_sum": float(scores.cues.sum()),
                    }
                    for window, scores in scored
                ],
                "attributions": [
                    {"source": a.source, "cue": a.cue, "content": a.content} for a in decoder.article(scored, options)
                ],
            }
        )
    arguments.out.write_text(json.dumps(rows, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
