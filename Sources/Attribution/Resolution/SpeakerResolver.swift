import Language
import Newswire
import Rulebook

/// Ties source mentions to speakers, in reading order: names first, then roles and pronouns by what came before.
struct SpeakerResolver {
    private let analysis: Analysis
    private let reader: MentionReader
    private let countries: Set<String>
    private var people: People
    private var speakers: [Speaker] = []
    private var byKey: [String: Int] = [:]
    private var personSpeakers: [Int: Int] = [:]
    /// What each speaker's mentions are, to note none twice.
    private var noted: Set<SpokenMention> = []
    /// Persons in the order in which they spoke or were subjects.
    private var recent: [Int] = []
    /// The tokens at which each did.
    private var spoke: [Int: [Int]] = [:]

    private struct SpokenMention: Hashable { var speaker: Int, span: Span }

    init(analysis: Analysis) {
        self.analysis = analysis
        countries = analysis.lexicon.countries
        let runs = NameFinder(analysis: analysis).runs()
        people = People(runs, analysis: analysis)
        reader = MentionReader(analysis: analysis, people: people, runs: runs)
    }

    /// Fills in speaker and resolution of each quotation.
    static func resolve(_ quotations: inout [Quotation], sources: [Range<Int>?], analysis: Analysis) -> [Speaker] {
        var resolver = SpeakerResolver(analysis: analysis)
        // In reading order, but what stands inside another quotation after it: the "I" inside is its speaker.
        let order = quotations.indices.sorted { a, b in
            let (nestedA, nestedB) = (quotations[a].inside != nil, quotations[b].inside != nil)
            if nestedA != nestedB { return nestedB }
            return (sources[a]?.lowerBound ?? Int.max) < (sources[b]?.lowerBound ?? Int.max)
        }
        let enclosing = resolver.enclosing(quotations, sources)
        for i in order {
            guard let source = sources[i] else { continue }
            let outer = enclosing[i]
            guard
                let (speaker, how) = resolver.speaker(
                    of: source, within: outer.flatMap { quotations[$0].speaker }, inQuotes: outer != nil)
            else { continue }
            quotations[i].speaker = speaker
            quotations[i].resolvedBy = how
            resolver.speakers[speaker].quotations += 1
        }
        return resolver.speakers
    }

    /// For each quotation the one in whose quoted words its source stands.
    private func enclosing(_ quotations: [Quotation], _ sources: [Range<Int>?]) -> [Int?] {
        let spans = sources.map { source -> Span? in
            guard let source, analysis.isQuoted(source.lowerBound) else { return nil }
            return analysis.document.span(ofTokens: source)
        }
        let contents = quotations.indices.flatMap { i in quotations[i].content.map { (quotation: i, span: $0) } }
        let sizes = quotations.map { $0.content.reduce(0) { $0 + $1.count } }
        let holders = Holders.of(spans.map { $0?.start ?? -1 }, among: contents.map { $0.span.start..<$0.span.end })
        return zip(spans, holders).map { span, holders in
            guard let span else { return nil }
            return holders.lazy.map { contents[$0] }.filter {
                $0.span.contains(span) && !quotations[$0.quotation].source.contains(span)
            }
            .map(\.quotation).min { (sizes[$0], $0) < (sizes[$1], $1) }
        }
    }

    private mutating func speaker(of source: Range<Int>, within outer: Int?, inQuotes: Bool) -> (Int, Resolution)? {
        let mention = reader.mention(source)
        switch mention.shape {
        case .pronoun(let word): return pronoun(word, mention, outer, inQuotes)
        case .relative: return relative(mention)
        case .named(let person, let full): return named(person, mention, full)
        case .name(let name): return (unknownName(name, mention), .name)
        case .organization(let name): return (organization(name, mention), .name)
        case .nominal(let head): return nominal(head, mention)
        case .group: return (group(mention), .coordination)
        case .unknown:
            guard analysis.lower(source.lowerBound) == "one" else { return nil }
            return (entry(.unnamed, name: nil, key: "u:\(source.lowerBound)", mention), .description)
        }
    }

    // MARK: Names

    private mutating func named(_ person: Int, _ mention: Mention, _ full: Bool) -> (Int, Resolution) {
        if let role = apposition(mention) { people.setRole(role, of: person) }
        note(person, at: mention.tokens.lowerBound)
        return (speaker(ofPerson: person, mention.tokens), full ? .name : .surname)
    }

