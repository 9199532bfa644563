#!/usr/bin/env python3
"""Turn the annotations beside the articles into offsets.

usage: gold.py [--nested] [ARTICLE.gold.json …] > GOLD.jsonl

Without arguments every *.gold.json of this folder is read. One JSON object a line comes out: "id" (the file's
name without ending), "text", and "attributions", each with "source", "cue" and "content" as lists of [begin, end)
spans in code points, and with "type" and "speaker". Quotations inside another one are left out unless --nested is
given; each then has "inside", the id of the one around it or null. README.md says what is annotated and how. A mistake is printed to standard error, and the exit
status is then 1.
"""
import json
import pathlib
import sys

ROLES = ("source", "cue", "content")
FIELDS = {"id", "type", "speaker", "inside", *ROLES}
TYPES = ("direct", "mixed", "indirect")
KINDS = ("person", "group", "organization", "unnamed", "document", "author")


class Mistake(Exception):
    pass


def occurrences(text, snippet):
    begins, at = [], text.find(snippet)
    while at >= 0:
        begins.append(at)
        at = text.find(snippet, at + 1)
    return begins


def span(text, mention):
    """`mention` is a snippet that the text has once, or [snippet, n] for the n-th place where it stands."""
    snippet, number = (mention, None) if isinstance(mention, str) else mention
    begins = occurrences(text, snippet)
    if not begins:
        raise Mistake(f"{snippet!r} is not in the text")
    if number is None and len(begins) > 1:
        raise Mistake(f"{snippet!r} stands in {len(begins)} places: write [{json.dumps(snippet)}, n]")
    if not 1 <= (number or 1) <= len(begins):
        raise Mistake(f"{snippet!r} stands in {len(begins)} places, there is no {number}")
    begin = begins[(number or 1) - 1]
    return [begin, begin + len(snippet)]


def check(quotation, others):
    if set(quotation) != FIELDS:
        raise Mistake(f"fields should be {sorted(FIELDS)}")
    if not quotation["content"]:
        raise Mistake("there is no content")
    if quotation["type"] not in TYPES:
        raise Mistake(f"type should be one of {TYPES}")
    speaker, inside = quotation["speaker"], quotation["inside"]
    if speaker is not None and speaker["kind"] not in KINDS:
        raise Mistake(f"the speaker's kind should be one of {KINDS}")
    if inside is not None and inside not in others:
        raise Mistake(f"{inside} is no quotation of this article")


def resolve(text, quotation, others):
    check(quotation, others)
    roles = {role: [span(text, mention) for mention in quotation[role]] for role in ROLES}
    for role, spans in roles.items():
        if any(after[0] < before[1] for before, after in zip(spans, spans[1:])):
            raise Mistake(f"the spans of its {role} overlap or are out of order")
    return {"id": quotation["id"], **roles, "type": quotation["type"], "speaker": quotation["speaker"],
            "inside": quotation["inside"]}


def check_nesting(attributions):
    by_id = {a["id"]: a for a in attributions}
    for a in attributions:
        outer = by_id.get(a["inside"])
        begin, end = a["content"][0][0], a["content"][-1][1]
        if outer and not any(b <= begin and end <= e for b, e in outer["content"]):
            raise Mistake(f"{a['id']} does not lie inside {outer['id']}")


def article(path, nested):
    name = path.name.removesuffix(".gold.json")
    # newline="": offsets count the carriage returns of a file that has them.
    with open(path.with_name(name + ".txt"), encoding="utf-8", newline="") as file:
        text = file.read()
    quotations = json.loads(path.read_text(encoding="utf-8"))
    ids, attributions = {q.get("id") for q in quotations}, []
    for quotation in quotations:
        try:
            attributions.append(resolve(text, quotation, ids))
        except Mistake as mistake:
            raise Mistake(f"{quotation.get('id')}: {mistake}") from None
    check_nesting(attributions)
    if not nested:
        # Without "inside" nobody takes it that there are none.
        attributions = [a for a in attributions if a.pop("inside") is None]
    return {"id": name, "text": text, "attributions": attributions}


def main(arguments):
    nested = "--nested" in arguments
    paths = [pathlib.Path(a) for a in arguments if a != "--nested"]
    failed = False
    for path in paths or sorted(pathlib.Path(__file__).parent.glob("*.gold.json")):
        try:
            print(json.dumps(article(path, nested), ensure_ascii=False))
        except (Mistake, OSError, ValueError) as error:
            print(f"{path}: {error}", file=sys.stderr)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    if {"-h", "--help"} & set(sys.argv):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
