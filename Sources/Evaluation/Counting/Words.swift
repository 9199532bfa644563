import Newswire

/// The tokens of a text by offset; each is a word or a single mark.
///
/// A word is a run of letters and digits, with another behind one apostrophe: `\w+(?:['’]\w+)?|[^\w\s]` as Python
/// reads it. Other scorers of the same texts then count the same words.
struct Words {
    /// For each code point the number of its word, or -1.
    private var numbers: [Int]
    private(set) var count = 0

    init(_ scalars: [Unicode.Scalar]) {
        numbers = [Int](repeating: -1, count: scalars.count)
        var start = 0
        while start < scalars.count {
            let end = Self.end(ofWordAt: start, in: scalars)
            guard start < end else {
                start += 1
                continue
            }
            for offset in start..<end { numbers[offset] = count }
            count += 1
            start = end
        }
    }

    /// The words that the spans touch. Marks do not count, so a span may include its quotation marks or not.
    func covered(by spans: [Span]) -> Set<Int> {
        Set(spans.flatMap { numbers[$0.start..<$0.end] }.filter { $0 >= 0 })
    }

    /// `start` where no word begins there.
    private static func end(ofWordAt start: Int, in scalars: [Unicode.Scalar]) -> Int {
        let end = run(from: start, in: scalars)
        guard start < end, end < scalars.count, scalars[end] == "'" || scalars[end] == "’" else { return end }
        let second = run(from: end + 1, in: scalars)
        return second > end + 1 ? second : end
    }

    private static func run(from start: Int, in scalars: [Unicode.Scalar]) -> Int {
        scalars[start...].firstIndex { !$0.isOfWord } ?? scalars.count
    }
}

extension Unicode.Scalar {
    /// Python's `\w`: letters, anything with a numeric value, and the underscore; no combining marks.
    var isOfWord: Bool {
        if isASCII { return properties.isAlphabetic || ("0"..."9").contains(self) || self == "_" }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
        default: return properties.numericType != nil
        }
    }
}
