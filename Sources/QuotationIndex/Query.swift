package import Records
package import Rulebook

/// A search. All given conditions must hold.
package struct Query: Sendable, Equatable {
    /// Words of the quotation or of its article's title.
    package var terms: [Term]
    /// Words of the speaker's name, in any order; of the source if the speaker has no name.
    package var speaker: [Term]
    package var verb: VerbClass?
    /// Earlier articles are left out.
    package var since: Timestamp?
    /// Quotations that are less sure are left out.
    package var minConfidence: Double
    package var limit: Int

    package static let usualLimit = 50
    package static let largestLimit = 10_000

    /// A word, or a phrase of several.
    package struct Term: Sendable, Equatable {
        package var text: String
        /// It matches all words that begin with it.
        package var isPrefix = false
        /// Quotations that match it are left out.
        package var isExcluded = false
    }

    /// - Parameters:
    ///   - words: `bridge "closed to traffic" -toll repair*`; any text is valid.
    ///   - speaker: A name, or part of one.
    package init(
        words: String, speaker: String = "", verb: VerbClass? = nil, since: Timestamp? = nil,
        minConfidence: Double = 0, limit: Int = usualLimit
    ) {
        terms = Self.terms(of: words)
        self.speaker = Self.terms(of: speaker).map { Term(text: $0.text, isPrefix: $0.isPrefix) }
        self.verb = verb
        self.since = since
        self.minConfidence = minConfidence
        self.limit = min(max(limit, 0), Self.largestLimit)
    }
}

extension Query {
    /// As in most search boxes: words, phrases in quotation marks of any kind, `-` before unwanted ones, `*` behind a
    /// prefix. Any other character separates words.
    ///
    /// Reads scalar by scalar, as SQLite does: an accent on a quotation mark must not hide it.
    static func terms(of words: String) -> [Term] {
        var terms: [Term] = []
        var rest = words.unicodeScalars.prefix(longest)[...]
        while let first = rest.first, terms.count < most {
            if first.properties.isWhitespace {
                rest.removeFirst()
                continue
            }
            let isExcluded = first == "-"
            if isExcluded { rest.removeFirst() }
            var term = take(&rest)
            term.isExcluded = isExcluded
            // A prefix is looked up as all words that begin with it; the index has prefixes of two letters.
            let beginnings = terms.count(where: \.isPrefix)
            if beginnings == mostPrefixes || !term.endsInLetters(2) { term.isPrefix = false }
            if term.hasWords { terms.append(term) }
        }
        return terms
    }

    private static let longest = 2_000
    private static let most = 50
    private static let mostPrefixes = 3
    private static let marks: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»"]

    private static func take(_ rest: inout Substring.UnicodeScalarView) -> Term {
        let isPhrase = rest.first.map(marks.contains) ?? false
        if isPhrase { rest.removeFirst() }
        var text = rest.prefix { !marks.contains($0) && (isPhrase || !$0.properties.isWhitespace) }
        rest = rest[text.endIndex...]
        if isPhrase, !rest.isEmpty { rest.removeFirst() }
        var isPrefix = isPhrase && rest.first == "*"
        if isPrefix { rest.removeFirst() }
        while !isPhrase, text.last == "*" {
            isPrefix = true
            text.removeLast()
        }
        return Term(text: String(text), isPrefix: isPrefix)
    }
}

extension Query.Term {
    /// Whether the index sees a word in it.
    fileprivate var hasWords: Bool { text.unicodeScalars.contains { IndexedText.isOfWords($0) } }

    /// Whether it ends in that many letters or numbers, accents included.
    fileprivate func endsInLetters(_ count: Int) -> Bool {
        let end = text.suffix(count)
        return end.count == count && end.allSatisfy { $0.unicodeScalars.first.map(IndexedText.isOfWords) ?? false }
    }
}
