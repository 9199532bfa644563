"""The daemon is killed: at random moments, at each point where a crash leaves a state of its own, by a watchdog."""
import os
import shutil
import signal
import socket
import time

from victim import SETTLE, expect

# Where a daemon passes that has articles to annotate, and those to whom something else has to happen first.
USUAL = ["before-write", "within-line", "between-lines", "after-write", "before-sync", "after-sync", "after-ledger",
         "within-transaction", "after-attempt", "within-annotation", "before-move", "after-move"]
# A start that the ledger refuses is the service manager's to try again, so that it has to be passed some times first.
ERRORS = ["before-sync:2", "within-transaction:300", "before-move:2"]


def random_moments(scene):
    """From the first instant of a start to the midst of work."""
    for _ in range(10 if scene.is_brief else 40):
        scene.victim.kill()
        scene.victim.launch()
        time.sleep(scene.chance.choice([0.02, 0.1, 0.3, 0.6, 1.0, 1.5]) * scene.chance.uniform(0.5, 1.5))
    scene.victim.kill()
    scene.victim.start()


def every_point(scene):
    for passing in range(1, 2 if scene.is_brief else 4):
        for point in scene.shuffled(USUAL):
            hit(scene, f"{point}:{passing}")
        for point, provoke in SPECIAL.items():
            # What comes about by one event is passed once.
            provoke(scene, f"{point}:1")
    for point in ERRORS:
        scene.victim.end()
        scene.victim.start(fault=f"{point}:error")
        scene.goes_on()


def hit(scene, fault, provoke=lambda: None):
    """Starts it with a fault, brings that about, and leaves it dead."""
    scene.victim.end()
    scene.victim.launch(fault=fault)
    provoke()
    # What brings it about may have to wait behind a backlog, on a machine that has other work.
    scene.victim.die_within(120, fault.split(":")[0])


def tear(scene):
    """Leaves half a line at the journal's end, as a crash does."""
    hit(scene, "within-line:1")
    scene.follow()


def torn(scene, fault):
    tear(scene)
    hit(scene, fault)
    scene.victim.start()
    scene.follow()


def failing_file(scene, fault):
    hit(scene, fault, scene.drop_unreadable)


def other_file_system(scene, fault):
    """A folder of the inbox is one, and what lies in it is copied instead of moved."""
    if not scene.has_disk:
        return scene.not_done(fault.split(":")[0], "another file system needs a mount, which root can make")
    with scene.mounted(scene.victim.inbox / "elsewhere") as folder:
        path = scene.writer.prepared("another file system")
        hit(scene, fault, lambda: shutil.copyfile(path, folder / path.name))
        scene.victim.start()
        scene.victim.wait(
            lambda: not (folder / path.name).exists(), "a file of another file system is worked off",
            scene.victim.line_count)


def reopening(scene, fault):
    def rotate():
        scene.victim.wait(scene.victim.answers, "the status socket answers")
        scene.rename_journal()
        scene.victim.signal(signal.SIGHUP)
    hit(scene, fault, rotate)
    scene.victim.start()
    scene.follow()


def rebuilding(scene, fault):
    """The ledger is gone when it starts."""
    scene.victim.end()
    scene.remove_ledger()
    hit(scene, fault)


def damage(scene, fault):
    """The ledger is no database when it starts."""
    scene.victim.end()
    # With its write-ahead log beside it SQLite may mend it by that, where all of it was written anew since.
    scene.remove_ledger()
    scene.replace_ledger()
    hit(scene, fault)


def returning(scene, fault):
    """A writer stalls with the file open, so that it is taken too early, and goes on when it is in done/."""
    writer = stall(scene)
    hit(scene, fault, lambda: writer.go_on_when_moved(scene.victim))
    scene.victim.start()
    # Where another's file was put back first, its turn comes now.
    if not writer.file.closed:
        writer.go_on_when_moved(scene.victim)


def stall(scene):
    """To be called while no daemon watches: one that saw the file made would wait for its writer."""
    scene.victim.end()
    return StalledWriter(scene)


class StalledWriter:
    def __init__(self, scene):
        content = scene.writer.plain_article()
        half = len(content) // 2
        scene.writer.in_parts("stalled", content, half + 1)
        self.rest = content[half + 1:]
        self.path = scene.victim.inbox / f"{scene.books.next_number():06d}.txt"
        self.file = open(self.path, "wb", buffering=0)
        self.file.write(content[:half + 1])

    def wait_until_moved(self, victim):
        victim.wait(lambda: not self.path.exists(), "a file that lies still is taken", victim.line_count)

    def go_on(self):
        with self.file:
            self.file.write(self.rest)

    def go_on_when_moved(self, victim):
        while self.path.exists():
            if victim.process.poll() is not None:
                return
            time.sleep(0.02)
        self.go_on()


def stalled_writer_and_kill(scene):
    """The daemon that took the half dies; nobody remembers that the file was to be looked at again."""
    writer = stall(scene)
    scene.victim.start()
    writer.wait_until_moved(scene.victim)
    scene.victim.kill()
    writer.go_on()
    scene.victim.start()


SPECIAL = {
    "after-sidecar": failing_file, "after-copy": other_file_system, "after-return": returning,
    "within-reopening": reopening, "before-rebuilding": damage, "within-rebuilding": rebuilding,
    "after-setting-aside": torn, "within-repair": torn, "after-repair": torn,
}


def watchdog(scene):
    """An article never comes back. A service manager waits in vain for signs of life, and starts the daemon again."""
    manager = Manager(scene.victim.notify, scene.victim.give)
    try:
        scene.victim.kill()
        scene.victim.launch(
            fault="within-annotation:1:hang", options=("--deadline", "2s"), NOTIFY_SOCKET=str(scene.victim.notify),
            WATCHDOG_USEC=str(int(SETTLE * 1e6)))
        manager.wait_for_silence()
    finally:
        manager.close()
    expect(any("busy with one file" in each for each in scene.victim.status()["unhealthy"]), "it did not say what hangs")
    scene.victim.signal(signal.SIGABRT)
    scene.victim.process.wait(timeout=60)
    scene.victim.count_kill("watchdog")
    scene.victim.start()


class Manager:
    """As much of systemd as waits for signs of life."""

    def __init__(self, path, give):
        self.path = path
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(str(path))
        give(path)

    def wait_for_silence(self, patience=60):
        """- Throws: `Failure` where the daemon never was alive, or still is after `patience` seconds."""
        self.socket.settimeout(3 * SETTLE)
        signs, deadline = 0, time.monotonic() + patience
        while time.monotonic() < deadline:
            self.socket.settimeout(3 * SETTLE if signs else patience)
            try:
                # The status changes on, while nothing vouches for the daemon.
                signs += (alive := b"WATCHDOG=1" in self.socket.recv(65536))
                last = time.monotonic() if alive or not signs else last
            except TimeoutError:
                break
            if signs and time.monotonic() - last > 3 * SETTLE:
                break
        else:
            expect(False, "the daemon vouched for itself although a worker hung")
        expect(signs, "the daemon never gave a sign of life")

    def close(self):
        self.socket.close()
        os.unlink(self.path)
