#!/usr/bin/env python3
"""Looks on while the daemon works: the events, `quoted top` in a terminal, and the page in Chromium, without looking closely.
(`make acceptance` does.)

usage: live.py FOLDER-OF-BINARIES
"""
import contextlib
import fcntl
import http.client
import json
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import termios
import time

import harness
from harness import expect

HOSTILE = """</script><script>document.title = "hacked"</script> opens

“</p><img src=x onerror="document.title='hacked'"> is safe,” said Mayor Ines Aldana.
"""
# Seconds that something may take to come.
PATIENCE = 60


def see_events(daemon, number):
    """The first event has everything, a later one what came in."""
    connection = harness.UnixConnection(daemon.socket)
    connection.timeout = PATIENCE
    connection.request("GET", "/events")
    response = connection.getresponse()
    expect(response.status == 200, f"/events answers {response.status}")
    lines = (line for line in iter(response.readline, b"") if line.startswith(b"data: "))
    first = json.loads(next(lines)[6:])
    expect({"status", "quotations", "files", "failures", "speakers", "can_find"} <= set(first), f"only {sorted(first)}")
    (daemon.inbox / "new.txt").write_bytes(harness.varied(harness.base_texts(), number))
    for line in lines:
        event = json.loads(line[6:])
        if any(file["file"] == "new.txt" for file in event.get("files", [])):
            break
    connection.close()


def see_top(daemon):
    """It draws in the terminal's other screen, and leaves the terminal as it was."""
    command = [daemon.quoted, "top", "--status", daemon.socket, "--interval", "200ms"]
    once = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()
    expect("newest quotations" in once and "\x1b" not in once, f"without a terminal it prints: {once}")
    pid, screen = pty.fork()
    if pid == 0:
        os.execv(command[0], [str(part) for part in command])
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    before = termios.tcgetattr(screen)
    drawn = read_until(screen, lambda text: text.count(b"newest quotations") >= 2)
    expect(drawn.startswith(b"\x1b[?1049h"), f"it begins with {drawn[:40]}")
    os.kill(pid, signal.SIGINT)
    drawn = read_until(screen, lambda text: b"\x1b[?1049l" in text)
    expect(os.waitpid(pid, 0)[1] == 0, "Control-C is no error")
    expect(termios.tcgetattr(screen) == before, "the terminal's settings are others than before")
    os.close(screen)


def read_until(descriptor, condition):
    text, end = b"", time.monotonic() + PATIENCE
    while not condition(text):
        expect(time.monotonic() < end, f"this was all that was drawn: {text[-2000:]}")
        if select.select([descriptor], [], [], 1)[0]:
            with contextlib.suppress(OSError):
                text += os.read(descriptor, 1 << 16)
    return text


class Browser:
    """Chromium through chromedriver, as the WebDriver protocol has it. (W3C WebDriver, section 5.)"""

    def __init__(self):
        self.port = harness.free_port()
        self.driver = subprocess.Popen(
            ["chromedriver", f"--port={self.port}", "--log-level=OFF"], stdout=subprocess.DEVNULL)
        self.path = ""

    def __enter__(self):
        end = time.monotonic() + PATIENCE
        while True:
            with contextlib.suppress(OSError):
                if self.ask("GET", "/status")["ready"]:
                    break
            expect(time.monotonic() < end, "chromedriver does not start")
            time.sleep(0.1)
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu"]
        options = {"browserName": "chrome", "goog:chromeOptions": {"args": arguments}}
        session = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": options}})
        self.path = "/session/" + session["sessionId"]
        return self

    def __exit__(self, *_):
        with contextlib.suppress(OSError, harness.Failure):
            self.ask("DELETE", "")
        self.driver.terminate()
        self.driver.wait()

    def ask(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, self.path + path, body and json.dumps(body), {"Content-Type": "application/json"})
        answer = json.loads(connection.getresponse().read())["value"]
        connection.close()
        expect(not isinstance(answer, dict) or "error" not in answer, f"the browser says: {answer}")
        return answer

    def run(self, script):
        return self.ask("POST", "/execute/sync", {"script": script, "args": []})


def see_page(daemon, port):
    with Browser() as browser:
        browser.ask("POST", "/url", {"url": f"http://127.0.0.1:{port}/"})
        said = lambda: browser.run("return [...document.querySelectorAll('#newest .said')].map((node) => node.textContent)")
        daemon.wait(lambda: any("<img src=x" in text for text in said()), "the page shows the hostile article")
        browser.run("document.getElementById('words').value = 'safe'; document.querySelector('form [type=submit]').click()")
        found = lambda: browser.run("return [...document.querySelectorAll('#found mark')].map((node) => node.textContent)")
        daemon.wait(lambda: "safe" in found(), "the page finds what was said")
        expect(browser.run("return document.title") == "quoted", "a script of the article ran")
        expect(browser.run("return document.querySelectorAll('img, script').length") == 1, "the article's markup is markup")


def live(binaries):
    port = harness.free_port()
    with harness.Daemon(binaries, "--engine", "rules", "--listen", f"127.0.0.1:{port}") as daemon:
        (daemon.inbox / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
        (daemon.inbox / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
        daemon.wait_for_lines(1)
        see_events(daemon, 1)
        see_top(daemon)
        missing = [name for name in ("chromium", "chromedriver") if not shutil.which(name)]
        if not missing:
            see_page(daemon, port)
        failed = json.loads(daemon.get("/live")[1])["failures"]
        expect([failure["file"] for failure in failed] == ["picture.txt"], f"these failed: {failed}")
        expect(daemon.stop() == 0, "it did not end well")
    page = f"the page is skipped, since there is no {missing[0]}; apt-get install chromium chromium-driver" if missing else \
        "the page shows a hostile article as text and finds it"
    return f"events and top show what comes in; {page}"


if __name__ == "__main__":
    harness.main("live", live, __doc__)
