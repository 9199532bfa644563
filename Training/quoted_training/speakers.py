"""Fits how sure a speaker is on marked articles: `python -m quoted_training.speakers --dev FILE --out FILE.swift`.

It prints, of the speakers by tenths of their confidence, which share is right: fitted on one half of the articles and told of
the other, both ways. With `--train` what was trained on is fitted with as well, since kinds of mentions that few articles have
would go by chance; a model is a little surer of names there, so that the half told of is never of those.
"""

import argparse
import json
import pathlib
import random
import re
import subprocess
import tempfile
import unicodedata

import numpy as np

from .articles import Article, Attribution, read
from .calibrate import fitted
from .scoring import Words, agree, pairs

DROPPED = {"mr", "mrs", "ms", "dr", "sir", "the", "of", "and", "inc", "ltd", "corp", "co"}
ENGINES = ("model", "rules")


def words(name: str | None) -> list[str]:
    """Those of a name without case, accents and titles."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name or "").casefold() if not unicodedata.combining(c))
    return [word for word in re.findall(r"[^\W_]+", plain) if word not in DROPPED]


def same(kind: str, gold: str, found: str | None) -> bool:
    """Whether two names are one's: a person's surname and no other given name, a body's words in each other."""
    a, b = words(gold), words(found)
    if not a or not b:
        return False
    if kind != "person":
        return set(a) <= set(b) or set(b) <= set(a)
    if a[-1] != b[-1]:
        return set(a) == set(b)
    return len(a) == 1 or len(b) == 1 or a[0] == b[0] or bool(set(a[:-1]) & set(b[:-1]))


def right(gold: dict | None, found: dict) -> bool:
    """Whether a speaker that was found is the marked one, as `quoted evaluate` has it."""
    if gold is None:
        return False
    kind, name = gold["kind"], gold.get("name")
    if kind == "person" and name:
        return found["kind"] in ("group", "person") if ";" in name else same(kind, name, found.get("name"))
    if kind == "organization" and name:
        return found["kind"] in ("organization", "group") and same(kind, name, found.get("name") or found.get("role"))
    return not (found["kind"] == "person" and found.get("name"))


def found(articles, engine: str, binary: pathlib.Path, model: str) -> tuple[dict, list[tuple[Article, dict | None, dict]]]:
    """The names of the evidence's numbers; and of the marked attributions that the product finds, with their sources: the article,
    who is marked to speak, and what was found."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as texts:
        for article in articles:
            texts.write(json.dumps({"id": article.id, "text": article.text}) + "\n")
        texts.flush()
        command = [str(binary), "features", "--speakers", "--engine", engine, "--model", model, texts.name]
        lines = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.splitlines()
    return json.loads(lines[0]), [row for a, line in zip(articles, lines[1:]) for row in _found(a, json.loads(line)["quotations"])]


def _found(article: Article, quotations):
    spans = Words(article.text)
    gold = spans.roles(article.attributions)
    product = spans.roles([Attribution(q["source"], q["cue"], q["content"]) for q in quotations])
    return [
        (article, article.speakers[i], quotations[j]) for i, j in pairs(gold, product, 0.5) if agree(gold[i][0], product[j][0])
    ]


def told(articles, engine: str, binary: pathlib.Path, model: str) -> tuple[list[str], dict[str, list[tuple[list[float], dict, bool]]]]:
    """The kinds of evidence; and of each article's attributions that are found and have a speaker: the evidence, who it is, and
    whether that is right."""
    header, rows = found(articles, engine, binary, model)
    by_article = {a.id: [] for a in articles}
    for article, gold, quotation in rows:
        if who := quotation.get("speaker"):
            by_article[article.id].append((quotation["evidence"], who, right(gold, who)))
    return header["evidence"], by_article


def fit(rows) -> np.ndarray:
    return fitted(np.array([[1.0, *e] for e, _, _ in rows]), np.array([good for *_, good in rows], float))


def confidences(weights: np.ndarray, rows) -> np.ndarray:
    return 1 / (1 + np.exp(-np.array([[1.0, *e] for e, _, _ in rows]) @ weights))


def reliability(p: np.ndarray, good: np.ndarray) -> str:
    cells = []
    for tenth in range(10):
        inside = good[(10 * p >= tenth) & (10 * p < tenth + 1)]
        if len(inside):
            cells.append(f"{tenth / 10:.1f}: {len(inside)}, {100 * inside.mean():.0f} %")
    return "; ".join(cells)


def named(rows) -> np.ndarray:
    return np.array([bool(who.get("name")) for _, who, _ in rows])


def show(by_article: dict, engine: str, always: list):
    order = sorted(by_article)
    random.Random(0).shuffle(order)
    halves = order[::2], order[1::2]
    gather = lambda ids: [row for i in ids for row in by_article[i]]
    p, good, names = [], [], []
    for one, other in (halves, halves[::-1]):
        rows = gather(other)
        p.append(confidences(fit(gather(one) + always), rows))
        good.append(np.array([good for *_, good in rows], float))
        names.append(named(rows))
        print(f"{engine}, told of the other half: {reliability(p[-1], good[-1])}")
    p, good, names = map(np.concatenate, (p, good, names))
    print(f"  logarithmic loss {-np.log(np.where(good > 0, p, 1 - p).clip(1e-6)).mean():.4f}")
    for least in (0.0, 0.5, 0.6, 0.7, 0.8, 0.9):
        kept = names & (p >= least)
        print(f"  names from {least:.1f}: {100 * kept.sum() / names.sum():.1f} % told, {100 * (1 - good[kept].mean()):.1f} % of these wrong")


def swift(weights: dict[str, np.ndarray], kinds: list[str]) -> str:
    case = lambda name: re.sub(r"-(\w)", lambda m: m[1].upper(), name)
    tables = []
    for engine in ENGINES:
        base, *others = weights[engine]
        lines = "\n".join(f"            .{case(kind)}: {value:.3f}," for kind, value in zip(kinds, others) if round(value, 3))
        tables.append(
            f"    static let {engine} = SpeakerWeights(\n        base: {base:.3f},\n        of: [\n{lines}\n        ])\n"
        )
    return (
        "import LanguageKit\n\n/// Written by `python -m quoted_training.speakers`; not to be changed by hand.\n"
        "struct SpeakerWeights {\n    var base: Double\n    var of: [SpeakerEvidence.Kind: Double]\n\n" + "\n".join(tables) + "}\n"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dev", required=True, type=pathlib.Path, help="articles with the speakers marked")
    parser.add_argument("--train", type=pathlib.Path, help="further ones, that the model was trained on")
    parser.add_argument("--binary", type=pathlib.Path, default="quoted")
    parser.add_argument("--model", default="standard", help="the folder of the model")
    parser.add_argument("--out", type=pathlib.Path, help="the Swift file with the weights")
    arguments = parser.parse_args()
    articles = read(arguments.dev)
    weights = {}
    for engine in ENGINES:
        kinds, by_article = told(articles, engine, arguments.binary, arguments.model)
        _, further = told(read(arguments.train), engine, arguments.binary, arguments.model) if arguments.train else (kinds, {})
        always = [row for rows in further.values() for row in rows]
        show(by_article, engine, always)
        weights[engine] = fit([row for rows in by_article.values() for row in rows] + always)
    if arguments.out:
        arguments.out.write_text(swift(weights, kinds))


if __name__ == "__main__":
    main()
