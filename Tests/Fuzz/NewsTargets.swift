import Evaluation
import Newswire
import Rulebook
import Setup

/// A file as it lies in the inbox.
struct NewsTarget: Target {
    private let words: NewsWords

    init() throws { words = try Self.words() }

    static func words() throws -> NewsWords { NewsWords(try RulebookLoader.load(RuleFolders.find(overlays: []))) }

    func feed(_ bytes: [UInt8]) {
        guard let reading = try? Newswire.read(bytes: bytes, words: words) else { return }
        Self.check(reading)
    }

    static func check(_ reading: Reading) {
        for article in reading.articles { expect(!article.text.isEmpty, "an article of \(reading.format) has no text") }
    }
}

/// Each reader by itself, be the file one of its own or not: the first byte chooses which.
struct ReaderTarget: Target {
    private let words: NewsWords

    init() throws { words = try NewsTarget.words() }

    func feed(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let reader = Newswire.readers[Int(first) % Newswire.readers.count]
        guard let reading = try? reader.read(Array(bytes.dropFirst()), words: words) else { return }
        NewsTarget.check(reading)
    }
}

/// A file of articles that somebody marked, for `quoted evaluate`.
struct MarkedTarget: Target {
    func feed(_ bytes: [UInt8]) { _ = try? MarkedArticle.read(bytes, file: "marked.jsonl") }
}
