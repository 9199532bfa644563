#!/usr/bin/env python3
"""2,000 articles dropped at once by cp, mv, ln and slow writers together: 2,000 lines, none torn, none twice.

usage: many_files.py FOLDER-OF-BINARIES
"""
import collections
import subprocess
import threading
import time

import harness
from harness import expect

PER_WAY = 500
WRITERS = 5
PIECES = 6


def prepare(folder, texts, numbers):
    folder.mkdir()
    for number in numbers:
        (folder / f"{number:06d}.txt").write_bytes(harness.varied(texts, number))
    return sorted(folder.iterdir())


def by_command(command, paths, inbox):
    subprocess.run([*command, "-t", inbox, *paths], check=True)


def slowly(inbox, texts, numbers):
    """Writes each article in pieces with a pause between them, in place."""
    for number in numbers:
        content = harness.varied(texts, number)
        step = len(content) // PIECES + 1
        with open(inbox / f"{number:06d}.txt", "wb", buffering=0) as file:
            for at in range(0, len(content), step):
                file.write(content[at:at + step])
                time.sleep(0.005)


def drop(daemon, texts):
    ranges = [range(way * PER_WAY, (way + 1) * PER_WAY) for way in range(4)]
    jobs = []
    for name, command, numbers in zip(("cp", "mv", "ln"), (["cp"], ["mv"], ["ln"]), ranges):
        paths = prepare(daemon.home / f"outbox-{name}", texts, numbers)
        jobs.append(threading.Thread(target=by_command, args=(command, paths, daemon.inbox)))
    for writer in range(WRITERS):
        jobs.append(threading.Thread(target=slowly, args=(daemon.inbox, texts, ranges[3][writer::WRITERS])))
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()


def scenario(binaries):
    texts, total = harness.base_texts(), 4 * PER_WAY
    # By the rules: what becomes of files is the same, and a debug build's model would take minutes.
    with harness.Daemon(binaries, "--engine", "rules") as daemon:
        drop(daemon, texts)
        daemon.wait_for_lines(total)
        daemon.wait(lambda: not daemon.waiting(), "the inbox is empty", lambda: len(daemon.waiting()))
        expect((code := daemon.stop()) == 0, f"the daemon ended with {code}")
        check(daemon, texts, total)
    return f"{total} files by cp, mv, ln and slow writers, {total} lines, none torn, none twice, the inbox empty"


def check(daemon, texts, total):
    records = daemon.records()
    expect(len(records) == total, f"{len(records)} lines for {total} files")
    for field in ("id", "file"):
        values = collections.Counter(r["id"] if field == "id" else r["file"]["path"] for r in records)
        expect(len(values) == total, f"{values.most_common(1)} came twice")
    for record in records:
        number = int(record["file"]["path"].rsplit("/")[-1].removesuffix(".txt"))
        text = harness.varied(texts, number).decode()
        expect(record["text"] == text, f"the text of {record['file']['path']} is not what was dropped")
    left = [path for path in daemon.failed.rglob("*") if path.is_file()] if daemon.failed.exists() else []
    expect(not left, f"{len(left)} files in failed/, the first: {left[:1]}")
    done = [path for path in daemon.done.rglob("*.txt") if path.is_file()]
    expect(len(done) == total, f"{len(done)} of {total} files are in done/")


if __name__ == "__main__":
    harness.main("many files", scenario, __doc__)
