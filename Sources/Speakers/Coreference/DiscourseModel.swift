import LanguageKit
import Names
import Newswire
import Rulebook
import Text

/// What mentions are resolved by: all that an article names, and who spoke in it so far.
///
/// Resolvers read it and decide; `enter` alone changes it. A reference that one article's resolver owns, and not a value:
/// its forty tables would be copied for each mention, which took a twentieth of an article's time.
final class DiscourseModel {
    let analysis: AnalyzedDocument
    let reader: MentionReader
    let bodies: Organizations
    let places: PlaceNames
    let interview: Interview?
    private(set) var antecedents: Antecedents
    private(set) var speakers = SpeakerStore()
    private(set) var history = SpeakerHistory()

    /// - Parameter checkpoint: Called once a name; what it throws ends the work.
    init<Interruption: Error>(
        analysis: AnalyzedDocument, hints: MentionHints, sources: [Range<Int>],
        checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) {
        self.analysis = analysis
        let names = try NamedEntities(analysis: analysis, hints: hints, sources: sources, checkpoint: checkpoint)
        reader = MentionReader(analysis: analysis, people: names.people, runs: names.runs)
        bodies = names.bodies
        places = names.places
        interview = Interview(analysis, names.people)
        antecedents = Antecedents(analysis: analysis, people: names.people, hints: hints)
    }

    func text(_ tokens: Range<Int>) -> String { analysis.document.text(span(tokens)) }

    private func span(_ tokens: Range<Int>) -> Span { analysis.document.span(ofTokens: tokens) }

    /// Whether one of whom a decision tells has a name.
    func isNamed(_ referent: ResolvedMention.Referent) -> Bool {
        switch referent {
        case .person: true
        case .speaker(let speaker), .quoted(let speaker): speakers[speaker].name != nil
        case .entity(_, let name): name != nil
        }
    }

    // MARK: Contents

    /// The persons whom somebody's own words name: in "Lee is late," he said, "he" is not Lee. A possessive does not count: "Lee's
    /// plan works" may be what Lee says.
    func namedInContent(of mention: Mention, _ content: [Span]) -> Set<Int> {
        let tokens = content.map(analysis.tokens(within:))
        guard let first = tokens.first?.lowerBound,
            first >= mention.tokens.upperBound || analysis.isQuoted(first + 1)
        else { return [] }
        return Set(tokens.flatMap { antecedents.people.named(in: $0) })
    }

    // MARK: Entering

    /// Notes what a decision tells; but the parts of several are not resolved.
    ///
    /// - Returns: The speaker.
    func enter(_ found: ResolvedMention) -> Int {
        switch found.referent {
        case .quoted(let speaker): return speaker
        case .speaker(let speaker):
            speakers.note(span(found.tokens), of: speaker)
            return speaker
        case .person(let person): return enter(person, found)
        case .entity(let key, let name): return enter(key, name, found)
        }
    }

    private func enter(_ person: Int, _ found: ResolvedMention) -> Int {
        if let gender = found.gender { antecedents.people.setGender(gender, of: person) }
        antecedents.note(person, at: found.tokens)
        let speaker = speakers.speaker(of: person) ?? speakers.enter(speaker(of: person), as: person)
        speakers.note(span(found.tokens), of: speaker)
        if let role = found.role { tell(role, of: speaker) }
        return speaker
    }

    private func enter(_ key: EntityKey, _ name: String?, _ found: ResolvedMention) -> Int {
        let words = key.isToldByWords(name: name) ? found.tokens : nil
        let speaker =
            speakers.speaker(of: key)
            ?? speakers.enter(
                Speaker(kind: key.kind, name: name, role: words.map(text), mentions: [], quotations: 0), as: key)
        if let name = found.name { speakers.note(span(name), of: speaker) }
        speakers.note(span(found.tokens), of: speaker)
        if let noun = found.noun { history.note(unnamed: speaker, by: noun) }
        if key.isGroupInView { history.note(group: speaker, at: found.tokens) }
        return speaker
    }

    private func speaker(of person: Int) -> Speaker {
        let named = antecedents.people.persons[person]
        return Speaker(
            kind: .person, name: named.fullName, role: named.description.role.map(text), mentions: [], quotations: 0)
    }

    /// What a speaker is, for one of whom nothing is known yet; without "the" and "his".
    private func tell(_ words: Range<Int>, of speaker: Int) {
        let role = words.drop { analysis.tags[$0] == .determiner || analysis.tags[$0] == .possessive }
        guard !role.isEmpty, speakers[speaker].role == nil else { return }
        speakers.tell(role: text(role), of: speaker)
    }

    func tell(gender: Gender, of speaker: Int) { speakers.tell(gender: gender, of: speaker) }

    func set(members: [Int], of speaker: Int) { speakers.set(members: members, of: speaker) }

    /// - Parameter source: Nil for one within the words of another quotation.
    func noteQuotation(of speaker: Int, at source: Range<Int>?) {
        if let source { history.note(speaker, at: source) }
        speakers.countQuotation(of: speaker)
    }
}
