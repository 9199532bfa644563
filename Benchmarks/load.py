#!/usr/bin/env python3
"""Puts many articles through the running daemon and prints a table of what that cost.

usage: load.py FOLDER-OF-BINARIES [rules[=ARTICLES]] [model[=ARTICLES]]

As many files are kept in the inbox as keep every worker busy, and not more: the time from a file's arrival to its line is
then the work's and not that of a queue as long as somebody cared to make it. It is taken when the line can be read in the
journal. Memory and descriptors are looked at a hundred times on the way; the first tenth of these looks is compared with
later ones. In the end every article must have one line.
"""
import os
import pathlib
import re
import statistics
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests" / "Integration"))
import harness  # noqa: E402

ARTICLES = {"rules": 100_000, "model": 2_000}
LOOKS = 100
# Files in the inbox for each worker: one in work, and some for it to go on with.
AHEAD = 8
NUMBER = re.compile(rb'"file":\{"path":"(\d{6})\.txt"')


class Journal:
    """Reads what is appended."""

    def __init__(self, path):
        self.path, self.file, self.rest = path, None, b""

    def numbers(self):
        """- Returns: the numbers of the articles whose lines have come since the last call."""
        if self.file is None:
            if not self.path.exists():
                return []
            self.file = open(self.path, "rb")
        *lines, self.rest = (self.rest + self.file.read()).split(b"\n")
        return [int(NUMBER.search(line).group(1)) for line in lines]


class Load:
    def __init__(self, daemon, count):
        self.daemon, self.count = daemon, count
        self.texts, self.journal = harness.base_texts(), Journal(daemon.journal)
        self.ahead = AHEAD * daemon.status()["workers"]
        # Both in seconds: of the arrival, and from it to the line.
        self.arrived, self.waited = {}, []
        self.looks = []

    def drop(self, number):
        aside = self.daemon.home / "aside"
        aside.write_bytes(harness.varied(self.texts, number))
        self.arrived[number] = time.perf_counter()
        os.rename(aside, self.daemon.inbox / f"{number:06d}.txt")

    def take(self):
        now = time.perf_counter()
        for number in self.journal.numbers():
            # A second line for an article is no arrival any more: this is where it would show.
            self.waited.append(now - self.arrived.pop(number))

    def look(self):
        if len(self.waited) * LOOKS >= len(self.looks) * self.count:
            descriptors = len(os.listdir(f"/proc/{self.daemon.process.pid}/fd"))
            self.looks.append((self.daemon.resident() / 1024, descriptors))

    def run(self):
        """- Returns: seconds from the first arrival to the last line."""
        began, dropped, last = time.perf_counter(), 0, time.perf_counter()
        while len(self.waited) < self.count:
            while dropped < self.count and len(self.arrived) < self.ahead:
                self.drop(dropped)
                dropped += 1
            before = len(self.waited)
            self.take()
            self.look()
            if len(self.waited) > before:
                last = time.perf_counter()
            harness.expect(time.perf_counter() - last < 120, f"no line came after {len(self.waited)} of {self.count}")
            time.sleep(0.001)
        return time.perf_counter() - began


def tenths(looks, column):
    """- Returns: the medians of the first, the fifth and the last tenth: queues and caches fill at the beginning."""
    values, tenth = [look[column] for look in looks], max(1, len(looks) // 10)
    return [statistics.median(part) for part in (values[:tenth], values[4 * tenth:5 * tenth], values[-tenth:])]


def measure(binaries, engine, count):
    """- Returns: the rows of one column of the table."""
    with harness.Daemon(binaries, "--engine", engine) as daemon:
        load = Load(daemon, count)
        seconds = load.run()
        daemon.wait(lambda: not daemon.waiting(), "the inbox is empty")
        waited, (memory, descriptors) = sorted(load.waited), (tenths(load.looks, 0), tenths(load.looks, 1))
        workers = daemon.status()["workers"]
        harness.expect(daemon.stop() == 0, "the daemon did not end well")
        # Without the write-ahead log, whose size has nothing to do with how many files there were.
        ledger = daemon.journal.with_name(daemon.journal.name + ".ledger").stat().st_size
        harness.expect(daemon.line_count() == count, f"{daemon.line_count()} lines of {count} articles")
        share = lambda part: f"{1e3 * waited[min(count - 1, int(part * count))]:.0f} ms"
        return {
            "articles": f"{count:,}", "workers": f"{workers}", "files in the inbox": f"{load.ahead}",
            "articles a second": f"{count / seconds:,.0f}",
            "arrival to line, p50": share(0.5), "p99": share(0.99), "maximum": share(1),
            "resident memory, first tenth": f"{memory[0]:.0f} MiB", "fifth tenth": f"{memory[1]:.0f} MiB",
            "last tenth": f"{memory[2]:.0f} MiB",
            "descriptors, first tenth and last": f"{descriptors[0]:.0f}, {descriptors[2]:.0f}",
            "ledger, bytes a file": f"{ledger / count:.0f}",
        }


def main(binaries, wanted):
    columns = {engine: measure(binaries, engine, count) for engine, count in wanted.items()}
    print("| | " + " | ".join(columns) + " |\n| --- |" + " ---: |" * len(columns))
    for row in next(iter(columns.values())):
        print(f"| {row} | " + " | ".join(column[row] for column in columns.values()) + " |")


def asked(arguments):
    wanted = {}
    for argument in arguments or ARTICLES:
        engine, _, count = argument.partition("=")
        if engine not in ARTICLES or (count and not count.isdigit()):
            sys.exit(__doc__)
        wanted[engine] = int(count or ARTICLES[engine])
    return wanted


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    try:
        main(sys.argv[1], asked(sys.argv[2:]))
    except harness.Failure as failure:
        sys.exit(f"load: {failure}")
