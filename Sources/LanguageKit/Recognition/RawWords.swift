import Newswire
import Text

/// The words of an article before anybody knows its language: letters, with the apostrophes and hyphens between them.
///
/// Of long texts the beginning, the middle and the end are enough. What the article's reader set aside is passed over.
struct RawWords: Sequence {
    struct Word {
        /// With straight apostrophes.
        var lower: String
        var isCapitalized: Bool
    }

    /// In code points, of each of the three parts.
    private static let window = 6000

    private let scalars: [Unicode.Scalar]
    private let asides: AsideIndex

    init(_ article: Article) {
        scalars = Array(article.text.unicodeScalars)
        asides = AsideIndex(article.setAside)
    }

    func makeIterator() -> some IteratorProtocol<Word> {
        windows.lazy.flatMap(words).makeIterator()
    }

    private var windows: [Range<Int>] {
        guard scalars.count > 3 * Self.window else { return [0..<scalars.count] }
        let middle = (scalars.count - Self.window) / 2
        return [0..<Self.window, middle..<middle + Self.window, scalars.count - Self.window..<scalars.count]
    }

    private func words(in window: Range<Int>) -> [Word] {
        var words: [Word] = []
        var i = window.lowerBound
        while i < window.upperBound {
            if let aside = asides.first(overlapping: Span(i, i + 1)) {
                i = Swift.max(i + 1, aside.span.end)
            } else if scalars[i].isLetter {
                let end = end(ofWordAt: i, in: window)
                words.append(word(i..<end))
                i = end
            } else {
                i += 1
            }
        }
        return words
    }

    private func end(ofWordAt start: Int, in window: Range<Int>) -> Int {
        var i = start + 1
        while i < window.upperBound {
            let joins = scalars[i].isApostrophe || scalars[i] == "-"
            guard
                scalars[i].isLetter || scalars[i].isExtender
                    || joins && i + 1 < window.upperBound && scalars[i + 1].isLetter
            else { break }
            i += 1
        }
        return i
    }

    private func word(_ range: Range<Int>) -> Word {
        let text = scalars[range].reduce(into: String.UnicodeScalarView()) { $0.append($1.isApostrophe ? "'" : $1) }
        return Word(lower: String(text).lowercased(), isCapitalized: scalars[range.lowerBound].isUppercase)
    }
}
