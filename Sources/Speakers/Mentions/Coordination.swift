import LanguageKit
import Names
import Rulebook
import Text

/// Tells whether a mention is of several who a conjunction joins, "Ann Lee and the mayor", or has one in it: "the
/// Housing and Planning Committee".
struct Coordination {
    let analysis: AnalyzedDocument
    let people: People
    /// Those that begin in the mention.
    let names: [NameRun]

    /// Whether two heads have a conjunction between them.
    func holds(in tokens: Range<Int>) -> Bool {
        if isListOfPersons(tokens) { return true }
        guard let i = tokens.first(where: joins), i > tokens.lowerBound, i + 1 < tokens.upperBound,
            !isInName(i, tokens), !isBehindHead(i, tokens), !isOneHolder(tokens, i), !isAdjective(before: i, tokens)
        else { return false }
        let next = analysis.tags[i + 1]
        guard names.contains(where: { $0.tokens.upperBound == i }) else {
            return next != .name && analysis.entry(i + 1)?.nationality == nil
        }
        return [.name, .determiner, .noun, .possessive].contains(next) || isTitle(i + 1)
    }

    /// "Minister of Roads Ann Lee, Chief Officer Bo Ek and Acting Director Ida Holm": each part ends with a person's whole name.
    private func isListOfPersons(_ tokens: Range<Int>) -> Bool {
        let parts = tokens.split { (joins($0) || analysis.tags[$0] == .comma) && !isInName($0, tokens) }
        return parts.count > 1 && tokens.contains { joins($0) && !isInName($0, tokens) }
            && parts.allSatisfy { part in
                names.contains {
                    $0.tokens.upperBound == part.upperBound && $0.tokens.count > 1
                        && part.contains($0.tokens.lowerBound) && people.byToken[$0.tokens.lowerBound] != nil
                }
            }
    }

    private func joins(_ i: Int) -> Bool { analysis.is(i, .conjunction) || analysis.is(i, .negativeConjunction) }

    private func isTitle(_ i: Int) -> Bool { analysis.entry(i)?.title != nil || analysis.entry(i)?.role != nil }

    private func isPersonsOffice(_ i: Int) -> Bool { analysis.entry(i)?.role?.isOnePerson == true }

    // MARK: Conjunctions within one head

    /// "Work and Pensions Secretary Ann Lee", or a body's name.
    private func isInName(_ conjunction: Int, _ tokens: Range<Int>) -> Bool {
        names.contains { ($0.titles.lowerBound..<$0.tokens.upperBound).contains(conjunction) }
            || isInBodysName(conjunction, tokens)
    }

    /// "the House Oversight and Government Reform Committee": names on both sides, the last of them a body's, and
    /// neither a body's nor a person's in front.
    private func isInBodysName(_ conjunction: Int, _ tokens: Range<Int>) -> Bool {
        guard let left = names.first(where: { $0.tokens.upperBound == conjunction }),
            let right = names.first(where: { $0.titles.lowerBound == conjunction + 1 }), right.kind == .organization
        else { return false }
        let begins = left.titles.lowerBound
        let opens =
            begins > tokens.lowerBound && analysis.tags[begins - 1] == .determiner || begins == tokens.lowerBound
        return opens && left.kind != .person && !endsBodysName(left)
    }

    private func endsBodysName(_ run: NameRun) -> Bool {
        let entry = run.tokens.last.flatMap(analysis.entry)
        return entry?.organization == true || entry?.role?.kind == .body
    }

    /// "the spokesman for the board and the union", "Ann Lee, the mayor and a friend", "Ann Lee, senior trader and strategist"
    private func isBehindHead(_ conjunction: Int, _ tokens: Range<Int>) -> Bool {
        let before = tokens.lowerBound..<conjunction
        if let comma = before.first(where: { analysis.tags[$0] == .comma }),
            analysis.tags[comma + 1] == .determiner || isBehindPerson(comma)
        {
            return true
        }
        return before.contains {
            analysis.tags[$0] == .preposition && !isWithinName($0) || analysis.tags[$0] == .relative
        }
    }

    /// "of" in "Minister of Education Ann Lee"
    private func isWithinName(_ i: Int) -> Bool {
        names.contains {
            people.byToken[$0.tokens.lowerBound] != nil && ($0.titles.lowerBound..<$0.tokens.upperBound).contains(i)
        }
    }

    /// What is said of a person behind a comma, and no second name in a list.
    private func isBehindPerson(_ comma: Int) -> Bool {
        names.contains { $0.tokens.upperBound == comma && people.byToken[$0.tokens.lowerBound] != nil }
            && (!names.contains { $0.titles.lowerBound == comma + 1 } || isOffice(behind: comma))
    }

    /// "Ann Lee, CEO and Founder of Elm Motors": capitals that name nobody.
    private func isOffice(behind comma: Int) -> Bool {
        guard !names.contains(where: { $0.titles.lowerBound > comma && people.byToken[$0.tokens.lowerBound] != nil })
        else {
            return false
        }
        return (comma + 1..<analysis.tags.count).prefix(Self.officeReach)
            .prefix { [.coordinator, .genitive, .gerund].contains(analysis.tags[$0]) || analysis.tags[$0].isNominal }
            .contains(where: isPersonsOffice)
    }

    /// In words, behind a conjunction: where the second office stands. Chosen by hand.
    private static let officeReach = 4

    /// "the former first lady and U.S. senator": two offices behind one article; or an office and the one name of who holds it.
    private func isOneHolder(_ tokens: Range<Int>, _ conjunction: Int) -> Bool {
        guard analysis.tags[conjunction + 1] != .determiner else { return false }
        let isTwoOffices = isPersonsOffice(conjunction - 1)
        guard analysis.tags[tokens.lowerBound] == .determiner else {
            return isTwoOffices && isOfOneAtEnd(tokens, behind: conjunction)
        }
        // "the former Rangers and Liverpool boss"
        guard isTwoOffices else { return isPersonsOffice(tokens.upperBound - 1) }
        return (conjunction + 1..<tokens.upperBound).prefix(Self.officeReach).contains(where: isPersonsOffice)
    }

    /// "author and film maker Ann Lee"
    private func isOfOneAtEnd(_ tokens: Range<Int>, behind conjunction: Int) -> Bool {
        let persons = names.filter { people.byToken[$0.tokens.lowerBound] != nil }
        guard persons.count == 1, let only = persons.first else { return false }
        return only.tokens.upperBound == tokens.upperBound && only.tokens.lowerBound > conjunction + 1
    }

    /// "Federal and state officials": a word that is capitalised for its place alone, before two more.
    private func isAdjective(before conjunction: Int, _ tokens: Range<Int>) -> Bool {
        let word = tokens.lowerBound
        guard conjunction == word + 1, conjunction + 2 < tokens.upperBound, analysis.isPlural(tokens.upperBound - 1),
            analysis.document.sentences[analysis.sentence(of: word)].tokens.lowerBound == word, !analysis.isPlural(word)
        else { return false }
        return analysis.entry(word)?.role == nil && analysis.tags[word] != .pronoun && people.byToken[word] == nil
            && !analysis.lexicon.countries.contains(analysis.lower(word))
    }
}
