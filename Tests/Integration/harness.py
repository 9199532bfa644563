"""Starts the real daemon on a scratch inbox and looks at what it does from outside. For tests and benchmarks."""
import atexit
import functools
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "Tests" / "Articles"
NOBODY = 65534

# Otherwise it would end this process without what is registered to clean up behind it.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


class Failure(Exception):
    """What was seen is not what was promised."""


def expect(truth, message):
    if not truth:
        raise Failure(message)


def base_texts():
    return [path.read_bytes() for path in sorted(ARTICLES.glob("*.txt"))]


def varied(texts, number):
    """The article's bytes with a last line of its own: an article that no other number gives."""
    return texts[number % len(texts)] + f"\n\nReference {number:06d}\n".encode()


def scratch(prefix, keep=lambda: False):
    """A fresh folder. It goes when this process ends, by SIGTERM too, unless `keep` says otherwise."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix=prefix))
    atexit.register(lambda: keep() or shutil.rmtree(folder, ignore_errors=True))
    return folder


@functools.cache
def reachable(binaries):
    """A copy of the programs and of what they read, in a folder that every user can reach: nobody gets into a home folder of
    mode 0700. It goes when this process ends.

    - Returns: the folder of the programs."""
    home = scratch("quoted-programs-")
    programs, libraries, shared = home / "bin", home / "lib", home / "share" / "quoted"
    for folder in (programs, libraries, shared):
        folder.mkdir(parents=True)
    for name in ("quoted", "quoted-watch"):
        shutil.copy(pathlib.Path(binaries) / name, programs)
    for name in ("Rules", "Models"):
        shutil.copytree(ROOT / name, shared / name)
    copy_libraries(programs / "quoted", libraries)
    subprocess.run(["chmod", "-R", "u=rwX,go=rX", home], check=True)
    return programs


def copy_libraries(program, folder):
    """A debug build is linked with the toolchain's libraries, which may lie in a home folder as well."""
    listed = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
    for path in re.findall(r"=> (/\S+)", listed):
        if not path.startswith(("/lib", "/usr/")):
            shutil.copy(path, folder)


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=10)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self.path))


class Daemon:
    """`quoted run` in a folder of its own that is removed afterwards."""

    # Whether the folder stays where something failed, for people to look into.
    keeps_failures = False
    has_failed = False

    def __init__(self, binaries, *options, unprivileged=False, deferred=False):
        """- Parameters:
          - unprivileged: as nobody, where this is run by root, to whom file modes mean nothing; of a copy of the programs,
            which nobody may not reach where they are.
          - deferred: `start` is called by whoever makes it.
        """
        self.deferred = deferred
        self.quoted = pathlib.Path(binaries).resolve() / "quoted"
        self.home = scratch("quoted-", keep=lambda: self.keeps_failures and self.has_failed)
        self.inbox, self.done, self.failed = (self.home / name for name in ("inbox", "done", "failed"))
        self.journal, self.socket, self.log = (self.home / n for n in ("quoted.jsonl", "status.sock", "daemon.log"))
        self.options, self.process = options, None
        self.inbox.mkdir()
        self.prefix = []
        if unprivileged and os.geteuid() == 0:
            self.quoted = reachable(self.quoted.parent) / "quoted"
            libraries = self.quoted.parents[1] / "lib"
            self.prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--inh-caps=-all"]
            self.prefix += ["env", f"LD_LIBRARY_PATH={libraries}"] if any(libraries.iterdir()) else []
            for path in (self.home, self.inbox):
                os.chown(path, NOBODY, NOBODY)

    def __enter__(self):
        try:
            if not self.deferred:
                self.start()
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise
        return self

    def __exit__(self, kind, *_):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.has_failed = kind is not None
        if self.has_failed and self.log.exists():
            print("the end of the daemon's log:", file=sys.stderr)
            print("".join(self.log.read_text(errors="replace").splitlines(keepends=True)[-40:]), file=sys.stderr)
        if self.has_failed and self.keeps_failures:
            print(f"what was left is in {self.home}", file=sys.stderr)
        else:
            shutil.rmtree(self.home, ignore_errors=True)

    def command(self, *options):
        arguments = ["run", "--inbox", self.inbox, "--journal", self.journal, "--status", self.socket, *options]
        return [*self.prefix, self.quoted, *arguments]

    def start(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.command(*self.options), stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.wait(lambda: self.answers(), "the status socket answers")

    def stop(self):
        """- Returns: the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=120)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def answers(self):
        try:
            return self.get("/health")[0] == 200
        except OSError:
            return False

    def get(self, path):
        connection = UnixConnection(self.socket)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()

    def status(self):
        return json.loads(self.get("/status")[1])

    def line_count(self):
        if not self.journal.exists():
            return 0
        with open(self.journal, "rb") as journal:
            return sum(block.count(b"\n") for block in iter(lambda: journal.read(1 << 20), b""))

    def records(self, journal=None):
        """- Throws: `Failure` where a line is torn."""
        content, records = (journal or self.journal).read_bytes(), []
        expect(content.endswith(b"\n") or not content, "the journal does not end with a newline")
        for number, line in enumerate(content.split(b"\n")[:-1], 1):
            try:
                records.append(json.loads(line.decode()))
            except ValueError as error:
                raise Failure(f"line {number} of the journal is no JSON: {error}") from None
        return records

    def all_records(self):
        """Those of the journal and of what was closed aside."""
        others = tuple(self.journal.name + end for end in (".ledger", ".index"))
        journals = [p for p in self.home.glob(self.journal.name + "*") if not p.name.startswith(others)]
        return [record for journal in sorted(journals) for record in self.records(journal)]

    def waiting(self):
        """The regular files that lie in the inbox, at any depth."""
        return [path for path in self.inbox.rglob("*") if path.is_file()]

    def wait(self, condition, what, progress=None, patience=60):
        """Waits until `condition`; gives up when the daemon ends or `progress()` stays the same for `patience` seconds."""
        last, deadline = progress and progress(), time.monotonic() + patience
        while not condition():
            expect(self.process.poll() is None, f"the daemon ended with {self.process.returncode} before: {what}")
            now = progress and progress()
            if now != last:
                last, deadline = now, time.monotonic() + patience
            expect(time.monotonic() < deadline, f"nothing more happened, and not this: {what} (at {now})")
            time.sleep(0.05)

    def wait_for_lines(self, count, patience=60):
        self.wait(lambda: self.line_count() >= count, f"{count} lines", self.line_count, patience)

    def resident(self):
        """KiB of resident memory of the daemon, without quoted-watch."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))


def free_port():
    """A port on which nobody listens, for now."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


def filesystem(path):
    return subprocess.run(["findmnt", "-n", "-o", "FSTYPE", "-T", path], capture_output=True, text=True).stdout.strip()


def binaries(arguments, usage):
    if len(arguments) != 2 or not os.access(os.path.join(arguments[1], "quoted"), os.X_OK):
        sys.exit(usage)
    return arguments[1]


def main(name, scenario, usage):
    """Runs one test: exit status 0, or 1 with a sentence that says what was seen."""
    try:
        print(f"{name}: {scenario(binaries(sys.argv, usage))}")
    except Failure as failure:
        sys.exit(f"{name}: {failure}")
