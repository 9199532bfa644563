/// What a candidate rests on; named in the record so that every candidate can be explained.
///
/// `docs/record.md` lists them all. One that is added needs a row there and in `ConstructionTests`.
package struct Construction: Sendable, Hashable {
    /// As the record has it.
    package let name: String
    /// What it looks like: X speaks, of or to Y.
    package let pattern: String
    /// The share of such candidates that were right in 615 marked articles: content and source by half each, the content alone, and the
    /// source where the content was right. 0.5 for those that were seen fewer than twenty times there.
    package let confidence: PartConfidence
    /// Found behind its content, or around it: what follows in the sentence is not of it.
    package let closesSentence: Bool

    private init(
        _ name: String, _ pattern: String, right whole: Double, content: Double, source: Double,
        closesSentence: Bool = false
    ) {
        self.name = name
        self.pattern = pattern
        confidence = PartConfidence(whole: whole, content: content, source: source)
        self.closesSentence = closesSentence
    }

    // MARK: Quotation marks

    package static let quoteThenSpeaker = Construction(
        "quote-subject-verb", "“…,” X said", right: 0.96, content: 0.98, source: 0.98, closesSentence: true)
    package static let quoteThenVerb = Construction(
        "quote-verb-subject", "“…,” said X", right: 0.97, content: 0.99, source: 0.98, closesSentence: true)
    package static let verbThenQuote = Construction(
        "subject-verb-quote", "X said, “…”", right: 0.84, content: 0.91, source: 0.92, closesSentence: true)
    package static let quoteAlone = Construction(
        "quote-alone", "“…” behind a sentence about X", right: 0.26, content: 0.69, source: 0.37)

    // MARK: Labels

    package static let speakerColon = Construction("speaker-colon", "X: “…”", right: 0.29, content: 0.33, source: 0.88)
    package static let clauseColon = Construction(
        "clause-colon", "X was clear: …", right: 0.50, content: 0.50, source: 0.50)
    package static let speakerDash = Construction("speaker-dash", "“…” — X", right: 0.50, content: 0.50, source: 0.50)
    package static let colonList = Construction(
        "colon-list", "X said: and a list below", right: 0.50, content: 0.50, source: 0.50)
    package static let fromLine = Construction(
        "from-line", "From X: and “…” below", right: 0.50, content: 0.50, source: 0.50)
    package static let turn = Construction(
        "speaker-turn", "X: … at the beginning of a paragraph", right: 0.95, content: 0.96, source: 0.99)

    // MARK: Clauses

    package static let thatClause = Construction(
        "that-clause", "X said that …", right: 0.86, content: 0.93, source: 0.93)
    package static let bareClause = Construction("bare-clause", "X said …", right: 0.84, content: 0.89, source: 0.94)
    package static let whClause = Construction(
        "wh-clause", "X explained how …", right: 0.73, content: 0.83, source: 0.88)
    package static let parenthetical = Construction(
        "parenthetical", "…, X said, …", right: 0.85, content: 0.86, source: 0.98, closesSentence: true)
    package static let parentheticalInverted = Construction(
        "parenthetical-inverted", "…, said X, …", right: 0.78, content: 0.82, source: 0.96, closesSentence: true)

    // MARK: Infinitives and objects

    package static let toInfinitive = Construction(
        "to-infinitive", "X promised to …", right: 0.77, content: 0.84, source: 0.92)
    package static let personToInfinitive = Construction(
        "person-to-infinitive", "X urged Y to …", right: 0.78, content: 0.86, source: 0.91)
    package static let passive = Construction(
        "passive-infinitive", "Y is said to …", right: 0.70, content: 0.73, source: 0.95)
    package static let gerund = Construction("gerund", "X denied doing …", right: 0.66, content: 0.71, source: 0.93)
    package static let object = Construction("object", "X denied Y", right: 0.44, content: 0.52, source: 0.84)
    package static let objectComplement = Construction(
        "object-complement", "X called Y …", right: 0.52, content: 0.57, source: 0.91)
    package static let personOf = Construction(
        "person-of", "X accused Y of …", right: 0.88, content: 0.94, source: 0.93)
    package static let personFor = Construction(
        "person-for", "X blamed Y for …", right: 0.84, content: 0.89, source: 0.95)
    package static let personAs = Construction(
        "person-as", "X described Y as …", right: 0.82, content: 0.85, source: 0.96)
    package static let preposition = Construction(
        "preposition", "X warned of …", right: 0.53, content: 0.65, source: 0.80)

    // MARK: Without a verb

    package static let accordingTo = Construction(
        "according-to", "according to X, …", right: 0.83, content: 0.86, source: 0.96)
    package static let nounClause = Construction(
        "noun-that-clause", "the claim that …", right: 0.84, content: 0.88, source: 0.95)
    package static let quoteNoun = Construction(
        "quote-noun", "“…” was the verdict of X", right: 0.50, content: 0.50, source: 0.50, closesSentence: true)
    package static let appositive = Construction(
        "disputed-noun", "…, a claim that X denies", right: 0.50, content: 0.50, source: 0.50)

    package static let all = [
        quoteThenSpeaker, quoteThenVerb, verbThenQuote, quoteAlone,
        speakerColon, clauseColon, colonList, speakerDash, fromLine, turn,
        thatClause, bareClause, whClause, parenthetical, parentheticalInverted,
        toInfinitive, personToInfinitive, passive, gerund, object, objectComplement, personOf, personFor, personAs,
        preposition,
        accordingTo, nounClause, quoteNoun, appositive,
    ]
}
