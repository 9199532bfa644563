"""Trains a model: `python -m quoted_training.train --train FILE … --dev FILE … --out FOLDER`.

It writes `checkpoint.pt`, the model as it is, and `progress.pt`, from which the same command goes on after an interruption.
"""

import argparse
import copy
import math
import os
import pathlib
import random
import time

import torch

from . import decoder, quantization, soft
from .batches import Batch, collate, grouped
from .corpus import Corpus
from .losses import losses
from .model import Model
from .predict import predict
from .pretrained import load, load_pretrained
from .scoring import show
from .windows import MASK, READ


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--train", nargs="+", required=True, help="annotated articles; FILE:3 is read three times an epoch, FILE:0.3 in part")
    add("--dev", nargs="+", default=[], help="annotated articles that are scored after each epoch")
    add("--binary", type=pathlib.Path, default="quoted", help="the product, which computes the features")
    add("--out", type=pathlib.Path, required=True)
    add("--encoder", choices=["bert", "mpnet"], default="bert")
    add("--features", nargs="*", help="those of the product that are used; all unless given")
    add("--epochs", type=float, default=8)
    add("--quantised-epochs", type=float, default=0, help="the last of the epochs, with inference's rounding")
    add("--window", type=int, default=256)
    add("--batch", type=int, default=4096, help="word pieces")
    add("--rate", type=float, default=2e-4)
    add("--head-rate", type=float, default=1e-3)
    add("--dropout", type=float, default=0.1)
    add("--masked", type=float, default=0.06, help="share of words hidden from the model in training")
    add("--hidden-features", type=float, default=0.15, help="share of windows without the rulebook's features")
    add("--average", type=float, default=0.998, help="decay of the moving average that is kept")
    add("--seed", type=int, default=1)
    add("--no-bf16", action="store_true")
    add("--other-verbs", type=float, default=0.15, help="share of cues that another verb of the rulebook stands for")
    add("--start", type=pathlib.Path, help="a checkpoint whose weights it begins with")
    add("--mentions", type=pathlib.Path, nargs="*", default=[], help="names and chains of mentions, and further texts")
    add("--opinions", type=pathlib.Path, help="what teachers make of the texts (see `soft`)")
    add("--minutes", type=float, default=math.inf, help="stop after so many, with all that is needed to go on")
    return parser.parse_args()


def hide(batch: Batch, options, names: list[str]):
    """Masks some words and, in some windows, what the rulebook says: neither may be leant on alone."""
    initial = torch.zeros_like(batch.mask)
    initial.scatter_(1, batch.words, batch.word_mask)
    initial[:, 0] = False
    drawn_words = torch.rand(batch.pieces.shape) < options.masked
    batch.pieces = torch.where(drawn_words & initial, MASK, batch.pieces)
    windows = torch.rand(len(batch.pieces)) < options.hidden_features
    for n, name in enumerate(names):
        if name in ("rule", "verb"):
            batch.features[windows, :, n] = 0


