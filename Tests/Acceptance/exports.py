#!/usr/bin/env python3
"""Reads what `quoted export` writes with programs that know each form, and compares every offset with the record's.

usage: exports.py FOLDER-OF-BINARIES
"""
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ARTICLES = sorted((HERE.parent / "Articles").glob("*.txt"))
# An emoji and combining marks before everything else, and marks that a table has to double.
ODD = """🌉 A\u030angstro\u0308m Bridge “unsafe”

“The bridge, they say, is not safe,” said Mayor A\u030asa Holm. 👩‍🍳 She added that it was “old”.

"It is safe, so far," said Bo Ek.
"""
PARTS = ("content", "cue", "source", "addressee", "target", "setting", "time", "hedge")


def read_lines(path):
    """JSON lines; other line ends than newlines may stand in them."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]


def parts(quotation):
    """Each part of a quotation with its spans."""
    cue = quotation["cue"] or {}
    held = {"content": quotation["content"], "cue": cue.get("spans"), "hedge": (cue.get("hedged") or {}).get("spans")}
    for part in PARTS:
        spans = held[part] if part in held else (quotation[part] or {}).get("spans")
        if spans:
            yield part, [(span["start"], span["end"]) for span in spans]


class ExportTest(unittest.TestCase):
    binaries = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.scratch = pathlib.Path(cls.folder.name)
        odd = cls.scratch / "odd.txt"
        odd.write_text(ODD, encoding="utf-8", newline="")
        cls.journal = cls.scratch / "quotes.jsonl"
        with cls.journal.open("wb") as lines:
            subprocess.run([cls.binaries / "quoted", "annotate", "--engine", "rules", odd, *ARTICLES], stdout=lines, check=True)
        cls.records = read_lines(cls.journal)
        assert len(cls.records) == len(ARTICLES) + 1 and cls.records[0]["quotations"]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def export(self, form):
        path = self.scratch / form
        subprocess.run([self.binaries / "quoted", "export", "--to", form, "-o", path, self.journal], check=True)
        return path

    def spans_by_quotation(self, record):
        return {(q["id"], part): spans for q in record["quotations"] for part, spans in parts(q)}

    def test_spacy(self):
        import spacy
        from spacy.tokens import Doc
        vocab = spacy.blank("en").vocab
        lines = read_lines(self.export("spacy"))
        self.assertEqual(len(lines), len(self.records))
        for line, record in zip(lines, self.records):
            tokens = line["tokens"]
            doc = Doc(vocab, words=[token["text"] for token in tokens], spaces=[token["ws"] for token in tokens])
            self.assertEqual(doc.text, record["text"])
            self.assertEqual([token.idx for token in doc], [token["start"] for token in tokens])
            found = {}
            for span in line["spans"]:
                of_doc = doc.char_span(span["start"], span["end"], label=span["label"])
                self.assertIsNotNone(of_doc, "a part is not made of tokens")
                self.assertEqual((of_doc.start, of_doc.end - 1), (span["token_start"], span["token_end"]))
                found.setdefault((span["quotation"], span["label"].lower()), []).append((span["start"], span["end"]))
            self.assertEqual(found, self.spans_by_quotation(record))
            doc.spans["quotations"] = [doc[span["token_start"]:span["token_end"] + 1] for span in line["spans"]]
            again = Doc(vocab).from_bytes(doc.to_bytes())
            self.assertEqual(len(again.spans["quotations"]), len(line["spans"]))

    def test_conll(self):
        import conllu
        text = self.export("conll").read_text(encoding="utf-8")
        # The first line names the columns, as CoNLL-U Plus has it.
        title, columns = text.split("\n", 1)[0].split(" = ")
        self.assertEqual(title, "# global.columns")
        fields = columns.lower().split()
        self.assertEqual(fields[:4], ["id", "form", "start", "end"])
        records = iter(self.records)
        record, found = None, {}
        for sentence in conllu.parse(text, fields=fields) + [None]:
            if sentence is None or "newdoc id" in sentence.metadata:
                if record:
                    wanted = {k: s for k, s in self.spans_by_quotation(record).items() if k[1] in ("content", "cue", "source")}
                    self.assertEqual(found, wanted)
                if sentence is None:
                    break
                record, found = next(records), {}
                self.assertEqual(sentence.metadata["newdoc id"], record["id"])
            for token in sentence:
                start, end = int(token["start"]), int(token["end"])
                self.assertEqual(record["text"][start:end], token["form"])
                for part in ("content", "cue", "source"):
                    for label in filter(None, (token[f"quoted:{part}"] or "").replace("_", "").split("|")):
                        spans = found.setdefault((label[2:], part), [])
                        if label.startswith("B-"):
                            spans.append((start, end))
                        else:
                            spans[-1] = (spans[-1][0], end)
        self.assertIsNone(next(records, None))

    def test_csv(self):
        import pandas
        path = self.export("csv")
        rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))
        quotations = [(r, q) for r in self.records for q in r["quotations"]]
        self.assertEqual(len(rows), len(quotations))
        for row, (record, quotation) in zip(rows, quotations):
            self.assertEqual(row["article_id"], record["id"])
            self.assertEqual(row["text"], quotation["text"])
            self.assertEqual(float(row["confidence"]), quotation["confidence"])
            spans = [tuple(map(int, span.split(":"))) for span in row["content_spans"].split()]
            self.assertEqual(spans, [(span["start"], span["end"]) for span in quotation["content"]])
        frame = pandas.read_csv(path)
        self.assertEqual(list(frame["text"]), [q["text"] for _, q in quotations])
        self.assertIn("\"It is safe, so far,\"", [row["text"] for row in rows])

    def test_csv_in_duckdb(self):
        import duckdb
        path = self.export("csv")
        read = duckdb.sql(f"select text from read_csv('{path}', header = true)").fetchall()
        self.assertEqual([row[0] for row in read], [q["text"] for r in self.records for q in r["quotations"]])

    def test_web_annotation(self):
        from pyld import jsonld
        from rdflib import Graph, Namespace, RDF, URIRef
        oa = Namespace("http://www.w3.org/ns/oa#")
        context = json.loads((HERE / "anno.jsonld").read_text(encoding="utf-8"))

        def shipped(url, options):
            self.assertEqual(url, "http://www.w3.org/ns/anno.jsonld", "something else was to be fetched")
            return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}

        for page, record in zip(read_lines(self.export("webannotation")), self.records):
            quads = jsonld.to_rdf(page, {"documentLoader": shipped, "format": "application/n-quads"})
            graph = Graph().parse(data=quads, format="nquads")
            # What the context does not know would be dropped without a word.
            self.assertEqual(len(set(graph.predicates()) & {oa.hasTarget, oa.hasBody, oa.motivatedBy, oa.hasSelector, oa.hasSource}), 5)
            article = URIRef("https://quoted.example/article/" + record["id"].split(":")[1])
            found = {}
            for annotation in graph.subjects(RDF.type, oa.Annotation):
                quotation, _, part = str(annotation).split("#")[1].partition("-")
                for target in graph.objects(annotation, oa.hasTarget):
                    self.assertEqual(graph.value(target, oa.hasSource), article)
                    position, quote = {}, {}
                    for selector in graph.objects(target, oa.hasSelector):
                        kind = graph.value(selector, RDF.type)
                        into = position if kind == oa.TextPositionSelector else quote
                        into.update({str(p).split("#")[1]: o.toPython() for p, o in graph.predicate_objects(selector)})
                    start, end = position["start"], position["end"]
                    self.assertEqual(quote["exact"], record["text"][start:end])
                    around = quote["prefix"] + quote["exact"] + quote["suffix"]
                    self.assertIn(around, record["text"])
                    found.setdefault((quotation, part or "content"), []).append((start, end))
            self.assertEqual({key: sorted(spans) for key, spans in found.items()}, self.spans_by_quotation(record))

    def test_brat(self):
        """brat is no package, so this reads its form as brat's page on it says, by itself."""
        folder = self.export("brat")
        configuration = (folder / "annotation.conf").read_text(encoding="utf-8")
        for record in self.records:
            stem = pathlib.Path(record["file"]["path"]).stem
            text = (folder / f"{stem}.txt").read_bytes().decode("utf-8")
            self.assertEqual(text, record["text"])
            bound, relations = {}, []
            for line in (folder / f"{stem}.ann").read_bytes().decode("utf-8").split("\n")[:-1]:
                match = re.fullmatch(r"(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t([^\t]*)|(R\d+)\t(\w+) Arg1:(T\d+) Arg2:(T\d+)"
                                     r"|A\d+\t\w+ T\d+( [\w-]+)?|#\d+\tAnnotatorNotes T\d+\t.*|\*\tEquiv( T\d+){2,}", line)
                self.assertIsNotNone(match, line)
                if match[1]:
                    spans = [tuple(map(int, span.split())) for span in match[3].split(";")]
                    self.assertEqual(" ".join(text[start:end] for start, end in spans), match[4])
                    self.assertRegex(configuration, rf"(?m)^{match[2]}$")
                    bound[match[1]] = (match[2].lower(), spans)
                elif match[5]:
                    self.assertRegex(configuration, rf"(?m)^{match[6]}\t")
                    relations.append((match[6], match[7], match[8]))
            contents = [key for key, (part, _) in bound.items() if part == "content"]
            self.assertEqual(len(contents), len(record["quotations"]))
            cover = lambda spans: [i for start, end in spans for i in range(start, end) if text[i] not in "\r\n"]
            for content, quotation in zip(contents, record["quotations"]):
                tied = [bound[b] for name, a, b in relations if a == content and name != "Inside"] + [bound[content]]
                self.assertEqual({p: cover(s) for p, s in tied}, {p: cover(s) for p, s in parts(quotation)})
        command = [self.binaries / "quoted", "evaluate", "--predictions", self.journal, "--json", folder]
        scores = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)["scores"]
        self.assertEqual(scores["attribution"]["f1"], 1)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    ExportTest.binaries = pathlib.Path(sys.argv[1]).resolve()
    unittest.main(argv=sys.argv[:1])
