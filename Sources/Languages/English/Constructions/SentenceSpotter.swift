import LanguageKit
import Rulebook
import Text

/// Applies the rules to one folded sentence, verb by verb from left to right.
struct SentenceSpotter: SentenceGrammar {
    private let analysis: AnalyzedDocument
    private let sentence: FoldedSentence
    private var reading: SentenceReading
    private var found: [Candidate] = []

    init(analysis: AnalyzedDocument, sentence: FoldedSentence) {
        self.analysis = analysis
        self.sentence = sentence
        reading = SentenceReading(analysis: analysis, sentence: sentence)
    }

    func candidates() -> [Candidate] {
        var spotter = self
        spotter.spot()
        return spotter.found
    }

    func mainSubject() -> Range<Int>? {
        guard let main = reading.groups.first(where: { $0.tag == .finite }) else { return nil }
        return reading.subjects.subject(endingAt: main.items.lowerBound).map(sentence.tokens)
    }

    private mutating func spot() {
        let disputed = DisputedNounRule(analysis: analysis, sentence: sentence, groups: reading.groups).candidate()
        let end = disputed?.content.first?.lowerBound ?? Int.max
        for (n, group) in reading.groups.enumerated() where group.isReporting && sentence.items[group.head].first < end
        {
            spot(group, at: n)
        }
        found = ExpectedSpeech.joined(found, analysis)
        if let disputed {
            for i in found.indices { found[i].end(before: end) }
            add(disputed)
        }
        for candidate in PhraseRules(analysis: analysis, sentence: sentence, boundary: reading.boundary).candidates() {
            add(candidate)
        }
        if let candidate = DashRule(sentence: sentence).candidate() { add(candidate) }
        if let candidate = FromLineRule(analysis: analysis, sentence: sentence).candidate() { add(candidate) }
        if let candidate = QuoteNounRule(analysis: analysis, sentence: sentence).candidate() { add(candidate) }
        if !found.contains(where: \.closesSentence),
            let candidate = ColonRule(analysis: analysis, sentence: sentence, groups: reading.groups).candidate()
        {
            add(candidate)
        }
    }

    private mutating func add(_ candidate: Candidate) {
        let overlapping = found.contains { other in
            other.cue.contains { cue in candidate.cue.contains { $0.overlaps(cue) } }
                || other.content == candidate.content
        }
        guard !overlapping else { return }
        found.append(candidate)
    }

    // MARK: One verb

    private mutating func spot(_ group: VerbGroup, at n: Int) {
        guard !isAdjective(group), let finding = finding(group, at: n) else { return }
        add(finding.candidate)
        reading.note(finding)
    }

    /// By the first rule that fits; the most telling ones come first.
    private func finding(_ group: VerbGroup, at n: Int) -> VerbFinding? {
        let subject = VerbSubjectChooser(reading: reading).subject(of: group, at: n)
        if let closing = ClosingQuoteRule(reading: reading).finding(group, subject) { return closing }
        if let opening = OpeningQuoteRule(reading: reading).finding(group, subject) { return opening }
        if let complement = ComplementRule(reading: reading).finding(group, subject) { return complement }
        return ParentheticalRule(reading: reading).finding(group, subject)
    }

    /// "the disputed bank": a participle before its noun reports nothing.
    private func isAdjective(_ group: VerbGroup) -> Bool {
        guard group.tag == .participle, group.items.lowerBound > 0 else { return false }
        switch sentence.items[group.items.lowerBound - 1].tag {
        case .determiner, .possessive, .genitive, .preposition: return true
        default: return false
        }
    }
}
