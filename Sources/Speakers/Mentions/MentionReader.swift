import LanguageKit
import Names
import Rulebook
import Text

/// Tells what kind of mention a range of tokens is.
struct MentionReader {
    let analysis: AnalyzedDocument
    let people: People
    let runs: [NameRun]

    func mention(_ tokens: Range<Int>) -> Mention { Mention(tokens: tokens, shape: shape(bare(tokens))) }

    /// Without a genitive at the end: "Trump's".
    private func bare(_ tokens: Range<Int>) -> Range<Int> {
        guard tokens.count > 1, let last = tokens.last, analysis.is(last, .genitiveMark) else { return tokens }
        return tokens.dropLast()
    }

    private func shape(_ tokens: Range<Int>) -> Mention.Shape {
        if tokens.count == 1, run(with: tokens.lowerBound) == nil, let pronoun = pronoun(tokens.lowerBound) {
            return pronoun
        }
        // "who in 2010"
        if analysis.tags[tokens.lowerBound] == .relative, analysis.is(tokens.lowerBound, .personRelative) {
            return .relative
        }
        if let person = bearer(tokens) { return person }
        let head = head(tokens)
        let inside = runs(startingIn: tokens)
        if isQuantity(head, tokens) { return quantity(inside, tokens) }
        if Coordination(analysis: analysis, people: people, names: inside).holds(in: tokens) { return .group }
        if let person = person(inside, head, tokens) { return person }
        if let run = inside.last(where: { head.contains($0.tokens.upperBound - 1) && !isGenitive($0, within: tokens) })
        {
            return name(run, head)
        }
        return bodyAroundPreposition(inside, head, tokens) ?? bodyBehindComma(inside, head, tokens)
            ?? bodyAtEnd(inside, head, tokens)
            ?? noun(head, tokens)
    }

    /// "May", whatever else the word can be, where one of that surname is named in full.
    private func bearer(_ tokens: Range<Int>) -> Mention.Shape? {
        let i = tokens.lowerBound
        guard tokens.count == 1, isCapitalized(i), analysis.tags[i] != .name, analysis.tags[i] != .noun,
            let person = people.bearer(of: analysis.lower(i)) ?? people.bearer(ofGivenName: analysis.lower(i)),
            people.persons[person].name.count > 1
        else { return nil }
        return .named(person: person, how: .surname)
    }

    /// A noun by itself: "officials"; or a surname that stands without its marks of a name.
    private func noun(_ head: Range<Int>, _ tokens: Range<Int>) -> Mention.Shape {
        guard let noun = headNoun(head), tokens.count > 1 || analysis.tags[noun] != .determiner else { return .unknown }
        if let person = people.bearer(of: analysis.lower(noun)), isCapitalized(noun), head.count == 1 {
            return .named(person: person, how: .surname)
        }
        return .nominal(head: noun)
    }

    // MARK: Names at the head

    /// In words. A longer name that nothing is known of is a body's. Chosen by hand.
    private static let longestUnknownName = 3

    /// By the name that the head of the phrase ends with, or has in it.
    private func name(_ run: NameRun, _ head: Range<Int>) -> Mention.Shape {
        let last = run.tokens.upperBound - 1
        let endsHead = run.tokens.upperBound == head.upperBound
        if endsHead, isOffice(run) || isPlainBody(run) { return .nominal(head: last) }
        if endsHead, isOfAParty(run), run.tokens.lowerBound > head.lowerBound { return .nominal(head: last) }
        let isPlain =
            (run.kind == .unknown || run.kind == .place) && run.tokens.count <= Self.longestUnknownName
        // "the Ghanaian", who is none of a body
        if endsHead, isPlain || run.tokens.count == 1, isOfAPeople(last), run.tokens.lowerBound > head.lowerBound {
            return .nominal(head: last)
        }
        if endsHead, isPlain {
            // "Fox News' Ann Lee" is not Fox News.
            let isOwned = run.titles.lowerBound > head.lowerBound && isGenitive(before: run)
            if run.titles.lowerBound == head.lowerBound || run.tokens.count > 1 && isOwned { return .name(run.tokens) }
        }
        return body(run, head)
    }

    /// "Mayor", "CEO", which are nobody's names; "the Karvia Mayor", which no body's is.
    private func isOffice(_ run: NameRun) -> Bool {
        let entry = analysis.entry(run.tokens.upperBound - 1)
        if run.tokens.count > 1 {
            return people.byToken[run.tokens.lowerBound] == nil && entry?.role?.isOnePerson == true
                && entry?.organization != true && !isNamedSo(run)
                && run.tokens.allSatisfy { analysis.tags[$0] != .preposition && analysis.tags[$0] != .coordinator }
        }
        guard run.tokens.count == 1, let role = entry?.role, entry?.givenName == nil else { return false }
        return run.kind != .organization
            || role.isOnePerson && analysis.document.tokens[run.tokens.lowerBound].shape.contains(.allCaps)
    }

