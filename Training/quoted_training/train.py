"""Trains a model: `python -m quoted_training.train --train … --dev … --out …`."""

import argparse
import copy
import json
import math
import pathlib
import random
import sys
import time

import torch
from tokenizers import Tokenizer

from torch.nn import functional as F

from . import articles, decoder, features, quantization, soft
from .export import load
from .batches import Batch, collate, grouped
from .labels import Gold
from .mentions import UNKNOWN
from .mentions import read as read_mentions
from .model import LABELS, Model
from .pretrained import load_pretrained, pretrained_folder
from .soft import Opinion, opinion
from .verbs import Verbs
from .windows import CASES, MASK, drawn, pack, units_of


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--train", type=pathlib.Path, nargs="+", required=True)
    add("--dev", type=pathlib.Path)
    add("--binary", type=pathlib.Path, default="quoted", help="the product, which computes the features")
    add("--out", type=pathlib.Path, required=True)
    add("--layers", type=int, default=6)
    add("--epochs", type=float, default=8)
    add("--quantised-epochs", type=float, default=2, help="the last of the epochs, with inference's rounding")
    add("--window", type=int, default=256)
    add("--batch", type=int, default=4096, help="word pieces")
    add("--rate", type=float, default=2e-4)
    add("--head-rate", type=float, default=1e-3)
    add("--dropout", type=float, default=0.1)
    add("--masked", type=float, default=0.05, help="share of words hidden from the model in training")
    add("--hidden-features", type=float, default=0.15, help="share of windows without the rulebook's features")
    add("--average", type=float, default=0.998, help="decay of the moving average that is kept")
    add("--seed", type=int, default=1)
    add("--threads", type=int, default=0)
    add("--no-bf16", action="store_true")
    add("--limit-minutes", type=float, default=1e9)
    add("--other-verbs", type=float, default=0.15, help="share of cues that another verb of the rulebook stands for")
    add("--start", type=pathlib.Path, help="a checkpoint to go on from")
    add("--mentions", type=pathlib.Path, nargs="*", default=[], help="names and chains of mentions, and further texts")
    add("--teachers", type=pathlib.Path, nargs="*", default=[], help="checkpoints whose opinions are learnt as well")
    return parser.parse_args()


class Corpus:
    """Articles with what the model sees of them, and what it should find."""

    def __init__(self, paths, options, tokenizer, mentions=()):
        self.articles = [a for path in paths for a in articles.read(path)]
        self.attributed = len(self.articles)
        """Those before it were annotated; what follows are texts alone."""
        self.mentions, others = read_mentions(mentions, self.articles)
        self.articles += others
        values, self.verbs, found = features.compute(self.articles, options.binary)
        self.features = [{"name": "case", "values": CASES}] + [
            {"name": name, "values": listed} for name, listed in values.items()
        ]
        self.blank = [0] * len(self.features)
        self.texts = [units_of(a, f, tokenizer, options.window - 2) for a, f in zip(self.articles, found)]
        self.golds = [Gold(a) for a in self.articles]


def epoch_windows(corpus, verbs, options, rng):
    """All windows of the corpus, packed anew and with other verbs in the place of some."""
    windows = []
    for number, (text, gold) in enumerate(zip(corpus.texts, corpus.golds)):
        mentions = corpus.mentions.get(text.article.id)
        change = lambda unit: verbs.replaced(unit, text.article, gold.single_cues, options.other_verbs, rng)
        units = [unit for unit in map(change, text.units) if len(unit.pieces) <= options.window - 2]
        for window in drawn(units, options.window, corpus.blank, rng):
            window.text = number
            if number < corpus.attributed:
                gold.label(window)
            if mentions:
                mentions.label(window)
            if window.words:
                windows.append(window)
    return windows


def hide(batch: Batch, options, names: list[str], generator):
    """Masks some words and, in some windows, what the rulebook says: neither may be leant on alone."""
    initial = torch.zeros_like(batch.mask)
    initial.scatter_(1, batch.words, batch.word_mask)
    initial[:, 0] = False
    drawn_words = torch.rand(batch.pieces.shape, generator=generator) < options.masked
    batch.pieces = torch.where(drawn_words & initial, MASK, batch.pieces)
    windows = torch.rand(len(batch.pieces), generator=generator) < options.hidden_features
    for n, name in enumerate(names):
        if name in ("rule", "verb"):
            batch.features[windows, :, n] = 0


