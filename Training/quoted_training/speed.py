"""Articles a second: the product on one thread beside PyTorch on one thread, in turns, over the same texts.

`python -m quoted_training.speed CHECKPOINT MODEL TEXTS --binary …`. PyTorch runs the encoder alone, its linear layers quantised
by its own dynamic int8, over windows that were packed before the clock started; the product does all that it does, from text
to encoded line, on one processor.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

import torch

from . import decoder
from .batches import collate
from .corpus import Corpus
from .pretrained import load
from .quantization import Linear8
from .windows import READ, pack


def plain(model):
    """With PyTorch's own linear layers, which its quantisation knows."""
    for module in list(model.modules()):
        for name, child in list(module.named_children()):
            if isinstance(child, Linear8):
                linear = torch.nn.Linear(child.in_features, child.out_features)
                linear.load_state_dict(child.state_dict())
                setattr(module, name, linear)
    return model


@torch.inference_mode()
def pytorch(model, texts) -> float:
    """Seconds for all texts, a window at a time."""
    begun = time.perf_counter()
    for batches in texts:
        for batch in batches:
            model.words(batch)
    return time.perf_counter() - begun


def product(binary, model, files) -> float:
    """Seconds of one process on one processor, less those that it takes for an empty list of work."""
    run = lambda names: subprocess.run(
        ["taskset", "-c", "0", binary, "annotate", "--engine", "model", "--model", model, *names],
        stdout=subprocess.DEVNULL, check=True, env=os.environ | {"OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    begun = time.perf_counter()
    run(files)
    whole = time.perf_counter() - begun
    begun = time.perf_counter()
    run(files[:1])
    return (whole - (time.perf_counter() - begun)) * len(files) / max(1, len(files) - 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=pathlib.Path)
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("texts", help="as for training")
    parser.add_argument("--binary", type=pathlib.Path, default="quoted")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    os.sched_setaffinity(0, {0})
    torch.set_num_threads(1)
    model = plain(load(arguments.checkpoint))
    quantised = torch.ao.quantization.quantize_dynamic(model, {torch.nn.Linear}, dtype=torch.qint8)
    corpus = Corpus([arguments.texts], arguments.binary, READ, [feature["name"] for feature in model.config["features"]])
    context = decoder.DEFAULTS["context"]
    texts = [[collate([w]) for w in pack(t.units, READ, corpus.blank, context)] for t in corpus.texts]
    ratios = []
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for n, article in enumerate(corpus.articles):
            files.append(pathlib.Path(folder) / f"{n}.txt")
            files[-1].write_text(article.text, encoding="utf-8")
        for _ in range(arguments.rounds):
            slow, fast = pytorch(quantised, texts), product(arguments.binary, arguments.model, files)
            ratios.append(slow / fast)
            print(f"PyTorch int8 {len(files) / slow:.2f} articles/s, quoted {len(files) / fast:.2f}: {ratios[-1]:.2f} x")
    print(json.dumps({"articles": len(files), "ratio": round(statistics.median(ratios), 2)}))


if __name__ == "__main__":
    main()