    /// "The Hollywood Reporter", a paper: a noun that is nobody's title, in what a model takes for a body's name.
    private func isNamedSo(_ run: NameRun) -> Bool {
        let first = run.tokens.lowerBound
        return run.kind == .organization && run.titles.isEmpty && first > 0 && analysis.is(first - 1, .definiteArticle)
            && analysis.entry(run.tokens.upperBound - 1)?.title == nil
    }

    /// "Carmaker" at the beginning of a headline.
    private func isPlainBody(_ run: NameRun) -> Bool {
        let word = run.tokens.lowerBound
        return run.tokens.count == 1 && analysis.entry(word)?.role?.kind == .body
            && analysis.sentenceTokens(of: word).lowerBound == word
            && !analysis.document.tokens[word].shape.contains(.allCaps)
    }

    /// "the California Republican"
    private func isOfAParty(_ run: NameRun) -> Bool {
        let last = analysis.lower(run.tokens.upperBound - 1)
        return run.tokens.count > 1 && analysis.lexicon.relations.isParty(last)
            && !analysis.isPlural(run.tokens.upperBound - 1)
            && !run.tokens.contains { analysis.entry($0)?.organization == true }
    }

    /// "the Ghanaian", but not "the GOP"
    private func isOfAPeople(_ i: Int) -> Bool {
        analysis.entry(i)?.nationality != nil && !analysis.document.tokens[i].shape.contains(.allCaps)
    }

    private func isCapitalized(_ i: Int) -> Bool { analysis.document.tokens[i].shape.contains(.capitalized) }

    func runs(startingIn tokens: Range<Int>) -> [NameRun] {
        let first = runs.partitioningIndex(where: { $0.tokens.lowerBound >= tokens.lowerBound })
        return Array(runs[first...].prefix { $0.tokens.lowerBound < tokens.upperBound })
    }

    /// The name that a token is part of.
    func run(with token: Int) -> NameRun? {
        let place = runs.partitioningIndex(where: { $0.tokens.upperBound > token })
        return place < runs.count && runs[place].tokens.contains(token) ? runs[place] : nil
    }

    /// The name that begins, with its titles, right behind a token.
    func run(behind token: Int) -> NameRun? {
        let place = runs.partitioningIndex(where: { $0.tokens.lowerBound > token })
        return place < runs.count && runs[place].titles.lowerBound == token + 1 ? runs[place] : nil
    }

    private func pronoun(_ i: Int) -> Mention.Shape? {
        switch analysis.tags[i] {
        case .relative, .that: .relative
        case .pronoun, .possessive: .pronoun
        default: nil
        }
    }

    /// Up to the first comma, relative pronoun or preposition: where the head of the phrase is.
    func head(_ tokens: Range<Int>) -> Range<Int> {
        for i in tokens.dropFirst() {
            switch analysis.tags[i] {
            // "the WHO"
            case .relative where run(with: i) != nil: break
            case .comma, .relative, .preposition, .that, .openBracket, .wh, .dash, .finite, .participle:
                return tokens.lowerBound..<i
            // "running mate", but "officials speaking"
            case .gerund where i + 1 >= tokens.upperBound || !analysis.tags[i + 1].isNominal:
                return tokens.lowerBound..<i
            default: break
            }
        }
        return tokens
    }

    // MARK: Persons

    /// The person in the head of the phrase, or in an apposition: "the spokeswoman, Ann Lee", "her lawyer Bo Berg".
    private func person(_ inside: [NameRun], _ head: Range<Int>, _ tokens: Range<Int>) -> Mention.Shape? {
        for run in inside where head.contains(run.tokens.lowerBound) && !isGenitive(run, within: tokens) {
            let end = run.tokens.upperBound
            // "Barclay Stone analysts", "Nora Quist adviser Paul Reems"
            if head.contains(end), analysis.tags[end] == .noun { continue }
            guard let i = people.byToken[run.tokens.lowerBound], head.upperBound == end || run.tokens.count > 1
            else { continue }
            return .named(person: i, how: run.tokens.count > 1 ? .name : .surname)
        }
        for run in inside where !isGenitive(run, within: tokens) {
            guard let i = people.byToken[run.tokens.lowerBound], isApposition(run, in: tokens) else { continue }
            return .named(person: i, how: .apposition)
        }
        // "Prosecuting, Ann Lee"
        if analysis.tags[tokens.lowerBound] == .gerund, head.count == 1, let i = personAtEnd(inside, tokens) {
            return .named(person: i, how: .apposition)
        }
        // "Minister of Education Ann Lee"
        if let run = inside.first, run.titles.lowerBound == tokens.lowerBound, run.tokens.upperBound >= head.upperBound,
            run.tokens.count > 1, let i = people.byToken[run.tokens.lowerBound]
        {
            return .named(person: i, how: .name)
        }
        return personBehindOffice(inside, head, tokens).map { .named(person: $0, how: .name) }
    }

