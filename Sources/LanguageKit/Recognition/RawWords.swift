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

    /// In code points, of each of the three parts: some 130 words of each are more than any language needs.
    private static let window = 800

    private let scalars: [Unicode.Scalar]
    private let asides: AsideIndex

    init(_ article: Article) {
        scalars = Array(article.meant.unicodeScalars)
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
            let aside = asides.first(overlapping: Span(i, window.upperBound))
            let end = aside.map { Swift.max(i, $0.span.start) } ?? window.upperBound
            append(i..<end, to: &words)
            i = aside?.span.end ?? end
        }
        return words
    }

    /// The words of a stretch of which nothing was set aside.
    private func append(_ story: Range<Int>, to words: inout [Word]) {
        var i = story.lowerBound
        while i < story.upperBound {
            guard scalars[i].isLetter else {
                i += 1
                continue
            }
            let end = end(ofWordAt: i, in: story)
            words.append(Word(lower: lowercased(i..<end), isCapitalized: scalars[i].isUppercase))
            i = end
        }
    }

    private func end(ofWordAt start: Int, in story: Range<Int>) -> Int {
        var i = start + 1
        while i < story.upperBound {
            let c = scalars[i]
            let joins = (c.isApostrophe || c == "-") && i + 1 < story.upperBound && scalars[i + 1].isLetter
            guard c.isLetter || joins || c.isExtender else { break }
            i += 1
        }
        return i
    }

    /// With straight apostrophes. Most words are of ASCII, and need no table of Unicode's.
    private func lowercased(_ range: Range<Int>) -> String {
        guard scalars[range].allSatisfy({ $0.isASCII || $0.isApostrophe }) else {
            return String(scalars[range].string.lowercased().map { $0 == "\u{2019}" || $0 == "\u{92}" ? "'" : $0 })
        }
        return unsafe String(unsafeUninitializedCapacity: range.count) { buffer in
            for (place, scalar) in scalars[range].enumerated() {
                let value = scalar.isApostrophe ? 0x27 : UInt8(scalar.value)
                unsafe buffer[place] = value >= 0x41 && value <= 0x5A ? value | 0x20 : value
            }
            return range.count
        }
    }
}
