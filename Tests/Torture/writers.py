"""Writers that drop articles into the inbox in all the ways there are, and take down what they dropped."""
import os
import random
import shutil
import subprocess
import threading
import time
from xml.sax.saxutils import escape

from account import Drop

# Files in the inbox above which no writer adds others.
MOST_WAITING = 2000
SHORT = """The warden, Pia Holm, said gate {0} was shut for the night.

“Nobody saw {0} coming,” she said. “It will stay shut until Monday.”

Reference {0}
"""


class Books:
    """What was dropped, in memory and, should somebody have to look into it afterwards, on the disk."""

    def __init__(self, path):
        self.drops, self.lock, self.number = [], threading.Lock(), 0
        self.file = open(path, "w", encoding="utf-8")

    def next_number(self):
        with self.lock:
            self.number += 1
            return self.number

    def enter(self, way, content, texts=None, certain=True):
        """Before the file is dropped: a line must never be there first."""
        self.add(Drop(way, content, tuple(texts or [content.decode()]), certain))

    def enter_failing(self, way, content):
        self.add(Drop(way, content, (), fails=True))

    def add(self, drop):
        with self.lock:
            self.drops.append(drop)
            self.file.write(drop.to_json() + "\n")
            self.file.flush()


def backlog(inbox):
    try:
        return len(os.listdir(inbox))
    except OSError:
        return 0


