import LanguageKit
import Newswire
import Rulebook
import Text

/// Finds the name runs of an article.
struct NameFinder {
    let analysis: AnalyzedDocument
    let hints: MentionHints
    /// A name ends where a sentence does, though only the end of a line stand between: headers are full of names.
    private let beginsSentence: [Bool]

    init(analysis: AnalyzedDocument, hints: MentionHints = .none) {
        self.analysis = analysis
        self.hints = hints
        var begins = [Bool](repeating: false, count: analysis.tags.count)
        for sentence in analysis.document.sentences where !sentence.tokens.isEmpty {
            begins[sentence.tokens.lowerBound] = true
        }
        beginsSentence = begins
    }

    /// - Parameter checkpoint: Called once a run; what it throws ends the work.
    func runs<Interruption: Error>(checkpoint: () throws(Interruption) -> Void) throws(Interruption) -> [NameRun] {
        var result: [NameRun] = []
        var i = 0
        while i < analysis.tags.count {
            guard startsName(i) else {
                i += 1
                continue
            }
            try checkpoint()
            var end = i + (coordinatedTitle(i) ?? 1)
            while end < analysis.tags.count, !beginsPerson(end),
                continuesName(end) || goesOnForSomething(end, in: i) || isPluralGenitive(end)
            {
                end += 1
            }
            result.append(run(i..<end))
            i = end
        }
        return result
    }

    private func startsName(_ i: Int) -> Bool {
        guard !analysis.document.tokens[i].shape.contains(.clitic) else { return false }
        if analysis.tags[i] == .name || analysis.tags[i] == .noun && isCapitalized(i) { return true }
        guard isCapitalized(i), i > 0, touches(i) else { return false }
        return hints.names[i].map { $0.kind != .other } ?? false
    }

    func isCapitalized(_ i: Int) -> Bool { analysis.document.tokens[i].shape.contains(.capitalized) }

    private func continuesName(_ i: Int) -> Bool {
        guard touches(i), !endsInApostrophe(i - 1) || isOfBody(behind: i - 1) else { return false }
        if isPluralGenitive(i - 1) { return true }
        // "Mr. Ban", "Ms. May": whatever else the word can be.
        if entry(i - 1)?.title?.courtesy == true, isCapitalized(i) { return true }
        // "Housing and Urban Development" is one name where the model says so.
        if hints.goesOn(at: i), isCapitalized(i) || i + 1 < analysis.tags.count && hints.goesOn(at: i + 1) {
            return analysis.document.tokens[i].kind == .word && !analysis.document.tokens[i].shape.contains(.clitic)
        }
        if analysis.tags[i] == .name
            || isCapitalized(i) && analysis.document.tokens[i].kind == .word && analysis.tags[i] == .noun
        {
            return true
        }
        let isGenitive = analysis.is(i, .genitivePreposition)
        guard isGenitive || analysis.is(i, .nameParticle), i + 1 < analysis.tags.count, touches(i + 1) else {
            return false
        }
        // "the Bureau of Pipeline Safety": whatever else the word can be.
        if isGenitive, entry(i - 1)?.organization == true, isCapitalized(i + 1),
            analysis.tags[i + 1] == .noun
        {
            return true
        }
        return analysis.tags[i + 1] == .name
            && (!isGenitive || entry(i - 1)?.organization == true || entry(i - 1)?.role != nil)
    }

    /// "Minister in the Ministry of Finance Ann Lee": where the model sees a person's name begin right behind a body's.
    private func beginsPerson(_ i: Int) -> Bool {
        guard let word = hints.names[i], word.kind == .person, word.begins else { return false }
        return hints.names[i - 1]?.kind == .organization
    }

    /// In words: "Work and Pensions Secretary".
    private static let longestTitle = 4

    /// How many words the title "Work and Pensions Secretary" has that begins at a token, if one does.
    private func coordinatedTitle(_ i: Int) -> Int? {
        guard i + Self.longestTitle < analysis.tags.count, analysis.tags[i + 1] == .coordinator else { return nil }
        return analysis.entry(of: i..<i + Self.longestTitle)?.title != nil ? Self.longestTitle : nil
    }

    /// "Fox News' Ann Lee": a genitive without an s.
    private func endsInApostrophe(_ i: Int) -> Bool { analysis.lower(i).hasSuffix("'") }

    /// In words: "Bankers' Independent Trust". Chosen by hand.
    private static let bodyReach = 3

    /// "the British Bankers' Association": an apostrophe whose genitive is of a body, named for whom it is.
    private func isPluralGenitive(_ i: Int) -> Bool {
        let token = analysis.document.tokens[i]
        guard token.kind == .quoteMark, token.span.count == 1, i > 0, i + 1 < analysis.tags.count,
            analysis.document.tokens[i - 1].span.end == token.span.start, analysis.lower(i - 1).hasSuffix("s")
        else { return false }
        return isOfBody(behind: i)
    }

    private func isOfBody(behind i: Int) -> Bool {
        (i + 1..<min(i + 1 + Self.bodyReach, analysis.tags.count)).lazy.prefix { isCapitalized($0) && touches($0) }
            .contains { entry($0)?.organization == true }
    }

    func touches(_ i: Int) -> Bool {
        !beginsSentence[i] && analysis.document.tokens[i].span.start <= analysis.document.tokens[i - 1].span.end + 1
    }

    private func entry(_ i: Int) -> Lexicon.Entry? { analysis.entry(i) }

    /// Parts titles from the name and judges what it names.
    private func run(_ range: Range<Int>) -> NameRun {
        let titles = TitleReader(analysis: analysis, hints: hints).titles(of: range)
        // "Member of Parliament" is no title of a "Parliament".
        let isName = titles.end < range.upperBound && isCapitalized(titles.end)
        var name = (isName ? titles.end : range.lowerBound)..<range.upperBound
        let titledAs = range.lowerBound..<name.lowerBound
        if name.count > 2, analysis.is(name.upperBound - 1, .postnominal) { name.removeLast() }
        var gender = titles.gender
        if gender == nil || gender == .either { gender = entry(name.lowerBound)?.givenName ?? gender }
        return NameRun(
            tokens: name, titles: titledAs,
            kind: NameClassifier(analysis: analysis, hints: hints).kind(of: name, isTitled: titles.areTitles),
            gender: gender == .either ? nil : gender)
    }
}