WEIGHTS = {"tags": 2.0, "content": 1.0, "cue": 0.5, "entities": 0.4, "antecedents": 0.3}
TEACHERS_WEIGHTS = (2.0, 0.5, 0.25)
"""Of the teachers' tags, links to cues and links to sources."""
ROLES = {role: [i for i, label in enumerate(LABELS) if label.endswith(f"-{role}")] for role in ("content", "cue")}


def losses(model: Model, batch: Batch, bf16: bool, opinions: list[Opinion | None]) -> dict[str, torch.Tensor]:
    """Each already weighed."""
    with torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        hidden = model.encode(batch.pieces, batch.features, batch.mask)
    tags, (content, cue, antecedent), entities = model.scores(hidden, batch.words, batch.word_mask)
    asked = batch.word_mask & batch.attributed[:, None]
    chain = model.chain.loss(tags, batch.labels, asked, batch.starts) / asked.sum().clamp(min=1)
    found = {
        "tags": chain,
        "content": pointed(content, batch.content_links),
        "cue": pointed(cue, batch.cue_links),
        "entities": named(entities, batch.entity_labels),
        "antecedents": pointed(antecedent, batch.antecedent_links),
    }
    result = {name: WEIGHTS[name] * loss for name, loss in found.items()}
    if opinions:
        said = [opinions[window.text] for window in batch.windows]
        soft_tags, soft_links = soft.losses(said, batch, model.chain.marginals(tags, batch.word_mask, batch.starts), [content, cue], ROLES)
        result["teachers"] = sum(w * loss for w, loss in zip(TEACHERS_WEIGHTS, [soft_tags, *soft_links]))
    return result


def named(logits, labels):
    return F.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=UNKNOWN) if (labels >= 0).any() else logits.sum() * 0


def pointed(log_probabilities, links):
    asked = links >= 0
    if not asked.any():
        return log_probabilities.sum() * 0
    return -log_probabilities[asked].gather(1, links[asked][:, None]).mean()


def parameters(model, options):
    heads = [*model.chain.parameters(), *model.pointers.parameters(), *model.entities.parameters()]
    tables = [*model.features.parameters()]
    known = {id(p) for p in heads + tables}
    rest = [p for p in model.parameters() if id(p) not in known]
    decayed = [p for p in rest if p.dim() > 1]
    plain = [p for p in rest if p.dim() <= 1]
    return [
        {"params": decayed, "lr": options.rate, "weight_decay": 0.01},
        {"params": plain, "lr": options.rate, "weight_decay": 0.0},
        {"params": heads + tables, "lr": options.head_rate, "weight_decay": 0.01},
    ]


def scale_at(step: float, total: float, warm: float = 0.06) -> float:
    return min(step / (warm * total), max(0.0, (total - step) / (total * (1 - warm))))


def taught(checkpoints, corpus, options) -> list[Opinion]:
    """What the teachers make of each text; empty without teachers."""
    found = []
    for checkpoint in checkpoints:
        print(f"{checkpoint}: reading all texts", flush=True)
        found.append(predict(load(checkpoint), corpus, options, marginals=True))
    return [opinion(list(scored)) for scored in zip(*found)]


@torch.no_grad()
def predict(model, corpus, options, marginals: bool = False):
    """Each article's windows with their scores; of tags the logits, or the logarithms of their marginal probabilities."""
    model.eval()
    items = [
        (window, n)
        for n, text in enumerate(corpus.texts)
        for window in pack(text.units, options.window, corpus.blank, decoder.DEFAULTS["context"])
    ]
    scored = [[] for _ in corpus.texts]
    for group in grouped(items, 8192, lambda item: len(item[0].pieces), None):
        batch = collate([window for window, _ in group])
        tags, (content, cue, *_), _ = model.scores(
            model.encode(batch.pieces, batch.features, batch.mask), batch.words, batch.word_mask
        )
        if marginals:
            tags = model.chain.marginals(tags, batch.word_mask, batch.starts)
        for i, (window, n) in enumerate(group):
            w = len(window.words)
            if w:
                cut = lambda table, columns: table[i, :w, :columns].float().numpy()
                scores = decoder.Scores(cut(tags, None), cut(content, w + 1), cut(cue, w + 1))
                scored[n].append((window, scores))
    return [sorted(found, key=lambda item: item[0].spans[-1]) for found in scored]


