#!/usr/bin/env python3
"""Whoever reads the daemon's log stalls: the work goes on, what was dropped is counted, and the daemon can be ended.

usage: stalled_log.py FOLDER-OF-BINARIES
"""
import fcntl
import os
import re
import subprocess

import harness
from harness import expect

ARTICLES = 200
# The kernel's smallest buffer of a pipe, so that some dozen lines fill it.
PIPE = 4096


class Piped(harness.Daemon):
    """A daemon whose standard error is a pipe that nobody reads until `read` does."""

    def start(self):
        self.reader, writer = os.pipe()
        fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, PIPE)
        self.process = subprocess.Popen(self.command(*self.options), stdin=subprocess.DEVNULL, stderr=writer)
        os.close(writer)
        self.wait(lambda: self.answers(), "the status socket answers")

    def read(self):
        """Until the daemon has ended."""
        with os.fdopen(self.reader, errors="replace") as reader:
            return reader.read()


def drop(daemon):
    texts = harness.base_texts()
    for number in range(ARTICLES):
        aside = daemon.home / "aside"
        aside.write_bytes(harness.varied(texts, number))
        aside.rename(daemon.inbox / f"{number:03d}.txt")


def goes_on(binaries):
    """Each article gets its line, and nothing of the log is missing once somebody reads."""
    with Piped(binaries, "--engine", "rules") as daemon:
        drop(daemon)
        daemon.wait_for_lines(ARTICLES)
        daemon.wait(lambda: daemon.status()["files"]["done"] == ARTICLES, "all files are done")
        waiting = daemon.status()["log"]["waiting"]
        expect(waiting > 0, "the pipe held all of the log, so nothing was tested")
        daemon.wait(lambda: any("log" in line for line in daemon.status()["degraded"]), "the status tells of the log")
        daemon.process.terminate()
        log = daemon.read()
        expect(daemon.process.wait(timeout=120) == 0, "it did not end well")
        told = len(re.findall(r" file annotated ", log))
        expect(told == ARTICLES, f"{told} of {ARTICLES} articles are in the log")
        expect(log.rstrip().endswith("stopped"), f"the log ends with {log[-200:]}")


def can_be_ended(binaries):
    """Nobody ever reads: it ends all the same."""
    with Piped(binaries, "--engine", "rules", "--log-level", "trace") as daemon:
        drop(daemon)
        daemon.wait_for_lines(ARTICLES)
        expect(daemon.stop() == 0, "it did not end well")
        os.close(daemon.reader)


def scenario(binaries):
    goes_on(binaries)
    can_be_ended(binaries)
    return f"{ARTICLES} articles became lines while nobody read the log"


if __name__ == "__main__":
    harness.main("stalled log", scenario, __doc__)
