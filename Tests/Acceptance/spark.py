"""The Spark job, by several workers on this machine: what comes out is what quoted annotate gives, once, whoever is killed.

usage: spark.py FOLDER-OF-BINARIES [FOLDER-OF-SCREENSHOTS]
"""

import datetime
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

HERE = Path(__file__).resolve().parents[2]
ARTICLES = sorted((HERE / "Tests/Articles").glob("*.txt"))
JOB = HERE / "contrib/spark/quoted_spark.py"
PARTS = 24


def expect(truth, message):
    if not truth:
        sys.exit(f"spark: {message}")


def submitted(work, arguments, workers=2):
    """The job as somebody submits it, on a cluster of processes; its log goes to a file."""
    log = open(work / "spark.log", "wb")
    return subprocess.Popen(
        [Path(sys.executable).parent / "spark-submit", "--master", f"local-cluster[{workers},1,1024]",
         "--conf", f"spark.local.dir={work}", "--conf", "spark.ui.enabled=false",
         "--conf", "spark.sql.shuffle.partitions=4", JOB, *arguments],
        cwd=work, stdout=log, stderr=log, env={**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"})


def finished(process, work):
    code = process.wait()
    said = (work / "spark.log").read_text(errors="replace")
    expect(code == 0, f"the job ended with {code}:\n{said[-6000:]}")
    return said


def rows(output):
    return pq.read_table(output, partitioning="hive").to_pylist()


def told(record):
    """A record without what differs from run to run, and without the name of the file."""
    record = json.loads(record) if isinstance(record, str) else record
    return {name: value for name, value in record.items() if name not in ("annotated_at", "file")}


def table(path, count):
    """Articles of four days, all different."""
    texts = [article.read_text() for article in ARTICLES]
    days = [datetime.date(2026, 11, 17 + number % 4).isoformat() for number in range(count)]
    pq.write_table(pa.table({
        "key": list(range(count)),
        "story": [f"{texts[number % len(texts)]}\n\n🌉 A\u030asa {number}.\n" for number in range(count)],
        "published": [f"{one}T08:00:00+01:00" for one in days],
        "publisher": ["Strait News"] * count,
    }), path, row_group_size=50)


def folder_gives_what_annotate_gives(quoted, work):
    inbox, output = work / "in box", work / "folder.parquet"
    (inbox / "sub").mkdir(parents=True)
    names = ["a b.txt", "50% + ü.txt", "sub/deep.txt"]
    for name, article in zip(names, ARTICLES):
        (inbox / name).write_bytes(article.read_bytes())
    (inbox / "binary.bin").write_bytes(bytes(range(256)) * 20)
    finished(submitted(work, [inbox, output, "--engine", "rules", "--quoted", quoted, "--partition-by", "kind"]), work)
    found = {row["input"]: row for row in rows(output)}
    expect(len(found) == 4, f"four files gave {sorted(found)}")
    for name in names:
        line = subprocess.run([quoted, "annotate", "--engine", "rules", inbox / name], capture_output=True, check=True).stdout
        expect(told(found[str(inbox / name)]["record"]) == told(json.loads(line)), f"{name} has another record than by annotate")
    failed = found[str(inbox / "binary.bin")]
    expect(failed["kind"] == "error" and failed["error"]["code"] == "binary", f"a binary file is {failed}")
    print("spark: a folder gives the records of quoted annotate, and what failed with its reason")


def table_is_partitioned_and_resumed(quoted, work):
    articles, output = work / "articles.parquet", work / "table.parquet"
    table(articles, 40)
    job = [articles, output, "--table", "--id-column", "key", "--text-column", "story", "--engine", "rules", "--quoted", quoted]
    finished(submitted(work, job), work)
    expect({path.name for path in output.iterdir() if path.is_dir()} ==
           {f"published_on=2026-11-{day}" for day in (17, 18, 19, 20)}, "the days are no folders")
    first = rows(output)
    expect(sorted(int(row["input"]) for row in first) == list(range(40)), "not every article is there once")
    for row in first:
        text = json.loads(row["record"])["text"]
        expect(row["publisher"] == "Strait News" and row["quotations"] and text.endswith(f"A\u030asa {row['input']}.\n"),
               f"the article is another: {row}")
        for quotation in row["quotations"]:
            cut = " ".join(text[span["start"]:span["end"]] for span in quotation["content"])
            expect(cut.split() == quotation["text"].split(), f"the spans cut “{cut}” where “{quotation['text']}” is said")
    table(articles, 55)
    finished(submitted(work, job), work)
    second = rows(output)
    expect(sorted(int(row["input"]) for row in second) == list(range(55)), "a second run repeats articles, or lacks some")
    before = {row["input"]: row["record"] for row in first}
    expect(all(before[row["input"]] == row["record"] for row in second if row["input"] in before),
           "a second run annotated anew what was there")
    print("spark: a table is partitioned by day; a second run adds what is new and leaves the rest alone")


def executors(process):
    """The executors' process ids, below the one that was started."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                command = (entry / "cmdline").read_bytes()
                parents[int(entry.name)] = (int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1]), command)
            except (FileNotFoundError, ProcessLookupError):
                pass

    def below(pid):
        return pid == process.pid or pid in parents and below(parents[pid][0])

    return [pid for pid, (_, command) in parents.items() if b"CoarseGrainedExecutorBackend" in command and below(pid)]


def killed_executors_repeat_nothing(quoted, work):
    """A stand-in that notes each article before it passes it on, slowly enough for somebody to be killed meanwhile."""
    count, notes, program = 240, work / "notes", work / "slow-quoted"
    program.write_text(f"""#!{sys.executable}
import os, subprocess, sys, time
quoted = subprocess.Popen([{str(quoted)!r}, *sys.argv[1:]], stdin=subprocess.PIPE)
with open({str(notes)!r}, "ab", buffering=0) as notes:
    for line in sys.stdin.buffer:
        notes.write(line[:line.index(b",")] + b"\\n")
        quoted.stdin.write(line)
        quoted.stdin.flush()
        time.sleep(0.1)
quoted.stdin.close()
sys.exit(quoted.wait())
""")
    program.chmod(0o755)
    articles, output = work / "many.parquet", work / "killed.parquet"
    table(articles, count)
    job = submitted(work, [
        articles, output, "--table", "--id-column", "key", "--text-column", "story", "--engine", "rules",
        "--quoted", program, "--parts", str(PARTS)], workers=3)
    while not notes.exists() or notes.read_bytes().count(b"\n") < count // 3:
        expect(job.poll() is None, "the job ended before anybody was killed: " + (work / "spark.log").read_text()[-3000:])
        time.sleep(0.1)
    victim = executors(job)[0]
    os.kill(victim, signal.SIGKILL)
    said = finished(job, work)
    expect("Lost executor" in said, "nobody noticed that an executor was killed")
    expect(sorted(int(row["input"]) for row in rows(output)) == list(range(count)), "an article is there twice or not at all")
    asked = notes.read_bytes().count(b"\n")
    expect(asked >= count, f"{asked} of {count} articles were asked about")
    # One task was lost, and no other may be done again.
    expect(asked - count <= count // PARTS * 3, f"{asked - count} articles were annotated anew for one killed executor")
    print(f"spark: one of three executors killed: {count} articles once each; {asked - count} of them were begun twice")


def main(binaries, *_):
    quoted = Path(binaries).resolve() / "quoted"
    for check in (folder_gives_what_annotate_gives, table_is_partitioned_and_resumed, killed_executors_repeat_nothing):
        with tempfile.TemporaryDirectory(prefix="quoted-spark-") as work:
            check(quoted, Path(work))


main(*sys.argv[1:])
