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
    /// The tokens behind sources: no name goes on there, whatever a headline writes in capitals, "Ann Lee Slams Rivals".
    private let sourceEnds: Set<Int>
    /// The tokens of a headline in capitals.
    private let headline: Range<Int>?

    init(analysis: AnalyzedDocument, hints: MentionHints = .none, sources: [Range<Int>] = []) {
        self.analysis = analysis
        self.hints = hints
        sourceEnds = Set(sources.map(\.upperBound))
        headline = PersonEvidence.headline(of: analysis)
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
            while end < analysis.tags.count, !sourceEnds.contains(end), !beginsPerson(end),
                !beginsPerson(end, behindOffice: i..<end),
                continuesName(end) || goesOnForSomething(end, in: i) || isPluralGenitive(end)
            {
                end += 1
            }
            if let behind = nickname(at: end) { end = behind }
            result.append(run(i..<end))
            i = end
        }
        return result
    }

    private func startsName(_ i: Int) -> Bool {
        guard !analysis.document.tokens[i].shape.contains(.clitic) else { return false }
        if isShouted(i) || isParticled(i) { return true }
        if isCompound(i) { return false }
        if analysis.tags[i] == .name || analysis.tags[i] == .noun && isCapitalized(i) { return true }
        if isGivenName(i) { return true }
        guard isCapitalized(i), i > 0, touches(i) else { return false }
        return hints.names[i].map { $0.kind != .other } ?? false
    }

    /// "Sue" of "Sue Grey", "Brian" of "Brian May": before a word in capitals outside of headlines, whatever else either can be.
    private func isGivenName(_ i: Int) -> Bool {
        guard entry(i)?.givenName != nil, isCapitalized(i), i + 1 < analysis.tags.count, touches(i + 1),
            isCapitalized(i + 1),
            analysis.document.tokens[i + 1].kind == .word, analysis.tags[i + 1] != .pronoun,
            !(headline?.contains(i) ?? false)
        else { return false }
        let next = entry(i + 1)
        return next?.title == nil && next?.nationality == nil && next?.organization != true
            && !analysis.document.tokens[i + 1].shape.contains(.allCaps) && !asks(i)
    }

    /// "Ann Marr Thursday called": a time behind a whole name.
    private func isDay(_ i: Int) -> Bool {
        analysis.tags[i] == .time && i > 1 && touches(i - 1) && isCapitalized(i - 2) && entry(i - 1)?.givenName == nil
    }

    /// "Will Ann come?"
    private func asks(_ i: Int) -> Bool {
        let sentence = analysis.sentenceTokens(of: i)
        return sentence.lowerBound == i && sentence.last.map { analysis.lower($0) == "?" } ?? false
    }

    /// "Houston-based", "Oscar-nominated"
    private func isCompound(_ i: Int) -> Bool {
        let parts = analysis.document.text(analysis.document.tokens[i].span).split(separator: "-")
        guard parts.count > 1, let last = parts.last, last.first?.isLowercase == true else { return false }
        return hints.names[i] == nil
            || !analysis.lexicon.classes(of: String(last)).isDisjoint(with: [.verbPast, .verbParticiple])
    }

    /// "al-Masri"
    private func isParticled(_ i: Int) -> Bool {
        let parts = analysis.document.text(analysis.document.tokens[i].span).split(separator: "-", maxSplits: 1)
        return parts.count == 2 && parts[1].first?.isUppercase == true
            && analysis.lexicon.is(String(parts[0]), .nameParticle)
    }

    /// "the WHO", which no pronoun is: in capitals where the words around it are not.
    private func isShouted(_ i: Int) -> Bool {
        let token = analysis.document.tokens[i]
        guard token.kind == .word, token.shape.contains(.allCaps), token.span.count > 1,
            [.relative, .pronoun, .wh].contains(analysis.tags[i])
        else { return false }
        let around = max(0, i - 2)..<min(i + 3, analysis.tags.count)
        return !around.contains { $0 != i && analysis.document.tokens[$0].shape.contains(.allCaps) }
    }

    func isCapitalized(_ i: Int) -> Bool { analysis.document.tokens[i].shape.contains(.capitalized) }

    private func continuesName(_ i: Int) -> Bool {
        guard touches(i), !endsInApostrophe(i - 1) || isOfBody(behind: i - 1), !isDay(i) else { return false }
        if isGivenName(i - 1), isCapitalized(i) { return true }
        if isPluralGenitive(i - 1) || isParticled(i) { return true }
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

    /// In words. Chosen by hand.
    private static let longestNickname = 3

    /// The end of a name that goes on behind a nickname in quotation marks: "Ann “Big A” Lee".
    private func nickname(at i: Int) -> Int? {
        guard i > 0, i + 3 < analysis.tags.count, analysis.tags[i] == .quoteMark, touches(i), isCapitalized(i - 1),
            let close = (i + 2...min(i + 1 + Self.longestNickname, analysis.tags.count - 2)).first(where: {
                analysis.tags[$0] == .quoteMark
            }),
            (i + 1..<close).allSatisfy(isCapitalized), touches(close + 1), isCapitalized(close + 1)
        else { return nil }
        return close + 2
    }

    /// "Minister in the Ministry of Finance Ann Lee": where the model sees a person's name begin right behind a body's.
    private func beginsPerson(_ i: Int) -> Bool {
        // "the ambassador to Britain Ann Lee"
        if entry(i)?.givenName != nil, entry(i - 1)?.givenName == nil,
            analysis.lexicon.countries.contains(analysis.lower(i - 1))
        {
            return true
        }
        guard let word = hints.names[i], word.kind == .person, word.begins else { return false }
        // "the attorney for Vermont Ann Lee"
        return hints.names[i - 1]?.kind == .organization || hints.names[i - 1]?.kind == .place
    }

    /// "Deputy Director of Public Prosecution Ann Lee": where the model sees a person's name begin, and none before.
    private func beginsPerson(_ i: Int, behindOffice words: Range<Int>) -> Bool {
        guard let word = hints.names[i], word.kind == .person, word.begins, hints.names[i - 1] == nil,
            words.dropLast().contains(where: { analysis.is($0, .genitivePreposition) }), isCapitalized(i - 1)
        else { return false }
        // A title that is known as one belongs to the name: "Secretary of State Ann Lee".
        return TitleReader(analysis: analysis, hints: hints).titles(of: words.lowerBound..<i + 1).end < i
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

    /// How sure a model has to be of what is no name. Chosen by hand.
    private static let sure: Float = 0.6

    /// "Instagram" of "Like Instagram": from where the model sees the name begin, if it does.
    private func hinted(_ name: Range<Int>) -> Range<Int> {
        guard hints.areGiven, hints.names[name.lowerBound] == nil,
            let first = name.first(where: { hints.names[$0] != nil }), let word = hints.names[first],
            word.begins, word.probability >= Self.sure, word.kind == .person || word.kind == .organization
        else { return name }
        return first..<name.upperBound
    }

    /// "European" of "Major European banks"
    private func isAdjective(_ name: Range<Int>) -> Bool {
        name.count == 1 && entry(name.lowerBound)?.nationality != nil && name.upperBound < analysis.tags.count
            && analysis.tags[name.upperBound] == .noun && touches(name.upperBound)
    }

    /// Parts titles from the name and judges what it names.
    private func run(_ range: Range<Int>) -> NameRun {
        let titles = TitleReader(analysis: analysis, hints: hints).titles(of: range)
        // "Member of Parliament" is no title of a "Parliament".
        let isName = titles.end < range.upperBound && (isCapitalized(titles.end) || isParticled(titles.end))
        var name = (isName ? titles.end : range.lowerBound)..<range.upperBound
        let titledAs = range.lowerBound..<name.lowerBound
        name = hinted(name)
        if name.count > 2, analysis.is(name.upperBound - 1, .postnominal) { name.removeLast() }
        var gender = titles.gender
        if gender == nil || gender == .either { gender = entry(name.lowerBound)?.givenName ?? gender }
        // Only persons have nicknames.
        let isPersons = name.count { analysis.tags[$0] == .quoteMark } == 2
        return NameRun(
            tokens: name, titles: titledAs,
            kind: isPersons
                ? .person
                : NameClassifier(analysis: analysis, hints: hints).kind(
                    of: name, isTitled: titles.areTitles && !isAdjective(name)),
            gender: gender == .either ? nil : gender)
    }
}
