"""The part of the Spark job that talks to quoted: with the real program, and with one that dies over an article.

usage: stream_client.py FOLDER-OF-BINARIES
"""
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "contrib/spark"))

import quoted_stream
from harness import ARTICLES, expect

# Answers as quoted does, notes what it is asked, and ends where a text says so: always, or the first time only.
MORTAL = """#!{python}
import json, pathlib, sys
notes = pathlib.Path({notes!r})
for line in sys.stdin:
    asked = json.loads(line)
    before = notes.read_text().split() if notes.exists() else []
    notes.write_text(" ".join([*before, str(asked["id"])]))
    if asked["text"] == "die" or asked["text"] == "die once" and str(asked["id"]) not in before:
        sys.exit(3)
    print(json.dumps({{"id": asked["id"], "records": [asked["text"]], "errors": []}}), flush=True)
"""


def program(folder, text):
    path = pathlib.Path(folder) / "program"
    path.write_text(text)
    path.chmod(0o755)
    return str(path)


def answers_of_the_real_program(binaries):
    texts = [path.read_text() for path in sorted(ARTICLES.glob("*.txt"))]
    # More than a pipe holds, both ways, before the first answer is read.
    requests = [{"id": number, "text": texts[number % len(texts)]} for number in range(120)]
    with quoted_stream.Annotator(f"{binaries}/quoted", ("--engine", "rules"), 2) as annotator:
        for asked in (requests, [{"id": "last", "text": "“No,” said Ek."}], []):
            answers = list(annotator.answers(asked))
            expect([answer["id"] for answer in answers] == [one["id"] for one in asked], "answers are not in their order")
            expect(all(answer["records"][0]["text"] == one["text"] for answer, one in zip(answers, asked)), "texts changed")


def whoever_kills_the_program_is_told(folder):
    mortal = program(folder, MORTAL.format(python=sys.executable, notes=f"{folder}/notes"))
    texts = ["a", "die", "b", "die once", "c", "die", "die", "d"]
    requests = [{"id": number, "text": text} for number, text in enumerate(texts)]
    with quoted_stream.Annotator(mortal) as annotator:
        answers = list(annotator.answers(requests))
    expect([answer["id"] for answer in answers] == list(range(8)), f"not an answer each: {answers}")
    for answer, text in zip(answers, texts):
        wanted = ([], ["crash"]) if text == "die" else ([text], [])
        got = (answer["records"], [error["code"] for error in answer["errors"]])
        expect(got == wanted, f"“{text}” is answered by {got}")
    asked = pathlib.Path(f"{folder}/notes").read_text().split()
    expect([asked.count(str(number)) for number in range(8)] == [1, 2, 1, 2, 1, 2, 2, 1], f"asked about {asked}")


def one_that_does_not_start_is_told(folder):
    for path, status in ((program(folder, "#!/bin/sh\nexit 78\n"), "78"), (f"{folder}/none", "cannot be run")):
        try:
            with quoted_stream.Annotator(path) as annotator:
                list(annotator.answers([{"id": 1, "text": "a"}]))
        except quoted_stream.Refused as error:
            expect(status in str(error), f"{error} does not say why")
        else:
            expect(False, f"{path} passes for quoted")


binaries = sys.argv[1]
answers_of_the_real_program(binaries)
with tempfile.TemporaryDirectory() as scratch:
    whoever_kills_the_program_is_told(scratch)
    one_that_does_not_start_is_told(scratch)
print("stream: 121 articles answered in order; one that ends the program costs itself, and one that cannot start is told")
