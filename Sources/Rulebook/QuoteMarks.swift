/// The quotation marks and apostrophes of a language, ready to look up.
///
/// The tokenizer asks for every character that is no letter, so what it asks for is a table that is made once a rulebook.
package struct QuoteMarks: Sendable {
    package struct Pair: Sendable, Hashable {
        package var open: String
        package var close: String
        /// Single marks stand within others, and may be apostrophes.
        package var isSingle: Bool

        package init(_ open: String, _ close: String, isSingle: Bool = false) {
            (self.open, self.close, self.isSingle) = (open, close, isSingle)
        }
    }

    /// What a mark does where its place doesn't say otherwise: « opens in French and closes in German.
    package enum Part: Sendable { case opens, closes, either }

    package struct Mark: Sendable {
        /// As the first pair has it that names the mark.
        package fileprivate(set) var part: Part
        package fileprivate(set) var isSingle: Bool
        /// Whether it opens any pair, as its usual part or not.
        package fileprivate(set) var mayOpen = false
        package fileprivate(set) var isApostrophe = false
    }

    package let pairs: [Pair]
    private var marks: [String: Mark] = [:]
    /// What each mark may close.
    private var openings: [String: Set<String>] = [:]
    private let apostrophes: [Unicode.Scalar]
    /// Marks by their first character, the longest first, so that `` wins over `.
    private let written: [Unicode.Scalar: [[Unicode.Scalar]]]
    /// Whether a mark begins with each of the 128 characters of ASCII.
    private let ascii: [Bool]

    /// - Parameter pairs: A mark that stands in several does mostly what it does in the first.
    package init(pairs: [Pair] = [], apostrophes: [Unicode.Scalar] = []) {
        self.pairs = pairs
        self.apostrophes = apostrophes
        for pair in pairs {
            let part: Part = pair.open == pair.close ? .either : .opens
            marks[pair.open, default: Mark(part: part, isSingle: pair.isSingle)].mayOpen = true
            if marks[pair.close] == nil { marks[pair.close] = Mark(part: .closes, isSingle: pair.isSingle) }
            openings[pair.close, default: []].insert(pair.open)
        }
        for apostrophe in apostrophes {
            marks[String(apostrophe), default: Mark(part: .closes, isSingle: true)].isApostrophe = true
        }
        let all = marks.keys.map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
        written = Dictionary(grouping: all) { $0[0] }
        ascii = (0..<128).map { [written] in written[Unicode.Scalar(UInt8($0))] != nil }
    }

    package subscript(mark: String) -> Mark? { marks[mark] }

    /// Marks that open and close alike go with all others: “…".
    package func isPair(_ open: String, _ close: String) -> Bool {
        marks[open]?.part == .either || marks[close]?.part == .either || openings[close]?.contains(open) ?? false
    }

    package func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        // Most that is asked for is of ASCII, and no mark.
        if scalar.isASCII, !ascii[Int(scalar.value)] { return false }
        return apostrophes.contains(scalar)
    }

    /// How many characters the mark has that begins with `first` at a place of a text; 0 where none does.
    ///
    /// - Parameter rest: What follows the first character.
    package func length(of first: Unicode.Scalar, before rest: ArraySlice<Unicode.Scalar>) -> Int {
        if first.isASCII, !ascii[Int(first.value)] { return 0 }
        return written[first]?.first { rest.starts(with: $0.dropFirst()) }?.count ?? 0
    }
}
