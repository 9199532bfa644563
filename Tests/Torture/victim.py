"""The daemon that is ill-treated: `quoted run` with its journal in a folder of its own, started in all sorts of ways."""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Integration"))
import harness

expect = harness.expect

SETTLE = 1.0
# As `FaultPoint` ends a process.
BY_FAULT = 137
# Which takes minutes with a debug build, and keeps a process that is to be dead.
WITHOUT_BACKTRACE = {"SWIFT_BACKTRACE": "enable=no"}


class Victim(harness.Daemon):
    keeps_failures = True

    def __init__(self, binaries):
        super().__init__(
            binaries, "--engine", "rules", "--workers", "3", "--settle", f"{SETTLE:g}s", "--rescan", "5s",
            "--retry-for", "1s", "--log-level", "notice", unprivileged=True)
        self.folder, self.rules = self.home / "journal", self.home / "rules.d"
        self.journal = self.folder / "quoted.jsonl"
        self.notify = self.home / "notify"
        for path in (self.folder, self.rules):
            path.mkdir()
        for path in (self.home, self.inbox, self.folder, self.rules):
            self.give(path)
        self.options = (*self.options, "--rules", self.rules)
        self.kills = {}

    @staticmethod
    def give(path):
        """To the daemon's user."""
        if os.geteuid() == 0:
            os.chown(path, harness.NOBODY, harness.NOBODY)

    def launch(self, wrapper=(), fault=None, options=(), **environment):
        """Starts it and waits for nothing. - Parameter fault: `POINT:PASSING:EFFECT`."""
        if fault:
            environment["QUOTED_FAULT"] = fault
        arguments = ["run", "--inbox", self.inbox, "--journal", self.journal, "--status", self.socket]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [*self.prefix, *wrapper, self.quoted, *arguments, *self.options, *options], stdin=subprocess.DEVNULL,
                stdout=log, stderr=log, env={**os.environ, **WITHOUT_BACKTRACE, **environment})

    def wait(self, condition, what, progress=None, patience=60):
        """While lines are written, what is waited for may stand behind thousands of other files."""
        super().wait(condition, what, progress or self.journal_size, patience)

    def journal_size(self):
        return self.journal.stat().st_size if self.journal.exists() else 0

    def start(self, **ways):
        self.launch(**ways)
        self.wait(self.answers, "the status socket answers")

    def kill(self):
        super().kill()
        self.count_kill("from outside")

    def end(self):
        """Kills it, unless it is dead already."""
        if self.process.poll() is None:
            self.kill()

    def count_kill(self, cause):
        self.kills[cause] = self.kills.get(cause, 0) + 1

    def die_within(self, seconds, point):
        """Waits until it comes to its end at a fault point; ends it where that takes too long."""
        try:
            status = self.process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            return self.kill()
        expect(status == BY_FAULT, f"the daemon ended by itself, with {status}")
        self.count_kill(point)

    def refuses_to_start(self, **ways):
        """It may start all the same, be it to say that it cannot work. - Returns: what it said if it did not."""
        self.launch(**ways)
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                code = self.process.returncode
                expect(code in (1, 78), f"the daemon ended with {code} where it could not start")
                return self.log.read_text(errors="replace").splitlines()[-1]
            if self.responds():
                return None
            time.sleep(0.05)
        raise harness.Failure("the daemon neither started nor said why not")

    def responds(self):
        """Whether it says how it is, be it well or not."""
        try:
            return bool(self.get("/health"))
        except OSError:
            return False

    def handles(self, number):
        """Whether a signal is ignored or caught."""
        with open(f"/proc/{self.process.pid}/status") as status:
            masks = [int(line.split()[1], 16) for line in status if line.startswith(("SigIgn:", "SigCgt:"))]
        return any(mask >> (number - 1) & 1 for mask in masks)

    def signal(self, number):
        self.process.send_signal(number)

    def hang_up(self):
        self.signal(signal.SIGHUP)

    def waiting_count(self):
        return len(self.waiting())

    def limit_descriptors(self, count):
        """The soft limit, of the process that runs. By its own user, who may do that where root may not."""
        subprocess.run([*self.prefix, "prlimit", f"--pid={self.process.pid}", f"--nofile={count}:"], check=True)

    def is_idle(self):
        status = self.status()
        return not self.waiting() and status["files"]["pending"] == status["files"]["working"] == 0

    def come_to_rest(self, patience=60):
        # The number of files that are left, and not of lines: repeats are work, too.
        self.wait(self.is_idle, "the inbox is empty", lambda: (len(self.waiting()), self.line_count()), patience)

    def watcher(self):
        """The process id of its quoted-watch."""
        children = subprocess.run(["pgrep", "-P", str(self.process.pid), "quoted-watch"], capture_output=True, text=True)
        return int(children.stdout.split()[0])

    def retry(self, codes):
        """Puts back what failed by no fault of its own. - Returns: how many files."""
        listed = subprocess.run(
            [*self.prefix, self.quoted, "retry", "--list", "--inbox", self.inbox], capture_output=True, text=True, check=True)
        count = sum(line.strip().startswith(tuple(code + ":" for code in codes)) for line in listed.stdout.splitlines())
        if count:
            subprocess.run([*self.prefix, self.quoted, "retry", "--inbox", self.inbox], capture_output=True, check=True)
        return count
