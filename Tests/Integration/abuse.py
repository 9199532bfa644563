#!/usr/bin/env python3
"""Whoever may ask how the daemon is does his worst: it goes on working, answers others, and nothing is read or written for him.

usage: abuse.py FOLDER-OF-BINARIES
"""
import contextlib
import os
import random
import re
import socket
import stat
import struct
import subprocess
import threading
import time

import harness
from harness import expect

CROWD = 1_000
CONNECTIONS = 64
# Descriptors that may be open for a moment beyond what was there before and the connections: articles, and connections
# on their way out.
MORE_DESCRIPTORS = 128
TOKEN = "correct-horse-battery-staple"
SIZE = 16 << 10
GET = b"GET /status HTTP/1.1\r\nHost: quoted\r\n\r\n"
# Seconds that a test waits for the daemon to end a connection.
PATIENCE = 30


class Client:
    """A connection to the status socket, or to (host, port)."""

    def __init__(self, address):
        self.socket = socket.socket(socket.AF_INET if isinstance(address, tuple) else socket.AF_UNIX)
        self.socket.settimeout(PATIENCE)
        self.socket.connect(address if isinstance(address, tuple) else str(address))

    def send(self, content):
        """- Returns: whether it could be sent; the daemon may have hung up."""
        try:
            self.socket.sendall(content)
            return True
        except (BrokenPipeError, ConnectionResetError):
            return False

    def answer(self):
        """All that comes until the daemon hangs up."""
        parts = []
        try:
            while part := self.socket.recv(1 << 16):
                parts.append(part)
        except ConnectionResetError:
            pass
        except TimeoutError:
            raise harness.Failure(f"a connection was left open for {PATIENCE} s") from None
        self.socket.close()
        return b"".join(parts)

    def vanish(self):
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()


def ask(address, content):
    client = Client(address)
    client.send(content)
    return client.answer()


