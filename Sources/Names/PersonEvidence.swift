import LanguageKit
import Rulebook
import Text

/// Tells which names are persons', by where else in the article their words stand.
struct PersonEvidence {
    private let analysis: AnalyzedDocument
    /// Words that are a name alone somewhere, "the Times" aside; in lower case.
    private let alone: Set<String>
    /// Names that stand behind "the" somewhere without a title: "the New York Times". Nobody is called so.
    private let houses: Set<[String]>
    /// Names of several words that are no bodies'.
    private let long: Set<[String]>
    /// The tokens of the headline, where it is in capitals: names are hard to tell from the words around them there.
    private let headline: Range<Int>?
    /// Where a body is first named, by the first of the words in its name.
    private let bodiesByFirstWord: [String: Int]

    init(_ runs: [NameRun], _ analysis: AnalyzedDocument) {
        self.analysis = analysis
        let isBehindThe = { (run: NameRun) in
            run.tokens.lowerBound > 0 && analysis.is(run.tokens.lowerBound - 1, .definiteArticle)
        }
        alone = Set(
            runs.filter { $0.tokens.count == 1 && !isBehindThe($0) }.map { analysis.lower($0.tokens.lowerBound) })
        houses = Set(runs.filter { $0.titles.isEmpty && isBehindThe($0) }.map { analysis.words($0.tokens) })
        long = Set(
            runs.filter { $0.kind != .organization && $0.tokens.count > 1 }.map { analysis.words($0.tokens) })
        headline = Self.headline(of: analysis)
        bodiesByFirstWord = Dictionary(
            runs.filter { $0.kind == .organization && $0.tokens.count > 1 }.map {
                (analysis.lower($0.tokens.lowerBound), $0.tokens.lowerBound)
            }, uniquingKeysWith: min)
    }

    // MARK: In the story

    /// In words. Names that nothing but their words tells are mostly something else if they are longer. Chosen by hand.
    private static let longestName = 3

    /// "Governor", "Deputy Director": nobody's name, unless somebody is called so in full.
    func isOffice(_ run: NameRun) -> Bool {
        if isOffice(ofSomething: run) { return true }
        guard let last = run.tokens.last, let entry = analysis.entry(last), entry.givenName == nil,
            let role = entry.role
        else {
            return false
        }
        // "Tory MPs"
        if role.isPlural, analysis.isPlural(last), run.titles.isEmpty, run.kind != .person || role.kind != .body {
            return true
        }
        guard role.isOnePerson else { return false }
        if run.tokens.count == 1, let title = run.titles.last {
            // "Chief Executive", but not "Judge Cook"
            return analysis.entry(title)?.title == nil || analysis.entry(of: title..<last + 1)?.role != nil
        }
        guard run.titles.isEmpty else { return false }
        if run.tokens.count > 1, isHeldByOne(run, last) { return true }
        return run.tokens.allSatisfy { analysis.entry($0).map { ($0.role ?? nil) != nil || $0.title != nil } ?? false }
    }

    /// "the Tory MP": behind the article, and no given name begins it.
    private func isHeldByOne(_ run: NameRun, _ last: Int) -> Bool {
        let before = run.tokens.lowerBound - 1
        return analysis.entry(run.tokens.lowerBound)?.givenName == nil
            && (before >= 0 && analysis.is(before, .definiteArticle)
                || analysis.document.tokens[last].shape.contains(.allCaps))
    }

    /// "Mayor of Karvia"
    private func isOffice(ofSomething run: NameRun) -> Bool {
        let first = run.tokens.lowerBound
        return run.tokens.count > 2 && run.titles.isEmpty && analysis.is(first + 1, .genitivePreposition)
            && analysis.entry(first)?.role?.isOnePerson ?? false
    }

    func isPersons(_ run: NameRun) -> Bool {
        run.kind == .person
            || !houses.contains(analysis.words(run.tokens)) && (isNamedAgain(run) || endsLikeAnother(run))
    }

    /// Two or three words whose last one stands alone elsewhere are a person's, unless the first is a place's or
    /// people's.
    private func isNamedAgain(_ run: NameRun) -> Bool {
        guard run.kind == .unknown, run.tokens.count <= Self.longestName, let last = run.tokens.last else {
            return false
        }
        guard alone.contains(analysis.lower(last)), analysis.entry(last)?.role == nil else { return false }
        return isFreeOfPlaces(run)
    }

    /// In words: those that end with a name of two. Chosen by hand.
    private static let longNames = 3...4

    /// "Aung San Suu Kyi", where "Suu Kyi" stands alone elsewhere.
    private func endsLikeAnother(_ run: NameRun) -> Bool {
        guard run.kind == .unknown, Self.longNames.contains(run.tokens.count) else { return false }
        return long.contains(Array(analysis.words(run.tokens).suffix(2))) && isFreeOfPlaces(run)
    }

    private func isFreeOfPlaces(_ run: NameRun) -> Bool {
        !run.tokens.contains {
            analysis.entry($0)?.nationality != nil || analysis.tags[$0] == .time
                || analysis.lexicon.countries.contains(analysis.lower($0))
        }
    }

    /// "Norvik" of Norvik Motors, where the body was named before.
    func mayBeBody(_ run: NameRun) -> Bool {
        guard run.tokens.count == 1, run.titles.isEmpty,
            let body = bodiesByFirstWord[analysis.words(run.tokens)[0].lowercased()]
        else { return false }
        return body < run.tokens.lowerBound
    }

    // MARK: In the headline

    /// Words that are counted in a headline, and the share of them in capitals that makes it one of capitals. Chosen by
    /// hand: "of" and "the" are small in all.
    private static let leastLetters = 4
    private static let leastWords = 3
    private static let tenthsInCapitals = 9

    /// The tokens of a first paragraph that has nearly all of its words in capitals.
    static func headline(of analysis: AnalyzedDocument) -> Range<Int>? {
        guard let first = analysis.document.paragraphs.first(where: { $0.setAside == nil }) else { return nil }
        let words = first.tokens.filter {
            analysis.document.tokens[$0].kind == .word && analysis.lower($0).count >= leastLetters
        }
        let capitals = words.count { analysis.document.tokens[$0].shape.contains(.capitalized) }
        return words.count >= leastWords && capitals * 10 >= words.count * tenthsInCapitals ? first.tokens : nil
    }

    func isInHeadline(_ run: NameRun) -> Bool { headline?.contains(run.tokens.lowerBound) ?? false }

    /// "Ann Lee Goes" as "Ann Lee", where "Lee" stands alone elsewhere.
    func upToSurname(_ run: NameRun) -> NameRun? {
        guard let last = run.tokens.dropFirst().first(where: { alone.contains(analysis.lower($0)) }) else { return nil }
        var cut = run
        cut.tokens = run.tokens.lowerBound..<last + 1
        return cut.tokens.count <= Self.longestName && isFreeOfPlaces(cut) ? cut : nil
    }

    /// "Energy Chief Defends Pipeline Rule": a verb behind a title is nobody's name.
    func isHeadlineVerb(_ i: Int) -> Bool {
        analysis.entry(i)?.givenName == nil && (analysis.classes[i].contains(.verbThirdPerson) || analysis.isPlural(i))
    }
}

extension AnalyzedDocument {
    /// As they are written.
    package func words(_ tokens: Range<Int>) -> [String] { tokens.map { document.text(document.tokens[$0].span) } }
}
