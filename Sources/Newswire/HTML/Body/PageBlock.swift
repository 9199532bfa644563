/// A paragraph, heading, list item or table of a page: the text between two breaks.
struct PageBlock: Sendable, Equatable {
    enum Kind: Sendable, Equatable { case paragraph, heading(Int), item, quote, table, caption }

    var kind: Kind
    var text: String
    /// The element that it stands in directly.
    var owner: Int
    /// Its first and the node after its last, in the tree; empty where the text is of the page's data.
    var nodes: Range<Int>
    /// How much there is to read: letters and digits, those of scripts that have a sign for a syllable or a word as 3.
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
        guard linkShare < 0.45 else { return false }
        return size >= 100 || size >= 40 && endsSentence
    }

    /// A sentence, even if all of it is a link.
    var isSentence: Bool { isProse || size >= 60 && endsSentence }

    var isHeading: Bool {
        if case .heading = kind { true } else { false }
    }
}
