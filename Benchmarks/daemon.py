#!/usr/bin/env python3
"""Measure the running daemon from outside: latency with nothing else to do, memory after many articles.

usage: daemon.py FOLDER-OF-BINARIES [latency] [memory] [asked] [index]

latency  One article at a time is renamed into the inbox of an idle daemon. Two moments are waited for: the line can be
         read in the journal, and the file has left the inbox, which comes after line and ledger are synced. The moment
         "line synced" lies between them. The time of an fsync of as many bytes on the same file system stands beside.
memory   Resident memory after 1,000 and after 20,000 articles.
asked    How much longer a backlog takes while a thousand connections at once ask for the status. The daemon has half of
         the cores and those who ask the other half, so that only what they cost the daemon itself is counted. Rounds with
         and without them take turns.
index    Processor time of the daemon for 2,000 articles by the rules: without its index, with it, and with sixteen who
         look on as well. They take turns.

Every figure is given for several rounds, as minimum, median and maximum.
"""
import contextlib
import http.client
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests" / "Integration"))
import harness  # noqa: E402

ROUNDS = 5
ARTICLES_A_ROUND = 200
MEMORY_STEPS = (1_000, 20_000)
BACKLOG = 1_000
INDEXED = 2_000
ONLOOKERS = 16
ASKERS = 1_000
ASKED_BACKLOG = 2_000


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def spread(values, unit, digits=2):
    values = sorted(values)
    return " / ".join(f"{v:.{digits}f}" for v in (values[0], statistics.median(values), values[-1])) + f" {unit}"


def until(condition):
    """Busy, so that the clock is looked at within microseconds of the event."""
    while not condition():
        pass
    return time.perf_counter()


def drop(daemon, content, number):
    """- Returns: milliseconds from the rename until the line can be read, and until the file has left the inbox."""
    aside, target = daemon.home / "aside", daemon.inbox / f"{number:06d}.txt"
    aside.write_bytes(content)
    size = daemon.journal.stat().st_size if daemon.journal.exists() else 0
    began = time.perf_counter()
    os.rename(aside, target)
    readable = until(lambda: daemon.journal.exists() and daemon.journal.stat().st_size > size)
    moved = until(lambda: not target.exists())
    return 1e3 * (readable - began), 1e3 * (moved - began)


def fsync_times(folder, size, count):
    times = []
    with open(folder / "probe", "wb", buffering=0) as probe:
        for _ in range(count):
            probe.write(bytes(size))
            began = time.perf_counter()
            os.fsync(probe.fileno())
            times.append(1e3 * (time.perf_counter() - began))
    os.unlink(folder / "probe")
    return times


def latency(binaries):
    texts, rounds, number = harness.base_texts(), [], 0
    with harness.Daemon(binaries) as daemon:
        for _ in range(ROUNDS + 1):
            readable, moved = [], []
            for _ in range(ARTICLES_A_ROUND):
                first, last = drop(daemon, harness.varied(texts, number), number)
                readable.append(first)
                moved.append(last)
                number += 1
                time.sleep(0.01)  # The daemon is idle again.
            line = daemon.journal.stat().st_size // number
            rounds.append((readable, moved, fsync_times(daemon.home, line, ARTICLES_A_ROUND)))
        kind = harness.filesystem(daemon.home)
        daemon.stop()
    rounds = rounds[1:]  # The first warmed things up.
    print(f"latency, {ROUNDS} rounds of {ARTICLES_A_ROUND} articles, on {kind} (min / median / max of the rounds)")
    names = ("rename → line readable", "rename → synced, file moved", f"fsync of {line} bytes")
    for column, name in enumerate(names):
        for share, label in ((0.5, "median"), (0.99, "p99")):
            print(f"  {name:28s} {label:7s} {spread([percentile(r[column], share) for r in rounds], 'ms')}")


def memory(binaries):
    texts, number = harness.base_texts(), 0
    with harness.Daemon(binaries) as daemon:
        start, seen = daemon.resident(), []
        aside = daemon.home / "aside"
        for step in MEMORY_STEPS:
            while number < step:
                for _ in range(BACKLOG):
                    aside.write_bytes(harness.varied(texts, number))
                    os.rename(aside, daemon.inbox / f"{number:06d}.txt")
                    number += 1
                daemon.wait(lambda: not daemon.waiting(), "the inbox is empty", lambda: len(daemon.waiting()))
            samples = []
            for _ in range(ROUNDS):
                time.sleep(1)
                samples.append(daemon.resident() / 1024)
            seen.append(samples)
        print(f"memory, resident (min / median / max of {ROUNDS} looks a second apart)")
        print(f"  at start                     {start / 1024:.1f} MiB")
        for step, samples in zip(MEMORY_STEPS, seen):
            print(f"  after {step:6,} articles        {spread(samples, 'MiB', 1)}")
        print(f"  ratio of the medians         {statistics.median(seen[-1]) / statistics.median(seen[0]):.2f}")
        daemon.stop()


