"""Writes what the product's parity tests compare with: `python -m quoted_training.fixtures CHECKPOINT TEXTS OUT`.

For each text the windows (ids, features, words) and the attributions of 32-bit inference with the stored weights.
"""

import argparse
import json
import pathlib
import types

import torch
from tokenizers import Tokenizer

from . import decoder
from .export import load
from .pretrained import pretrained_folder
from .quantization import LIMIT, WORD_LIMIT, Linear8, rounded
from .train import Corpus, predict


@torch.no_grad()
def stored(model):
    """The model with its weights as they are stored."""
    for module in model.modules():
        if isinstance(module, Linear8):
            whole, scale = rounded(module.weight, LIMIT)
            module.weight.copy_(whole * scale[:, None])
    whole, scale = rounded(model.words.weight, WORD_LIMIT)
    model.words.weight.copy_(whole * scale[:, None])
    return model


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("texts", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--binary", type=pathlib.Path, default="quoted")
    parser.add_argument("--decoder", type=pathlib.Path)
    arguments = parser.parse_args()
    model = stored(load(arguments.checkpoint))
    options = decoder.DEFAULTS | (json.loads(arguments.decoder.read_text()) if arguments.decoder else {})
    tokenizer = Tokenizer.from_file(str(pretrained_folder() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    given = types.SimpleNamespace(binary=arguments.binary, window=model.config["window"])
    corpus = Corpus([arguments.texts], given, tokenizer)
    transitions = model.chain.transitions.detach().numpy()
    rows = []
    for article, parts in zip(corpus.articles, predict(model, corpus, given)):
        rows.append(
            {
                "id": article.id,
                "windows": [
                    {
                        "pieces": window.pieces,
                        "features": list(map(list, zip(*window.features))),
                        "words": window.words,
                        "context": window.context,
                        "tag_sum": float(scores.tags.sum()),
                    }
                    for window, scores in parts
                ],
                "attributions": [
                    {"source": a.source, "cue": a.cue, "content": a.content}
                    for a in decoder.article(parts, transitions, options)
                ],
            }
        )
    arguments.out.write_text(json.dumps(rows, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