    private mutating func speaker(ofPerson person: Int, _ tokens: Range<Int>) -> Int {
        let span = analysis.document.span(ofTokens: tokens)
        if let i = personSpeakers[person] {
            note(span, of: i)
            speakers[i].role = speakers[i].role ?? people.persons[person].role
            return i
        }
        personSpeakers[person] = speakers.count
        return append(
            Speaker(
                kind: .person, name: people.persons[person].fullName, role: people.persons[person].role, mentions: [],
                quotations: 0), span)
    }

    private mutating func append(_ speaker: Speaker, _ mention: Span) -> Int {
        speakers.append(speaker)
        note(mention, of: speakers.count - 1)
        return speakers.count - 1
    }

    private mutating func note(_ mention: Span, of speaker: Int) {
        let isNew = noted.insert(SpokenMention(speaker: speaker, span: mention)).inserted
        if isNew { speakers[speaker].mentions.append(mention) }
    }

    private mutating func note(_ person: Int, at token: Int) {
        recent.append(person)
        spoke[person, default: []].append(token)
    }

    /// ", a nurse from Ohio": what the source says of the person behind a comma, or before it.
    private func apposition(_ mention: Mention) -> String? {
        let tokens = mention.tokens
        guard let comma = tokens.first(where: { analysis.tags[$0] == .comma }), comma + 1 < tokens.upperBound else {
            return nil
        }
        var start = comma + 1
        if analysis.tags[start] == .number, start + 2 < tokens.upperBound, analysis.tags[start + 1] == .comma {
            start += 2
        }
        let tag = analysis.tags[start]
        guard tag == .determiner || tag == .noun || tag == .possessive else {
            let before = tokens.lowerBound..<comma
            return analysis.entry(comma - 1)?.role != nil ? text(before) : nil
        }
        var end = start
        while end < tokens.upperBound, analysis.tags[end] != .comma, analysis.tags[end] != .relative { end += 1 }
        if tag == .determiner { start += 1 }
        return start < end ? text(start..<end) : nil
    }

    private func text(_ tokens: Range<Int>) -> String {
        analysis.document.text(analysis.document.span(ofTokens: tokens))
    }

    // MARK: Bodies, groups and the unnamed

    private mutating func organization(_ name: Range<Int>, _ mention: Mention) -> Int {
        var name = name
        while name.count > 1, let first = name.first, analysis.tags[first] == .determiner { name.removeFirst() }
        return entry(.organization, name: text(name), key: "o:" + text(name).lowercased(), mention)
    }

    /// A name that speaks and is known as no body's is taken for a person's; a plural one for a group's.
    private mutating func unknownName(_ name: Range<Int>, _ mention: Mention) -> Int {
        guard let last = name.last else { return group(mention) }
        let isCountry = name.count == 1 && countries.contains(analysis.lower(last))
        if isCountry || analysis.entry(last)?.role?.organization == true { return organization(name, mention) }
        if name.count == 1, isPlural(analysis.lower(last)), analysis.entry(last)?.nationality != nil {
            return group(mention)
        }
        return entry(.person, name: text(name), key: "x:" + text(name).lowercased(), mention)
    }

    private mutating func group(_ mention: Mention) -> Int {
        entry(.group, name: nil, key: "g:" + text(mention.tokens).lowercased(), mention)
    }

    private mutating func entry(_ kind: Speaker.Kind, name: String?, key: String, _ mention: Mention) -> Int {
        let span = analysis.document.span(ofTokens: mention.tokens)
        if let i = byKey[key] {
            note(span, of: i)
            return i
        }
        byKey[key] = speakers.count
        let role = kind == .unnamed || kind == .group ? text(mention.tokens) : nil
        return append(Speaker(kind: kind, name: name, role: role, mentions: [], quotations: 0), span)
    }

    private mutating func nominal(_ head: Int, _ mention: Mention) -> (Int, Resolution)? {
        let word = analysis.lower(head)
        let key = text(mention.tokens).lowercased()
        if analysis.tags[head] == .number || quantities.contains(word) {
            return (entry(.group, name: nil, key: "g:" + key, mention), .description)
        }
        guard let role = analysis.entry(head)?.role else {
            return (entry(isPlural(word) ? .group : .unnamed, name: nil, key: "n:" + key, mention), .description)
        }
        if role.document { return (entry(.document, name: nil, key: "d:" + key, mention), .description) }
        if role.plural { return (entry(.group, name: nil, key: "g:" + key, mention), .description) }
        if role.organization { return (organization(mention.tokens.lowerBound..<head + 1, mention), .description) }
        if isDefinite(mention.tokens), let person = people.holder(of: word, before: mention.tokens.lowerBound) {
            note(person, at: mention.tokens.lowerBound)
            return (speaker(ofPerson: person, mention.tokens), .role)
        }
        return (entry(.unnamed, name: nil, key: "u:\(mention.tokens.lowerBound)", mention), .description)
    }

