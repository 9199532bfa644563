#!/usr/bin/env python3
"""Drops articles in every way that writers do, does to the daemon all that can happen to one, and settles the account.

usage: torture.py FOLDER-OF-BINARIES

The binaries are those of a debug build, which has fault points. The environment may say:
    MINUTES=10   how long it goes on; without it there is one short round of everything, as `make test` has it
    SEED=20      the chances that it takes; without it they are new ones, and printed
    ONLY=...     which acts there are, by name, such as "full_disk overflow"
"""
import contextlib
import os
import random
import subprocess
import sys
import time

import account
import folders
import hardship
import journals
import kills
import tail
from victim import SETTLE, Victim, expect, harness
from writers import Books, Crowd, Writer

LEAST_KILLS = 300
# Of the short form, too, it holds what comes in on a machine that has ten times too much to do.
DISK = {True: "256m", False: "512m"}


class Scene:
    """All that takes part."""

    def __init__(self, binaries, seed, minutes):
        self.is_brief, self.minutes, self.seed = minutes is None, minutes, seed
        self.chance = random.Random(seed)
        self.victim = Victim(binaries)
        self.home = self.victim.home
        self.ledger = self.victim.journal.with_name(self.victim.journal.name + ".ledger")
        self.left_out, self.rotations = {}, 0
        self.has_disk = os.geteuid() == 0
        if self.has_disk:
            # The small disk for the journal. It is private to this process and goes with it; see `alone`.
            self.mount(self.victim.folder, DISK[self.is_brief])
        # The folders that are made in the inbox are the daemon's to take files out of.
        os.umask(0)
        self.books = Books(self.home / "dropped.jsonl")
        self.writer = Writer(self.home, self.books, SETTLE, f"{seed}-scene")
        self.crowd, self.tail = Crowd(self.home, self.books, SETTLE, seed), None

    def follow_from_now_on(self):
        """When there is a journal: a tail that has never seen its file polls for ever, and takes seconds for each rename."""
        polls = not self.is_brief and self.chance.random() < 0.5
        self.tail = tail.Tail(self.victim.journal, self.home / "tail.out", polls)

    def mount(self, folder, size):
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=True)
        self.victim.give(folder)

    @contextlib.contextmanager
    def mounted(self, folder):
        folder.mkdir()
        self.mount(folder, "1m")
        try:
            yield folder
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)
            folder.rmdir()

    def not_done(self, what, why):
        self.left_out[what] = why

    def shuffled(self, items):
        return self.chance.sample(items, len(items))

    def some(self, items):
        return self.chance.sample(items, 2) if self.is_brief else self.shuffled(items)

    def goes_on(self):
        """Sees that an article that is dropped now becomes a line. Whoever waits behind a backlog gets his time."""
        path = self.writer.prepared("afterwards")
        target = self.victim.inbox / path.name
        path.rename(target)
        self.victim.wait(lambda: not target.exists(), "work goes on", self.victim.line_count)

    def follow(self):
        """What renames the journal waits until everybody has seen it: nobody can follow two renames at once."""
        expect(self.tail.caught_up(self.victim.folder), "tail -F has not shown what was written")

    def rename_journal(self):
        # Of an empty one nobody could tell whether he has found it.
        self.victim.wait(lambda: self.victim.journal.exists() and self.victim.journal.stat().st_size, "a line is written")
        self.follow()
        self.rotations += 1
        renamed = self.victim.journal.with_name(f"{self.victim.journal.name}-{self.rotations:06d}")
        self.tail.ends[renamed.name] = self.victim.journal.stat().st_size
        self.victim.journal.rename(renamed)
        return renamed

    def remove_ledger(self):
        for ending in ("", "-wal", "-shm"):
            self.ledger.with_name(self.ledger.name + ending).unlink(missing_ok=True)

    def replace_ledger(self):
        aside = self.victim.folder / "garbage"
        aside.write_bytes(journals.garbage(50_000))
        self.victim.give(aside)
        aside.rename(self.ledger)

    def drop_unreadable(self):
        content = f"%PDF-1.7 number {self.books.next_number()}\n".encode()
        self.books.enter_failing("unreadable", content)
        (self.home / "aside.pdf").write_bytes(content)
        (self.home / "aside.pdf").rename(self.victim.inbox / f"{self.books.next_number():06d}.pdf")


