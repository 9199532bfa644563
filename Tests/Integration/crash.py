#!/usr/bin/env python3
"""The daemon is killed again and again while it works: nothing is lost, nothing comes twice, no line is torn.

usage: crash.py FOLDER-OF-BINARIES
"""
import collections
import json
import random
import time

import harness
from harness import expect

ARTICLES = 600
KILLS = 8
# The same kills each time as far as that can be; a test that fails is run again with the same seed.
SEED = 20


def drop(daemon, texts, numbers):
    for number in numbers:
        aside = daemon.home / "aside"
        aside.write_bytes(harness.varied(texts, number))
        aside.rename(daemon.inbox / f"{number:06d}.txt")


def scenario(binaries):
    texts, chance = harness.base_texts(), random.Random(SEED)
    with harness.Daemon(binaries) as daemon:
        share = ARTICLES // KILLS
        for kill in range(KILLS):
            drop(daemon, texts, range(kill * share, (kill + 1) * share))
            time.sleep(chance.uniform(0.02, 0.3))
            daemon.kill()
            daemon.start()
        daemon.wait(lambda: not daemon.waiting(), "the inbox is empty", lambda: len(daemon.waiting()))
        expect((code := daemon.stop()) == 0, f"the daemon ended with {code}")
        crashed = check(daemon, texts)
    return f"{ARTICLES} articles and {KILLS} kills, each article once ({crashed} given up as killing the daemon)"


def check(daemon, texts):
    """- Returns: how many articles were in work at two kills, which is what an article looks like that causes them."""
    numbers = collections.Counter()
    for record in daemon.all_records():
        number = int(record["file"]["path"].removesuffix(".txt"))
        expect(record["text"] == harness.varied(texts, number).decode(), f"the text of {number} was changed")
        numbers[number] += 1
    twice = [number for number, count in numbers.items() if count > 1]
    expect(not twice, f"{len(twice)} articles have more than one line, {twice[:3]} among them")
    given_up = {json.loads(note.read_text())["path"]: json.loads(note.read_text())["code"]
                for note in daemon.failed.rglob("*.json")}
    expect(set(given_up.values()) <= {"crashed"}, f"files failed: {given_up}")
    both = set(numbers) & {int(path.removesuffix(".txt")) for path in given_up}
    expect(not both, f"{len(both)} files are given up although their lines are written, {sorted(both)[:3]} among them")
    lost = set(range(ARTICLES)) - set(numbers) - {int(path.removesuffix(".txt")) for path in given_up}
    expect(not lost, f"{len(lost)} articles have no line, {sorted(lost)[:3]} among them")
    return len(given_up)


if __name__ == "__main__":
    harness.main("crash", scenario, __doc__)