def parameters(model: Model, options):
    tables = [*model.encoder.features.parameters()]
    fresh = {id(p) for p in tables}
    encoder = [p for p in model.encoder.parameters() if id(p) not in fresh]
    heads = tables + [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    return [
        {"params": [p for p in encoder if p.dim() > 1], "lr": options.rate, "weight_decay": 0.01},
        {"params": [p for p in encoder if p.dim() <= 1], "lr": options.rate, "weight_decay": 0.0},
        {"params": heads, "lr": options.head_rate, "weight_decay": 0.01},
    ]


def scale_at(progress: float, warm: float = 0.06) -> float:
    return min(progress / warm + 1e-3, max(0.0, (1 - progress) / (1 - warm)))


class Training:
    """The state of a training, which can be written and taken up again."""

    def __init__(self, options, corpus: Corpus):
        self.options, self.corpus = options, corpus
        self.model = load(options.start) if options.start else load_pretrained(options.encoder, corpus.features, options)
        self.average = copy.deepcopy(self.model).eval()
        self.optimizer = torch.optim.AdamW(parameters(self.model, options), betas=(0.9, 0.98))
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.size = corpus.pieces()
        self.epoch = self.group = self.step = self.seen = 0
        """`group`: how many batches of this epoch are done. `seen`: pieces."""
        self.recent: dict[str, float] = {}
        self.names = [f["name"] for f in corpus.features]
        self.opinions = soft.read(options.opinions) if options.opinions else {}
        if self.progress_file.exists():
            self._resume()

    @property
    def progress_file(self) -> pathlib.Path:
        return self.options.out / "progress.pt"

    @property
    def progress(self) -> float:
        return min(1.0, self.seen / (self.options.epochs * self.size))

    STATE = ("epoch", "group", "step", "seen", "recent")

    def save(self):
        """Both files are replaced whole, so that an interruption leaves the old ones."""
        self.options.out.mkdir(parents=True, exist_ok=True)
        state = {name: getattr(self, name) for name in self.STATE}
        _write(self.progress_file, state | {
            "model": self.model.state_dict(), "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(), "random": torch.get_rng_state(),
        })  # fmt: skip
        _write(self.options.out / "checkpoint.pt", {"state": self.average.state_dict(), "config": self.average.config})

    def _resume(self):
        state = torch.load(self.progress_file, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        torch.set_rng_state(state["random"])
        for name in self.STATE:
            setattr(self, name, state[name])
        print(f"goes on at epoch {self.seen / self.size:.2f}, step {self.step}", flush=True)

    def opinion(self, window) -> "soft.Opinion | None":
        return self.opinions.get(self.corpus.articles[window.text].id)

    def batches(self):
        """The rest of this epoch: what is drawn depends on the seed and the epoch alone."""
        rng = random.Random(f"{self.options.seed} {self.epoch}")
        windows = self.corpus.epoch(self.options.other_verbs, rng)
        return grouped(windows, self.options.batch, lambda window: len(window.pieces), rng)[self.group :]

    def learn(self, windows):
        options = self.options
        quantization.active = self.progress * options.epochs >= options.epochs - options.quantised_epochs
        for rate, group in zip(self.rates, self.optimizer.param_groups):
            group["lr"] = rate * scale_at(self.progress)
        batch = collate(windows)
        hide(batch, options, self.names)
        self.model.train()
        wanted = soft.targets([self.opinion(w) for w in windows], batch) if self.opinions else None
        parts = losses(self.model, batch, not options.no_bf16, wanted)
        self.optimizer.zero_grad()
        sum(parts.values()).backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        self.group += 1
        self.seen += int(batch.mask.sum())
        decay = min(options.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for kept, now in zip(self.average.parameters(), self.model.parameters()):
                kept.lerp_(now, 1 - decay)
        for name, part in parts.items():
            self.recent[name] = self.recent.get(name, part.item()) * 0.98 + part.item() * 0.02


def _write(path: pathlib.Path, state):
    new = path.with_suffix(".new")
    torch.save(state, new)
    os.replace(new, path)


def report(training: Training, dev: Corpus):
    was, quantization.active = quantization.active, training.options.quantised_epochs > 0
    found = [decoder.article(parts, decoder.DEFAULTS) for parts in predict(training.average, dev, decoder.DEFAULTS)]
    quantization.active = was
    print(f"epoch {training.epoch}: {show(dev.articles, found)}", flush=True)


SHOWN, SAVED = 60, 600
"""Seconds between lines, and between checkpoints."""


def main():
    options = arguments()
    torch.manual_seed(options.seed)
    corpus = Corpus(options.train, options.binary, options.window, options.features, options.mentions)
    dev = [Corpus([path], options.binary, READ, options.features) for path in options.dev]
    training = Training(options, corpus)
    begun = shown = saved = time.monotonic()
    first = training.progress
    while training.progress < 1:
        for windows in training.batches():
            training.learn(windows)
            now = time.monotonic()
            if now - shown > SHOWN:
                shown = now
                done = training.progress
                left = (now - begun) / max(done - first, 1e-6) * (1 - done) / 60
                parts = " ".join(f"{name} {value:.4f}" for name, value in training.recent.items())
                print(f"epoch {training.seen / training.size:5.2f} step {training.step} {parts}; {left:.0f} min left", flush=True)
            if now - saved > SAVED:
                saved = now
                training.save()
            if (now - begun) / 60 > options.minutes:
                training.save()
                print("stopped; the same command goes on", flush=True)
                return
            if training.progress >= 1:
                break
        training.epoch, training.group = training.epoch + 1, 0
        training.save()
        for corpus in dev:
            report(training, corpus)


if __name__ == "__main__":
    main()