ACTS = [
    kills.random_moments, kills.every_point, kills.stalled_writer_and_kill, kills.watchdog,
    hardship.full_disk, hardship.read_only_folder, hardship.inbox_remade, hardship.few_descriptors,
    hardship.few_watches, hardship.overflow, hardship.stopped, hardship.clock_set_back,
    journals.ledger_damaged, journals.torn_tail, journals.rotation, journals.rules_changed, journals.hangups,
    *folders.ACTS,
]


def play(scene, acts):
    """Every act once, in an order that chance has; then again, until the time is over and there were kills enough."""
    begun = time.monotonic()
    while True:
        for act in scene.shuffled(acts):
            print(f"torture: {time.monotonic() - begun:6.1f} s  {act.__name__.replace('_', ' ')}", file=sys.stderr, flush=True)
            act(scene)
            expect(not scene.crowd.failures, f"a writer failed: {scene.crowd.failures[:1]}")
        enough = scene.is_brief or killed(scene) >= LEAST_KILLS
        if enough and time.monotonic() - begun >= 60 * (scene.minutes or 0):
            return


def killed(scene):
    return sum(scene.victim.kills.values())


def settle(scene):
    """Lets everything come to its end, and gives those files another chance that were in work at two kills.

    - Returns: how many these were."""
    scene.crowd.end()
    scene.victim.come_to_rest(patience=120)
    again = scene.victim.retry(["crashed", "too-slow"])
    scene.victim.come_to_rest(patience=120)
    # A file that was written to after it was moved is looked at again for that long.
    time.sleep(2 * SETTLE)
    scene.victim.come_to_rest(patience=120)
    expect((code := scene.victim.stop()) == 0, f"the daemon ended with {code}")
    scene.tail.caught_up(scene.victim.folder)
    scene.tail.stop()
    return again


def verdict(scene, acts, again):
    found = account.account(scene.books.drops, scene.home, scene.victim.folder)
    found.wrong.update(tail.compare(account.journals(scene.victim.folder), scene.tail))
    if kills.every_point in acts:
        points = {point for point in [*kills.USUAL, *kills.SPECIAL] if not scene.victim.kills.get(point)}
        found.wrong["fault points never hit"] = sorted(points - set(scene.left_out))
    print(f"torture: {killed(scene)} kills ({', '.join(f'{n} {p}' for p, n in sorted(scene.victim.kills.items()))}), "
          f"{again} files given up by them and put back")
    for what, why in scene.left_out.items():
        print(f"torture: not done: {what}: {why}")
    print(f"torture: {found}")
    expect(found.is_clean(), f"something is wrong; run it again with SEED={scene.seed}")


def alone():
    """In a mount namespace of its own: what is mounted is seen by nobody else and is gone when this ends."""
    if os.geteuid() == 0 and "QUOTED_TORTURE_ALONE" not in os.environ:
        os.environ["QUOTED_TORTURE_ALONE"] = "1"
        os.execvp("unshare", ["unshare", "--mount", "--propagation", "private", sys.executable, "-B", *sys.argv])


def scenario(binaries):
    seed = os.environ.get("SEED") or str(random.randrange(1_000_000))
    minutes = float(os.environ["MINUTES"]) if os.environ.get("MINUTES") else None
    print(f"torture: SEED={seed}" + (f" MINUTES={minutes:g}" if minutes else ""), flush=True)
    only = os.environ.get("ONLY", "").split()
    acts = [act for act in ACTS if not only or act.__name__ in only]
    expect(acts, f"ONLY names none of {', '.join(act.__name__ for act in ACTS)}")
    scene = Scene(binaries, seed, minutes)
    with scene.victim:
        scene.follow_from_now_on()
        try:
            play(scene, acts)
            verdict(scene, acts, settle(scene))
        finally:
            if scene.has_disk:
                keep(scene)
    return "nothing lost, nothing torn, nothing twice"


def keep(scene):
    """The disk goes with this process; whoever looks into a failure wants what was on it."""
    copy = scene.home / "journal.kept"
    subprocess.run(["cp", "-a", scene.victim.folder, copy])
    subprocess.run(["umount", "--lazy", scene.victim.folder])
    scene.victim.folder.rmdir()
    copy.rename(scene.victim.folder)


if __name__ == "__main__":
    alone()
    harness.main("torture", scenario, __doc__)
