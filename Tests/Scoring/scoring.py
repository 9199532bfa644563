#!/usr/bin/env python3
"""Score found attributions against marked ones: what `quoted evaluate` measures, written a second time.

usage: scoring.py [--json] MARKED.jsonl FOUND.jsonl

MARKED has one JSON object a line: {"id", "text", "attributions": [{"source", "cue", "content", "inside", "speaker"}]}, FOUND the
same without "text", or the lines of a journal. docs/evaluation.md says what the rows mean. Printed are per cents with one
decimal; with --json the same numbers from 0 to 1.

The program and `Sources/Evaluation` know nothing of each other, and `check` sees that both give the same figures.
"""
import json
import pathlib
import re
import sys
import unicodedata
from collections import Counter

TOKEN = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")
WORD = re.compile(r"\w")
QUOTED = re.compile(r'“[^”]*”?|"[^"]*"?')
ROLES = ("source", "cue", "content")
KINDS = ("direct", "mixed", "indirect")
FORMS = ("name", "pronoun", "description")
IGNORED = {"mr", "mrs", "ms", "dr", "sir", "the", "of", "and", "inc", "ltd", "corp", "co"}
PRONOUNS = {"he", "she", "they", "him", "her", "his", "them", "their", "i", "me", "my", "we", "you", "who", "himself",
            "herself", "that", "which", "it", "one"}


# Words


def tokens(text):
    """Each token's begin and end, and whether it is a word."""
    return [(m.start(), m.end(), bool(WORD.search(m.group()))) for m in TOKEN.finditer(text)]


def covered(spans, toks):
    """The numbers of the words that spans touch."""
    return frozenset(i for begin, end in spans for i, (b, e, word) in enumerate(toks) if word and b < end and e > begin)


def overlap(a, b):
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def same_source(a, b, deep):
    """Half of the words agree; where all levels are marked, also one within the other."""
    if not a or not b:
        return not a and not b
    return overlap(a, b) >= 0.5 or deep and (a <= b or b <= a)


def pairs(marks, finds, least):
    """(mark, find), one to one, the contents that agree best first."""
    candidates = sorted(
        ((overlap(m["content"], f["content"]), overlap(m["cue"], f["cue"]), -i, -j)
         for i, m in enumerate(marks) for j, f in enumerate(finds) if m["content"] & f["content"]), reverse=True)
    marked, found, result = set(), set(), []
    for agreement, _, i, j in candidates:
        if agreement >= least and i not in marked and j not in found:
            marked.add(i)
            found.add(j)
            result.append((-i, -j))
    return result


def kind(text, spans):
    whole = " ".join(text[begin:end] for begin, end in spans)
    quoted = sum(len(WORD.findall(part)) for part in QUOTED.findall(whole))
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.9 * len(WORD.findall(whole)) else "mixed"


# Speakers


def name_words(name):
    name = unicodedata.normalize("NFKD", name or "").casefold()
    words = re.findall(r"[^\W_]+", "".join(c for c in name if not unicodedata.combining(c)))
    return [word for word in words if word not in IGNORED]


def same_name(kind, mark, find):
    """A person's surname and no other given name; a body's words all within the other's."""
    a, b = name_words(mark), name_words(find)
    if not a or not b:
        return False
    if kind != "person":
        return set(a) <= set(b) or set(b) <= set(a)
    if a[-1] != b[-1]:
        return set(a) == set(b)
    return len(a) == 1 or len(b) == 1 or a[0] == b[0] or bool(set(a[:-1]) & set(b[:-1]))


def right_speaker(mark, find):
    if mark is None:
        return find is None
    kind, name = mark["kind"], mark.get("name")
    if kind == "person" and name:
        if ";" in name:
            return find is not None and find["kind"] in ("group", "person")
        return find is not None and same_name(kind, name, find.get("name"))
    if kind == "organization" and name:
        return (find is not None and find["kind"] in ("organization", "group")
                and same_name(kind, name, find.get("name") or find.get("role")))
    if find is None:
        return kind in ("unnamed", "document", "author", "group")
    return not (find["kind"] == "person" and find.get("name"))


def form(mention, name):
    """How a source mentions a named person; None where there is no source."""
    words = set(name_words(mention))
    if not words:
        return None
    if words <= PRONOUNS:
        return "pronoun"
    return "name" if words & set(name_words(name)) else "description"


# Counting


