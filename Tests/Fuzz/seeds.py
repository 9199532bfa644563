#!/usr/bin/env python3
"""Writes what fuzzing begins with: the project's own files, and a small file of each format.

usage: seeds.py FOLDER, which gets a folder for each target
"""
import base64
import gzip
import hashlib
import io
import json
import pathlib
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
STORY = "The mayor, Ada Brink, said: “The bridge is unsafe.”"
MARKUP = f"<p>{STORY}</p><p>According to the builders, <em>nothing</em> is wrong.</p>"
FORMATS = {
    "nitf": f'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd" [<!ENTITY d "&#8212;">]><nitf><head><docdata><doc-id id-string="a"/>'
            f'<date.issue norm="20261120T080000Z"/></docdata></head><body><body.head><hedline><hl1>Bridge &d; unsafe</hl1></hedline>'
            f"<byline>By Bo Ek</byline><dateline><location>YSTAD</location></dateline></body.head><body.content><block>{MARKUP}"
            f"<media media-type='image'/><table><tr><td>1</td></tr></table></block></body.content></body></nitf>",
    "newsml-g2": '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a" version="2"><itemMeta><itemClass qcode="ninat:text"/>'
                 '<versionCreated>2026-11-20T08:00:00+01:00</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Bridge'
                 '</headline><language tag="en"/></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns='
                 f'"http://www.w3.org/1999/xhtml"><body>{MARKUP}</body></html></inlineXML><inlineData>{STORY}</inlineData></contentSet></newsItem>',
    "newsml-1": "<NewsML Version='1.2'><NewsEnvelope/><NewsItem><Identification><NewsIdentifier><ProviderId>a</ProviderId></NewsIdentifier></Identification>"
                f"<NewsComponent><NewsLines><HeadLine>B</HeadLine></NewsLines><ContentItem><DataContent>{MARKUP}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
    "rss": f"<rss version='2.0'><channel><title>t</title><item><title>B</title><guid>1</guid><pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate><description><![CDATA[{MARKUP}]]></description></item></channel></rss>",
    "rdf": f"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><item><title>B</title><description>{STORY}</description></item></rdf:RDF>",
    "atom": f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>a</id><title>B</title><updated>2026-11-20T08:00:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>{MARKUP}</div></content></entry></feed>",
    "html": f"<!doctype html><html lang=en><head><meta charset=utf-8><title>B</title><script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"B\"}}</script></head><body><nav>x</nav><article><h1>B</h1>{MARKUP * 4}</article></body></html>",
    "ninjs": f'{{"uri":"urn:a","type":"text","version":"1","headline":"B","language":"en","body_xhtml":"{MARKUP}","byline":"By Bo Ek"}}',
    "json": f'[{{"title":"B","maintext":"{STORY}","date_publish":"2026-11-20 08:00:00"}},{{"title":null,"text":1e400}}]',
    "json-lines": f'{{"title":"B","text":"{STORY}"}}\n{{"title":"C","text":"x \\ud83d\\ude00"}}\n',
    "email": f"From: a@b.example\nSubject: =?utf-8?q?Br=C3=BCcke?=\nDate: Fri, 20 Nov 2026 08:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x\n"
             f"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nThe mayor said: =93Unsafe.=94=\n\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n{base64.b64encode(MARKUP.encode()).decode()}\n--x--\n",
    "iptc-7901": f"\x01abc0123 4 pl 99 xyz0042\r\n\x02Bridge/\r\n=\r\n{STORY}\r\n\r\nMore.\r\n\x03201126 0800 GMT\r\n\x04",
    "anpa-1312": f"\x16\x16\x01a0042\x1fr i bc-BRIDGE 11-20 0099\r\n\x02^Bridge unsafe<\r\n\x11   {STORY}<\r\n   More.<\r\n\x03AP-11-20-26 0800GMT<\r\n\x04",
    "mbox": f"From a@b.example Fri Nov 20 08:00:00 2026\nSubject: B\nMessage-ID: <1@b>\n\n{STORY}\n\nFrom a@b.example Fri Nov 20 09:00:00 2026\nSubject: C\n\n>From it.\n",
    "attached": f"Message-ID: <1@b>\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: message/rfc822\n\nSubject: B\n\n{STORY}\n--x--\n",
    "http": f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n{len(MARKUP.encode()):x}\r\n{MARKUP}\r\n0\r\n\r\n",
    "warc": f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://a.example/b\r\nContent-Length: {len(STORY.encode())}\r\n\r\n{STORY}\r\n\r\n",
    "csv": f'id,title,text\n1,B,"{STORY}"\n2,C,"x"\n',
    "tsv": f"title\ttext\nB\t{STORY}\n",
    "webvtt": f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Bo Ek>{STORY}</v> <i>No</i>\n",
    "subrip": f"1\n00:00:01,000 --> 00:00:02,000\n- {STORY}\n- No.\n",
    "jats": f"<article article-type='news'><front><article-title>B</article-title><pub-date><year>2026</year><month>2</month><day>3</day></pub-date></front><body><sec><p>{STORY}</p></sec><table-wrap><table><tr><td>1</td></tr></table></table-wrap></body></article>",
    "docbook": f"<article xmlns='http://docbook.org/ns/docbook'><title>B</title><para>{STORY}</para></article>",
    "rtf": "{\\rtf1\\ansi Rain}",
    "utf-16": "\ufeff" + STORY,
    "latin": "Caf\u00e9 owner Ines Tolland said: “No.”",
}
ENCODINGS = {"utf-16": "utf-16-le", "latin": "cp1252"}


