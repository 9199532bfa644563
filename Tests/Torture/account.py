#!/usr/bin/env python3
"""Compares what was dropped into an inbox with the journals, done/ and failed/: nothing lost, torn or repeated.

It knows the daemon only from outside: files and lines of JSON. What was dropped is a list of `Drop`s, as `dropped.jsonl`
holds them.

usage: account.py FOLDER    (the folder of a run that was kept: dropped.jsonl, planted, inbox, done, failed, journal)
"""
import collections
import dataclasses
import gzip
import hashlib
import json
import pathlib
import sys

# Names that the daemon leaves alone, by its own promise: those that uploads have while they go on.
UNFINISHED = (".tmp", ".temp", ".part", ".filepart", ".partial", ".crdownload", ".download", ".opdownload", ".!ut", ".!qb",
              ".!bt", ".aria2", ".lftp-pget-status", "~")
IGNORED = lambda name: name.startswith((".", "~")) or name.lower().endswith(UNFINISHED)

# A daemon that is killed between copying a file to another file system and removing it copies it again.
COPIES_OF_KILLS = 3


@dataclasses.dataclass(frozen=True)
class Drop:
    """A file that a writer put into the inbox, and the texts of its articles."""
    way: str
    content: bytes
    texts: tuple
    # False for what a later writer may have replaced before anybody saw it, and for what was there halfway.
    certain: bool = True
    # True for what is no article and has to fail, with a reason.
    fails: bool = False

    def to_json(self):
        fields = dataclasses.asdict(self)
        return json.dumps({**fields, "content": self.content.decode()})

    @staticmethod
    def from_json(line):
        fields = json.loads(line)
        return Drop(**{**fields, "content": fields["content"].encode(), "texts": tuple(fields["texts"])})


@dataclasses.dataclass
class Account:
    """What was found. Everything in `wrong` must be empty."""
    counts: dict
    wrong: dict

    def is_clean(self):
        return not any(self.wrong.values())

    def __str__(self):
        counts = ", ".join(f"{count} {what}" for what, count in self.counts.items())
        lines = [counts + "; " + ", ".join(f"{len(found)} {what}" for what, found in self.wrong.items())]
        for what, found in self.wrong.items():
            lines += [f"    {what}: {str(item)[:300]}" for item in found[:5]]
        return "\n".join(lines)


def digest(content):
    return hashlib.sha256(content).digest()


def contents(path):
    """A journal's bytes, as rotation may have left them."""
    return gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()


def is_journal(path, name):
    rest = path.name.removeprefix(name)
    return (path.name.startswith(name) and path.is_file() and not rest.startswith((".lock", ".ledger", ".index"))
            and not rest.endswith(".tail"))


def journals(folder, name="quoted.jsonl"):
    """The journal and its siblings. `.tail` files hold what was torn and known to be."""
    return sorted(path for path in folder.iterdir() if is_journal(path, name))


def read_lines(paths, planted=frozenset()):
    """- Parameter planted: lines that the test itself put there.
    - Returns: the texts of all records in order, and the lines that are none."""
    texts, torn = [], []
    for path in paths:
        lines = contents(path).split(b"\n")
        if lines.pop():
            torn.append(f"{path.name} does not end with a newline")
        for number, line in enumerate(lines, 1):
            try:
                texts.append(json.loads(line.decode())["text"])
            except (ValueError, KeyError, TypeError) as error:
                # A blank line ends what a crash tore, for those who follow.
                if line and line not in planted:
                    torn.append(f"{path.name}:{number}: {error}")
    return texts, torn


def files(folder):
    """All that is no folder, at any depth."""
    return [path for path in folder.rglob("*") if not path.is_dir()] if folder.exists() else []


def check_lines(drops, texts):
    counted = collections.Counter(texts)
    due = {text: drop for drop in drops if drop.certain for text in drop.texts}
    known = {text for drop in drops for text in drop.texts}
    return {
        "lost": [f"{drop.way}: {text!r}" for text, drop in due.items() if text not in counted],
        "repeated": [f"{count} times {text!r}" for text, count in counted.items() if count > 1],
        "never dropped": [text for text in counted if text not in known],
    }


def check_files(drops, done, failed, inbox):
    kept = collections.Counter(digest(path.read_bytes()) for folder in (done, failed) for path in files(folder))
    dropped = collections.Counter(digest(drop.content) for drop in drops)
    known = {digest(drop.content) for drop in drops}
    failing = {digest(drop.content) for drop in drops if drop.fails}
    notes = {path for path in files(failed) if path.suffix == ".json"}
    failures = [path for path in files(failed) if path not in notes and not IGNORED(path.name)]
    return {
        "without an end": [f"{d.way}: {d.content!r}" for d in drops if d.certain and digest(d.content) not in kept],
        "copied over and over": [
            f"{kept[each]} times {next(drop.way for drop in drops if digest(drop.content) == each)}"
            for each, count in dropped.items() if kept[each] > count + COPIES_OF_KILLS],
        "left in the inbox": [str(path) for path in files(inbox) if not IGNORED(path.name)],
        "failed": [each for path in failures if (each := complaint(path, failing))],
        "altered": [str(path) for path in files(done) if not IGNORED(path.name) and digest(path.read_bytes()) not in known],
    }


def complaint(path, failing):
    """- Returns: what is wrong with a file's being in failed/; None where it has to be there and its reason with it."""
    note = path.with_name(path.name + ".json")
    if not note.exists():
        return f"{path.name}: no reason beside it"
    return None if digest(path.read_bytes()) in failing else f"{path.name}: {json.loads(note.read_text())['reason']}"


def planted(home):
    path = home / "planted"
    return frozenset(path.read_bytes().split(b"\n")) if path.exists() else frozenset()


def account(drops, home, journal_folder):
    """- Parameter home: holds inbox, done and failed."""
    paths = journals(journal_folder)
    texts, torn = read_lines(paths, planted(home))
    wrong = {**check_lines(drops, texts), "torn": torn,
             **check_files(drops, home / "done", home / "failed", home / "inbox")}
    certain = [drop for drop in drops if drop.certain]
    return Account({
        "files dropped": len(drops), "of them certain": len(certain),
        "articles due": len({text for drop in certain for text in drop.texts}),
        "lines": len(texts), "journals": len(paths),
        "files in done/": len(files(home / "done")), "in failed/": len(files(home / "failed")),
    }, wrong)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    home = pathlib.Path(sys.argv[1])
    with open(home / "dropped.jsonl", encoding="utf-8") as dropped:
        found = account([Drop.from_json(line) for line in dropped], home, home / "journal")
    print(found)
    sys.exit(0 if found.is_clean() else 1)


if __name__ == "__main__":
    main()
