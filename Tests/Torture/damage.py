#!/usr/bin/env python3
"""Spoils the end of the journal, the ledger or both while the daemon is stopped; then it starts, articles come, and every
article that was ever dropped must have one whole line, and no line may be fused onto another.

usage: damage.py FOLDER-OF-BINARIES

The environment may say:
    MINUTES=20   how long it goes on; without it there are some rounds, as `make test` has them
    SEED=20      the chances that it takes; without it they are new ones, and printed
"""
import collections
import contextlib
import json
import os
import pathlib
import random
import shutil
import sqlite3
import sys
import tempfile
import time

import account
from victim import Victim, expect, harness
from writers import SHORT

BRIEF_ROUNDS = 8
# A journal has more and more siblings: after so many rounds another daemon begins.
ROUNDS_EACH = 40
# How far from its end a journal is spoilt: the daemon looks again at the last megabyte of what it knows.
REACH = 64 << 10


def cut_a_byte(chance, content):
    return content[:-1]


def cut_some(chance, content):
    return content[:-chance.randrange(1, min(len(content), 5000))]


def cut_lines(chance, content):
    lines = content.splitlines(keepends=True)
    return b"".join(lines[:-chance.randint(1, len(lines))])


def cut_half(chance, content):
    return content[:len(content) // 2]


def zeros(chance, content):
    return overwrite(chance, content, bytes)


def half_a_line_more(chance, content):
    return content + content[:chance.randrange(1, 1000)]


def garbage_more(chance, content):
    return content + chance.randbytes(chance.randrange(1, 5000))


def altered_byte(chance, content):
    place = somewhere(chance, content, 1)
    return content[:place] + bytes([content[place] ^ 1 << chance.randrange(8)]) + content[place + 1:]


def random_bytes(chance, content):
    return overwrite(chance, content, chance.randbytes)


def swapped(chance, content):
    """Two stretches of the same length change places, as blocks of a disk may."""
    count = chance.choice([1, 16, 512])
    first, second = sorted(somewhere(chance, content, count) for _ in range(2))
    if second < first + count or second + count > len(content):
        return altered_byte(chance, content)
    return (content[:first] + content[second:second + count] + content[first + count:second]
            + content[first:first + count] + content[second + count:])


def overwrite(chance, content, made):
    place, count = somewhere(chance, content, 1), chance.randrange(1, 5000)
    stretch = made(min(count, len(content) - place))
    return content[:place] + stretch + content[place + len(stretch):]


def somewhere(chance, content, count):
    return chance.randrange(max(0, len(content) - REACH), max(1, len(content) - count + 1))


# What shows without a ledger, and what only a ledger's checksums can tell.
PLAIN = [cut_a_byte, cut_some, cut_lines, cut_half, zeros, half_a_line_more, garbage_more]
HIDDEN = [altered_byte, random_bytes, swapped]


def spoil_ledger(chance, path, older):
    """- Parameter older: a copy of the ledger as it was some rounds ago; None where there is none."""
    harm = chance.choice(["garbage", "cut", "page", "gone"] + ["older"] * bool(older))
    content = path.read_bytes()
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    if harm == "gone":
        path.unlink()
    elif harm == "older":
        path.write_bytes(older)
    elif harm == "cut":
        os.truncate(path, chance.randrange(len(content)))
    else:
        start = 0 if harm == "garbage" else chance.randrange(len(content))
        stretch = chance.randbytes(min(8192, len(content) - start))
        path.write_bytes(content[:start] + stretch + content[start + len(stretch):])
    return "ledger " + harm


def whole_ledger(path):
    """What a ledger says, its write-ahead log included: after a kill its file alone may be a mixture of two states."""
    with tempfile.TemporaryDirectory() as folder:
        for file in path.parent.glob(path.name + "*"):
            if file.name in (path.name, path.name + "-wal"):
                shutil.copyfile(file, pathlib.Path(folder) / file.name)
        copy = pathlib.Path(folder) / path.name
        with contextlib.closing(sqlite3.connect(copy)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return copy.read_bytes()


class Round:
    def __init__(self, victim, chance, number):
        self.victim, self.chance, self.number = victim, chance, number
        self.ledger = victim.journal.with_name(victim.journal.name + ".ledger")
        self.due, self.older = set(), None

    def drop(self, count):
        for _ in range(count):
            self.number += 1
            text = SHORT.format(f"{self.number:06d}")
            path = self.victim.home / f"{self.number:06d}.txt"
            path.write_text(text)
            self.due.add(text)
            self.victim.give(path)
            path.rename(self.victim.inbox / path.name)

    def play(self):
        self.drop(self.chance.randint(1, 5))
        self.victim.come_to_rest()
        self.victim.stop() if self.chance.random() < 0.5 else self.victim.kill()
        told = self.spoil()
        self.victim.start()
        self.drop(self.chance.randint(1, 3))
        self.see(told)
        return told

    def spoil(self):
        spoils_ledger = self.chance.random() < 0.3
        content = self.victim.journal.read_bytes() if self.victim.journal.exists() else b""
        told = []
        if content and not (spoils_ledger and self.chance.random() < 0.3):
            harm = self.chance.choice(PLAIN if spoils_ledger else PLAIN + HIDDEN)
            spoilt = harm(self.chance, content)
            # Emptying a journal may be meant: it is asked about, and not mended.
            if spoilt:
                with open(self.victim.journal, "r+b") as journal:
                    journal.write(spoilt)
                    journal.truncate()
                told.append(f"{harm.__name__} of {len(content)} bytes")
        if spoils_ledger:
            told.append(spoil_ledger(self.chance, self.ledger, self.older))
        elif self.chance.random() < 0.3:
            self.older = whole_ledger(self.ledger)
        return ", ".join(told)

    def lines(self):
        """- Returns: the texts of all lines that are whole, and those that are none."""
        return account.read_lines(account.journals(self.victim.folder))

    def see(self, told):
        deadline = time.monotonic() + 120
        while missing := self.due - set(self.lines()[0]):
            expect(time.monotonic() < deadline, f"lost after {told}: {sorted(missing)[:3]}")
            time.sleep(0.05)
        self.victim.come_to_rest()
        texts, torn = self.lines()
        expect(not torn, f"torn after {told}: {torn[:3]}")
        repeated = [text for text, count in collections.Counter(texts).items() if count > 1]
        expect(not repeated, f"repeated after {told}: {repeated[:3]}")
        strange = set(texts) - self.due
        expect(not strange, f"never dropped, after {told}: {sorted(strange)[:3]}")


def scenario(binaries):
    seed = os.environ.get("SEED") or str(random.randrange(1_000_000))
    minutes = float(os.environ["MINUTES"]) if os.environ.get("MINUTES") else None
    print(f"damage: SEED={seed}" + (f" MINUTES={minutes:g}" if minutes else ""), flush=True)
    chance, harms, rounds, articles = random.Random(seed), collections.Counter(), 0, 0
    begun = time.monotonic()

    def goes_on():
        return rounds < BRIEF_ROUNDS if minutes is None else time.monotonic() - begun < 60 * minutes

    while goes_on():
        victim = Victim(binaries)
        with victim:
            play = Round(victim, chance, articles)
            for _ in range(ROUNDS_EACH):
                if not goes_on():
                    break
                for harm in play.play().split(", "):
                    harms[harm.split(" of ")[0] or "nothing"] += 1
                rounds += 1
            articles = play.number
            expect((code := victim.stop()) == 0, f"the daemon ended with {code}")
    print("damage: " + ", ".join(f"{count} {harm}" for harm, count in sorted(harms.items())))
    return f"{articles} articles in {rounds} rounds: none lost, none fused, none twice"


if __name__ == "__main__":
    harness.main("damage", scenario, __doc__)
