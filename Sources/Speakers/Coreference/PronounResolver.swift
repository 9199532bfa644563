import LanguageKit
import Names
import Newswire
import Rulebook
import Text

/// Decides whom a pronoun stands for: "she", "they", "it", "I".
struct PronounResolver {
    let discourse: DiscourseModel

    private var analysis: AnalyzedDocument { discourse.analysis }
    private var history: SpeakerHistory { discourse.history }
    private var people: People { discourse.antecedents.people }

    func resolve(_ mention: Mention, in context: MentionContext) -> ResolvedMention? {
        let (tokens, token) = (mention.tokens, mention.tokens.lowerBound)
        let uses = analysis.entry(token)?.uses ?? []
        if uses.contains(.firstPersonSingular) { return author(mention, context) }
        if uses.contains(.secondPerson) { return addressed(mention) }
        if uses.contains(.firstPersonPlural) {
            if context.isInQuotes { return ours(context.outer, mention) }
            if analysis.isQuoted(token), let speaker = running(mention, isOne) { return ours(speaker, mention) }
            if let answering = answering(token) { return ours(answering, mention) }
            return ResolvedMention(.authors, .pronoun, tokens)
        }
        if uses.contains(.malePronoun) { return person(.male, mention, context) }
        if uses.contains(.femalePronoun) { return person(.female, mention, context) }
        if uses.contains(.pluralPronoun) { return group(mention) }
        if uses.contains(.indefiniteGroup) { return ResolvedMention(.people(at: token), .pronoun, tokens) }
        if uses.contains(.somebody) { return ResolvedMention(.somebody(at: token), .description, tokens) }
        if uses.contains(.everybody) { return ResolvedMention(.people(at: token), .description, tokens) }
        return uses.contains(.thingPronoun) ? thing(mention) : nil
    }

    // MARK: I

    /// "I" is whoever is quoted; outside of quotation marks, the article's author.
    private func author(_ mention: Mention, _ context: MentionContext) -> ResolvedMention? {
        if context.isInQuotes { return quoted(context.outer, mention) }
        if analysis.isQuoted(mention.tokens.lowerBound) { return quoted(running(mention, isOne), mention) }
        if let interview = discourse.interview, interview.isAnswer(at: mention.tokens.lowerBound, analysis) {
            return ResolvedMention(.person(interview.person), .running, mention.tokens)
        }
        return ResolvedMention(.author, .pronoun, mention.tokens)
    }

    /// The speaker who answers at a token of an interview, once he or she has spoken.
    private func answering(_ token: Int) -> Int? {
        guard let interview = discourse.interview, interview.isAnswer(at: token, analysis) else { return nil }
        return discourse.speakers.speaker(of: interview.person)
    }

    /// "Why did you close it?": who answers the interview.
    private func addressed(_ mention: Mention) -> ResolvedMention? {
        guard let interview = discourse.interview, interview.isQuestion(at: mention.tokens.lowerBound, analysis) else {
            return nil
        }
        return ResolvedMention(.person(interview.person), .pronoun, mention.tokens)
    }

    /// "We" of one person is his or her body, where the article tells of one, and else several.
    private func ours(_ speaker: Int?, _ mention: Mention) -> ResolvedMention? {
        guard let speaker, [.person, .unnamed].contains(discourse.speakers[speaker].kind) else {
            return quoted(speaker, mention)
        }
        let affiliation = Affiliation(discourse: discourse)
        if let name = affiliation.body(of: speaker) {
            var found = NameResolver(discourse: discourse).body(name, mention)
            found.how = .running
            return found
        }
        let referent = affiliation.bodyMeant(of: speaker, before: mention.tokens.lowerBound)
        return ResolvedMention(referent ?? .entity(.ours(speaker), name: nil), .running, mention.tokens)
    }

    private func quoted(_ speaker: Int?, _ mention: Mention) -> ResolvedMention? {
        speaker.map { ResolvedMention(.quoted($0), .running, mention.tokens) }
    }