    /// "Department of Corrections spokesman Bo Berg", "a visibly shaken Ann Lee": whose whole name ends the phrase, and is nobody's
    /// in "the father of Ann Lee".
    private func personBehindOffice(_ inside: [NameRun], _ head: Range<Int>, _ tokens: Range<Int>) -> Int? {
        let run = inside.first {
            $0.tokens.upperBound == tokens.upperBound || analysis.tags[$0.tokens.upperBound] == .comma
        }
        guard let run, run.tokens.count > 1, run.titles.lowerBound > tokens.lowerBound,
            let person = people.byToken[run.tokens.lowerBound]
        else { return nil }
        switch analysis.tags[run.titles.lowerBound - 1] {
        case .name, .noun, .participle, .finite, .adverb, .closeBracket: break
        // "Head of financial reporting Ann Lee"
        case .gerund where analysis.is(head.upperBound, .genitivePreposition): break
        default: return nil
        }
        // "the book by mayor Ann Lee", "an official quoted by mayor Ann Lee"
        let between = head.upperBound..<max(head.upperBound, run.titles.lowerBound - 1)
        if between.contains(where: {
            analysis.tags[$0] == .participle || analysis.tags[$0] == .comma || analysis.tags[$0] == .relative
        }) {
            return nil
        }
        // "the ambassador to Britain Ann Lee", but not "the lawyer for Kessing mayor Ann Lee"
        guard let noun = headNoun(head), !head.contains(run.tokens.lowerBound) else { return person }
        let isThing = analysis.entry(noun)?.role.map { $0.kind == .paper || $0.isPlural } ?? false
        let isAnother =
            isThing || analysis.is(noun, .kin) || analysis.entry(noun)?.role?.isOnePerson == true && !run.titles.isEmpty
        return isAnother ? nil : person
    }

    /// Whose name is all that stands behind the last comma.
    private func personAtEnd(_ inside: [NameRun], _ tokens: Range<Int>) -> Int? {
        guard let run = inside.last, run.tokens.upperBound == tokens.upperBound,
            analysis.tags[run.titles.lowerBound - 1] == .comma
        else { return nil }
        return people.byToken[run.tokens.lowerBound]
    }

    /// In tokens, before a name: "former Ghanaian president". Chosen by hand.
    private static let longestOffice = 6

    /// Stands behind a comma, before the next or the end, with a person's office in front of the comma.
    private func isApposition(_ run: NameRun, in tokens: Range<Int>) -> Bool {
        // "former Ghanaian president Ann Lee"
        var comma = run.titles.lowerBound - 1
        while comma > tokens.lowerBound, run.titles.lowerBound - comma < Self.longestOffice,
            isOfNounPhrase(comma) || isBehindOffice(comma)
        {
            comma -= 1
        }
        guard comma > tokens.lowerBound, analysis.tags[comma] == .comma else { return false }
        var end = run.tokens.upperBound
        // "Ann Lee KC"
        while end < tokens.upperBound, analysis.is(end, .postnominal) { end += 1 }
        let isClosed =
            end >= tokens.upperBound || analysis.tags[end] == .comma || analysis.is(end, .belongingPreposition)
        guard isClosed else { return false }
        for i in tokens.lowerBound..<comma {
            if analysis.tags[i] == .comma || analysis.tags[i] == .relative { return false }
            if analysis.entry(i)?.role?.isOnePerson == true { return true }
        }
        return analysis.tags[tokens.lowerBound] == .possessive || analysis.tags[tokens.lowerBound] == .determiner
            || (tokens.lowerBound..<comma).contains { analysis.tags[$0] == .genitive }
    }

    /// "to" of "former envoy to Ghana Ann Lee"
    private func isBehindOffice(_ i: Int) -> Bool {
        analysis.tags[i] == .preposition && i > 0 && analysis.entry(i - 1)?.role?.isOnePerson == true
    }

    private func isOfNounPhrase(_ i: Int) -> Bool {
        switch analysis.tags[i] {
        case .noun, .name, .adverb, .determiner: true
        default: false
        }
    }

    /// Whether a name is somebody's whose something else is: "Trump's" of "Trump's mother".
    private func isGenitive(_ run: NameRun, within tokens: Range<Int>) -> Bool {
        guard run.tokens.upperBound < tokens.upperBound else { return false }
        return analysis.tags[run.tokens.upperBound] == .genitive
            || analysis.lower(run.tokens.upperBound - 1).hasSuffix("'")
    }

    private func isGenitive(before run: NameRun) -> Bool {
        analysis.tags[run.titles.lowerBound - 1] == .genitive
            || analysis.lower(run.titles.lowerBound - 1).hasSuffix("'")
    }

