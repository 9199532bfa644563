import Newswire
import TestSupport
import Text

/// What the tests of this room read a text with.
enum Reading {
    private static let segmenter = Segmenter(rulebook: Shipped.rulebook)

    static func document(_ text: String, setAside: [SetAside] = []) -> Document {
        segmenter.document(of: Article(text: text, setAside: setAside))
    }
}

extension Document {
    /// The words and marks, as they stand in the text.
    var words: [String] { tokens.map { text($0.span) } }

    var sentenceTexts: [String] { sentences.map { text(span(ofTokens: $0.tokens)) } }

    var paragraphTexts: [String] { paragraphs.map { text($0.span) } }
}