    /// No body says "I".
    private func isOne(_ speaker: Int) -> Bool {
        switch discourse.speakers[speaker].kind {
        case .person, .unnamed, .author: true
        case .organization, .group, .document: false
        }
    }

    /// How many turns back whoever says "I" may have spoken. Chosen by hand.
    private static let lastTurns = 3

    /// Who spoke last before a mention, in its paragraph.
    private func running(_ mention: Mention, _ isSuch: (Int) -> Bool) -> Int? {
        let token = mention.tokens.lowerBound
        guard let last = history.last(before: token, among: Self.lastTurns, where: isSuch),
            analysis.paragraph(of: last.token) == analysis.paragraph(of: token)
        else { return nil }
        return last.speaker
    }

    // MARK: He and she

    private func person(_ gender: Gender, _ mention: Mention, _ context: MentionContext) -> ResolvedMention? {
        let token = mention.tokens.lowerBound
        // "He will come," he said: the first is somebody else.
        let outer = context.isInQuotes ? context.outer : nil
        if let unnamed = unnamed(before: token, gender), unnamed != outer,
            !discourse.antecedents.isSureOfAName(token)
        {
            return ResolvedMention(.speaker(unnamed), .pronoun, mention.tokens)
        }
        if let stranger = stranger(before: token, gender),
            isSpeakersOwn(stranger) || !discourse.antecedents.isSureOfAName(token)
        {
            return ResolvedMention(.somebody(at: stranger), .pronoun, mention.tokens)
        }
        var others = discourse.namedInContent(of: mention, context.content)
        if let other = outer.flatMap(discourse.speakers.person) { others.insert(other) }
        let speaking = context.isInQuotes ? nil : context.within.flatMap(discourse.speakers.person)
        let ranking = discourse.antecedents.ranking(
            gender, of: token, but: others, speaking: speaking, described: described(before: token))
        guard let best = ranking.places.first else { return nil }
        var found = ResolvedMention(.person(best.person), .pronoun, mention.tokens)
        found.gender = gender
        found.ranking = ranking
        return found
    }

    /// "There was a flicker across the president’s face before he": whom a noun of office in the sentence means, and where it stands.
    private func described(before token: Int) -> (person: Int, token: Int)? {
        let sentence = max(analysis.sentenceTokens(of: token).lowerBound, token - Self.officeReach)..<token
        for head in sentence.reversed() where analysis.entry(head)?.role?.isOnePerson ?? false {
            guard head > sentence.lowerBound, analysis.is(head - 1, .definiteArticle), !analysis.isQuoted(head),
                discourse.reader.run(with: head) == nil
            else { continue }
            return discourse.antecedents.holder(of: head - 1..<head + 1, head: head, gender: nil)
                .map { ($0.person, head - 1) }
        }
        return nil
    }

    /// In tokens. Chosen by hand.
    private static let officeReach = 30

    /// One without a name who spoke in this sentence or the one before, where nobody was named since.
    private func unnamed(before token: Int, _ gender: Gender) -> Int? {
        guard let last = history.last(before: token), isOneWithoutName(last),
            analysis.sentence(of: token) - analysis.sentence(of: last.token) <= 1,
            !people.isNamed(between: min(last.source.upperBound, token), and: token)
        else { return nil }
        let own = role(of: last)?.gender
        return own == nil || own == gender ? last.speaker : nil
    }

    /// In sentences, and in words at the beginning of one. Chosen by hand.
    private static let strangerReach = 2
    private static let subjectReach = 6
    /// In tokens: "Ann Lee:" before what she says.
    private static let longestLabel = 4

    /// "My neighbour died. He told me": the subject of a sentence before in the paragraph who has no name, where nobody is named
    /// since.
    private func stranger(before token: Int, _ gender: Gender) -> Int? {
        let sentence = analysis.sentence(of: token)
        for number in (max(0, sentence - Self.strangerReach)..<sentence).reversed() {
            let tokens = analysis.document.sentences[number].tokens
            guard analysis.paragraph(of: tokens.lowerBound) == analysis.paragraph(of: token),
                !people.isNamed(between: tokens.lowerBound, and: token)
            else { return nil }
            if let found = subject(of: tokens, gender) { return found }
        }
        return nil
    }

