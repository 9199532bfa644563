#!/usr/bin/env python3
"""Opens the page of `quoted view --html` in Chromium without looking at it: does its script run under its own policy, and is
hostile markup text? (`make acceptance` looks at it closely.)

usage: page.py FOLDER-OF-BINARIES
"""
import html
import pathlib
import shutil
import subprocess
import sys
import tempfile

HOSTILE = "“</p><script>document.title = 'hacked'</script><img src=x onerror=alert(1)> is safe,” said Mayor Ines Aldana.\n"


def main(binaries):
    chromium = shutil.which("chromium")
    if not chromium:
        print("page: skipped, since there is no chromium; apt-get install chromium")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        story, page = pathlib.Path(folder) / "story.txt", pathlib.Path(folder) / "page.html"
        story.write_text(HOSTILE, encoding="utf-8")
        quoted = pathlib.Path(binaries).resolve() / "quoted"
        subprocess.run([quoted, "view", "--html", "--engine", "rules", "-o", page, story], check=True)
        command = [chromium, "--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile",
                   "--dump-dom", page.as_uri()]
        dom = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, timeout=120)
    tree = dom.stdout.decode("utf-8")
    mistakes = []
    if 'class="live"' not in tree:
        mistakes.append("the page's script did not run: is its digest in the policy?")
    if "<img" in tree or tree.count("<script") != 1 or "<title>hacked" in tree:
        mistakes.append("the article's markup became markup of the page")
    if html.escape("<script>document.title", quote=False) not in tree:
        mistakes.append("the article's words are not on the page")
    for mistake in mistakes:
        print(f"page: {mistake}", file=sys.stderr)
    return 1 if mistakes else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