class Writer:
    """One hand that drops files, each by a way that chance chooses."""

    def __init__(self, home, books, settle, seed):
        self.home, self.inbox, self.books, self.settle = home, home / "inbox", books, settle
        self.chance = random.Random(seed)
        self.aside = home / f"outbox-{seed}"
        self.aside.mkdir()
        self.feed = []
        self.ways = [self.cp, self.mv, self.ln, self.slowly, self.two_writers, self.rename_over, self.touch_again,
                     self.subfolder, self.folder_moved_in, self.same_again, self.feed_polled, self.same_name]

    def drop(self, ways=None):
        try:
            self.chance.choice(ways or self.ways)()
        except (FileNotFoundError, NotADirectoryError):
            # The inbox, or the file that was to be gone on with, was taken away meanwhile.
            pass

    def article(self):
        return SHORT.format(self.books.next_number()).encode()

    def plain_article(self):
        """Any part of it can be read as it stands, even by itself."""
        return self.article().decode().replace("“", '"').replace("”", '"').encode("ascii")

    def prepared(self, way, certain=True, content=None):
        """A file on the same file system, and its content."""
        content = content or self.article()
        path = self.aside / f"{self.books.next_number():06d}.txt"
        path.write_bytes(content)
        self.books.enter(way, content, certain=certain)
        return path

    # Each of these is a way. What is entered as certain must be in the journal, come what may.

    def cp(self):
        paths = [self.prepared("cp") for _ in range(self.chance.randint(1, 4))]
        subprocess.run(["cp", "-t", self.inbox, *paths], check=True)

    def mv(self):
        paths = [self.prepared("mv") for _ in range(self.chance.randint(1, 4))]
        result = subprocess.run(["mv", "-t", self.inbox, *paths], capture_output=True, text=True)
        # It looks back at what it moved, and the daemon may have taken that by then.
        if result.returncode and any(path.exists() for path in paths) and self.inbox.exists():
            raise RuntimeError(f"mv: {result.stderr}")

    def ln(self):
        subprocess.run(["ln", "-t", self.inbox, self.prepared("ln")], check=True)

    def slowly(self):
        """In pieces with pauses, of which the longest is well below the time that a file must lie still."""
        content = self.plain_article()
        self.in_parts("slow", content, step := len(content) // 4)
        with open(self.inbox / f"{self.books.next_number():06d}.txt", "wb", buffering=0) as file:
            for at in range(0, len(content), step):
                file.write(content[at:at + step])
                time.sleep(self.chance.uniform(0, self.settle / 5))

    def in_parts(self, way, content, step):
        """Enters what a daemon that begins to look just now may take for the whole, too."""
        self.books.enter(way, content)
        for at in range(step, len(content), step):
            self.books.enter(way + ", a part", content[:at], certain=False)

    def two_writers(self):
        content = self.plain_article()
        self.in_parts("two writers", content, half := len(content) // 2 + 1)
        path = self.inbox / f"{self.books.next_number():06d}.txt"
        with open(path, "wb", buffering=0) as first, open(path, "ab", buffering=0) as second:
            first.write(content[:half])
            first.close()
            time.sleep(self.chance.uniform(0, self.settle / 3))
            second.write(content[half:])

    def rename_over(self):
        first, second = self.prepared("replaced", certain=False), self.prepared("rename over")
        target = self.inbox / first.name
        first.rename(target)
        time.sleep(self.chance.choice([0, 0, 0.01, 0.1]))
        second.rename(target)

    def touch_again(self):
        path = self.prepared("touch again")
        target = self.inbox / path.name
        shutil.copyfile(path, target)
        for _ in range(3):
            time.sleep(0.02)
            os.utime(target)

    def subfolder(self):
        folder = self.inbox / f"desk{self.chance.randint(1, 4)}" / f"feed{self.chance.randint(1, 3)}"
        folder.mkdir(parents=True, exist_ok=True)
        self.prepared("subfolder").rename(folder / f"{self.books.next_number():06d}.txt")

    def folder_moved_in(self):
        folder = self.aside / f"batch{self.books.next_number()}"
        folder.mkdir()
        for _ in range(3):
            path = self.prepared("folder moved in")
            path.rename(folder / path.name)
        folder.rename(self.inbox / folder.name)

    def same_again(self):
        """The same article by two names: one line."""
        first = self.prepared("same again")
        second = self.prepared("same again", content=first.read_bytes())
        for path in (first, second):
            path.rename(self.inbox / path.name)

    def same_name(self):
        """As senders do that have one name for the latest."""
        self.prepared("same name").rename(self.aside / "latest")
        target = self.inbox / "latest.txt"
        try:
            os.link(self.aside / "latest", target)
        except FileExistsError:
            target = self.inbox / f"latest-{self.books.next_number()}.txt"
            os.link(self.aside / "latest", target)

    def feed_polled(self):
        """Several articles a file, most of them in the one before: what a poll of a feed brings."""
        number = self.books.next_number()
        paragraphs = [f"The warden, Pia Holm, said gate {number} was shut.", f"“Nobody saw {number} coming,” she said."]
        self.feed = (self.feed + [(f"Gate {number} shut", paragraphs)])[-4:]
        items = "".join(
            f"<item><title>{title}</title><guid isPermaLink='false'>urn:{title[5:-5]}</guid><description>"
            + escape("".join(f"<p>{each}</p>" for each in body)) + "</description></item>\n" for title, body in self.feed)
        content = f"<?xml version='1.0'?>\n<rss version='2.0'><channel><title>Gates</title>\n{items}</channel></rss>\n"
        path = self.aside / f"{number:06d}.xml"
        path.write_text(content)
        self.books.enter("feed", content.encode(), ["\n\n".join([title, *body]) for title, body in self.feed])
        path.rename(self.inbox / path.name)


class Crowd:
    """Writers that go on in the background. They stand still while the inbox itself is being taken away."""

    def __init__(self, home, books, settle, seed, count=3, pause=0.15):
        self.pause, self.going, self.ended = pause, threading.Event(), False
        self.busy = [threading.Lock() for _ in range(count)]
        self.failures = []
        self.threads = [
            threading.Thread(target=self.work, args=(Writer(home, books, settle, f"{seed}-{n}"), self.busy[n]), daemon=True)
            for n in range(count)]
        self.going.set()
        for thread in self.threads:
            thread.start()

    def work(self, writer, busy):
        while not self.ended:
            self.going.wait()
            # Whoever writes faster than a debug build reads would have every act wait for the backlog.
            while not self.ended and backlog(writer.inbox) > MOST_WAITING:
                time.sleep(0.2)
            with busy:
                if self.going.is_set() and not self.ended:
                    try:
                        writer.drop()
                    except Exception as error:
                        self.failures.append(error)
                        raise
            time.sleep(writer.chance.uniform(0, 2 * self.pause))

    def stand_still(self):
        self.going.clear()
        for busy in self.busy:
            busy.acquire()
            busy.release()

    def go_on(self):
        self.going.set()

    def end(self):
        self.ended = True
        self.going.set()
        for thread in self.threads:
            thread.join()