    /// "My neighbour", whom a model hardly knows.
    private func isSpeakersOwn(_ start: Int) -> Bool {
        analysis.entry(start)?.uses.contains(.firstPersonSingular) ?? false
    }

    private func subject(of sentence: Range<Int>, _ gender: Gender) -> Int? {
        let label = sentence.prefix(Self.longestLabel).last { analysis.tags[$0] == .colon } ?? sentence.lowerBound - 1
        let start = (label + 1..<sentence.upperBound).first { analysis.tags[$0] != .quoteMark } ?? sentence.lowerBound
        guard analysis.tags[start] == .possessive || analysis.is(start, .indefiniteArticle) else { return nil }
        let phrase = (start + 1..<sentence.upperBound).prefix(Self.subjectReach).prefix { analysis.tags[$0].isNominal }
        guard let noun = phrase.last, analysis.tags[min(noun + 1, sentence.upperBound - 1)].isFinite,
            let role = analysis.entry(noun)?.role, role.isOnePerson, role.gender == nil || role.gender == gender
        else { return nil }
        return start
    }

    /// "a ministry spokeswoman", and not "officials" or "the hearing"
    private func isOneWithoutName(_ turn: SpeakerHistory.Turn) -> Bool {
        discourse.speakers[turn.speaker].kind == .unnamed && role(of: turn)?.isOnePerson ?? false
    }

    /// In tokens: where the noun stands in a mention, if it has one. Chosen by hand.
    private static let nounReach = 6

    /// The noun that somebody without a name goes by: the last before a comma, a preposition or a relative clause.
    private func role(of turn: SpeakerHistory.Turn) -> Role? {
        let phrase = turn.source.prefix(Self.nounReach).prefix {
            ![.comma, .preposition, .relative].contains(analysis.tags[$0])
        }
        return phrase.reversed().lazy.compactMap { analysis.entry($0)?.role }.first
    }

    // MARK: They

    /// The group that spoke in this paragraph or the one before; else a group that nothing is known of.
    private func group(_ mention: Mention) -> ResolvedMention {
        let token = mention.tokens.lowerBound
        if let body = body(before: mention) { return body }
        if let last = history.lastGroup, last.token < token,
            analysis.paragraph(of: token) - analysis.paragraph(of: last.token) <= 1
        {
            return ResolvedMention(.speaker(last.speaker), .pronoun, mention.tokens)
        }
        return ResolvedMention(.people(at: token), .pronoun, mention.tokens)
    }

    /// "Big Machine denied it. They said it had begun": the body that a model takes them for, or that spoke in this sentence
    /// or the one before, with no group since.
    private func body(before mention: Mention) -> ResolvedMention? {
        let token = mention.tokens.lowerBound
        if let meant = meant(by: mention) { return meant }
        guard let last = history.last(before: token), discourse.speakers[last.speaker].kind == .organization,
            discourse.speakers[last.speaker].name != nil, history.lastGroup.map({ $0.token < last.token }) ?? true,
            analysis.sentence(of: token) - analysis.sentence(of: last.token) <= 1 || goesOn(token, after: last)
        else { return nil }
        return ResolvedMention(.speaker(last.speaker), .pronoun, mention.tokens)
    }

    private func meant(by mention: Mention) -> ResolvedMention? {
        guard
            let token = discourse.antecedents.nameMeant(by: mention.tokens.lowerBound, kind: .organization),
            let run = discourse.reader.run(with: token)
        else { return nil }
        var found = NameResolver(discourse: discourse).body(run.tokens, mention)
        found.how = .pronoun
        return found
    }

    // MARK: It

    /// "It" is looked for among the last so many turns: nobody writes it when two persons have spoken since. Chosen by hand.
    private static let lastBodies = 3