    // MARK: Quantities

    /// "one of the family's lawyers, Ann Lee"
    private func quantity(_ inside: [NameRun], _ tokens: Range<Int>) -> Mention.Shape {
        guard analysis.is(tokens.lowerBound, .one), let person = personAtEnd(inside, tokens) else { return .group }
        return .named(person: person, how: .apposition)
    }

    /// "46 percent", "a number of lawmakers", "nearly eight of 10 voters"
    private func isQuantity(_ head: Range<Int>, _ tokens: Range<Int>) -> Bool {
        guard let last = head.last else { return false }
        if analysis.is(last, .quantity) { return true }
        guard head.upperBound < tokens.upperBound, analysis.is(head.upperBound, .genitivePreposition) else {
            return false
        }
        return analysis.tags[last] == .number || analysis.is(last, .collective)
    }

    // MARK: Bodies

    /// "the Bureau of Pipeline Safety"
    private func bodyAroundPreposition(_ inside: [NameRun], _ head: Range<Int>, _ tokens: Range<Int>) -> Mention.Shape?
    {
        guard let run = inside.first(where: { head.contains($0.tokens.lowerBound) && $0.kind == .organization }),
            run.tokens.upperBound > head.upperBound, run.tokens.upperBound <= tokens.upperBound,
            (head.lowerBound..<run.tokens.lowerBound).allSatisfy(isOwner)
        else { return nil }
        // "A Department for Education spokesperson"
        let behind = self.head(run.tokens.upperBound - 1..<tokens.upperBound).dropFirst()
        return headNoun(behind).map(Mention.Shape.nominal) ?? .organization(run.tokens)
    }

    private func isThe(_ i: Int) -> Bool { i < analysis.tags.count && analysis.tags[i] == .determiner }

    /// "the", "Chinese" or "Brazil's"
    private func isOwner(_ i: Int) -> Bool {
        let tag = analysis.tags[i]
        return tag == .determiner || tag == .genitive || tag == .name || analysis.entry(i)?.nationality != nil
    }

    /// "The company that runs the awards, Bluebird Records": a body's name that ends the phrase.
    private func bodyAtEnd(_ inside: [NameRun], _ head: Range<Int>, _ tokens: Range<Int>) -> Mention.Shape? {
        guard let run = inside.last, run.kind == .organization, run.tokens.upperBound == tokens.upperBound,
            run.titles.lowerBound > head.upperBound, analysis.tags[run.titles.lowerBound - 1] == .comma,
            let noun = headNoun(head), analysis.entry(noun)?.role?.kind == .body
        else { return nil }
        return .organization(run.tokens)
    }

    /// "Her label, Bluebird Records": a body's name as an apposition to a noun.
    private func bodyBehindComma(_ inside: [NameRun], _ head: Range<Int>, _ tokens: Range<Int>) -> Mention.Shape? {
        let comma = head.upperBound
        guard comma < tokens.upperBound, analysis.tags[comma] == .comma,
            let run = inside.first(where: { $0.titles.lowerBound == comma + 1 + (isThe(comma + 1) ? 1 : 0) }),
            run.kind == .organization
        else { return nil }
        let isClosed = run.tokens.upperBound == tokens.upperBound || analysis.tags[run.tokens.upperBound] == .comma
        return isClosed ? .organization(run.tokens) : nil
    }

    private func body(_ run: NameRun, _ head: Range<Int>) -> Mention.Shape {
        if run.tokens.upperBound < head.upperBound, let noun = headNoun(run.tokens.upperBound..<head.upperBound) {
            return .nominal(head: noun)
        }
        // "American officials", "the latest Reuters/Ipsos Opinion Poll": the noun at the end is the head.
        let last = run.tokens.upperBound - 1
        if let role = analysis.entry(last)?.role, analysis.entry(last)?.organization != true,
            role.kind == .paper || role.isPlural && analysis.isPlural(last)
        {
            return .nominal(head: last)
        }
        return .organization(begin(of: run, in: head)..<run.tokens.upperBound)
    }

    /// Where a body's name begins: "Azerbaijan's Defense Ministry", "the House Oversight and Reform Committee".
    private func begin(of run: NameRun, in head: Range<Int>) -> Int {
        let before = run.titles.lowerBound - 1
        guard head.contains(before) else { return run.titles.lowerBound }
        let isPart = analysis.tags[before] == .coordinator || analysis.tags[before] == .genitive
        return isPart ? head.lowerBound : run.titles.lowerBound
    }

    /// The last noun of the head.
    private func headNoun(_ head: Range<Int>) -> Int? {
        head.last { i in
            let tag = analysis.tags[i]
            return tag == .noun || tag == .name || analysis.entry(i)?.role != nil || tag == .number
                || tag == .determiner
        }
    }
}
