"""What the program prints as its help, read as a person would: the manual pages and completions are made another way."""

import re
import subprocess
from dataclasses import dataclass, field

WIDE = {"COLUMNS": "80", "PATH": "/usr/bin:/bin"}


@dataclass
class Command:
    words: list[str]
    #: name as typed → what is said of it, in one line
    options: dict[str, str] = field(default_factory=dict)
    arguments: dict[str, str] = field(default_factory=dict)
    below: list["Command"] = field(default_factory=list)

    @property
    def name(self):
        return "-".join(self.words)

    def everyone(self):
        return [self, *(one for below in self.below for one in below.everyone())]


def section(text, title):
    """The entries under a title: what stands left, and what is said of it."""
    found = re.search(rf"^{title}:\n((?:  .*\n|\n(?=  \S))+)", text, re.MULTILINE)
    entries = []
    for line in (found.group(1) if found else "").splitlines():
        if line.startswith("  See '"):
            break
        if re.match(r"  \S", line):
            left, _, right = line.strip().partition("  ")
            if not right and " " in left and len(line) > 26 and line[25] == " ":
                left, right = line[:25].strip(), line[25:]
            entries.append([left, right.strip()])
        elif line.strip():
            entries[-1][1] = f"{entries[-1][1]} {line.strip()}".strip()
    return entries


def command(program, words=()):
    """A command and all below it, by `quoted … --help`."""
    text = subprocess.run([program, *words, "--help"], check=True, capture_output=True, text=True, env=WIDE).stdout
    made = Command(["quoted", *words], dict(section(text, "OPTIONS")), dict(section(text, "ARGUMENTS")))
    made.below = [command(program, (*words, name)) for name, _ in section(text, "SUBCOMMANDS")]
    return made


def names(option):
    """“--status, --socket <socket>” → both names."""
    return re.findall(r"(?<![\w<-])--?[a-z][a-z0-9-]*", re.sub(r"<[^>]*>", "", option))
