package import LanguageKit
import Newswire
import Rulebook
import Text

/// Ties source mentions to speakers, in reading order: names first, then roles and pronouns by what came before.
package struct SpeakerResolver {
    let analysis: AnalyzedDocument
    let reader: MentionReader
    let bodies: Organizations
    /// Names of one word that somebody or something is in: "In Kessing".
    let stoodIn: Set<String>
    var antecedents: Antecedents
    private(set) var speakers: [Speaker] = []
    private var byKey: [String: Int] = [:]
    /// Speakers by person.
    private var personSpeakers: [Int: Int] = [:]
    /// Persons by speaker.
    private(set) var speakersPersons: [Int: Int] = [:]
    /// What each speaker's mentions are, to note none twice.
    private var noted: Set<SpokenMention> = []
    /// Those who are unnamed, by the noun that they go by: "a senior official" and then "the official".
    var unnamed: [String: Int] = [:]
    /// The last group that spoke: who "they" are.
    var lastGroup: (speaker: Int, token: Int)?

    /// Whose sources were read, and where, in the order of the text; but for those within a quotation.
    var speakerHistory: [HeardSpeaker] = []

    struct HeardSpeaker { var speaker: Int, token: Int, end: Int }

    /// What a mention is the source of, and what it stands in.
    struct MentionContext {
        /// Whether it stands within quoted words of another quotation.
        var isInQuotes = false
        /// Who says those.
        var outer: Int?
        /// What it is the source of.
        var content: [Span] = []

        static let none = MentionContext()
    }

    private struct SpokenMention: Hashable { var speaker: Int, span: Span }

    /// - Parameter checkpoint: Called once a name; what it throws ends the work.
    init<Interruption: Error>(
        analysis: AnalyzedDocument, hints: MentionHints, checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) {
        self.analysis = analysis
        let runs = try NameFinder(analysis: analysis, hints: hints).runs(checkpoint: checkpoint)
        let people = try People(runs, analysis: analysis, checkpoint: checkpoint)
        reader = MentionReader(analysis: analysis, people: people, runs: runs)
        bodies = try Organizations(runs, analysis: analysis, checkpoint: checkpoint)
        antecedents = Antecedents(analysis: analysis, people: people, hints: hints)
        stoodIn = Self.stoodIn(runs, analysis)
    }

    /// Fills in speaker and resolution of each quotation.
    ///
    /// - Parameter checkpoint: Called once a name and once a quotation; what it throws ends the work.
    package static func resolve<Interruption: Error>(
        _ quotations: inout [Quotation], sources: [Range<Int>?], analysis: AnalyzedDocument, hints: MentionHints,
        checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> [Speaker] {
        var resolver = try SpeakerResolver(analysis: analysis, hints: hints, checkpoint: checkpoint)
        // In reading order, but what stands inside another quotation after it: the "I" inside is its speaker.
        let order = quotations.indices.sorted { a, b in
            let (nestedA, nestedB) = (quotations[a].inside != nil, quotations[b].inside != nil)
            if nestedA != nestedB { return nestedB }
            return (sources[a]?.lowerBound ?? Int.max) < (sources[b]?.lowerBound ?? Int.max)
        }
        let enclosing = resolver.enclosing(quotations, sources)
        let begun = conversation(in: quotations, sources)
        for i in order {
            guard let source = sources[i] else { continue }
            try checkpoint()
            let outer = enclosing[i]
            let context = MentionContext(
                isInQuotes: outer != nil, outer: outer.flatMap { quotations[$0].speaker },
                content: quotations[i].content)
            let isLetter = quotations[i].construction == .turn && resolver.isLetter(source)
            let found =
                isLetter
                ? resolver.letter(source, begun: begun ?? source.lowerBound)
                : resolver.speaker(of: source, in: context)
            guard let (speaker, how) = found else { continue }
            quotations[i].speaker = speaker
            quotations[i].resolvedBy = how
            if outer == nil {
                resolver.speakerHistory.append(
                    HeardSpeaker(speaker: speaker, token: source.lowerBound, end: source.upperBound))
            }
            resolver.speakers[speaker].quotations += 1
        }
        return resolver.speakers
    }

    /// Mentions on their own, in the order of the text.
    package static func resolve(_ mentions: [Range<Int>], analysis: AnalyzedDocument, hints: MentionHints) -> [Speaker?]
    {
        var resolver = SpeakerResolver(analysis: analysis, hints: hints) { () throws(Never) in }
        let found = mentions.map { mention in
            mention.isEmpty ? nil : resolver.speaker(of: mention, in: .none)?.0
        }
        return found.map { $0.map { resolver.speakers[$0] } }
    }

    /// For each quotation the one in whose quoted words its source stands, or in whose turn of a conversation.
    private func enclosing(_ quotations: [Quotation], _ sources: [Range<Int>?]) -> [Int?] {
        let isConversation = quotations.contains { $0.construction == .turn }
        let spans = sources.map { source -> Span? in
            guard let source, isConversation || analysis.isQuoted(source.lowerBound) else { return nil }
            return analysis.document.span(ofTokens: source)
        }
        let contents = quotations.indices.flatMap { i in quotations[i].content.map { (quotation: i, span: $0) } }
        let sizes = quotations.map { $0.content.reduce(0) { $0 + $1.count } }
        let holders = IntervalIndex.of(
            spans.map { $0?.start ?? -1 }, among: contents.map { $0.span.start..<$0.span.end })
        return zip(zip(sources, spans), holders).map { mention, holders in
            guard let source = mention.0, let span = mention.1 else { return nil }
            let isQuoted = analysis.isQuoted(source.lowerBound)
            return holders.lazy.map { contents[$0] }.filter {
                $0.span.contains(span) && !quotations[$0.quotation].source.contains(span)
                    && (isQuoted || quotations[$0.quotation].construction == .turn)
            }
            .map(\.quotation).min { (sizes[$0], $0) < (sizes[$1], $1) }
        }
    }

    mutating func speaker(of source: Range<Int>, in context: MentionContext) -> (Int, Resolution)? {
        let mention = reader.mention(source)
        switch mention.shape {
        case .pronoun: return pronoun(mention, context)
        case .relative: return relative(mention)
        case .named(let person, let how):
            let speaker = speaker(ofPerson: person, mention.tokens)
            // "The company's India head, Ann Lee": though no list have such an office.
            if how == .apposition, let comma = mention.tokens.first(where: { analysis.tags[$0] == .comma }) {
                tellRole(mention.tokens.lowerBound..<comma, of: speaker)
            }
            return (speaker, how)
        case .name(let name): return unknownName(name, mention)
        case .organization(let name): return organization(name, mention)
        case .nominal(let head): return nominal(head, mention, gender(of: context.content))
        case .group: return together(mention)
        case .unknown:
            guard analysis.is(source.lowerBound, .somebody) else { return nil }
            return (entry(.unnamed, name: nil, key: "u:\(source.lowerBound)", mention), .description)
        }
    }

    /// Of the pronoun that begins what somebody says: who "said she" is mostly she.
    private func gender(of content: [Span]) -> Gender? {
        guard let first = content.first.map(analysis.tokens(within:))?.first(where: { analysis.tags[$0] != .that })
        else {
            return nil
        }
        guard analysis.classes[first].contains(.subjectPronoun) else { return nil }
        if analysis.is(first, .malePronoun) { return .male }
        return analysis.is(first, .femalePronoun) ? .female : nil
    }

    // MARK: Names

    mutating func speaker(ofPerson person: Int, _ tokens: Range<Int>) -> Int {
        antecedents.note(person, at: tokens)
        let span = analysis.document.span(ofTokens: tokens)
        if let i = personSpeakers[person] {
            note(span, of: i)
            return i
        }
        personSpeakers[person] = speakers.count
        speakersPersons[speakers.count] = person
        let named = antecedents.people.persons[person]
        return append(
            Speaker(
                kind: .person, name: named.fullName, role: named.description.role.map(text), mentions: [], quotations: 0
            ),
            span)
    }

    /// What a speaker is, for one of whom nothing is known yet; without "the" and "his".
    mutating func tellRole(_ words: Range<Int>, of speaker: Int) {
        let role = words.drop { analysis.tags[$0] == .determiner || analysis.tags[$0] == .possessive }
        if speakers[speaker].role == nil, !role.isEmpty { speakers[speaker].role = text(role) }
    }

    private mutating func append(_ speaker: Speaker, _ mention: Span) -> Int {
        speakers.append(speaker)
        note(mention, of: speakers.count - 1)
        return speakers.count - 1
    }

    mutating func note(_ mention: Span, of speaker: Int) {
        let isNew = noted.insert(SpokenMention(speaker: speaker, span: mention)).inserted
        if isNew { speakers[speaker].mentions.append(mention) }
    }

    /// The speaker of a key, made where there is none yet.
    mutating func entry(_ kind: Speaker.Kind, name: String?, key: String, _ mention: Mention) -> Int {
        let span = analysis.document.span(ofTokens: mention.tokens)
        if let i = byKey[key] {
            note(span, of: i)
            return i
        }
        byKey[key] = speakers.count
        let tellsByWords = kind == .unnamed || kind == .group || kind == .organization && name == nil
        let role = tellsByWords ? text(mention.tokens) : nil
        return append(Speaker(kind: kind, name: name, role: role, mentions: [], quotations: 0), span)
    }

    mutating func set(members: [Int], of speaker: Int) { speakers[speaker].members = members }

    func text(_ tokens: Range<Int>) -> String {
        analysis.document.text(analysis.document.span(ofTokens: tokens))
    }
}
