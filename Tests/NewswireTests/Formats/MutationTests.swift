import TestSupport
import Testing

@testable import Newswire

/// Spoilt files of every format: none brings the reader down, and whatever is read is whole.
@Suite struct MutationTests {
    static let originals: [(format: String, text: String)] = [
        ("nitf", NITFTests.bridge), ("newsml-g2", NewsMLG2Tests.item(NewsMLG2Tests.xhtml)),
        ("newsml-g2", NewsMLG2Tests.item(NewsMLG2Tests.nitf)),
        (
            "newsml-1",
            NewsML1Tests.document("<ContentItem><DataContent><p>It is unsafe.</p></DataContent></ContentItem>")
        ),
        (
            "rss",
            """
            <rss version="2.0"><channel><title>Strait News</title><item><title>One &amp;amp; two</title><description>&lt;p&gt;It
            is &amp;#147;unsafe&lt;/p&gt;&lt;table&gt;&lt;tr&gt;&lt;td&gt;1&lt;/td&gt;&lt;/tr&gt;</description></item>
            <item><title>Two</title><pubDate>Fri, 20 Nov 2026 07:00:00 +0100</pubDate></item></channel></rss>
            """
        ),
        (
            "ninjs",
            #"{"uri": "u", "versioncreated": "2026-11-20T07:00:00Z", "byline": "By Bo Ek", "headline": "Bridge", "#
                + #""body_html": "<p>YSTAD (SN) - It is <q>unsafe</q>.<br><br>Closed.</p>"}"#
        ),
        ("json-lines", "{\"text\": \"One.\", \"authors\": [\"Bo Ek\"]}\n{\"text\": \"Two.\", \"date\": 1795161600}\n"),
        (
            "iptc-7901",
            "\u{1}sna062 4 i 211 sn 061\r\n\r\n\u{2}Bridge unsafe =\r\n\r\n   Ystad (sn) - It is\r\nunsafe.\r\n\r\n# Notebook\r\n\u{3}"
        ),
        (
            "anpa-1312",
            "\u{1}W28\n\u{2}^BC-Bridge<\n^Bridge<\n^By BO EK=\n\t   It is ``unsafe.''\n\u{8}^;W;L;P^P\n\u{3}SN-11-20-26 0700GMT<"
        ),
        (
            "email",
            "Message-ID: <7@a>\r\nSubject: =?utf-8?Q?caf=C3=A9?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
                + "--x\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nIt is =E2=80=9Cunsafe=\r\n.\r\n--x--\r\n"
        ),
        (
            "warc",
            String(
                decoding: WebArchiveTests.record(
                    "response", WebArchiveTests.response(Array(WebArchiveTests.page.utf8))), as: UTF8.self)
        ),
        ("html", String(decoding: WebArchiveTests.response(Array(WebArchiveTests.page.utf8)), as: UTF8.self)),
        ("csv", "id,title,text\n1,Pier,\"It is, he said, \"\"old\"\".\"\n2,Bridge,It is closed.\n"),
        ("webvtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Bo Ek>It is <i>old</i>.\n"),
        ("subrip", "1\n00:00:01,000 --> 00:00:02,000\n- It is old.\n- No.\n"),
        ("jats", JournalXMLTests.jats), ("docbook", JournalXMLTests.docBook),
    ]

    @Test(arguments: originals.indices)
    func survivesSpoiltFiles(number: Int) throws {
        let original = Self.originals[number]
        let bytes = Array(original.text.utf8)
        #expect(try Newswire.read(bytes: bytes).format == original.format)
        var generator = SplitMix(seed: number)
        for _ in 0..<400 { check(generator.spoilt(bytes)) }
    }

    @Test func survivesSpoiltDocuments() {
        var generator = SplitMix(seed: 19)
        for _ in 0..<400 { check(generator.spoilt(DocumentTests.docx())) }
    }

    @Test func survivesSpoiltCompressedFiles() {
        var generator = SplitMix(seed: 7)
        for _ in 0..<400 { check(generator.spoilt(GzipTests.nitf)) }
    }

    @Test(.enabled(if: Samples.exist, "the samples are not beside the project: ../shared/formats"))
    func survivesSpoiltSamples() throws {
        var generator = SplitMix(seed: 11)
        for file in try Samples.files() {
            let bytes = try Samples.bytes(of: file)
            for _ in 0..<(bytes.count < 20_000 ? 10 : 1) { check(generator.spoilt(bytes)) }
        }
    }

    private func check(_ bytes: [UInt8]) {
        guard let reading = try? Newswire.read(bytes: bytes) else { return }
        for article in reading.articles {
            let count = article.text.unicodeScalars.count
            let whole = article.setAside.allSatisfy {
                0 <= $0.span.start && $0.span.start < $0.span.end && $0.span.end <= count
            }
            let ordered = zip(article.setAside, article.setAside.dropFirst()).allSatisfy { $0.span.end < $1.span.start }
            #expect(whole && ordered && count > 0 && article.item > 0, "\(bytes)")
        }
    }
}

extension SplitMix {
    /// Bytes changed, cut out, doubled and cut off, several times over.
    fileprivate mutating func spoilt(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...below(6) where bytes.count > 1 {
            let start = below(bytes.count)
            let end = min(bytes.count, start + 1 + below(40))
            switch below(6) {
            case 0: bytes[start] = UInt8(below(256))
            case 1: bytes[start] = pick(Array("<>&;\"'={}[]:^\u{1}\u{2}\u{3}\n".utf8))
            case 2: bytes.removeSubrange(start..<end)
            case 3: bytes.insert(contentsOf: bytes[start..<end], at: below(bytes.count))
            case 4: bytes.swapAt(start, below(bytes.count))
            default: bytes.removeSubrange(end...)
            }
        }
        return bytes
    }
}
