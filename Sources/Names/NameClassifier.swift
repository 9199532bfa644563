import LanguageKit
import Newswire
import Rulebook
import Text

/// Judges what a name is of, a person, a body or a place, by its words, by those around it, and by what a model says.
struct NameClassifier {
    let analysis: AnalyzedDocument
    let hints: MentionHints

    func kind(of name: Range<Int>, isTitled titled: Bool) -> NameRun.Kind {
        if isThing(name, titled) { return .organization }
        return hinted(name, titled) ?? told(name, titled)
    }

    private func entry(_ i: Int) -> Lexicon.Entry? { analysis.entry(i) }

    /// "Sellmark Hydro, which runs the dam": nobody is a "which".
    private func isThing(_ name: Range<Int>, _ titled: Bool) -> Bool {
        let end = name.upperBound
        guard !titled, entry(name.lowerBound)?.givenName == nil, end + 1 < analysis.tags.count,
            analysis.tags[end] == .comma, analysis.is(end + 1, .thingRelative)
        else { return false }
        return !name.contains(where: isCountry)
    }

    /// What the model says of a name that no title tells.
    private func hinted(_ name: Range<Int>, _ titled: Bool) -> NameRun.Kind? {
        guard !titled, let kind = hints.kind(of: name) else { return nil }
        // "Burma's leader": the model's mistakes with countries are not ours.
        if name.count == 1, isCountry(name.lowerBound) { return .place }
        if name.count == 1, analysis.is(name.lowerBound, .thingAbbreviation) { return nil }
        if kind == .person, isBody(name) || isOneOfAPeople(name) || name.count == 1 && isMetonym(name) { return nil }
        return switch kind {
        case .person: .person
        case .organization: .organization
        case .place: .place
        case .other: nil
        }
    }

    /// "Saraf Motors", "Downing Street": what the lists know for certain.
    private func isBody(_ name: Range<Int>) -> Bool {
        guard name.count > 1, let last = name.last, entry(name.lowerBound)?.givenName == nil else { return false }
        return entry(last)?.organization == true && !isSurname(name) || isMetonym(name)
    }

    /// "Reginald Banks", "Principal Reginald Banks", though banks are bodies: a word that is in no list before a plural, without "the".
    private func isSurname(_ name: Range<Int>) -> Bool {
        let (first, last) = (name.lowerBound, name.upperBound - 1)
        guard (2...3).contains(name.count), let role = entry(last)?.role, role.kind == .body, role.isPlural else {
            return false
        }
        return entry(last - 1) == nil && (first == 0 || !analysis.is(first - 1, .definiteArticle))
    }

    private func isMetonym(_ name: Range<Int>) -> Bool {
        analysis.lexicon.metonyms.contains(name.map(analysis.lower).joined(separator: " "))
    }

    /// "the Ghanaian"
    private func isOneOfAPeople(_ name: Range<Int>) -> Bool {
        name.count == 1 && entry(name.lowerBound)?.nationality != nil && name.lowerBound > 0
            && analysis.is(name.lowerBound - 1, .definiteArticle)
    }

    private func told(_ name: Range<Int>, _ titled: Bool) -> NameRun.Kind {
        if !isSurname(name), name.contains(where: { entry($0)?.organization == true || entry($0)?.role?.kind == .body })
        {
            return .organization
        }
        if titled { return .person }
        if name.count > 1, isMetonym(name) { return .organization }
        if name.allSatisfy({ entry($0)?.nationality != nil || isCountry($0) }) { return .place }
        let words = name.count
        // "Fellow Republicans" are nobody's name.
        if words == 1, entry(name.lowerBound)?.nationality != nil || entry(name.lowerBound)?.role?.isPlural == true {
            return .unknown
        }
        if isPersons(name) { return .person }
        return isAcronym(name) ? .organization : .unknown
    }

    /// In words, with a given name in front ("Maria del Carmen Ruiz") and without. Chosen by hand.
    private static let longestPersonsName = 4
    private static let longestBareName = 3

    /// By a given name, an initial, or a noun of office beside it.
    private func isPersons(_ name: Range<Int>) -> Bool {
        let (first, words) = (name.lowerBound, name.count)
        if words >= 2, words <= Self.longestPersonsName, entry(first)?.givenName != nil { return true }
        guard words <= Self.longestBareName else { return false }
        if hasRoleBefore(first) { return true }
        // "Dan, a first-year student"
        if words == 1, entry(first)?.givenName != nil, hasRoleBehind(name.upperBound) { return true }
        return words >= 2 && (isInitial(first) || isInitial(first + 1) || hasRoleBehind(name.upperBound))
    }

    /// In letters: longer words in capitals are mostly shouted. Chosen by hand.
    private static let longestAcronym = 4

    /// "HSB"
    private func isAcronym(_ name: Range<Int>) -> Bool {
        let token = analysis.document.tokens[name.lowerBound]
        return name.count == 1 && token.shape.contains(.allCaps) && token.span.count <= Self.longestAcronym
            && !analysis.is(name.lowerBound, .thingAbbreviation)
    }

    private func isCountry(_ i: Int) -> Bool { analysis.lexicon.countries.contains(analysis.lower(i)) }

    private func isInitial(_ i: Int) -> Bool {
        let token = analysis.document.tokens[i]
        return token.shape.contains(.abbreviation) && token.span.count == 2
    }

    /// In tokens behind the comma: where the noun of an apposition stands. Chosen by hand.
    private static let appositionReach = 5

    /// "Ann Lee, 34," and "Bo Berg, a teacher"
    private func hasRoleBehind(_ i: Int) -> Bool {
        guard i + 2 < analysis.tags.count, analysis.tags[i] == .comma else { return false }
        if analysis.tags[i + 1] == .number, analysis.tags[i + 2] == .comma {
            return analysis.document.tokens[i + 1].span.count <= 2
        }
        for j in i + 1..<min(i + 1 + Self.appositionReach, analysis.tags.count) where analysis.tags[j] == .noun {
            if entry(j)?.role?.isOnePerson == true {
                // "According to the Echo, the forward has agreed": the subject of what follows.
                return j + 1 == analysis.tags.count || !analysis.tags[j + 1].isFinite
            }
        }
        return analysis.is(i + 1, .personRelative)
    }

    /// "the mayor, Ann Lee" and "spokesman Bo Berg"
    private func hasRoleBefore(_ i: Int) -> Bool {
        guard i > 0 else { return false }
        if entry(i - 1)?.role?.isOnePerson == true { return true }
        return i > 1 && analysis.tags[i - 1] == .comma && entry(i - 2)?.role?.isOnePerson == true
    }
}
