"""Asks `quoted annotate --stream` about articles, and goes on where one of them ends the program. Knows nothing of Spark."""

import json
import subprocess
import threading
from collections.abc import Iterator


class Refused(Exception):
    """quoted does not start: engine, model, rules or flags have to be mended."""


#: What is said of an article that ended the program twice.
CRASH = {"code": "crash", "item": None, "reason": "quoted ended while it worked on this article",
         "remedy": "annotate it by itself to see why, and report it"}


class Annotator:
    """A `quoted annotate --stream` that is started when it is first needed, and again when it dies."""

    def __init__(self, program: str = "quoted", options: tuple[str, ...] = (), workers: int = 1):
        self.command = [program, "annotate", "--stream", "--workers", str(workers), *options]
        self.process = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._end()

    def answers(self, requests: list[dict]) -> Iterator[dict]:
        """One answer for each request, in their order, as docs/stream.md has both.

        An article that ends the program is asked about once more by itself; if it does so again, its answer has the error
        `crash`, and the next one is the next article's.
        """
        at, crashes = 0, 0
        while at < len(requests):
            # After a crash only the article that was next: whether it was this one is seen then.
            asked = requests[at:at + 1] if crashes else requests[at:]
            answered = 0
            for answer in self._asked(asked):
                answered += 1
                yield answer
            at += answered
            if answered == len(asked):
                crashes = 0
                continue
            crashes = 1 if answered else crashes + 1
            if crashes == 2:
                yield {"id": requests[at].get("id"), "records": [], "errors": [CRASH]}
                at, crashes = at + 1, 0

    def _asked(self, requests):
        """Answers until all are there or the program ended."""
        process = self._started()
        # A thread of its own: the program answers while it is being told more, and a pipe holds little.
        teller = threading.Thread(target=self._tell, args=(process, requests), daemon=True)
        teller.start()
        for _ in requests:
            line = process.stdout.readline()
            if not line.endswith(b"\n"):
                break
            yield json.loads(line)
        else:
            teller.join()
            return
        status = self._end()
        teller.join()
        # EX_CONFIG and EX_USAGE are the same the next time.
        if status in (64, 78):
            raise Refused(f"{' '.join(self.command)} ended with {status}; what it said is in this executor's stderr")

    @staticmethod
    def _tell(process, requests):
        try:
            for request in requests:
                process.stdin.write(json.dumps(request, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
            process.stdin.flush()
        except (BrokenPipeError, ValueError):
            pass  # It ended, which is noticed where its answers are read.

    def _started(self):
        if self.process is None:
            try:
                self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            except OSError as error:
                raise Refused(f"{self.command[0]} cannot be run here ({error.strerror}): install quoted on every worker, "
                              "or name it by --quoted") from error
        return self.process

    def _end(self):
        """The exit status, after the program was told that there is no more."""
        process, self.process = self.process, None
        if process is None:
            return None
        process.stdout.close()
        try:
            process.stdin.close()
        except BrokenPipeError:
            pass
        return process.wait()
