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
    /// Persons in the order in which they last spoke or were subjects.
    private var recent: [(person: Int, token: Int)] = []

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
        for i in order {
            guard let source = sources[i] else { continue }
            let outer = resolver.enclosing(quotations, source)
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

    /// The direct quotation in whose quoted words the source stands.
    private func enclosing(_ quotations: [Quotation], _ source: Range<Int>) -> Int? {
        let span = analysis.document.span(ofTokens: source)
        guard analysis.stretches.contains(where: { $0.inner.contains(source.lowerBound) }) else { return nil }
        return quotations.indices.filter {
            quotations[$0].content.contains { $0.contains(span) } && !quotations[$0].source.contains(span)
        }
        .min { quotations[$0].content.map(\.count).reduce(0, +) < quotations[$1].content.map(\.count).reduce(0, +) }
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
        recent.append((person, mention.tokens.lowerBound))
        return (speaker(ofPerson: person, mention.tokens), full ? .name : .surname)
    }

    private mutating func speaker(ofPerson person: Int, _ tokens: Range<Int>) -> Int {
        let span = analysis.document.span(ofTokens: tokens)
        if let i = personSpeakers[person] {
            if !speakers[i].mentions.contains(span) { speakers[i].mentions.append(span) }
            speakers[i].role = speakers[i].role ?? people.persons[person].role
            return i
        }
        personSpeakers[person] = speakers.count
        speakers.append(
            Speaker(
                kind: .person, name: people.persons[person].fullName, role: people.persons[person].role,
                mentions: [span],
                quotations: 0))
        return speakers.count - 1
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
            if !speakers[i].mentions.contains(span) { speakers[i].mentions.append(span) }
            return i
        }
        byKey[key] = speakers.count
        speakers.append(
            Speaker(
                kind: kind, name: name, role: kind == .unnamed || kind == .group ? text(mention.tokens) : nil,
                mentions: [span], quotations: 0))
        return speakers.count - 1
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
        if isDefinite(mention.tokens), let person = holder(of: word, mention) {
            recent.append((person, mention.tokens.lowerBound))
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

    /// The person whose role ends in that noun; the one named last before, where several do.
    private func holder(of noun: String, _ mention: Mention) -> Int? {
        let holders = people.persons.indices.filter { i in
            guard let role = people.persons[i].role else { return false }
            return role.lowercased().split(separator: " ").contains { $0 == noun[...] }
        }
        let before = holders.filter {
            (people.persons[$0].mentions.first?.lowerBound ?? .max) < mention.tokens.lowerBound
        }
        return before.max { lastMention($0, mention) < lastMention($1, mention) }
    }

    private func lastMention(_ person: Int, _ mention: Mention) -> Int {
        people.persons[person].mentions.last { $0.lowerBound < mention.tokens.lowerBound }?.lowerBound ?? -1
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
        recent.append((person, mention.tokens.lowerBound))
        return (speaker(ofPerson: person, mention.tokens), .pronoun)
    }

    /// Of the persons that fit, the one who spoke or was the subject last in this paragraph, else who was named last.
    private func antecedent(_ gender: Gender, _ token: Int) -> Int? {
        let fits: (Int) -> Bool = { people.persons[$0].gender == nil || people.persons[$0].gender == gender }
        let paragraph = self.paragraph(of: token)
        var best: (person: Int, score: Int)?
        for i in people.persons.indices where fits(i) {
            guard let last = people.persons[i].mentions.last(where: { $0.lowerBound < token })?.lowerBound else {
                continue
            }
            let score = salience(i, last, token, paragraph)
            if best.map({ score > $0.score }) ?? true { best = (i, score) }
        }
        return best?.person
    }

    /// Nearness in paragraphs and sentences, with more for subjects and for those who spoke before.
    private func salience(_ person: Int, _ mention: Int, _ token: Int, _ paragraph: Int) -> Int {
        let spoke = recent.last { $0.person == person && $0.token < token }?.token
        let latest = max(mention, spoke ?? -1)
        var score = -12 * min(paragraph - self.paragraph(of: latest), 12) - 5 * min(sentencesBetween(latest, token), 8)
        if let spoke, paragraph - self.paragraph(of: spoke) <= 1 { score += 14 }
        if isSubject(mention) { score += 9 }
        if people.persons[person].gender == nil { score -= 2 }
        score += min(people.persons[person].mentions.count(where: { $0.lowerBound < token }), 6)
        return score
    }

    private func paragraph(of token: Int) -> Int {
        analysis.document.paragraphs.firstIndex { $0.tokens.upperBound > token } ?? analysis.document.paragraphs.count
    }

    private func sentencesBetween(_ a: Int, _ b: Int) -> Int {
        analysis.document.sentences.count { $0.tokens.lowerBound > a && $0.tokens.lowerBound <= b }
    }

    /// Stands near its sentence's beginning, with no preposition before it.
    private func isSubject(_ token: Int) -> Bool {
        guard let sentence = analysis.document.sentences.first(where: { $0.tokens.contains(token) }) else {
            return false
        }
        let before = sentence.tokens.lowerBound..<token
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