def work_off(daemon, texts, number):
    """- Returns: seconds from the last article's arrival until all are done."""
    outbox = daemon.home / f"outbox-{number}"
    outbox.mkdir()
    for n in range(number, number + ASKED_BACKLOG):
        (outbox / f"{n:06d}.txt").write_bytes(harness.varied(texts, n))
    began = time.perf_counter()
    os.rename(outbox, daemon.inbox / outbox.name)
    daemon.wait_for_lines(number + ASKED_BACKLOG)
    return time.perf_counter() - began


def asked(binaries):
    cores = sorted(os.sched_getaffinity(0))
    ours, theirs = (cores[:len(cores) // 2] or cores), (cores[len(cores) // 2:] or cores)
    texts, number, times = harness.base_texts(), 0, {False: [], True: []}
    answered = 0
    with harness.Daemon(binaries, "--engine", "rules", "--workers", str(len(ours)), deferred=True) as daemon:
        daemon.prefix = ["taskset", "-c", ",".join(map(str, ours))]
        daemon.start()
        os.sched_setaffinity(0, theirs)
        for turn in range(2 * ROUNDS + 1):
            abused = turn % 2 == 1
            before = daemon.status()["serving"]["answered"]
            askers = subprocess.Popen([sys.executable, str(pathlib.Path(__file__).with_name("askers.py")), daemon.socket, str(ASKERS)]) if abused else None
            try:
                took = work_off(daemon, texts, number)
            finally:
                if askers:
                    askers.kill()
                    askers.wait()
            number += ASKED_BACKLOG
            if turn > 0:  # The first warmed things up.
                times[abused].append(took)
            if abused:
                daemon.wait(lambda: daemon.answers(), "the crowd is gone")
                answered += daemon.status()["serving"]["answered"] - before
        daemon.stop()
    print(f"asked, {ROUNDS} rounds of {ASKED_BACKLOG} articles each (min / median / max of the rounds)")
    print(f"  nobody asks                  {spread(times[False], 's')}")
    print(f"  {ASKERS:,} ask at once             {spread(times[True], 's')}, {answered / sum(times[True]):.0f} answers a second")
    print(f"  ratio of the medians         {statistics.median(times[True]) / statistics.median(times[False]):.2f}")


def look_on(daemon):
    """Takes events until the daemon ends."""
    connection = harness.UnixConnection(daemon.socket)
    with contextlib.suppress(OSError, http.client.HTTPException):
        connection.request("GET", "/events")
        response = connection.getresponse()
        while response.read1():
            pass


def used():
    """Seconds of the processor that all ended children took."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def processor_time(binaries, onlookers, *options):
    """Seconds of the daemon's whole life."""
    texts, before = harness.base_texts(), used()
    with harness.Daemon(binaries, "--engine", "rules", *options) as daemon:
        threads = [threading.Thread(target=look_on, args=(daemon,)) for _ in range(onlookers)]
        for thread in threads:
            thread.start()
        aside = daemon.home / "aside"
        for number in range(INDEXED):
            aside.write_bytes(harness.varied(texts, number))
            os.rename(aside, daemon.inbox / f"{number:06d}.txt")
        daemon.wait(lambda: not daemon.waiting(), "the inbox is empty", lambda: len(daemon.waiting()))
        # The index takes in the last lines before the daemon ends.
        daemon.stop()
        for thread in threads:
            thread.join()
    return used() - before


def index(binaries):
    rounds = []
    for _ in range(ROUNDS + 1):
        none = processor_time(binaries, 0, "--index", "none")
        rounds.append((none, processor_time(binaries, 0), processor_time(binaries, ONLOOKERS)))
    rounds = rounds[1:]  # The first warmed things up.
    kept = [100 * kept / none for none, kept, _ in rounds]
    seen = [100 * seen / none for none, _, seen in rounds]
    print(f"index, processor time for {INDEXED:,} articles by the rules (min / median / max of {ROUNDS} rounds)")
    print(f"  without an index             {spread([none for none, _, _ in rounds], 's')}")
    print(f"  with it                      {spread(kept, '% of that', 0)}")
    print(f"  and {ONLOOKERS} who look on           {spread(seen, '% of that', 0)}")


def main(folder, wanted):
    for name, measure in (("latency", latency), ("memory", memory), ("asked", asked), ("index", index)):
        if not wanted or name in wanted:
            measure(folder)


if __name__ == "__main__":
    if len(sys.argv) < 2 or not set(sys.argv[2:]) <= {"latency", "memory", "asked", "index"}:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
