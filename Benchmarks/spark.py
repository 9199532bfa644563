"""Articles a second of the Spark job with 1, 2 and 4 workers, against quoted annotate by itself with as many.

Each is the median of its rounds, which take turns, since the machine may have other work. Spark's start and the first job
of a worker, which loads Python and the model, are left out; what quoted annotate needs to start is counted.

usage: spark.py FOLDER-OF-BINARIES [ROUNDS]
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(HERE / "contrib/spark"), str(HERE / "Tests/Integration")]

import harness
import pyarrow as pa
import pyarrow.parquet as pq
import quoted_spark
from pyspark.sql import SparkSession

#: For each worker, so that every job takes about as long and what a job costs by itself weighs the same.
ARTICLES = {"model": 240, "rules": 8_000}
WORKERS = (1, 2, 4)


def written(folder, count):
    texts = harness.base_texts()
    articles = [harness.varied(texts, number) for number in range(count)]
    (folder / "files").mkdir()
    for number, article in enumerate(articles):
        (folder / "files" / f"{number}.txt").write_bytes(article)
    pq.write_table(
        pa.table({"id": list(range(count)), "text": [article.decode() for article in articles]}), folder / "table.parquet")


def by_itself(quoted, engine, folder, workers):
    names = sorted(os.listdir(folder / "files"))
    start = time.monotonic()
    with open(folder / "lines", "wb") as lines:
        subprocess.run([quoted, "annotate", "--engine", engine, "--workers", str(workers), *names],
                       cwd=folder / "files", check=True, stdout=lines, stderr=subprocess.DEVNULL)
    return time.monotonic() - start


def session(workers, folder):
    spark = SparkSession.builder.master(f"local-cluster[{workers},1,1024]").config("spark.ui.enabled", "false") \
        .config("spark.local.dir", folder).config("spark.log.level", "ERROR") \
        .config("spark.scheduler.minRegisteredResourcesRatio", "1.0").getOrCreate()
    for module in (quoted_spark, quoted_spark.quoted_stream):
        spark.sparkContext.addPyFile(module.__file__)
    return spark


def by_spark(spark, quoted, engine, folder, count, turn):
    output = folder / f"out-{turn}"
    options = quoted_spark.parser().parse_args(
        ["--table", "--engine", engine, "--quoted", str(quoted), "--partition-by", "kind", str(folder / "table.parquet"), str(output)])
    start = time.monotonic()
    quoted_spark.run(spark, options)
    seconds = time.monotonic() - start
    rows = spark.read.parquet(str(output)).count()
    if rows != count:
        sys.exit(f"spark wrote {rows} rows of {count} articles")
    return seconds


def measured(quoted, engine, workers, rounds):
    count = workers * ARTICLES[engine]
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        written(folder, count)
        spark = session(workers, scratch)
        by_spark(spark, quoted, engine, folder, count, "first")
        pairs = [(by_itself(quoted, engine, folder, workers), by_spark(spark, quoted, engine, folder, count, turn))
                 for turn in range(rounds)]
        spark.stop()
    alone, shared = (statistics.median(count / seconds for seconds in column) for column in zip(*pairs))
    print(f"| {engine} | {workers} | {alone:,.0f} | {shared:,.0f} | {shared / alone:.0%} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binaries")
    parser.add_argument("rounds", nargs="?", type=int, default=3)
    options = parser.parse_args()
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    print("| engine | workers | quoted annotate, articles a second | Spark | |\n| --- | --- | --- | --- | --- |")
    for engine in ARTICLES:
        for workers in WORKERS:
            measured(Path(options.binaries).resolve() / "quoted", engine, workers, options.rounds)


main()
