#!/usr/bin/env python3
"""Runs every command that the project's pages show, in a folder that has what they name, with a daemon at work. (Those of
the pages about journals are run by examples.py.) What makes something of the project or changes the machine is not run
here: of `make` it is seen whether there is such a target, and of the others which test runs them.

usage: commands.py FOLDER-OF-BINARIES [--short]

With --short those that need more than jq and Python are left out, and named.
"""
import bz2
import contextlib
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import textwrap
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "Tests" / name) for name in ("Integration", "Packaging")]

import examples
import harness
import spoken

#: Words by which what somebody types is told from what a program prints.
TYPED = re.compile(r"^\s*(\$ |sudo |quoted |make |curl |spark-submit |python3? |source |packaging/|[A-Z_]+=\S+ quoted )", re.M)
LANGUAGES = {"sh", "python", "console"}
#: Whose rights a command has matters where quoted is installed, and not here.
AS_DAEMON = "sudo -u quoted "
#: What would change this machine or never end, and the test that does it in a place of its own.
ELSEWHERE = {
    "systemd-sysusers": "Tests/Packaging/install",
    "systemd-tmpfiles --create quoted.conf": "Tests/Packaging/install",
    "systemctl enable --now quoted": "Tests/Packaging/install",
    "chown quoted /etc/quoted/token": "Tests/Packaging/install",
    "curl -sN --unix-socket /run/quoted/status.sock http://quoted/events": "Tests/Integration/live.py",
    "apt-get install ./.build-deb/quoted_*.deb": "Tests/Packaging/install",
}
#: An article of those things that the pages look for.
BRIDGE = """Bridge stays shut

“The bridge is closed to traffic until the toll is settled,” Mayor Åsa Holm said on Monday.

Holm accused the minister of hiding the report.
"""
#: Not installed for the short form.
HEAVY = {"spark-submit": "Spark", "pyspark": "Spark"}
#: What --help does not tell.
UNTOLD = {"--generate-completion-script", "features"}


def pages():
    listed = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    return [page for page in listed if page not in {f"docs/{name}" for name in examples.PAGES}]


def blocks(text):
    """The fenced parts of a page: the line that they begin at, what language they are in, and what is in them."""
    for found in re.finditer(r"^( *)```(\w*)\n(.*?)^\1```$", text, re.MULTILINE | re.DOTALL):
        yield text.count("\n", 0, found.start()) + 1, found[2], textwrap.dedent(found[3])


