#!/usr/bin/env python3
"""The project's pages lead where they say: each link names a file of the project, and a heading in it where it names one;
and each page of docs/ is named by another.

usage: links.py
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def headings(page):
    """What a heading is called in a link: as web sites that show these pages make it."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for title in re.findall(r"^#+ (.*)$", text, re.MULTILINE):
        yield re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def broken(page, text):
    prose = re.sub(r"`[^`\n]*`(?!\])", "", re.sub(r"^ *```.*?^ *```$", "", text, flags=re.MULTILINE | re.DOTALL))
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        path, _, heading = target.partition("#")
        if re.match(r"\w+:", path):
            continue
        file = (page.parent / path).resolve() if path else page
        if not file.exists():
            yield f"there is no {path}"
        elif heading and heading not in headings(file):
            yield f"{path or 'the page'} has no heading #{heading}"


def unnamed(listed):
    """The pages of docs/ that no other page names, by a link or in passing."""
    texts = {page: (ROOT / page).read_text(encoding="utf-8") for page in listed}
    for page in listed:
        name = pathlib.Path(page).name
        if page.startswith("docs/") and not any(name in text for other, text in texts.items() if other != page):
            yield page


def main():
    listed = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    mistakes = [f"{page}: {what}" for page in listed
                for what in broken(ROOT / page, (ROOT / page).read_text(encoding="utf-8"))]
    mistakes += [f"{page}: no other page leads here" for page in unnamed(listed)]
    readme = ROOT / "README.md"
    wrong = "[a](none.md) [b](docs/design.md#none) [c](#none) [d](docs/design.md#benchmarks) [e](https://example.org)"
    if len(list(broken(readme, wrong))) != 3:
        mistakes.append("links that lead nowhere pass, or others do not")
    for mistake in mistakes:
        print(f"links: {mistake}", file=sys.stderr)
    print(f"links: those of {len(listed)} pages were followed")
    return 1 if mistakes else 0


sys.exit(main())
