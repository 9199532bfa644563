"""Annotated articles: texts with the attributions that people marked in them.

Read from JSON lines ("id", "text", "attributions"; "inside" in these where all depths are marked), from a folder of
NAME.marked (see `marks`) or of brat files (NAME.txt beside NAME.ann). Offsets are code points, half open.
"""

import gzip
import json
import pathlib
import re
from dataclasses import dataclass, field

from . import marks

Span = tuple[int, int]


@dataclass
class Attribution:
    source: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    content: list[Span] = field(default_factory=list)


@dataclass
class Article:
    id: str
    text: str
    attributions: list[Attribution]
    nests: bool = False
    """Whether attributions within the contents of others are marked too."""
    speakers: list[dict | None] = field(default_factory=list)
    """Of each attribution, where somebody marked them: kind, name and role."""


class Malformed(Exception):
    """An annotation that cannot be read; says where and what to do."""


def read(path: pathlib.Path) -> list[Article]:
    """The articles of a file of JSON lines, gzipped or not, or of a folder of marked or brat files."""
    if path.is_dir():
        marked = sorted(path.glob("*.marked"))
        return [_marked(file) for file in marked] or [_brat(text) for text in sorted(path.glob("**/*.txt"))]
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8") as lines:
        return [_json(line, f"{path}, line {n}") for n, line in enumerate(lines, 1) if line.strip()]


def _json(line: str, place: str) -> Article:
    try:
        row = json.loads(line)
        spans = lambda role: [(int(b), int(e)) for b, e in role or []]
        attributions = [
            Attribution(spans(a.get("source")), spans(a.get("cue")), spans(a.get("content")))
            for a in row["attributions"]
        ]
        article = Article(row["id"], row["text"], attributions)
        article.nests = any("inside" in a for a in row["attributions"])
        article.speakers = [a.get("speaker") for a in row["attributions"]]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Malformed(
            f'{place}: {error!r}; give {{"id", "text", "attributions": [{{"source", "cue", "content"}}]}}, each role a '
            "list of [begin, end]"
        ) from error
    _check(article, place)
    return article


def _marked(path: pathlib.Path) -> Article:
    marked = marks.parse(path.read_text(encoding="utf-8"))
    if marked.mistakes:
        raise Malformed(f"{path}: {marked.mistakes[0]}; `python -m quoted_training.marks {path}` tells all")
    return _json(json.dumps({"id": path.stem, "text": marked.text, "attributions": marked.rows()}), str(path))


_ENTITY = re.compile(r"(T\d+)\t(\w+) ([\d ;]+)\t")
_EVENT = re.compile(r"(E\d+)\t(\w+):(T\d+)((?: \w+:\w+)*)")


def _brat(path: pathlib.Path) -> Article:
    """Entities source, cue, content (any case); attributions as events on the cue or as relations between two."""
    text = path.read_text(encoding="utf-8")
    entities: dict[str, tuple[str, list[Span]]] = {}
    groups: list[Attribution] = []
    by_entity: dict[str, Attribution] = {}
    marked = path.with_suffix(".ann")
    if not marked.exists():
        raise Malformed(f"{path}: {marked.name} is not beside it; each text of a brat folder needs its annotations")
    lines = marked.read_text(encoding="utf-8").splitlines()
    for line in lines:
        if match := _ENTITY.match(line):
            name, role, places = match.groups()
            entities[name] = role.lower(), [tuple(map(int, part.split())) for part in places.split(";")]
    for number, line in enumerate(lines, 1):
        if match := _EVENT.match(line):
            members = [match[3]] + [part.split(":")[1] for part in match[4].split()]
            groups.append(_group(members, entities, f"{marked}, line {number}"))
        elif line.startswith("R"):
            first, second = re.findall(r":(T\d+)", line)
            attribution = by_entity.get(first) or by_entity.get(second)
            if attribution is None:
                attribution = Attribution()
                groups.append(attribution)
            for name in (first, second):
                if by_entity.get(name) is not attribution:
                    by_entity[name] = attribution
                    role, spans = _entity(name, entities, f"{marked}, line {number}")
                    getattr(attribution, role).extend(spans)
    article = Article(path.stem, text, groups)
    _check(article, str(marked))
    return article


def _entity(name, entities, place):
    role, spans = entities.get(name, (None, []))
    if role not in ("source", "cue", "content"):
        raise Malformed(f"{place}: {name} is not an entity of type source, cue or content")
    return role, spans


def _group(members, entities, place) -> Attribution:
    attribution = Attribution()
    for name in members:
        role, spans = _entity(name, entities, place)
        getattr(attribution, role).extend(spans)
    return attribution


def _check(article: Article, place: str):
    for attribution in article.attributions:
        for begin, end in attribution.source + attribution.cue + attribution.content:
            if not 0 <= begin < end <= len(article.text):
                raise Malformed(f"{place}: [{begin}, {end}] is outside of the text's {len(article.text)} code points")
