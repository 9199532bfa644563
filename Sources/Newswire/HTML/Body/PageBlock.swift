/// A paragraph, heading, list item or table of a page: the text between two breaks.
struct PageBlock: Sendable, Equatable {
    enum Kind: Sendable, Equatable { case paragraph, heading(Int), item, quote, table, caption }

    var kind: Kind
    var text: String
    /// The element that it stands in directly.
    var owner: Int
    /// Its first and the node after its last, in the tree; empty where the text is of the page's data.
    var nodes: Range<Int>
    /// How much there is to read, as `TextWeight` counts it.
    var size: Int
    /// The weight of its links.
    var linked: Int
    var links: Int

    var linkShare: Double { size > 0 ? Double(linked) / Double(size) : 0 }

    /// Whether its last character ends a sentence, closing quotation marks and brackets aside.
    var endsSentence: Bool {
        let closing: Set<Unicode.Scalar> = ["\"", "'", "”", "’", "»", ")", "]", " "]
        guard let last = text.unicodeScalars.last(where: { !closing.contains($0) }) else { return false }
        return [".", "!", "?", "…", ":", "。", "！", "？", "।"].contains(last)
    }

    /// Prose by its look: sentences, mostly outside of links.
    var isProse: Bool {
        guard linkShare < Limits.linkedProse else { return false }
        return size >= Limits.unendedProse || size >= Limits.sentence && endsSentence
    }

    /// A sentence, even if all of it is a link.
    var isSentence: Bool { isProse || size >= Limits.linkedSentence && endsSentence }

    /// Whether it is the large first letter of a paragraph, in an element of its own: “T” before “he ferry stopped.”
    func isInitial(of paragraph: PageBlock) -> Bool {
        guard text.utf8.count <= Limits.initial, kind == .paragraph, paragraph.kind == .paragraph,
            text.unicodeScalars.count == 1, let letter = text.unicodeScalars.first, letter.properties.isUppercase,
            let next = paragraph.text.unicodeScalars.first
        else { return false }
        return next.properties.isLowercase || next == "’" || next == "'"
    }

    var isHeading: Bool {
        if case .heading = kind { true } else { false }
    }

    /// Chosen by hand (docs/pages.md, “Where the numbers come from”). An English word has some 5 letters.
    private enum Limits {
        /// A paragraph may refer to other stories; from here on the links are its text.
        static let linkedProse = 0.45
        /// Bytes of one letter.
        static let initial = 4
        /// Twenty words are prose even where no full stop ends them: a paragraph that leads into a list or is cut short.
        static let unendedProse = 100
        /// Labels and buttons may end in a full stop too, but have fewer than eight words.
        static let sentence = 40
        /// The headline of a teaser is a link, and some are whole sentences: mostly of fewer than twelve words.
        static let linkedSentence = 60
    }
}

extension Sequence where Element == PageBlock {
    /// How much there is to read in the sentences, captions aside.
    var sentenceSize: Int {
        reduce(0) { $0 + ($1.isSentence && $1.kind != .caption ? $1.size : 0) }
    }
}
