"""The features of each token, as the product itself computes them (`quoted features`)."""

import json
import pathlib
import subprocess
from dataclasses import dataclass

from .articles import Article


@dataclass
class Features:
    paragraphs: list[tuple[int, int]]
    sentences: list[int]
    tokens: list[tuple[int, int]]
    values: list[list[int]]
    """By feature, in the order of `names`; one number a token."""


def compute(
    articles: list[Article], binary: pathlib.Path, kept: list[str] | None = None
) -> tuple[dict[str, list[str]], list[dict], list[Features]]:
    """`kept`: the features that are asked for; None for all. Gives the names of the features' values, by feature; the rulebook's verbs; the features of each article."""
    lines = "".join(json.dumps({"id": a.id, "text": a.text}, ensure_ascii=False) + "\n" for a in articles)
    done = subprocess.run([binary, "features", "-"], input=lines.encode(), capture_output=True)
    if done.returncode:
        raise SystemExit(f"{binary} features: {done.stderr.decode().strip()}")
    header, *rows = map(json.loads, done.stdout.decode().splitlines())
    names = {name: values for name, values in sorted(header["values"].items()) if kept is None or name in kept}
    return names, header["verbs"], [_features(row["report"], list(names)) for row in rows]


def _features(row: dict, names: list[str]) -> Features:
    return Features(row["paragraphs"], row["sentences"], row["tokens"], [row["features"][name] for name in names])
