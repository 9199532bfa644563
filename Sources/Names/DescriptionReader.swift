package import LanguageKit
import Newswire
import Rulebook
import Text

/// What an article says of a person beside the name: "Sen. Bernie Sanders, a Democrat from Vermont".
package struct Description {
    /// Nouns of office, in the singular.
    package var offices: Set<String> = []
    /// All words of what was said, in lower case, full stops aside.
    package var words: Set<String> = []
    /// In years, where the article tells it.
    package var age: Int?
    /// Countries by whose adjectives the person is described.
    package var nationalities: Set<String> = []
    /// The first that reads as a role, as the article has it.
    package var role: Range<Int>?

    /// What another mention adds; of age and role the first counts.
    mutating func add(_ other: Description) {
        offices.formUnion(other.offices)
        words.formUnion(other.words)
        nationalities.formUnion(other.nationalities)
        age = age ?? other.age
        role = role ?? other.role
    }
}

/// Gathers what stands around the names of persons: titles, nouns before, appositions behind and before.
package struct DescriptionReader {
    let analysis: AnalyzedDocument

    package init(analysis: AnalyzedDocument) { self.analysis = analysis }

    /// How many tokens an apposition is read for, the nouns before a name ("the Republican presidential nominee"), and what is
    /// said of its bearer's age before it. Chosen by hand.
    private static let reach = 16
    private static let nounReach = 6
    private static let ageReach = 4

    package func description(of run: NameRun) -> Description {
        var description = Description()
        let nouns = nounsBefore(run)
        let title = run.titles.filter { analysis.entry($0)?.title?.courtesy != true }
        if let first = nouns.first ?? title.first { add(begin(of: first)..<run.tokens.lowerBound, to: &description) }
        if let told = toldOf(run) { description.offices.insert(told) }
        if let behind = apposition(behind: run) { add(behind, to: &description) }
        if let before = apposition(before: run) { add(before, to: &description) }
        if let copula = predicate(of: run) { add(copula, to: &description, isRole: false) }
        // "Frank Ek MP"
        let behind = run.tokens.upperBound
        if behind < analysis.tags.count, analysis.is(behind, .postnominal), isOffice(analysis.entry(behind)) {
            description.offices.insert(plain(behind))
        }
        description.age = age(of: run)
        if let party = party(behind: run) { description.words.formUnion(party) }
        return description
    }

    /// "48-year-old"
    package static func age(_ word: String, _ lexicon: Lexicon) -> Int? {
        let parts = word.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let age = Int(parts[0]), lexicon.is(String(parts[1]), .age) else { return nil }
        return age
    }

    /// "Ann Lee, 48," and "48-year-old Ann Lee"
    private func age(of run: NameRun) -> Int? {
        let behind = run.tokens.upperBound
        if behind + 1 < analysis.tags.count, analysis.tags[behind] == .comma, analysis.tags[behind + 1] == .number,
            let age = Int(analysis.lower(behind + 1)), (1...120).contains(age),
            behind + 2 == analysis.tags.count || [.comma, .stop, .dash].contains(analysis.tags[behind + 2])
        {
            return age
        }
        let before = max(0, run.titles.lowerBound - Self.ageReach)..<run.titles.lowerBound
        return before.reversed().lazy.prefix { analysis.tags[$0] != .comma }
            .compactMap { Self.age(analysis.lower($0), analysis.lexicon) }.first
    }

    private func add(_ tokens: Range<Int>, to description: inout Description, isRole: Bool = true) {
        let long = longOffices(in: tokens)
        description.offices.formUnion(long.map(\.phrase))
        var named = !long.isEmpty
        for token in tokens {
            description.words.insert(plain(token))
            if let country = analysis.entry(token)?.nationality { description.nationalities.insert(country) }
            // A press secretary is no secretary.
            guard isOffice(analysis.entry(token)), !long.contains(where: { $0.tokens.contains(token) }) else {
                continue
            }
            description.offices.insert(plain(token))
            named = true
        }
        if isRole, named, description.role == nil { description.role = tokens }
    }

    private func isOffice(_ entry: Lexicon.Entry?) -> Bool {
        guard let entry else { return false }
        return entry.role?.isOnePerson ?? (entry.title?.courtesy == false)
    }

    /// "prime minister", "secretary of state"
    private func longOffices(in tokens: Range<Int>) -> [(tokens: Range<Int>, phrase: String)] {
        tokens.flatMap { start in
            TitleReader.lengths.lazy.filter { start + $0 <= tokens.upperBound }.map { start..<start + $0 }
                .compactMap { part in office(part).map { (part, $0) } }.prefix(1)
        }
    }

    /// The longest office of several words that ends with a token.
    package func longOffice(endingAt head: Int, from first: Int) -> String? {
        // "secretary of state"
        if let phrase = office(head..<min(head + 3, analysis.tags.count)) { return phrase }
        return TitleReader.lengths.lazy.filter { head - $0 + 1 >= first }
            .compactMap { office(head - $0 + 1..<head + 1) }.first
    }

    private func office(_ tokens: Range<Int>) -> String? {
        let phrase = tokens.map(plain).joined(separator: " ")
        return isOffice(analysis.lexicon.entry(of: phrase)) ? phrase : nil
    }

    package func plain(_ token: Int) -> String {
        let word = analysis.lower(token)
        return word.hasSuffix(".") ? String(word.dropLast()) : word
    }

    /// With "Former" of "Former Mayor Ann Lee", which no list of titles has.
    private func begin(of office: Int) -> Int {
        let sentence = analysis.document.sentences[analysis.sentence(of: office)].tokens
        guard office > sentence.lowerBound, analysis.lexicon.relations.former.contains(analysis.lower(office - 1))
        else {
            return office
        }
        return office - 1
    }

    /// "the Republican presidential nominee" right before a name, its titles included.
    private func nounsBefore(_ run: NameRun) -> Range<Int> {
        let end = run.titles.lowerBound
        var start = end
        let sentence = analysis.document.sentences[analysis.sentence(of: run.tokens.lowerBound)].tokens
        while start > max(sentence.lowerBound, end - Self.nounReach), isOfNounPhrase(start - 1) { start -= 1 }
        let nouns = start..<end
        let hasOffice = nouns.contains { analysis.entry($0)?.role?.isOnePerson ?? false }
        return hasOffice ? nouns : end..<end
    }

    private func isOfNounPhrase(_ token: Int) -> Bool {
        switch analysis.tags[token] {
        case .noun: true
        case .name: analysis.entry(token)?.nationality != nil || analysis.entry(token)?.role != nil
        // "managing director"
        case .gerund, .participle: office(token..<min(token + 2, analysis.tags.count)) != nil
        default: analysis.document.tokens[token].lower.contains("-") && analysis.document.tokens[token].kind == .word
        }
    }

    /// ", the senator from Ohio,": up to the next comma, where a noun of office comes before a preposition or verb.
    private func apposition(behind run: NameRun) -> Range<Int>? {
        var start = run.tokens.upperBound
        guard start + 1 < analysis.tags.count, analysis.tags[start] == .comma else { return nil }
        start += 1
        if analysis.tags[start] == .number, start + 2 < analysis.tags.count, analysis.tags[start + 1] == .comma {
            start += 2
        }
        if analysis.tags[start] == .determiner || analysis.tags[start] == .possessive { start += 1 }
        return phrase(from: start)
    }

    /// A noun phrase with a person's office in it, and what follows up to a comma.
    private func phrase(from start: Int) -> Range<Int>? {
        // "Ann Lee, the", and no more
        guard start < analysis.tags.count else { return nil }
        let sentence = analysis.document.sentences[analysis.sentence(of: start)].tokens
        var end = start
        var office = false
        var noun = true
        scan: while end < min(sentence.upperBound, start + Self.reach) {
            switch analysis.tags[end] {
            case .comma, .stop, .dash, .semicolon, .colon, .quoteMark, .relative, .openBracket, .closeBracket:
                break scan
            case .preposition, .gerund, .participle, .that: noun = false
            case .finite, .be, .have, .do, .modal:
                if !office { return nil }
                break scan
            default: break
            }
            if noun, analysis.entry(end)?.role?.isOnePerson == true { office = true }
            end += 1
        }
        return office && end > start ? start..<end : nil
    }

    /// "The spokeswoman, Ann Lee": the noun phrase before the comma.
    private func apposition(before run: NameRun) -> Range<Int>? {
        let comma = run.titles.lowerBound - 1
        guard comma > 1, analysis.tags[comma] == .comma else { return nil }
        let sentence = analysis.document.sentences[analysis.sentence(of: comma)].tokens
        var start = comma
        while start > max(sentence.lowerBound, comma - Self.reach), isOfApposition(start - 1) { start -= 1 }
        // "- Zambia's opposition leader, Ann Lee," opens by itself.
        let opens =
            start > 0 && (analysis.tags[start - 1] == .determiner || analysis.tags[start - 1] == .possessive)
            || (start..<comma).contains { analysis.tags[$0] == .genitive }
        guard opens || start == sentence.lowerBound, let found = phrase(from: start), found.upperBound == comma else {
            return nil
        }
        return found
    }

    private func isOfApposition(_ token: Int) -> Bool {
        switch analysis.tags[token] {
        case .noun, .name, .preposition, .genitive, .number, .coordinator, .adverb: true
        // "attorney in a suit"
        case .determiner: token > 0 && analysis.tags[token - 1] == .preposition
        default: analysis.document.tokens[token].lower.contains("-")
        }
    }

    /// "Lee is the committee's ranking member"
    private func predicate(of run: NameRun) -> Range<Int>? {
        let verb = run.tokens.upperBound
        guard verb + 2 < analysis.tags.count, analysis.tags[verb] == .be, analysis.tags[verb + 1] == .determiner else {
            return nil
        }
        return phrase(from: verb + 2)
    }

    /// In tokens: ", 34, of Elm Road, was later". Chosen by hand.
    private static let verbReach = 8

    /// "Ann Lee, 34, is accused of": what one of whom that is told is called.
    private func toldOf(_ run: NameRun) -> String? {
        let words = run.tokens.upperBound..<min(run.tokens.upperBound + Self.verbReach, analysis.tags.count)
        let clause = words.prefix { analysis.tags[$0] != .stop && analysis.tags[$0] != .quoteMark }
        guard let verb = clause.first(where: { analysis.tags[$0].isVerb }) else { return nil }
        let isGenitive = analysis.tags[words.lowerBound] == .genitive
        return isGenitive ? nil : analysis.lexicon.relations.toldOf[analysis.lower(verb)]
    }

    /// ", D-Calif.,": party and state.
    private func party(behind run: NameRun) -> Set<String>? {
        let start = run.tokens.upperBound + 1
        guard start < analysis.tags.count else { return nil }
        let parts = plain(start).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let words = analysis.lexicon.relations.parties[String(parts[0])] else { return nil }
        return Set(words + [String(parts[1])])
    }
}
