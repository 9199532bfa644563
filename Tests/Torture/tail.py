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
        self.file = open(output, "wb")
        # Its complaints (the journal is not there, it was replaced) are what rotation looks like from outside.
        self.process = subprocess.Popen(
            ["tail", "-F", "-n", "+1", *(["---disable-inotify"] if polls else []), journal], stdin=subprocess.DEVNULL, stdout=self.file, stderr=subprocess.DEVNULL)

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
        due = collections.Counter(line for path in account.journals(folder) for line in lines(account.contents(path)))
        while time.monotonic() < deadline:
            if not due - collections.Counter(lines(self.output.read_bytes())):
                return True
            time.sleep(0.1)
        return False


def lines(content):
    return [line for line in content.split(b"\n") if is_record(line)]


def is_record(line):
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


def compare(journals, output):
    """What the follower printed twice, never, or otherwise than it stands in the journals. Lines that are no records are
    what a crash tore: they are shown to him, once, as lines of their own."""
    printed = collections.Counter(lines(output.read_bytes()))
    written = collections.Counter(line for path in journals for line in lines(account.contents(path)))
    return {
        "missed by tail -F": [line[:200] for line in written - printed],
        "twice in tail -F": [line[:200] for line in printed - written],
    }