def formats():
    files = {name: text.encode(ENCODINGS.get(name, "utf-8")) for name, text in FORMATS.items()}
    return [*files.values(), gzip.compress(files["nitf"], mtime=0), *documents()]


def archive(parts):
    """A ZIP archive of the same bytes each time."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(zipfile.ZipInfo(name), text)
    return content.getvalue()


def documents():
    word = f"<w:document xmlns:w='urn:w'><w:body><w:p><w:r><w:t>{STORY}</w:t></w:r></w:p></w:body></w:document>"
    text = f"<o:c xmlns:o='urn:o' xmlns:t='urn:t'><o:body><t:p>{STORY}</t:p></o:body></o:c>"
    return [
        archive({"[Content_Types].xml": "<Types/>", "word/document.xml": word, "docProps/core.xml": "<c><title>B</title></c>"}),
        archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": text, "meta.xml": "<m/>"}),
    ]


def files(*patterns):
    return [path.read_bytes() for pattern in patterns for path in sorted(ROOT.glob(pattern))]


def after_each(count, contents):
    """The first byte chooses one of `count` ways to read what follows."""
    return [bytes([number]) + content for content in contents for number in range(count)]


def chosen(folder, names):
    """Each file after the byte that chooses it by its place among the names."""
    return [bytes([number]) + (ROOT / folder / name).read_bytes() for number, name in enumerate(names) if (ROOT / folder / name).exists()]


def statement(value, kind, **qualifiers):
    """As Wikidata's dumps have them."""
    snak = {"snaktype": "value", "property": "P0", "datavalue": {"value": value, "type": kind}}
    return {"mainsnak": snak, "type": "statement", "rank": "normal", "qualifiers": {key: [time] for key, time in qualifiers.items()}}


def said_of(number):
    return statement({"entity-type": "item", "numeric-id": number, "id": f"Q{number}"}, "wikibase-entityid")


def time(text, precision):
    return statement({"time": text, "precision": precision}, "time")


def entity(number, name, **claims):
    return {"type": "item", "id": f"Q{number}", "labels": {"en": {"language": "en", "value": name}}, "aliases": [], "claims": claims,
            "sitelinks": {"enwiki": {"site": "enwiki", "title": name}}}


def office():
    form = statement({"text": "Hafenmeisterin", "language": "de"}, "monolingualtext")
    return entity(9101, "harbour master", P31=[said_of(4164871)], P2521=[form])


def human():
    held = said_of(9101)
    held["qualifiers"] = {"P580": [time("+2015-05-00T00:00:00Z", 10)["mainsnak"]], "P582": [{"snaktype": "somevalue", "property": "P582"}]}
    return entity(9001, "Ada Brink", P31=[said_of(5)], P21=[said_of(6581072)], P39=[held], P569=[time("-0044-03-15T00:00:00Z", 11)])


def seeds():
    articles = files("Tests/Articles/*.txt")
    news = formats() + files("Tests/NewswireTests/Pages/*.html")
    rules = ["reporting-verbs", "reporting-phrases", "reporting-nouns", "titles", "roles", "role-relations", "abbreviations", "given-names",
             "nationalities", "metonyms", "organizations", "quote-marks", "furniture", "word-classes", "verb-modifiers",
             "grammar-words", "calendar", "bylines", "page-words", "message-words"]
    speakers = b'{"id":"Q1","name":"Ada Brink","aliases":["A. Brink"],"role":"mayor"}\n'
    dump = b"[\n" + b",\n".join(json.dumps(entity).encode() for entity in (office(), human())) + b"\n]\n"
    marked = b'{"id":"a","text":"\\"No,\\" she said.","quotations":[{"content":[[0,5]],"cue":[[10,14]],"source":[[6,9]]}]}\n'
    return {
        "news": articles[:6] + news,
        "reader": after_each(48, [content for content in news if len(content) < 2000]),
        "pipeline": articles + formats(),
        "model": articles[:8],
        "tokenizer": [article[:400] for article in articles],
        "weights": chosen("Tests/EncoderTests/Fixtures/tiny", ["config.json", "vocab.txt", "model.safetensors"]),
        "rules": chosen("Tests/Fuzz/rules/en", [f"{name}.yaml" for name in rules]) + [bytes([len(rules)]) + speakers],
        "settings": files("systemd/quoted.yaml") + [b"workers: 3\nkeep-done: 14d\n", b"listen: '[::1]:80'\njson-fields: text=a.b,title=c\n"],
        "marked": [marked],
        "dump": [dump],
    }


def main(folder):
    for target, contents in seeds().items():
        (folder / target).mkdir(parents=True, exist_ok=True)
        for content in contents:
            (folder / target / hashlib.sha1(content).hexdigest()[:16]).write_bytes(content)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))