class Workplace:
    """A folder with everything that the pages' commands name, and a daemon."""

    def __init__(self, folder, quoted, daemon, port, short):
        self.folder, self.quoted, self.short = folder, quoted, short
        self.places = {
            AS_DAEMON: "",
            "/run/quoted/": f"{daemon.home}/", "/var/lib/quoted/": f"{daemon.home}/", "/var/spool/quoted/": f"{daemon.home}/",
            "/srv/archive": f"{folder}/articles", "/srv/": f"{folder}/", "/etc/quoted/": f"{folder}/etc/quoted/",
            "http://news.example:9464": f"http://127.0.0.1:{port}", "127.0.0.1:8799": f"127.0.0.1:{harness.free_port()}"}
        self.environment = {
            **os.environ, "PATH": f"{quoted.parent}:{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}",
            "QUOTED_ENGINE": "rules", "QUOTED_STATUS": str(daemon.socket), "QUOTED_JOURNAL": str(daemon.journal),
            "SPARK_CONF_DIR": str(folder / "spark"), "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
        self.lay_out(daemon)

    def lay_out(self, daemon):
        articles = self.folder / "articles"
        shutil.copytree(ROOT / "Tests" / "Articles", articles, ignore=shutil.ignore_patterns("*.md", "*.py", "check", "*.json"))
        shutil.copy(articles / "wire-dam.txt", self.folder / "story.txt")
        shutil.copy(ROOT / "Tests/EvaluationTests/Fixture/all/marked.jsonl", self.folder / "marked.jsonl")
        for name in ("contrib", "packaging", "Training"):
            (self.folder / name).symlink_to(ROOT / name)
        (self.folder / "my-model").symlink_to(ROOT / "Models" / "en-news")
        (self.folder / "etc" / "quoted").mkdir(parents=True)
        (self.folder / "etc" / "quoted" / "quoted.yaml").write_text(f"inbox: {daemon.inbox}\njournal: {daemon.journal}\n")
        (self.folder / ".build-release").mkdir()
        (self.folder / ".build-release" / "release").symlink_to(self.quoted.parent)
        (self.folder / "dump.jsonl").write_text(json.dumps({"payload": {"prose": "“No,” said Ek."}, "meta": {"head": "No"}}))
        self.lay_out_pages()
        self.lay_out_wikidata()
        self.annotate()
        if not self.short:
            self.lay_out_table()

    def lay_out_pages(self):
        prose = [f"The bridge {number} over the strait is closed to all traffic, Mayor Åsa Holm said." for number in range(9)]
        (self.folder / "html").mkdir()
        (self.folder / "html" / "a.html").write_text(
            f"<html><body><article><h1>Bridges</h1><p>{'</p><p>'.join(prose)}</p></article></body></html>", encoding="utf-8")
        (self.folder / "ground-truth.json").write_text(json.dumps({"a": {"articleBody": "\n".join(prose)}}))

    def lay_out_wikidata(self):
        """A dump of two people with an office, as often as the pages name one."""
        said = lambda item: [{"mainsnak": {"snaktype": "value", "property": "P", "datavalue": {
            "value": {"entity-type": "item", "id": item}, "type": "wikibase-entityid"}}, "type": "statement", "rank": "normal"}]
        item = lambda id, name, **claims: json.dumps({
            "type": "item", "id": id, "labels": {"en": {"language": "en", "value": name}}, "aliases": {}, "claims": claims,
            "sitelinks": {f"s{n}wiki": {"site": f"s{n}wiki", "title": name} for n in range(30)}}, ensure_ascii=False)
        office = item("Q9101", "mayor", P31=said("Q4164871"))
        humans = [item(f"Q900{n}", name, P31=said("Q5"), P39=said("Q9101")) for n, name in enumerate(("Åsa Holm", "Bo Ek"))]
        dump = "[\n" + ",\n".join([office, *humans]) + "\n]\n"
        for name in ("wikidata.jsonl", "humans.jsonl"):
            (self.folder / name).write_text(dump, encoding="utf-8")
        (self.folder / "offices.jsonl").write_text(office + "\n")
        (self.folder / "latest-all.json.bz2").write_bytes(bz2.compress(dump.encode()))
        (self.folder / "etc" / "quoted" / "rules.d").mkdir()

    def annotate(self):
        files = sorted(path.relative_to(self.folder) for path in self.folder.glob("articles/*.txt"))
        journal = subprocess.run(
            [self.quoted, "annotate", "--engine", "rules", *files], cwd=self.folder, check=True, capture_output=True).stdout
        for name in ("quotes.jsonl", "quoted.jsonl"):
            (self.folder / name).write_bytes(journal)

    def lay_out_table(self):
        import pyarrow as pa
        import pyarrow.parquet as pq

        texts = [path.read_text(encoding="utf-8") for path in sorted((self.folder / "articles").glob("*.txt"))]
        pq.write_table(pa.table({"key": list(range(len(texts))), "story": texts}), self.folder / "articles.parquet")
        (self.folder / "spark").mkdir()
        (self.folder / "spark" / "spark-defaults.conf").write_text("spark.master local[2]\nspark.ui.enabled false\n")

    def placed(self, code):
        for system, mine in self.places.items():
            code = code.replace(system, mine)
        return code

    def run(self, command, **environment):
        try:
            return subprocess.run(
                command, cwd=self.folder, env={**self.environment, **environment}, capture_output=True, text=True, timeout=1800)
        except subprocess.TimeoutExpired as late:
            return subprocess.CompletedProcess(command, 1, late.stdout, "it does not end within half an hour")


    def serve(self, command):
        """Runs a daemon until it answers, in a folder of its own, with what the command says and nothing else.

        - Returns: What is wrong, if anything."""
        folder, typed = self.folder / "own", shlex.split(command, comments=True)
        (folder / "inbox").mkdir(parents=True, exist_ok=True)
        own = ("QUOTED_INBOX", "QUOTED_JOURNAL", "QUOTED_STATUS")
        environment = {name: value for name, value in self.environment.items() if name not in own}
        socket = folder / typed[typed.index("--status") + 1] if "--status" in typed else None
        asked = [self.quoted, "status", "--socket", socket or "none"]
        with open(folder / "daemon.log", "wb") as log:
            daemon = subprocess.Popen(
                ["bash", "-c", f"exec {self.placed(command)}"], cwd=folder, env=environment, stdout=log, stderr=log)
        deadline = time.monotonic() + 120
        while daemon.poll() is None and subprocess.run(asked, capture_output=True).returncode:
            if time.monotonic() > deadline:
                daemon.kill()
            time.sleep(0.1)
        daemon.terminate()
        return (folder / "daemon.log").read_text() or f"{command} never answers" if daemon.wait() else ""


def commands(code):
    """The single commands of a script, comments aside; a script with more than lines and && is one."""
    lines = [re.sub(r"(^|\s)#.*", "", line).strip() for line in code.replace("\\\n", " ").splitlines()]
    return [command for line in lines for command in line.split(" && ") if command]


def somewhere_else(command):
    """What hinders that a command is taken for run by another test; None where it is to be run here."""
    if command.startswith(AS_DAEMON):
        return None
    bare = command.removeprefix("sudo ")
    if bare.startswith("make "):
        done = subprocess.run(["make", "--dry-run", "--silent", *shlex.split(bare)[1:], "SETUP=skip", "TRAIN=-", "DEV=-"],
                              cwd=ROOT, capture_output=True, text=True)
        return done.stderr if done.returncode else ""
    if bare in ELSEWHERE:
        return "" if (ROOT / ELSEWHERE[bare]).exists() else f"{ELSEWHERE[bare]}, which is to run it, is missing"
    return "no test runs it; say in commands.py which one does" if bare != command else None


def shell(work, code):
    """- Returns: What is wrong, if anything; and the number of commands that were run."""
    here, socket = [], work.folder / "status.sock"
    if not socket.exists():
        socket.symlink_to(work.environment["QUOTED_STATUS"])
    for command in commands(code):
        complaint = somewhere_else(command)
        if complaint:
            return f"{command}: {complaint}", 0
        if command.startswith("quoted run "):
            complaint = work.serve(command)
            if complaint:
                return complaint, 0
        elif complaint is None:
            here.append(command)
    # Whole, where nothing was taken out, since it may have more than commands in lines.
    script = code if len(here) == len(commands(code)) else "\n".join(here)
    done = work.run(["bash", "-euo", "pipefail", "-c", work.placed(script)])
    return done.stderr if done.returncode else "", len(here)


def console(work, code):
    """A session: what is typed behind $, with what then comes. What ends in … goes on, and … by itself is more lines."""
    typed = [line[2:] for line in code.splitlines() if line.startswith("$ ")]
    shown = [line.split() for line in code.splitlines() if not line.startswith("$ ")]
    # Somebody at a terminal is slower than the daemon.
    settle = "\nuntil [ -s quoted.jsonl ] && [ -z \"$(ls inbox)\" ]; do sleep 0.1; kill -0 $!; done\n"
    script = "".join(line + (settle if line.endswith("inbox/") else "\n") for line in typed)
    for name in ("quoted.jsonl", "status.sock"):
        (work.folder / name).unlink(missing_ok=True)
    done = work.run(["bash", "-euo", "pipefail", "-c", f"{script}\nfor job in $(jobs -p); do kill $job; wait $job; done"], QUOTED_ENGINE="model")
    if done.returncode:
        return done.stderr, len(typed)
    came = [line.split() for line in done.stdout.splitlines()]
    for number, (line, other) in enumerate(zip(shown, came)):
        if line == ["…"]:
            break
        if line != other and not (line[-1] == "…" and other[:len(line) - 1] == line[:-1]):
            return f"line {number + 1} is {' '.join(other)}, and the page has {' '.join(line)}", len(typed)
    return "" if len(came) >= len([line for line in shown if line != ["…"]]) else "less comes than the page has", len(typed)


def python(work, code):
    done = work.run([sys.executable, "-c", work.placed(code)])
    return done.stderr if done.returncode else "", 1


def misnamed(text, known):
    """Commands within sentences that name a subcommand or an option that there is none of."""
    for found in re.finditer(r"`quoted ([^`|]+)", text):
        words = found[1].split(" -- ")[0].split()
        command = known["quoted"]
        while words and (below := known.get(f"{command.name}-{words[0]}")):
            command, words = below, words[1:]
        told = {name for option in command.options for name in spoken.names(option)} | UNTOLD
        unknown = [word for word in words if re.match(r"--?[a-z]", word) and word.split("=")[0] not in told]
        if command.name == "quoted" and words and not words[0].startswith("-"):
            unknown += {words[0]} - UNTOLD
        yield from (f"`quoted {found[1]}`: there is no {word}" for word in unknown)


def check(work, page, text, known):
    """- Returns: what is wrong in a page, how many commands were run, and what they would have needed that were not."""
    mistakes, count, left = [f"{page}: {what}" for what in misnamed(text, known)], 0, set()
    for line, language, code in blocks(text):
        if not language and TYPED.search(code):
            mistakes.append(f"{page}:{line}: is this to be run? Then write sh behind the fence")
        if language not in LANGUAGES:
            continue
        needed = {name for word, name in HEAVY.items() if work.short and word in code}
        left |= needed
        if not needed:
            complaint, ran = {"sh": shell, "python": python, "console": console}[language](work, code)
            count += ran
            if complaint:
                mistakes.append(f"{page}:{line}: this fails: {complaint.strip()[-2000:]}\n{code}")
    return mistakes, count, left


#: A page, and what has to be found wrong in it.
WRONG = [
    ("`quoted annotate --omit-txet story.txt`", "there is no --omit-txet"),
    ("`quoted anotate story.txt`", "there is no anotate"),
    ("```\nquoted annotate story.txt\n```\n", "Then write sh"),
    ("```sh\nquoted annotate story.text\n```\n", "story.text"),
    ("```sh\nquoted annotate none.txt | jq .\n```\n", "none.txt"),
    ("```sh\nmake tset\n```\n", "tset"),
    ("```sh\nsudo rm -r quotes.jsonl\n```\n", "no test runs it"),
    ("```python\nassert 1 == 2\n```\n", "AssertionError"),
    ("```sh\nquoted run --inbox inbox --journal quoted.jsonl\n```\n", "--status: is missing"),
    ("```sh\nquoted run --inbox none --journal quoted.jsonl --status s.sock\n```\n", "none"),
    ("```console\n$ head -n 1 story.txt\nAnother line\n```\n", "and the page has Another line"),
]


def unnoticed(work, known):
    for text, wanted in WRONG:
        mistakes, _, _ = check(work, "a wrong page", text, known)
        if not any(wanted in mistake for mistake in mistakes):
            yield f"this passes: {text} {mistakes}"


@contextlib.contextmanager
def workplace(binaries, short):
    quoted = pathlib.Path(binaries).resolve() / "quoted"
    options = ("--engine", "rules", "--listen", f"127.0.0.1:{(port := harness.free_port())}")
    with harness.Daemon(binaries, *options) as daemon, tempfile.TemporaryDirectory(prefix="quoted-pages-") as folder:
        shutil.copy(harness.ARTICLES / "wire-dam.txt", daemon.inbox)
        (daemon.inbox / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
        daemon.wait_for_lines(2)
        found = [quoted, "find", "--journal", daemon.journal, "toll"]
        daemon.wait(lambda: subprocess.run(found, capture_output=True).returncode == 0, "the index has what the journal has")
        yield Workplace(pathlib.Path(folder), quoted, daemon, port, short)


def main(binaries, short):
    known = {command.name: command for command in spoken.command(pathlib.Path(binaries).resolve() / "quoted").everyone()}
    count, left = 0, set()
    with workplace(binaries, short) as work:
        mistakes = list(unnoticed(work, known))
    for page in pages():
        text = (ROOT / page).read_text(encoding="utf-8")
        with workplace(binaries, short) if LANGUAGES & {block[1] for block in blocks(text)} else contextlib.nullcontext() as work:
            wrong, ran, lacked = check(work, page, text, known)
        mistakes, count, left = mistakes + wrong, count + ran, left | lacked
    for mistake in mistakes:
        print(f"commands: {mistake}", file=sys.stderr)
    told = f"; those with {', '.join(sorted(left))} are left to make acceptance" if left else ""
    print(f"commands: {count} of the pages' commands were run{told}")
    return 1 if mistakes or not count else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], "--short" in sys.argv[2:]))
