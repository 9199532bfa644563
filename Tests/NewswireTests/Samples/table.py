#!/usr/bin/env python3
"""Prints the table of what is expected of sample files, for a person to check and put into expected.tsv.

    Tests/NewswireTests/Samples/table.py .build/debug/quoted ../shared/formats > Tests/NewswireTests/Samples/expected.tsv
    Tests/NewswireTests/Samples/table.py .build/debug/quoted ../shared/formats --show    # the texts behind the digests

The samples are other people's articles: the table has digests (FNV-1a, 64 bits) in place of their words. A row is an
article, the first and the last of its file; a file without articles has one row too.
"""

import json
import pathlib
import subprocess
import sys

FOLDERS = ["nitf", "newsml-g2", "newsml-1.2", "ninjs", "jsonl", "rss-atom", "wire-text", "email"]


def digest(text):
    value = 0xCBF29CE484222325
    for byte in (text or "").encode():
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def paragraphs(article):
    parts = article["text"].split("\n\n")
    return parts[1:] if parts[0] == article.get("title") else parts


def rows(name, quoted, path, show):
    result = subprocess.run([quoted, "convert", "--json", path], capture_output=True)
    if not result.stdout:
        yield [name, "-", 0, 0, 0] + [0] + ["-"] * 11
        return
    file = json.loads(result.stdout)
    articles = file["articles"]
    counts = [file["format"], len(articles), len(file["failures"]), len(file["skipped"])]
    if not articles or file["format"] == "text":
        yield [name, *counts, 0] + ["-"] * 11
        return
    for article in articles[:1] + articles[1:][-1:]:
        body = paragraphs(article)
        texts = [article.get("title"), "; ".join(article["byline"]), body[0] if body else "", body[-1] if body else ""]
        dateline = "; ".join(article.get(part) or "" for part in ("place", "agency"))
        title, byline, first, last, item, dateline = [
            text if show else digest(text) for text in texts + [article.get("id"), dateline]]
        yield [name, *counts, article["item"], title, byline, article.get("published") or article.get("updated") or "-",
               len(body), first, last, item, *(article.get(code) or "-" for code in ("version", "urgency", "status")), dateline]


def main():
    quoted, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    show = "--show" in sys.argv
    print("# file, format, articles, failures, skipped, item, title, byline, time, paragraphs, first, last, id, version, urgency, "
          "status, dateline")
    for name in FOLDERS:
        for path in sorted((folder / name).iterdir()):
            if path.name != "SOURCES.txt":
                for row in rows(f"{name}/{path.name}", quoted, path, show):
                    print(*row, sep="\t")


main()
