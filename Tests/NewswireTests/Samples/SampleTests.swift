import Foundation
import TestSupport
import Testing

@testable import Newswire

/// Other people's files, as agencies and sites send them. They lie beside the project where they lie at all; what is
/// expected of each was written down by looking at it, as digests (see table.py).
@Suite(.enabled(if: Samples.exist, "the samples are not beside the project: ../shared/formats"))
struct SampleTests {
    @Test(arguments: try Samples.expected())
    func readsASampleAsExpected(_ expected: Samples.Expectation) throws {
        #expect(try Samples.rows(of: expected.file) == expected.rows)
    }

    @Test func everySampleIsExpected() throws {
        let expected = Set(try Samples.expected().map(\.file))
        #expect(try Samples.files().filter { !expected.contains($0) } == [])
    }
}

enum Samples {
    struct Expectation: Sendable, CustomTestStringConvertible {
        var file: String
        /// Tab-separated, without the file.
        var rows: [String]
        var testDescription: String { file }
    }

    private static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    private static let folder = project.deletingLastPathComponent().appending(path: "shared/formats")
    private static let folders = [
        "nitf", "newsml-g2", "newsml-1.2", "ninjs", "jsonl", "rss-atom", "wire-text", "email",
    ]

    static var exist: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func files() throws -> [String] {
        try folders.flatMap { name in
            try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path)
                .filter { $0 != "SOURCES.txt" }.map { "\(name)/\($0)" }
        }
    }

    static func bytes(of file: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: folder.appending(path: file))) }

    static func expected() throws -> [Expectation] {
        let table = project.appending(path: "Tests/NewswireTests/Samples/expected.tsv")
        let lines = try String(contentsOf: table, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
        let rows = lines.map { $0.split(separator: "\t", maxSplits: 1).map(String.init) }
        return Dictionary(grouping: rows) { $0[0] }.map { Expectation(file: $0, rows: $1.map { $0[1] }) }
            .sorted { $0.file < $1.file }
    }

    static func rows(of file: String) throws -> [String] {
        let none = Array(repeating: "-", count: 11)
        let reading: Reading
        do {
            reading = try Newswire.read(bytes: bytes(of: file))
        } catch is NewswireError {
            return [(["-", "0", "0", "0", "0"] + none).joined(separator: "\t")]
        }
        let counts = [
            reading.format, "\(reading.articles.count)", "\(reading.failures.count)", "\(reading.skipped.count)",
        ]
        guard let first = reading.articles.first, let last = reading.articles.last, reading.format != "text" else {
            return [(counts + ["0"] + none).joined(separator: "\t")]
        }
        return (reading.articles.count > 1 ? [first, last] : [first]).map { article in
            (counts + ["\(article.item)"] + row(of: article)).joined(separator: "\t")
        }
    }

    private static func row(of article: Article) -> [String] {
        let metadata = article.metadata
        var paragraphs = article.text.components(separatedBy: "\n\n")
        if paragraphs.first == metadata.title { paragraphs.removeFirst() }
        let time = metadata.published ?? metadata.updated ?? "-"
        return [
            digest(metadata.title ?? ""), digest(metadata.byline.joined(separator: "; ")), time, "\(paragraphs.count)",
        ]
            + [paragraphs.first, paragraphs.last].map { digest($0 ?? "") } + codes(of: metadata)
    }

    private static func codes(of metadata: Metadata) -> [String] {
        [
            digest(metadata.item ?? ""), metadata.version ?? "-", metadata.urgency.map(String.init) ?? "-",
            metadata.status ?? "-",
            digest([metadata.dateline?.place, metadata.dateline?.agency].map { $0 ?? "" }.joined(separator: "; ")),
        ]
    }

    /// FNV-1a, 64 bits.
    private static func digest(_ text: String) -> String {
        let value = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