    /// The body that the model is sure of; else the body or paper that spoke just before, where no other was the subject since; else
    /// one that is named just before.
    private func thing(_ mention: Mention) -> ResolvedMention? {
        let pronoun = mention.tokens.lowerBound
        if let meant = meant(by: mention) { return meant }
        let last = history.last(before: pronoun, among: Self.lastBodies) {
            [.organization, .document].contains(discourse.speakers[$0].kind)
        }
        guard let last,
            isNear(last, pronoun) || goesOn(pronoun, after: last),
            !discourse.bodies.isNamed(
                between: last.token + 1, and: pronoun, but: discourse.speakers[last.speaker].name,
                where: discourse.antecedents.isSubject)
        else { return named(before: mention) }
        return ResolvedMention(.speaker(last.speaker), .pronoun, mention.tokens)
    }

    /// In sentences, back to who spoke last; a paragraph may begin between. Chosen by hand.
    private static let thingReach = 3

    private func isNear(_ last: SpeakerHistory.Turn, _ pronoun: Int) -> Bool {
        analysis.sentence(of: pronoun) - analysis.sentence(of: last.token) <= Self.thingReach
            && analysis.paragraph(of: pronoun) - analysis.paragraph(of: last.token) <= 1
    }

    /// In tokens: how far back in its sentence, and into the one before, a body is looked for. A sentence of a megabyte must not be
    /// walked for each "it". Chosen by hand.
    private static let bodyReach = 60

    /// "Big Machine must keep its promise": the first body in this sentence, else the one that the sentence before begins with.
    private func named(before mention: Mention) -> ResolvedMention? {
        let token = mention.tokens.lowerBound
        let sentence = analysis.sentence(of: token)
        let own = analysis.sentenceTokens(of: token)
        let before = max(own.lowerBound, token - Self.bodyReach)..<token
        if let run = firstBody(in: before) { return body(run, mention) }
        if let noun = firstNoun(in: before, mention) { return noun }
        guard sentence > 0, let before = Optional(analysis.document.sentences[sentence - 1]),
            analysis.document.sentences[sentence].paragraph - before.paragraph <= 1,
            let run = firstBody(in: before.tokens.prefix(Self.bodyReach)),
            discourse.antecedents.isSubject(run.titles.lowerBound)
        else { return nil }
        return body(run, mention)
    }

    /// "The company shelved its plans": the body that such a noun means.
    private func firstNoun(in tokens: Range<Int>, _ mention: Mention) -> ResolvedMention? {
        let head = tokens.dropFirst().first {
            analysis.entry($0)?.role?.kind == .body && analysis.is($0 - 1, .definiteArticle) && !analysis.isQuoted($0)
                && discourse.reader.run(with: $0) == nil
        }
        guard let head else { return nil }
        let noun = discourse.reader.mention(head - 1..<head + 1)
        let found = BodyNounResolver(discourse: discourse).resolve(noun, head: head)
        guard discourse.isNamed(found.referent) else { return nil }
        return ResolvedMention(found.referent, .pronoun, mention.tokens)
    }

    private func body(_ run: NameRun, _ mention: Mention) -> ResolvedMention {
        var found = NameResolver(discourse: discourse).body(run.tokens, mention)
        found.how = .pronoun
        return found
    }

    private func firstBody(in tokens: Range<Int>) -> NameRun? {
        discourse.reader.runs(startingIn: tokens).first { run in
            run.kind == .organization
                || run.kind == .place && analysis.lexicon.countries.contains(discourse.text(run.tokens).lowercased())
        }
    }

    /// "…," the paper said. "…," it added: however many sentences stand within the quotation marks.
    private func goesOn(_ token: Int, after last: SpeakerHistory.Turn) -> Bool {
        token > 0 && analysis.tags[token - 1] == .quoteMark && history.last?.token == last.token
            && analysis.paragraph(of: token) - analysis.paragraph(of: last.token) <= 1
    }
}
