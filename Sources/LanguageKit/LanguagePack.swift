package import Rulebook
package import Text

/// What one language knows: the grammar that its quotations, names and verbs are found by. Its words are in
/// `Rules/<code>`.
///
/// A pack is a folder in `Sources/Languages`, a target in Package.swift and an entry of `LanguagePacks.all`. What it does not
/// say itself is as it is where nothing is known of a language. Immutable: one serves all workers.
package protocol LanguagePack: Sendable {
    /// Of ISO 639-1, and the name of the folder of its rules: "en".
    var code: String { get }

    /// How its words change their form.
    var morphology: any Morphology { get }

    /// Whether all nouns have a capital, and not only names.
    var capitalizesNouns: Bool { get }

    /// What each token is in its sentence.
    ///
    /// - Parameter classes: By token, what its word can be.
    func tags(of tokens: [Token], classes: [WordClass]) -> [Tag]

    /// The first token of a paragraph's story, behind a dateline ("PARIS (AP) — ") or a byline.
    func storyStart(in paragraph: Range<Int>, of document: Document, tags: [Tag]) -> Int

    /// A sentence as its grammar reads it: who is quoted there by its constructions.
    func sentence(_ folded: FoldedSentence, in analysis: AnalyzedDocument) -> any SentenceGrammar

    /// What the rulebook says of words that somebody took for a cue.
    func meaning(of cue: Range<Int>, in analysis: AnalyzedDocument) -> CueMeaning

    /// What a candidate's cue and the words around it tell.
    func reading(of candidate: Candidate, in analysis: AnalyzedDocument) -> CueReading
}

extension LanguagePack {
    package var capitalizesNouns: Bool { false }

    /// Behind a dash with a bracket before it: "BERLIN (dpa) - ".
    package func storyStart(in paragraph: Range<Int>, of document: Document, tags: [Tag]) -> Int {
        let dash = paragraph.dropFirst().prefix(Self.longestDateline).first { token in
            tags[token] == .dash && tags[token - 1] == .closeBracket
        }
        return dash.map { $0 + 1 } ?? paragraph.lowerBound
    }

    /// In tokens: "FRANKFURT AM MAIN (dpa) - ". Chosen by hand.
    private static var longestDateline: Int { 12 }

    package func meaning(of cue: Range<Int>, in analysis: AnalyzedDocument) -> CueMeaning {
        for token in cue {
            guard let match = analysis.entry(token)?.verbs.first else { continue }
            return CueMeaning(
                match: match, verbClass: match.verb.verbClass, stance: match.verb.stance, head: token)
        }
        return CueMeaning()
    }

    /// What the verb says of itself, and what a negation in the cue or a word like "again" beside it do to it.
    package func reading(of candidate: Candidate, in analysis: AnalyzedDocument) -> CueReading {
        guard !candidate.cue.isEmpty else { return CueReading() }
        let words = candidate.cue.joined(), verb = candidate.match?.verb
        let isPast = words.contains { analysis.classes[$0].contains(.verbPast) || analysis.tags[$0] == .have }
        let cue = Cue(
            spans: candidate.cue.map(analysis.document.span(ofTokens:)),
            lemma: verb?.lemma ?? candidate.head.flatMap { analysis.entry($0)?.noun?.lemma },
            verbClass: candidate.verbClass, stance: candidate.stance,
            negated: words.contains { analysis.tags[$0] == .negation } != (verb?.negates == true),
            repeated: verb?.repeats == true || analysis.isRepeated(beside: words),
            tense: verb.map { _ in isPast ? .past : .present })
        return CueReading(cue: cue)
    }

    /// The quotations that its constructions find.
    ///
    /// - Parameter checkpoint: Called at every paragraph and sentence; what it throws ends the work.
    package func candidates<Interruption: Error>(
        in analysis: AnalyzedDocument, checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> [Candidate] {
        var story = StoryReader(analysis, self)
        try story.readAll(checkpoint: checkpoint)
        return story.candidates
    }

    package func candidates(in analysis: AnalyzedDocument) -> [Candidate] {
        candidates(in: analysis) { () throws(Never) in }
    }
}

/// What the rulebook says of the words of a cue; all nil for words that are in no rule.
package struct CueMeaning: Sendable {
    package var match: VerbLexicon.Match?
    package var verbClass: VerbClass?
    package var stance: Stance?
    /// Token of the verb or noun that the cue turns on.
    package var head: Int?

    package init(
        match: VerbLexicon.Match? = nil, verbClass: VerbClass? = nil, stance: Stance? = nil, head: Int? = nil
    ) {
        self.match = match
        self.verbClass = verbClass
        self.stance = stance
        self.head = head
    }
}

/// What a cue and the words around it tell. Ranges are in tokens.
package struct CueReading: Sendable {
    /// Nil where no words attribute.
    package var cue: Cue?
    /// To whom it is said.
    package var addressee: Range<Int>?
    /// At whom or what it is aimed: "accused the army".
    package var target: Range<Int>?
    /// Where and when it is said.
    package var setting: Range<Int>?
    package var time: Range<Int>?
    /// Who says it, behind a passive: "were told by a roofer".
    package var agent: Range<Int>?

    package init(
        cue: Cue? = nil, addressee: Range<Int>? = nil, target: Range<Int>? = nil, setting: Range<Int>? = nil,
        time: Range<Int>? = nil, agent: Range<Int>? = nil
    ) {
        self.cue = cue
        self.addressee = addressee
        self.target = target
        self.setting = setting
        self.time = time
        self.agent = agent
    }
}

extension AnalyzedDocument {
    /// Whether a word like "again" stands in a cue or next to it.
    fileprivate func isRepeated(beside cue: FlattenSequence<[Range<Int>]>) -> Bool {
        guard let first = cue.min(), let last = cue.max() else { return false }
        return (max(first - 2, 0)..<min(last + 2, tags.count)).contains {
            lexicon.modifiers.beginning[lower($0)]?.first?.kind == .repetition
        }
    }
}
