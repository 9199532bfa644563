"""A real `tail -F` beside the daemon, and what it printed compared with the journals."""
import collections
import json
import subprocess
import time

import account


class Tail:
    """Follows a journal from its first byte, as people do."""

    def __init__(self, journal, output, polls=False):
        """- Parameter polls: looks once a second, as tail does where there is no inotify."""
        self.output = output
        # By name, where each journal ended when it was renamed.
        self.ends = {}
        self.file = open(output, "wb")
        polling = ["---disable-inotify"] if polls else []
        # Its complaints (the journal is not there, it was replaced) are what rotation looks like from outside.
        self.process = subprocess.Popen(
            ["tail", "-F", "-n", "+1", *polling, journal], stdin=subprocess.DEVNULL, stdout=self.file,
            stderr=subprocess.DEVNULL)

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.file.close()

    def caught_up(self, folder, patience=30):
        """Waits until it has printed every line there is.

        Nobody can follow a journal that was renamed before he ever saw it, so what renames one waits for this.
        - Returns: False where that never came."""
        deadline = time.monotonic() + patience
        # What is written meanwhile is for the next time: a daemon at work is always a line ahead.
        due = counted(account.journals(folder), self.ends)
        while time.monotonic() < deadline:
            if not due - collections.Counter(lines(self.output.read_bytes())):
                return True
            time.sleep(0.1)
        return False


def counted(journals, ends=None):
    """The records of some journals, of each those that stood there when it was renamed. tail -F lets go of a file as soon as
    that happens, and what is written to it until the daemon is told, it may show or not."""
    return collections.Counter(
        line for path in journals
        for line in lines(account.contents(path)[:(ends or {}).get(path.name.removesuffix(".gz"))]))


def lines(content):
    return [line for line in content.split(b"\n") if is_record(line)]


def is_record(line):
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def compare(journals, tail):
    """What the follower printed twice, never, or otherwise than it stands in the journals. Lines that are no records are
    what a crash tore: they are shown to him, once, as lines of their own."""
    printed = collections.Counter(lines(tail.output.read_bytes()))
    return {
        "missed by tail -F": [line[:200] for line in counted(journals, tail.ends) - printed],
        "twice in tail -F": [line[:200] for line in printed - counted(journals)],
    }