def code(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else None


def serving(daemon):
    return daemon.status()["serving"]


def descriptors(daemon):
    return len(os.listdir(f"/proc/{daemon.process.pid}/fd"))


def crowd(daemon, drop):
    """1,000 connections that say nothing: others are answered meanwhile, and work goes on."""
    silent, quiet, most = [], descriptors(daemon), [0]

    def look():
        while not finished.is_set():
            most[0] = max(most[0], descriptors(daemon))
            time.sleep(0.01)

    finished = threading.Event()
    watcher = threading.Thread(target=look)
    watcher.start()
    for number in range(CROWD):
        silent.append(Client(daemon.socket))
        if number % 100 == 0:
            drop(1)
    expect(code(ask(daemon.socket, GET)) == 200, "nobody else is answered in a crowd")
    report = serving(daemon)
    expect(report["crowded_out"] > 0, f"the status does not tell of the crowd: {report}")
    expect(any("status-connections" in line for line in daemon.status()["degraded"]), "nothing is said to be degraded")
    for client in silent:
        expect(client.answer() == b"", "somebody who asked nothing was answered")
    finished.set()
    watcher.join()
    expect(most[0] <= quiet + CONNECTIONS + MORE_DESCRIPTORS, f"descriptors went from {quiet} to {most[0]} in a crowd")


def pour(path, finished):
    """Connects again and again without a pause, faster than anybody is let in, and says nothing."""
    held = []
    while not finished.is_set():
        client = socket.socket(socket.AF_UNIX)
        client.setblocking(False)
        try:
            client.connect(str(path))
            held.append(client)
        except OSError:
            # As many wait as the kernel keeps.
            client.close()
            time.sleep(0.001)
        if len(held) > CROWD:
            held.pop(0).close()
    for client in held:
        client.close()


def flood(daemon, drop):
    """While the socket is flooded, the owner's commands are answered each time, and work goes on."""
    finished = threading.Event()
    floods = [threading.Thread(target=pour, args=(daemon.socket, finished)) for _ in range(4)]
    for thread in floods:
        thread.start()
    try:
        daemon.wait(lambda: is_full(daemon.socket), "the flood fills the socket")
        for number in range(12):
            drop(1)
            for command in ("status", "top"):
                asked = subprocess.run([daemon.quoted, command, "--status", daemon.socket], capture_output=True, text=True)
                expect(asked.returncode == 0, f"in a flood, `quoted {command}` says: {asked.stderr or asked.stdout}")
    finally:
        finished.set()
        for thread in floods:
            thread.join()
    daemon.wait(lambda: is_quiet(daemon), "the flood is over")


def is_full(path):
    """Whether the kernel keeps as many connections as it may, until they are let in."""
    with socket.socket(socket.AF_UNIX) as client:
        client.setblocking(False)
        try:
            client.connect(str(path))
        except BlockingIOError:
            return True
        return False


def is_quiet(daemon):
    try:
        return serving(daemon)["connections"] == 1
    except OSError:
        return False


def strangers_pages(daemon, drop):
    """Pages of other sites take no seats, however many of them ask."""
    foreign = (b"Origin: http://evil.example", b"Origin: null", b"Sec-Fetch-Site: cross-site", b"Sec-Fetch-Site: same-site")
    for number in range(40):
        answer = ask(daemon.socket, b"GET /events HTTP/1.1\r\nHost: localhost:8799\r\n" + foreign[number % 4] + b"\r\n\r\n")
        expect(code(answer) == 403, f"{foreign[number % 4]} gets {answer[:60]}")
    own = Client(daemon.socket)
    own.send(b"GET /events HTTP/1.1\r\nHost: localhost:8799\r\nSec-Fetch-Site: same-origin\r\n\r\n")
    expect(code(own.socket.recv(64)) == 200, "the daemon's own page finds no seat")
    own.vanish()


def everybody_asks(daemon, drop):
    """1,000 at once that ask as one should: each is answered, at once or when he asks again; he may have to give way."""
    answers = []

    def one():
        for attempt in range(100):
            answer = code(ask(daemon.socket, GET))
            if answer is not None:
                break
            time.sleep(0.01 * min(attempt + 1, 50))
        answers.append(answer)

    threads = [threading.Thread(target=one) for _ in range(CROWD)]
    for thread in threads:
        thread.start()
    drop(5)
    for thread in threads:
        thread.join()
    expect(answers == [200] * CROWD, f"of {CROWD} who asked, {answers.count(200)} were answered: {set(answers)}")
    expect(serving(daemon)["delayed"] > 0, "a thousand at once did not have to wait")


def slow_writer(daemon, drop):
    before = serving(daemon)["timed_out"]
    client, began = Client(daemon.socket), time.monotonic()
    client.send(b"GET /")
    while client.send(b"s") and time.monotonic() - began < PATIENCE:
        time.sleep(0.05)
    expect(time.monotonic() - began < PATIENCE, "a slow writer was never sent away")
    client.socket.close()
    expect(serving(daemon)["timed_out"] > before, "the status does not tell of a slow writer")


def slow_reader(daemon, drop):
    """Asks again and again and reads nothing: one answer a connection, and the rest is thrown away."""
    client = Client(daemon.socket)
    client.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    client.send(GET * 100)
    time.sleep(2)
    expect(client.answer().count(b"HTTP/1.1 ") == 1, "a connection got more than one answer")


def oversized(daemon, drop):
    before, memory = serving(daemon)["oversized"], daemon.resident()
    endless = [b"GET /", b"GET /status HTTP/1.1\r\nX: ", b"GET /status HTTP/1.1\r\nContent-Length: 999999999999\r\n\r\n",
               b"GET /status HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\n", b"\r\n", b""]
    for beginning in endless:
        client, sent = Client(daemon.socket), 0
        client.send(beginning)
        while sent < 64 << 20 and client.send(b"x" * SIZE):
            sent += SIZE
        expect(sent < 64 << 20, f"64 MiB were taken after {beginning[:60]}")
        expect(code(client.answer()) in (200, 400, 431, None), "an oversized request was answered oddly")
    expect(code(ask(daemon.socket, GET[:-2] + b"X: " + b"x" * SIZE + b"\r\n\r\n")) in (431, None), "it was taken")
    expect(serving(daemon)["oversized"] > before, "the status does not tell of what was too much")
    expect(daemon.resident() - memory < 32 << 10, f"memory went from {memory} to {daemon.resident()} KiB")


def malformed(daemon, drop):
    chance = random.Random(7)
    requests = [b"\r\n\r\n", b"GET\r\n\r\n", b"GET /status HTTP/9.9\r\n\r\n", b"GET /status HTTP/1.1\r\n: x\r\n\r\n",
                b"GET /status HTTP/1.1\r\nContent-Length: -1\r\n\r\n", b"\0" * 500, b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03",
                b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET /status HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx"]
    requests += [bytes(chance.randrange(256) for _ in range(chance.randrange(1, 2000))) for _ in range(100)]
    requests += [bytes(chance.choice(GET) for _ in range(60)) for _ in range(100)]
    for request in requests:
        client = Client(daemon.socket)
        client.send(request)
        client.socket.shutdown(socket.SHUT_WR)
        expect(code(client.answer()) in (400, 404, 405, 431, None), f"{request[:60]} was answered")
    expect(serving(daemon)["malformed"] > 0, "the status does not tell of malformed requests")


def vanishing(daemon, drop):
    for number in range(500):
        client = Client(daemon.socket)
        client.send(GET[:number % (len(GET) + 1)])
        client.vanish()


def onlookers(daemon, drop):
    """More look on than may: some are sent away, and the others leave without a word."""
    clients = [Client(daemon.socket) for _ in range(40)]
    for client in clients:
        client.send(b"GET /events HTTP/1.1\r\nHost: q\r\n\r\n")
    codes = [code(client.socket.recv(64)) for client in clients]
    expect((codes.count(200), codes.count(503)) == (16, 24), f"forty who look on get {codes}")
    drop(10)
    for client in clients:
        client.vanish()


def searchers(daemon, drop):
    """Many search at once, and for what is hard to find."""
    words = "+".join(f"{letter}*+-{letter}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    codes = []

    def one():
        codes.append(code(ask(daemon.socket, f"GET /find?words={words}&limit=10000 HTTP/1.1\r\nHost: q\r\n\r\n".encode())))

    threads = [threading.Thread(target=one) for _ in range(200)]
    for thread in threads:
        thread.start()
    drop(5)
    for thread in threads:
        thread.join()
    expect(set(codes) <= {200, 503, None} and 200 in codes, f"those who search get {set(codes)}")


def everything(home):
    """Names and modes of what lies in the daemon's folder; what the daemon itself goes on writing is left out."""
    return sorted((str(p.relative_to(home)), p.lstat().st_mode) for p in home.rglob("*")
                  if "ledger" not in p.name and p.name != "daemon.log")


def reads_and_writes_nothing(daemon, drop):
    daemon.wait(lambda: not daemon.waiting(), "the inbox is empty")
    before = everything(daemon.home)
    paths = ["//", "/etc/passwd", "//etc/passwd", "/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/status/../../x",
             f"{daemon.journal}", f"file://{daemon.journal}", "/status%00", "/inbox/new.txt", "*", "/metrics/", "/status;x"]
    for path in paths:
        for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "MOVE"):
            body = b"planted"
            answer = ask(daemon.socket, f"{method} {path} HTTP/1.1\r\nHost: q\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
            expect(code(answer) in (400, 404, 405), f"{method} {path} gives {answer[:60]}")
            expect(b"root:" not in answer and b"planted" not in answer, f"{method} {path} tells what it must not")
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        expect(code(ask(daemon.socket, f"{method} /status HTTP/1.1\r\nHost: q\r\n\r\n".encode())) == 405, f"{method} is taken")
    expect(everything(daemon.home) == before, "a request changed what lies there")


ABUSES = (crowd, flood, strangers_pages, everybody_asks, slow_writer, slow_reader, oversized, malformed, vanishing, onlookers, searchers,
          reads_and_writes_nothing)


def under_abuse(binaries):
    texts, dropped = harness.base_texts(), 0
    with harness.Daemon(binaries, "--engine", "rules", "--status-time", "2s") as daemon:

        def drop(count):
            nonlocal dropped
            for _ in range(count):
                aside = daemon.home / "aside"
                aside.write_bytes(harness.varied(texts, dropped))
                aside.rename(daemon.inbox / f"{dropped:06d}.txt")
                dropped += 1

        drop(8)
        daemon.wait_for_lines(dropped)
        quiet = descriptors(daemon)
        for abuse in ABUSES:
            drop(2)
            abuse(daemon, drop)
            daemon.wait_for_lines(dropped)
            daemon.wait(lambda: serving(daemon)["connections"] == 1, f"the connections of {abuse.__name__} are closed")
        left = descriptors(daemon)
        expect(left <= quiet + MORE_DESCRIPTORS // 8, f"descriptors went from {quiet} to {left}")
        paths = sorted(record["file"]["path"] for record in daemon.records())
        expect(paths == [f"{number:06d}.txt" for number in range(dropped)], "the journal has not each article once")
        expect((ended := daemon.stop()) == 0, f"the daemon ended with {ended}")
    return dropped


def has_modes(binaries):
    """As configured, and never wider in between, whatever the umask."""
    old = os.umask(0)
    try:
        for options, of_socket, of_journal in (
                ((), 0o660, 0o640), (("--socket-mode", "0600", "--journal-mode", "0600"), 0o600, 0o600)):
            with harness.Daemon(binaries, "--engine", "rules", *options, deferred=True) as daemon:
                index = daemon.journal.with_name(daemon.journal.name + ".index")
                seen = {daemon.socket: set(), daemon.journal: set(), index: set()}
                watcher = threading.Thread(target=watch_modes, args=(seen, finished := threading.Event()))
                watcher.start()
                daemon.start()
                (daemon.inbox / "a.txt").write_bytes(harness.base_texts()[0])
                daemon.wait_for_lines(1)
                daemon.wait(index.exists, "there is an index")
                finished.set()
                watcher.join()
                for path, mode in ((daemon.socket, of_socket), (daemon.journal, of_journal), (index, of_journal)):
                    expect(stat.S_IMODE(path.stat().st_mode) == mode, f"{path.name} has mode {path.stat().st_mode:o}")
                    # Who may not write to a socket cannot connect; execution means nothing.
                    mask = 0o222 if path == daemon.socket else 0o666
                    wider = {f"{m:o}" for m in seen[path] if m & mask & ~mode}
                    expect(not wider, f"{path.name} was {wider} for a moment")
                daemon.stop()
    finally:
        os.umask(old)


def watch_modes(seen, finished):
    while not finished.is_set():
        for path, modes in seen.items():
            with contextlib.suppress(FileNotFoundError):
                modes.add(stat.S_IMODE(path.stat().st_mode))


def over_network(binaries):
    port = harness.free_port()
    with harness.Daemon(binaries, "--engine", "rules", "--listen", f"127.0.0.1:{port}") as daemon:
        address = ("127.0.0.1", port)
        daemon.wait(lambda: answers(address), "it listens")
        expect(code(ask(address, f"GET /health HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())) == 200, "no answer")
        # A page in a browser on this machine whose name is made to lead here.
        for host in ("evil.example", f"evil.example:{port}", "127.0.0.1.evil.example", ""):
            expect(code(ask(address, f"GET /status HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())) in (400, 421), f"{host} is served")
        expect(serving(daemon)["refused"] > 0, "the status does not tell of refusals")
        daemon.stop()


def answers(address):
    with contextlib.suppress(OSError):
        Client(address).socket.close()
        return True
    return False


def with_token(binaries):
    port = harness.free_port()
    with harness.Daemon(binaries, deferred=True) as daemon:
        secret, started = daemon.home / "token", daemon.options
        for content, mode, options in ((None, 0, ()), (TOKEN, 0o604, ("--token-file", secret)), ("short", 0o600, ("--token-file", secret))):
            if content:
                secret.write_text(content + "\n")
                secret.chmod(mode)
            refused = subprocess.run([*daemon.command("--listen", f"0.0.0.0:{port}"), *options], capture_output=True, text=True)
            expect(refused.returncode == 78 and re.search("token", refused.stderr), f"it ended with {refused.returncode}: {refused.stderr}")
        secret.write_text(TOKEN + "\n")
        secret.chmod(0o600)
        daemon.options = (*started, "--engine", "rules", "--listen", f"0.0.0.0:{port}", "--token-file", secret)
        daemon.start()
        address = ("127.0.0.1", port)
        daemon.wait(lambda: answers(address), "it listens")
        for header, expected in (("", 401), ("Authorization: Bearer wrong\r\n", 401), (f"Authorization: Basic {TOKEN}\r\n", 401),
                                 (f"Authorization: Bearer {TOKEN}\r\n", 200), (f"authorization: bearer {TOKEN}\r\n", 200)):
            got = code(ask(address, f"GET /status HTTP/1.1\r\nHost: x\r\n{header}\r\n".encode()))
            expect(got == expected, f"with “{header.strip()}” the answer is {got}")
        expect(code(ask(daemon.socket, GET)) == 200, "the Unix socket asks for a token")
        expect(TOKEN.encode() not in daemon.log.read_bytes(), "the token is in the log")
        daemon.stop()


def scenario(binaries):
    has_modes(binaries)
    over_network(binaries)
    with_token(binaries)
    count = under_abuse(binaries)
    return f"{len(ABUSES)} abuses, {CROWD} connections at once, {count} articles annotated meanwhile, modes and tokens as configured"


if __name__ == "__main__":
    harness.main("abuse", scenario, __doc__)