class Count:
    def __init__(self, deep):
        self.deep = deep
        self.n = Counter()
        self.labels = Counter()

    def article(self, text, marks, finds):
        if not self.deep:
            marks, finds = ([a for a in side if a.get("inside") is None] for side in (marks, finds))
        toks = tokens(text)
        prepared = lambda side: [{r: covered(a.get(r) or [], toks) for r in ROLES} for a in side]
        gold, found = prepared(marks), prepared(finds)
        self.n["marked"] += len(gold)
        self.n["found"] += len(found)
        for role in ROLES:
            self.role(role, [a[role] for a in gold if a[role]], [a[role] for a in found if a[role]])
        self.pairs(text, marks, finds, gold, found)
        outer = lambda side, sets: [s for a, s in zip(side, sets) if a.get("inside") is None]
        self.outer(outer(marks, gold), outer(finds, found), [t[2] for t in toks])

    def role(self, role, gold, found):
        g, f = Counter(gold), Counter(found)
        words = [frozenset().union(*side) for side in (gold, found)]
        self.n.update({("exact", role): sum((g & f).values()), ("exact", role, "marked"): len(gold),
                       ("exact", role, "found"): len(found), ("overlap", role): len(words[0] & words[1]),
                       ("overlap", role, "marked"): len(words[0]), ("overlap", role, "found"): len(words[1])})

    def pairs(self, text, marks, finds, gold, found):
        kinds = [kind(text, a.get("content") or []) for a in marks]
        half, close = pairs(gold, found, 0.5), pairs(gold, found, 0.8)
        right = {i: j for i, j in half if same_source(gold[i]["source"], found[j]["source"], self.deep)}
        self.n["half"] += len(half)
        self.n["close"] += len(close)
        self.n["right"] += len(right)
        self.n.update(("close", kinds[i]) for i, _ in close)
        for i, mark in enumerate(marks):
            self.n["marked", kinds[i]] += 1
            self.n["right", kinds[i]] += i in right
            self.n["speakers"] += mark.get("speaker") is not None
            if mark.get("inside") is not None:
                self.n["nested"] += 1
                self.n["nested right"] += i in right
            if i in right:
                self.speaker(text, mark, finds[right[i]].get("speaker"))

    def speaker(self, text, mark, find):
        speaker = mark.get("speaker")
        is_right = right_speaker(speaker, find)
        self.n["who"] += is_right
        name = speaker and speaker.get("name")
        if not name:
            return
        if speaker["kind"] == "organization":
            self.n["bodies"] += 1
            self.n["bodies right"] += is_right
        if speaker["kind"] == "person" and ";" not in name:
            how = form(" ".join(text[b:e] for b, e in mark.get("source") or []), name)
            self.n["names"] += 1
            self.n["names", "right" if is_right else "wrong" if find and find.get("name") else "none"] += 1
            self.n["names", how] += 1
            self.n["names right", how] += is_right

    def outer(self, gold, found, words):
        self.n["outer marked"] += len(gold)
        self.n["outer found"] += len(found)
        self.n["outer right"] += sum(
            same_source(gold[i]["source"], found[j]["source"], self.deep) for i, j in pairs(gold, found, 0.5))
        roles = [{i: role for role in ("content", "source", "cue") for a in side for i in a[role]}
                 for side in (gold, found)]
        self.labels.update(
            tuple(side.get(i, "none") for side in roles) for i, word in enumerate(words) if word)

    # Figures

    def rates(self, both, found="found", marked="marked"):
        both, found, marked = self.n[both], self.n[found], self.n[marked]
        return [(both, found), (both, marked), (2 * both, found + marked)]

    def share(self, part, whole):
        return [(self.n[part], self.n[whole])]

    def alpha(self):
        total = sum(self.labels.values())
        if not total:
            return 0.0
        agree = sum(count for (a, b), count in self.labels.items() if a == b)
        given = Counter()
        for (a, b), count in self.labels.items():
            given[a] += count
            given[b] += count
        expected = sum(c * (c - 1) for c in given.values()) / (2 * total * (2 * total - 1))
        return 1.0 if expected == 1 else 1 - (1 - agree / total) / (1 - expected)

    def figures(self):
        """Each row's numbers, as (part, whole) or as one number."""
        rows = {"attribution": self.rates("right")}
        if self.deep:
            rows["outer attribution"] = self.rates("outer right", "outer found", "outer marked")
            rows["nested attribution recall"] = self.share("nested right", "nested")
        for kind in KINDS:
            rows[f"{kind} attribution recall"] = self.share(("right", kind), ("marked", kind))
        if self.n["speakers"]:
            rows["who"] = self.rates("who")
            for what in ("right", "wrong", "none"):
                rows[f"names {what}"] = self.share(("names", what), "names")
            for how in FORMS:
                rows[f"names right by {how}"] = self.share(("names right", how), ("names", how))
            rows["bodies right"] = self.share("bodies right", "bodies")
        for role in ROLES:
            for what in ("exact", "overlap"):
                rows[f"{what} {role}"] = self.rates((what, role), (what, role, "found"), (what, role, "marked"))
        rows["quote@0.5"], rows["quote@0.8"] = self.rates("half"), self.rates("close")
        for kind in KINDS:
            rows[f"{kind} quote@0.8 recall"] = self.share(("close", kind), ("marked", kind))
        rows["speaker"] = self.share("right", "half")
        rows["alpha"] = [self.alpha()]
        return rows


def read(path):
    return [json.loads(line) for line in pathlib.Path(path).read_text(encoding="utf-8").split("\n") if line.strip()]


def finds(row):
    """The id of a line of FOUND, and its attributions in the form of the marks."""
    if "attributions" in row:
        return row["id"], row["attributions"]
    spans = lambda part: [[s["start"], s["end"]] for s in (part.get("spans") if isinstance(part, dict) else part) or []]
    speakers = {speaker["id"]: speaker for speaker in row["speakers"]}
    return pathlib.PurePath(row["file"]["path"]).stem, [
        {**{role: spans(q[role]) for role in ROLES}, "inside": q["inside"], "speaker": speakers.get(q["speaker"])}
        for q in row["quotations"]]


def count(marked, found):
    count = Count(any("inside" in a for row in marked for a in row["attributions"]))
    found = dict(map(finds, found))
    for row in marked:
        count.article(row["text"], row["attributions"], found.get(row["id"], []))
    return count


def value(number):
    return number[0] / max(1, number[1]) if isinstance(number, tuple) else number


def percent(number):
    return 100 * number[0] / max(1, number[1]) if isinstance(number, tuple) else 100 * number


def table(figures):
    return {name: " ".join(f"{percent(n):.1f}" for n in numbers) for name, numbers in figures.items()}


def main(arguments):
    files = [a for a in arguments if a != "--json"]
    if len(files) != 2:
        sys.exit(__doc__)
    figures = count(*map(read, files)).figures()
    if "--json" in arguments:
        print(json.dumps({name: [value(n) for n in numbers] for name, numbers in figures.items()}, indent=1))
    else:
        for name, numbers in table(figures).items():
            print(f"{name:28s}{numbers}")


if __name__ == "__main__":
    main(sys.argv[1:])
