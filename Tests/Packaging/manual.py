"""The manual pages: one for each command, with all that its help says of options and arguments, and right as roff.

usage: manual.py PROGRAM FOLDER-OF-PAGES
"""

import re
import subprocess
import sys
from pathlib import Path

import spoken


def fail(message):
    sys.exit(f"packaging: {message}")


def rendered(page):
    """The page as text without borders, so that a paragraph is a line."""
    shown = subprocess.run(
        ["mandoc", "-Tutf8", "-O", "width=500", page], check=True, capture_output=True, text=True).stdout
    return re.sub(r".\x08", "", shown)


def entries(text, title):
    """The entries of a section: the line of each tag, and what follows it."""
    found = re.search(rf"^{title}\n(.*?)(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)
    pairs = re.split(r"^ {5,7}(?=\S)", found.group(1) if found else "", flags=re.MULTILINE)[1:]
    return [" ".join(pair.split()) for pair in pairs]


def missing(command, page):
    """What the help says of the command and the page does not."""
    text = rendered(page)
    for title, said in (("OPTIONS", command.options), ("ARGUMENTS", command.arguments)):
        there = entries(text, title)
        for left, right in said.items():
            tag = re.sub(r"[<>]", "", left).removesuffix(" ...")
            if " ".join(f"{tag} {right}".split()) not in there:
                yield f"{title}: {tag} {right}"
    for below in command.below:
        if f"{below.name}(1)" not in text:
            yield f"SUBCOMMANDS: {below.name}"


def lints(page):
    """Whether mandoc has nothing against the page, be it a matter of style."""
    return not subprocess.run(["mandoc", "-Tlint", page], capture_output=True, text=True).stdout


def groff_reads(page):
    """Whether man shows the page without a warning."""
    shown = subprocess.run(
        ["man", "--warnings", "--local-file", page], capture_output=True, text=True,
        env={"PATH": "/usr/bin:/bin", "MANWIDTH": "100", "LC_ALL": "C.UTF-8"})
    return shown.returncode == 0 and shown.stdout and not shown.stderr


def refuses(folder, command, page):
    """That the checks find what is wrong: an option left out, and roff that is none."""
    broken = Path(folder) / "broken.1"
    lines = page.read_text().splitlines(keepends=True)
    tag = next(at for at, line in enumerate(lines) if line == ".TP\n" and "\\fB\\-\\-" in lines[at + 1])
    broken.write_text("".join(lines[:tag] + lines[tag + 3:]))
    if not list(missing(command, broken)):
        fail(f"a page without one of its options passes: {lines[tag + 1].strip()}")
    broken.write_text("".join(lines) + ".XX\n.RE\n")
    if lints(broken) or groff_reads(broken):
        fail("a page with a macro that there is none of passes")
    broken.unlink()


def main(program, folder):
    commands = spoken.command(program).everyone()
    for command in commands:
        page = Path(folder) / f"{command.name}.1"
        if not page.exists():
            fail(f"{page.name} is missing")
        for what in missing(command, page):
            fail(f"{page.name} does not have what --help says. {what}")
        if not lints(page) or not groff_reads(page):
            fail(f"{page.name} has what mandoc -Tlint or man --warnings complains of")
    for page in Path(folder).glob("*.1"):
        if page.stem not in {command.name for command in [*commands]} | {"quoted-help"}:
            fail(f"{page.name} is of no command")
    refuses(folder, commands[1], Path(folder) / f"{commands[1].name}.1")
    options = sum(len(command.options) for command in commands)
    print(f"packaging: {len(commands)} manual pages have all {options} options that --help has, and nothing wrong")


main(*sys.argv[1:])
