#!/usr/bin/env python3
"""Bad input costs that input and nothing else: each ends in failed/ with a reason, or is left alone as documented.

usage: bad_input.py FOLDER-OF-BINARIES
"""
import json
import os

import harness
from harness import expect

GOOD = b"The mayor, Ada Brink, said the bridge would stay open.\n"

# Name in the inbox → code of the failure.
REFUSED = {
    "empty.txt": "empty",
    "blank.txt": "empty",
    "huge.txt": "too-large",
    "nuls.txt": "binary",
    "locked.txt": "no-permission",
    "pipe.txt": "not-a-file",
    "link.txt": "not-a-file",
}
ANNOTATED = {
    "latin.txt": "The caf\u00e9\u2019s owner, Ines Tolland, said it would close.\n".encode("cp1252"),
    "new\nline.txt": b"The clerk, Otto Fane, said the file had an odd name.\n",
    b"b\xffd.txt".decode("utf-8", "surrogateescape"): b"The porter, Jan Sollis, said the name was no UTF-8.\n",
    "good.txt": GOOD,
}
LEFT_ALONE = [".hidden.txt", "unfinished.txt.part", "unfinished.txt.tmp"]


def drop(inbox):
    (inbox / "empty.txt").touch()
    (inbox / "blank.txt").write_bytes(b" \r\n\t\n")
    with open(inbox / "huge.txt", "wb") as huge:
        huge.truncate(200 << 20)
    (inbox / "nuls.txt").write_bytes(GOOD + bytes(500) + GOOD)
    (inbox / "locked.txt").write_bytes(GOOD + b"Locked.\n")
    (inbox / "locked.txt").chmod(0)
    os.mkfifo(inbox / "pipe.txt")
    (inbox / "link.txt").symlink_to("/etc/passwd")
    for name in LEFT_ALONE:
        (inbox / name).write_bytes(GOOD + b"Not yet.\n")
    for name, content in ANNOTATED.items():
        (inbox / name).write_bytes(content)


def notes(daemon):
    """The JSON files beside what failed, by the name of what failed."""
    return {path.name.removesuffix(".json"): path for path in daemon.failed.rglob("*.json")}


def scenario(binaries):
    with harness.Daemon(binaries, "--settle", "200ms", "--rescan", "1s", "--retry-for", "2s", unprivileged=True) as daemon:
        drop(daemon.inbox)
        daemon.wait(lambda: set(notes(daemon)) >= set(REFUSED), f"{sorted(REFUSED)} have failed", lambda: len(notes(daemon)))
        daemon.wait_for_lines(len(ANNOTATED))
        check_refused(daemon)
        check_annotated(daemon)
        check_left_alone(daemon)
        (daemon.inbox / "after.txt").write_bytes(b"The warden, Pia Holm, said all was well again.\n")
        daemon.wait_for_lines(len(ANNOTATED) + 1)
        expect((code := daemon.stop()) == 0, f"the daemon ended with {code}")
    return f"{len(REFUSED)} refused with reasons, {len(LEFT_ALONE)} left alone, the daemon went on"


def check_refused(daemon):
    for name, path in notes(daemon).items():
        note = json.loads(path.read_text())
        expect(name in REFUSED, f"{name} failed: {note['reason']}")
        expect(note["code"] == REFUSED[name], f"{name} failed with {note['code']} instead of {REFUSED[name]}")
        expect(note["reason"] and note["remedy"], f"the note beside {name} gives no reason or no remedy")
        expect(os.path.lexists(path.with_name(name)), f"{name} is not beside its note")
        expect(not os.path.lexists(daemon.inbox / name), f"{name} is still in the inbox")


def check_annotated(daemon):
    records = daemon.records()
    texts = {record["text"] for record in records}
    expected = {c.decode("cp1252" if n == "latin.txt" else "utf-8") for n, c in ANNOTATED.items()}
    expect(texts == expected, f"annotated was {sorted(texts ^ expected)[:1]}")
    log = daemon.log.read_bytes()
    expect(b"\nline.txt" not in log, "a file name broke a line of the log in two")
    expect(b"root:x:" not in daemon.journal.read_bytes(), "a link was followed")


def check_left_alone(daemon):
    left = sorted(path.name for path in daemon.inbox.iterdir())
    expect(left == sorted(LEFT_ALONE), f"in the inbox are {left}")


if __name__ == "__main__":
    harness.main("bad input", scenario, __doc__)
