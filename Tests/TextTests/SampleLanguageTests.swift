import Foundation
import Newswire
import TestSupport
import Testing

@testable import LanguageKit
@testable import Text

/// Other people's files, which lie beside the project where they lie at all: those in other languages are told, and no other.
@Suite(.enabled(if: SampleLanguages.exist, "the samples are not beside the project: ../shared/formats"))
struct SampleLanguageTests {
    @Test(arguments: SampleLanguages.folders)
    func everySampleIsInItsLanguage(_ folder: String) throws {
        let files = try SampleLanguages.files(folder)
        try #require(!files.isEmpty)
        for file in files {
            let found = try SampleLanguages.articles(file).map(SampleLanguages.language)
            let other = found.filter { $0.pack == nil }
            let expected = SampleLanguages.others.first { file.lastPathComponent.hasPrefix($0.key) }?.value
            let tags = other.map { $0.tag.map { String($0.prefix(2)) } }
            #expect(tags.allSatisfy { $0 == expected }, "\(file)")
            // A line or two of a feed may say nothing.
            #expect(expected == nil ? other.isEmpty : other.count * 10 >= found.count * 9, "\(file)")
        }
    }
}

enum SampleLanguages {
    static let folders = [
        "nitf", "newsml-g2", "newsml-1.2", "ninjs", "jsonl", "rss-atom", "wire-text", "email", "html/pages",
    ]

    /// By how the files' names begin.
    static let others = [
        "dpa_newsml_2_0_belga": "de", "iptc_2.1_dpa_text": "de", "iptc_3.0_tt_text": "sv",
        "miniflux_encoding_ISO": "de", "miniflux_no_encoding_ISO": "fr", "miniflux_rdf": "de",
        "20b2b649": "it", "21486419": "id", "23aaecd1": "pt", "3252222e": "pt", "57b4dafd": "de", "7837c9d6": "id",
        "85439e26": "ja", "9da36ae4": "ko", "b3c19dd5": "pt", "c4a3637c": "ru", "cc03ddb5": "pt", "f105de6e": "ja",
    ]

    private static let formats = Shipped.root.deletingLastPathComponent().appending(path: "shared/formats")
    private static let segmenter = Segmenter(rulebook: Shipped.rulebook)

    static var exist: Bool { FileManager.default.fileExists(atPath: formats.path) }

    static func files(_ folder: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: formats.appending(path: folder), includingPropertiesForKeys: nil
        ).filter { $0.lastPathComponent != "SOURCES.txt" }
    }

    /// - Returns: none of what is no article, or broken.
    static func articles(_ file: URL) throws -> [Article] {
        let bytes = Array(try Data(contentsOf: file))
        do throws(NewswireError) {
            return try Newswire.read(bytes: bytes).articles
        } catch {
            return []
        }
    }

    static func language(_ article: Article) -> ArticleLanguage {
        LanguageRecogniser(packs: ["en"]).language(of: article)
    }
}
