"""Annotates a folder of articles, or a table of them in Parquet, into Parquet: an Apache Spark job.

Each worker runs `quoted annotate --stream`; it has to be installed there. docs/spark.md says more.
"""

import argparse
import datetime
import json
import os
import sys

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

import quoted_stream

SPANS = "array<struct<start:int,end:int>>"
QUOTATION = (
    f"struct<id:string,type:string,text:string,content:{SPANS},cue:string,verb:string,class:string,stance:string,"
    "negated:boolean,source:string,speaker:string,speaker_kind:string,inside:string,confidence:double>")
#: A row is an article, or what failed instead of one.
SCHEMA = (
    "input string, item int, id string, kind string, title string, published string, published_on date, language string,"
    f"publisher string, url string, quotations array<{QUOTATION}>, record string,"
    "error struct<code:string,reason:string,remedy:string>")
#: Columns of a table that come back in the record, as docs/stream.md has them.
METADATA = ("title", "byline", "published", "updated", "language", "publisher", "url", "version")
#: Articles whose answers are held in memory together.
AT_ONCE = 256


def day(published):
    """The day that an ISO 8601 time names, in its own zone."""
    try:
        return datetime.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def quotation(found, speakers):
    cue, speaker = found["cue"] or {}, speakers.get(found["speaker"], {})
    return {
        **{name: found[name] for name in ("id", "type", "text", "content", "inside", "confidence")},
        "cue": cue.get("text"), "verb": cue.get("lemma"), "class": cue.get("class"), "stance": cue.get("stance"),
        "negated": cue.get("negated"), "source": (found["source"] or {}).get("text"),
        "speaker": speaker.get("name") or speaker.get("role"), "speaker_kind": speaker.get("kind"),
    }


def rows(answer):
    """The rows that an answer of quoted's makes: of a file as many as it has articles."""
    for record in answer["records"]:
        article = record["article"]
        speakers = {speaker["id"]: speaker for speaker in record["speakers"]}
        yield {
            "input": answer["id"], "item": record["file"]["item"], "id": record["id"], "kind": record["kind"],
            **{name: article[name] for name in ("title", "published", "language", "publisher", "url")},
            "published_on": day(article["published"]),
            "quotations": [quotation(found, speakers) for found in record["quotations"]],
            "record": json.dumps(record, ensure_ascii=False, separators=(",", ":")),
        }
    for error in answer["errors"]:
        yield {"input": answer["id"], "item": error["item"], "kind": "error", "error": error}


def annotated(table: DataFrame, program: str, options: tuple[str, ...], workers: int) -> DataFrame:
    """- Parameter table: of requests: `id` and `text` or `path`, and columns of METADATA."""
    spark = table.sparkSession
    # By value: the schema as Arrow has it travels with the function, and no worker asks the driver.
    form = pa.schema(spark.createDataFrame([], SCHEMA).toArrow().schema)

    def work(batches):
        with quoted_stream.Annotator(program, options, workers) as annotator:
            for batch in batches:
                for start in range(0, batch.num_rows, AT_ONCE):
                    asked = batch.slice(start, AT_ONCE).to_pylist()
                    requests = [{name: value for name, value in row.items() if value is not None} for row in asked]
                    found = [row for answer in annotator.answers(requests) for row in rows(answer)]
                    yield pa.RecordBatch.from_pylist(found, schema=form)

    return table.mapInArrow(work, SCHEMA)


def requests_of_folder(spark: SparkSession, folder: str) -> DataFrame:
    """Only names are read here; quoted reads the files, which therefore have to be where every worker sees them."""
    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load(folder)
    path = F.regexp_replace("path", "^file:/+", "/")
    return files.select(path.alias("id"), path.alias("path"))


def requests_of_table(spark: SparkSession, path: str, identifier: str, text: str) -> DataFrame:
    table = spark.read.parquet(path)
    known = [name for name in METADATA if name in table.columns and name not in (identifier, text)]
    kinds = {name: "array<string>" if name == "byline" else "string" for name in known}
    return table.select(
        F.col(identifier).cast("string").alias("id"), F.col(text).alias("text"),
        *[F.col(name).cast(kind).alias(name) for name, kind in kinds.items()])


def missing(spark: SparkSession, requests: DataFrame, output: str) -> DataFrame:
    """What no earlier run has annotated already."""
    hadoop = spark.sparkContext._jvm.org.apache.hadoop.fs.Path(output)
    if not hadoop.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration()).exists(hadoop):
        return requests
    done = spark.read.schema("input string").parquet(output).select(F.col("input").alias("id")).distinct()
    return requests.join(done, "id", "left_anti")


def run(spark: SparkSession, options: argparse.Namespace) -> None:
    if options.table:
        requests = requests_of_table(spark, options.input, options.id_column, options.text_column)
    else:
        requests = requests_of_folder(spark, options.input)
    parts = options.parts or 4 * spark.sparkContext.defaultParallelism
    requests = missing(spark, requests, options.output).repartition(parts, "id")
    flags = ("--engine", options.engine, *(flag for folder in options.rules for flag in ("--rules", folder)),
             *(("--omit-text",) if options.omit_text else ()))
    workers = int(spark.conf.get("spark.task.cpus", "1"))
    annotated(requests, options.quoted, flags, workers) \
        .write.mode("append").partitionBy(*options.partition_by).parquet(options.output)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="quoted_spark.py", description=__doc__)
    made.add_argument("input", help="a folder of articles, in any format that quoted reads; with --table one of Parquet")
    made.add_argument("output", help="the folder of Parquet; what is there already is kept, and not annotated again")
    made.add_argument("--table", action="store_true", help="the input is Parquet, an article a row")
    made.add_argument("--id-column", default="id", metavar="NAME", help="the column that names an article, once each")
    made.add_argument("--text-column", default="text", metavar="NAME")
    made.add_argument("--partition-by", action="append", metavar="NAME", default=None, choices=[
        "published_on", "language", "publisher", "kind"], help="column that is a level of folders (published_on)")
    made.add_argument("--parts", type=int, help="how many tasks (four for each core of the cluster)")
    made.add_argument("--engine", default="model", choices=["model", "rules"])
    made.add_argument("--rules", action="append", default=[], metavar="FOLDER", help="your own rules, on every worker")
    made.add_argument("--omit-text", action="store_true", help="leave the articles' text out of the records")
    made.add_argument("--quoted", default="quoted", metavar="PROGRAM", help="where quoted is on the workers")
    return made


def main(arguments):
    options = parser().parse_args(arguments)
    options.partition_by = options.partition_by or ["published_on"]
    spark = SparkSession.builder.appName("quoted").getOrCreate()
    # Workers load it as a module; the job itself they get by value.
    spark.sparkContext.addPyFile(os.path.join(os.path.dirname(os.path.abspath(__file__)), "quoted_stream.py"))
    try:
        run(spark, options)
    finally:
        spark.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
