"""Fits whom pronouns mean on marked articles: `python -m quoted_training.pronouns --train FILE --dev FILE --out FILE.swift`.

For each "he" or "she" that speaks, the product names all whom it may mean, with numbers that tell for and against each
(`AntecedentEvidence`). The weights make the marked one the likeliest of them. How strongly they are held back is chosen by
cross-validation on the training articles; what is printed of the others is told of articles that nothing was chosen on.
"""

import argparse
import pathlib

import numpy as np

from .articles import read
from .speakers import ENGINES, found, same

PRIOR = {
    "paragraphs": -0.6, "sentences": -0.25, "spoke": 0.7, "subject": 0.45, "introduced": 0.9, "quoted": -0.7,
    "unknownGender": -0.4, "mentions": 0.1, "meant": 2.4, "described": 2.5, "speaking": 1.3,
}  # fmt: skip
"""What a careful reader would say without any data, and what holds for what is rare in them: chosen by hand on small texts that
each show one kind, "There was a flicker across the president's face before he spoke"."""
PENALTIES = (0.3, 1.0, 3.0, 10.0)
NEARLY = 0.002
"""Of penalties that do as well but for this much, the largest is taken."""
FOLDS = 5


def choices(articles, engine: str, binary: pathlib.Path, model: str) -> tuple[list[str], list[tuple[str, np.ndarray, np.ndarray]]]:
    """The names of the numbers; and of each pronoun of a named person, the article, the numbers of all whom it may mean, [N,E], the
    first place being the one that the product chose, and whether each is the marked one, [N]."""
    header, rows = found(articles, engine, binary, model)
    chosen = []
    for article, gold, quotation in rows:
        if not gold or gold["kind"] != "person" or not gold.get("name") or ";" in gold["name"] or not quotation["antecedents"]:
            continue
        right = np.array([same("person", gold["name"], a["name"]) for a in quotation["antecedents"]])
        chosen.append((article.id, np.array([a["evidence"] for a in quotation["antecedents"]]), right))
    return header["antecedents"], chosen


def prior(names: list[str]) -> np.ndarray:
    return np.array([PRIOR.get(name, 0.0) for name in names])


def fit(rows, penalty: float, start: np.ndarray) -> np.ndarray:
    """By Newton's method on the logarithm of the softmax, summed over those of the right one's names; held to the start."""
    rows = [(e, r) for _, e, r in rows if r.any() and not r.all()]

    def loss(weights: np.ndarray) -> float:
        held = penalty / 2 * ((weights - start) ** 2).sum()
        return held - sum(np.log(softmax(evidence @ weights)[right].sum()) for evidence, right in rows)

    weights = start
    for _ in range(30):
        gradient, curvature = penalty * (weights - start), penalty * np.eye(len(weights))
        for evidence, right in rows:
            p = softmax(evidence @ weights)
            mean = p @ evidence
            gradient = gradient + mean - softmax(evidence[right] @ weights) @ evidence[right]
            curvature = curvature + (evidence.T * p) @ evidence - np.outer(mean, mean)
        step = np.linalg.solve(curvature, gradient)
        # A whole step may lead far away, since what is summed is no convex function.
        while loss(weights - step) > loss(weights) and np.abs(step).max() >= 1e-6:
            step = step / 2
        weights = weights - step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def softmax(scores: np.ndarray) -> np.ndarray:
    p = np.exp(scores - scores.max())
    return p / p.sum()


def accuracy(rows, weights: np.ndarray | None) -> float:
    """The share of pronouns whose likeliest person is the marked one; without weights, as the product chose."""
    return float(np.mean([r[0 if weights is None else int((e @ weights).argmax())] for _, e, r in rows]))


def penalty_for(rows, start: np.ndarray) -> float:
    ids = sorted({i for i, *_ in rows})
    fold = {id: n % FOLDS for n, id in enumerate(ids)}

    def right(penalty: float) -> float:
        held = []
        for n in range(FOLDS):
            weights = fit([row for row in rows if fold[row[0]] != n], penalty, start)
            one = [row for row in rows if fold[row[0]] == n]
            held.append((accuracy(one, weights), len(one)))
        return sum(a * n for a, n in held) / sum(n for _, n in held)

    scores = {penalty: right(penalty) for penalty in PENALTIES}
    print("  in cross-validation, by penalty:", ", ".join(f"{p}: {100 * s:.1f}" for p, s in scores.items()))
    return max(p for p, score in scores.items() if score >= max(scores.values()) - NEARLY)


def swift(weights: dict[str, np.ndarray], names: list[str]) -> str:
    tables = []
    for engine in ENGINES:
        lines = "\n".join(f"        .{name}: {value:.3f}," for name, value in zip(names, weights[engine]))
        tables.append(f"    static let {engine}: AntecedentEvidence = [\n{lines}\n    ]\n")
    return (
        "import LanguageKit\n\n/// How much each kind of evidence tells: their sum is the logarithm of how likely a person is meant, but for what all\n"
        "/// persons have in common. Written by `python -m quoted_training.pronouns`; not to be changed by hand.\n"
        "enum AntecedentWeights {\n" + "\n".join(tables) + "}\n"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--train", required=True, type=pathlib.Path, help="articles with the speakers marked")
    parser.add_argument("--dev", required=True, type=pathlib.Path, help="others, to tell how right it is")
    parser.add_argument("--binary", type=pathlib.Path, default="quoted")
    parser.add_argument("--model", default="standard", help="the folder of the model")
    parser.add_argument("--out", type=pathlib.Path, help="the Swift file with the weights")
    arguments = parser.parse_args()
    weights = {}
    for engine in ENGINES:
        names, train = choices(read(arguments.train), engine, arguments.binary, arguments.model)
        _, dev = choices(read(arguments.dev), engine, arguments.binary, arguments.model)
        start = prior(names)
        weights[engine] = fit(train, penalty_for(train, start), start)
        for part, rows in (("train", train), ("dev", dev)):
            now, then = accuracy(rows, weights[engine]), accuracy(rows, None)
            print(f"{engine}, {part}: {len(rows)} pronouns, {100 * then:.1f} % right, {100 * now:.1f} % with the new weights")
    if arguments.out:
        arguments.out.write_text(swift(weights, names))


if __name__ == "__main__":
    main()