def main():
    options = arguments()
    if options.threads:
        torch.set_num_threads(options.threads)
    random.seed(options.seed)
    torch.manual_seed(options.seed)
    rng, generator = random.Random(options.seed), torch.Generator().manual_seed(options.seed)
    folder = pretrained_folder()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    corpus = Corpus(options.train, options, tokenizer, options.mentions)
    dev = Corpus([options.dev], options, tokenizer) if options.dev else None
    model = load(options.start) if options.start else load_pretrained(folder, corpus, options)
    opinions = taught(options.teachers, corpus, options)
    verbs = Verbs(corpus.verbs, tokenizer)
    names = [f["name"] for f in corpus.features]
    size = sum(len(u.pieces) + 1 for t in corpus.texts for u in t.units)
    total = math.ceil(options.epochs * size / options.batch)
    optimizer = torch.optim.AdamW(parameters(model, options), betas=(0.9, 0.98))
    rates = [group["lr"] for group in optimizer.param_groups]
    average = copy.deepcopy(model).eval()
    begun = time.monotonic()
    seen, step, shown, epoch = 0, 0, 0.0, 0
    recent = None
    while seen < options.epochs * size:
        windows = epoch_windows(corpus, verbs, options, rng)
        for group in grouped(windows, options.batch, lambda window: len(window.pieces), rng):
            progress = min(1.0, seen / (options.epochs * size))
            minutes = (time.monotonic() - begun) / 60
            progress = max(progress, minutes / options.limit_minutes)
            if progress >= 1:
                break
            quantization.active = progress * options.epochs >= options.epochs - options.quantised_epochs
            for rate, part in zip(rates, optimizer.param_groups):
                part["lr"] = rate * scale_at(progress + 1e-4, 1.0)
            batch = collate(group)
            seen += int(batch.mask.sum())
            hide(batch, options, names, generator)
            model.train()
            parts = losses(model, batch, not options.no_bf16, opinions)
            loss = sum(parts.values())
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            step += 1
            decay = min(options.average, (1 + step) / (10 + step))
            with torch.no_grad():
                for kept, now in zip(average.parameters(), model.parameters()):
                    kept.lerp_(now, 1 - decay)
            values = torch.tensor([part.item() for part in parts.values()])
            recent = values if recent is None else recent * 0.98 + values * 0.02
            if time.monotonic() - shown > 20:
                shown = time.monotonic()
                left = (shown - begun) / max(progress, 1e-6) * (1 - progress) / 60
                shown_parts = " ".join(f"{name} {value:.4f}" for name, value in zip(parts, recent))
                print(f"epoch {seen / size:5.2f} step {step} {shown_parts}; {left:.0f} min left", flush=True)
        epoch += 1
        if dev:
            report(average, dev, options, epoch)
            save(average, corpus, options)
        if seen >= options.epochs * size or (time.monotonic() - begun) / 60 >= options.limit_minutes:
            break
    save(average, corpus, options)


def report(model, dev, options, epoch):
    from .scoring import show

    was, quantization.active = quantization.active, quantization.active
    scored = predict(model, dev, options)
    transitions = model.chain.transitions.detach().numpy()
    found = [decoder.article(parts, transitions, decoder.DEFAULTS) for parts in scored]
    print(f"epoch {epoch}: " + show(dev.articles, found), flush=True)
    quantization.active = was


def save(model, corpus, options):
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(
        {
            "state": model.state_dict(),
            "config": model.config,
            "options": {k: str(v) for k, v in vars(options).items()},
        },
        options.out / "checkpoint.pt",
    )


if __name__ == "__main__":
    main()