    private var quantities: Set<String> {
        ["percent", "percentage", "majority", "half", "most", "many", "some", "quarter", "third"]
    }

    private func isPlural(_ word: String) -> Bool { word.hasSuffix("s") && !word.hasSuffix("ss") || word == "people" }

    private func isDefinite(_ tokens: Range<Int>) -> Bool {
        let first = analysis.lower(tokens.lowerBound)
        return first == "the" || analysis.tags[tokens.lowerBound] == .name
            || analysis.entry(tokens.lowerBound)?.nationality != nil
    }

    // MARK: Pronouns

    private mutating func pronoun(_ word: String, _ mention: Mention, _ outer: Int?, _ inQuotes: Bool) -> (
        Int, Resolution
    )? {
        switch word {
        case "i", "my", "me", "we", "our", "us":
            if inQuotes { return outer.map { ($0, .running) } }
            return (
                entry(
                    word == "i" || word == "my" || word == "me" ? .author : .group, name: nil, key: "a:\(word == "i")",
                    mention), .pronoun
            )
        case "he", "his", "him": return person(.male, mention)
        case "she", "her": return person(.female, mention)
        case "they", "their", "them", "some", "many", "others", "both":
            return (entry(.group, name: nil, key: "p:\(mention.tokens.lowerBound)", mention), .pronoun)
        default: return nil
        }
    }

    private mutating func person(_ gender: Gender, _ mention: Mention) -> (Int, Resolution)? {
        guard let person = antecedent(gender, mention.tokens.lowerBound) else { return nil }
        people.setGender(gender, of: person)
        note(person, at: mention.tokens.lowerBound)
        return (speaker(ofPerson: person, mention.tokens), .pronoun)
    }

    /// Of the persons that fit, the one who spoke or was the subject last in this paragraph, else who was named last.
    private func antecedent(_ gender: Gender, _ token: Int) -> Int? {
        let fits: (Int) -> Bool = { people.persons[$0].gender == nil || people.persons[$0].gender == gender }
        let near = Set(people.naming(before: token).map(\.person)).union(recent.suffix(People.reach))
        var best: (person: Int, score: Int)?
        for i in near.sorted() where fits(i) {
            let mentions = people.mentions(of: i, before: token)
            guard let last = mentions.last else { continue }
            let score = salience(i, last.lowerBound, mentions.count, token)
            if best.map({ score > $0.score }) ?? true { best = (i, score) }
        }
        return best?.person
    }

    /// Nearness in paragraphs and sentences, with more for subjects and for those who spoke before.
    private func salience(_ person: Int, _ mention: Int, _ mentions: Int, _ token: Int) -> Int {
        let spoke = spoke[person]?.last { $0 < token }
        let latest = max(mention, spoke ?? -1)
        let paragraph = analysis.paragraph(of: token)
        var score = -12 * min(paragraph - analysis.paragraph(of: latest), 12)
        score -= 5 * min(analysis.sentence(of: token) - analysis.sentence(of: latest), 8)
        if let spoke, paragraph - analysis.paragraph(of: spoke) <= 1 { score += 14 }
        if isSubject(mention) { score += 9 }
        if people.persons[person].gender == nil { score -= 2 }
        return score + min(mentions, 6)
    }

    /// Stands near its sentence's beginning, with no preposition before it.
    private func isSubject(_ token: Int) -> Bool {
        let before = analysis.document.sentences[analysis.sentence(of: token)].tokens.lowerBound..<token
        return before.count <= 6 && !before.contains { analysis.tags[$0].isFinite || analysis.tags[$0] == .preposition }
    }

    // MARK: Relatives

    /// "Ann Lee, who said": the noun phrase before the pronoun.
    private mutating func relative(_ mention: Mention) -> (Int, Resolution)? {
        var end = mention.tokens.lowerBound
        if end > 0, analysis.tags[end - 1] == .comma { end -= 1 }
        var start = end
        while start > 0, isOfNounPhrase(start - 1) { start -= 1 }
        guard start < end else { return nil }
        if let (speaker, _) = speaker(of: start..<end, within: nil, inQuotes: false) { return (speaker, .relative) }
        return nil
    }

    private func isOfNounPhrase(_ i: Int) -> Bool {
        switch analysis.tags[i] {
        case .name, .noun, .determiner, .possessive, .genitive, .number: true
        default: false
        }
    }
}
