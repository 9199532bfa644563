import LanguageKit
import Newswire
import Rulebook
import Text

/// Names as they stand in the text: a run of capitalised words, with the titles before it and what it is likely a name of.
struct NameRun {
    enum Kind { case person, organization, place, unknown }

    /// The name itself, without titles.
    var tokens: Range<Int>
    /// Titles and nouns of office before it: "Azerbaijani President".
    var titles: Range<Int>
    var kind: Kind
    var gender: Gender?
}

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
            while end < analysis.tags.count, continuesName(end) || goesOnForSomething(end, in: i) { end += 1 }
            if let run = run(i..<end) { result.append(run) }
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
        guard touches(i), !endsInApostrophe(i - 1) else { return false }
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

    /// How many words the title "Work and Pensions Secretary" has that begins at a token, if one does.
    private func coordinatedTitle(_ i: Int) -> Int? {
        guard i + 4 < analysis.tags.count, analysis.tags[i + 1] == .coordinator else { return nil }
        return analysis.entry(of: i..<i + 4)?.title != nil ? 4 : nil
    }

    /// "Fox News' Ann Lee": a genitive without an s.
    private func endsInApostrophe(_ i: Int) -> Bool { analysis.lower(i).hasSuffix("'") }

    func touches(_ i: Int) -> Bool {
        !beginsSentence[i] && analysis.document.tokens[i].span.start <= analysis.document.tokens[i - 1].span.end + 1
    }

    private func entry(_ i: Int) -> Lexicon.Entry? { analysis.entry(i) }

    /// Parts titles from the name and judges what it names.
    private func run(_ range: Range<Int>) -> NameRun? {
        var start = range.lowerBound
        var gender: Gender?
        var titled = false
        while start < range.upperBound - 1 {
            if let (title, words) = longTitle(start, range) {
                gender = title.gender ?? gender
                titled = true
                start += words
            } else if let words = longOffice(start, range) {
                titled = true
                start += words
            } else if let entry = entry(start), isTitle(entry, start) {
                gender = entry.title?.gender ?? entry.role?.gender ?? gender
                titled = titled || entry.title != nil
                start += 1
            } else {
                break
            }
        }
        if !titled, let (end, title) = laterTitle(start, range) {
            (start, titled) = (end, true)
            gender = title.gender ?? gender
        }
        if !titled, let person = personBehindOffice(start, range) { (start, titled) = (person, true) }
        // "Member of Parliament" is no title of a "Parliament".
        if start < range.upperBound, !isCapitalized(start) { start = range.lowerBound }
        var name = start..<range.upperBound
        guard !name.isEmpty else { return nil }
        if name.count > 2, analysis.is(name.upperBound - 1, .postnominal) { name.removeLast() }
        if gender == nil || gender == .either { gender = entry(name.lowerBound)?.givenName ?? gender }
        return NameRun(
            tokens: name, titles: range.lowerBound..<start,
            kind: isThing(name, titled) ? .organization : hinted(name, titled) ?? kind(name, titled),
            gender: gender == .either ? nil : gender)
    }

    /// "Balt President Teodor Maroun": a title behind a word that no list has.
    private func laterTitle(_ start: Int, _ range: Range<Int>) -> (Int, Title)? {
        for i in start..<max(start, min(start + 3, range.upperBound - 1)) {
            if let (title, words) = longTitle(i, range) { return (i + words, title) }
            if let title = entry(i)?.title, i > start { return (i + 1, title) }
        }
        return nil
    }

    /// "Ohio Democratic Party Chairman David Pepper": where a name begins right behind a word of office.
    private func personBehindOffice(_ start: Int, _ range: Range<Int>) -> Int? {
        (start + 1..<max(start + 1, range.upperBound - 1)).first { i in
            let isOffice =
                entry(i - 1)?.title?.courtesy == false
                || entry(i - 1)?.role?.isOnePerson ?? false
            let isPerson = entry(i)?.givenName != nil || hints.names[i].map { $0.kind == .person && $0.begins } ?? false
            return isOffice && isPerson
        }
    }

    /// A title of several words: "Prime Minister", "Lt. Gen."
    private func longTitle(_ start: Int, _ range: Range<Int>) -> (Title, Int)? {
        for words in [4, 3, 2] where start + words < range.upperBound {
            if let title = analysis.entry(of: start..<start + words)?.title { return (title, words) }
        }
        return nil
    }

    /// "Chief Financial Officer"
    private func longOffice(_ start: Int, _ range: Range<Int>) -> Int? {
        [4, 3, 2].first { words in
            start + words < range.upperBound
                && analysis.entry(of: start..<start + words)?.role?.isOnePerson == true
        }
    }

    private func isTitle(_ entry: Lexicon.Entry, _ i: Int) -> Bool {
        if entry.title != nil { return true }
        if entry.role != nil, entry.givenName == nil { return true }
        return entry.nationality != nil && entry.givenName == nil
    }

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
        return entry(last)?.organization == true || isMetonym(name)
    }

    private func isMetonym(_ name: Range<Int>) -> Bool {
        analysis.lexicon.metonyms.contains(name.map(analysis.lower).joined(separator: " "))
    }

    /// "the Ghanaian"
    private func isOneOfAPeople(_ name: Range<Int>) -> Bool {
        name.count == 1 && entry(name.lowerBound)?.nationality != nil && name.lowerBound > 0
            && analysis.is(name.lowerBound - 1, .definiteArticle)
    }

    private func kind(_ name: Range<Int>, _ titled: Bool) -> NameRun.Kind {
        if name.contains(where: { entry($0)?.organization == true || entry($0)?.role?.kind == .body }) {
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
        if words >= 2, words <= 4, entry(name.lowerBound)?.givenName != nil { return .person }
        if words >= 2, words <= 3, isInitial(name.lowerBound) || isInitial(name.lowerBound + 1) { return .person }
        if hasRoleBefore(name.lowerBound), words <= 3 { return .person }
        if words >= 2, words <= 3, hasRoleBehind(name.upperBound) { return .person }
        if words == 1, analysis.document.tokens[name.lowerBound].shape.contains(.allCaps),
            analysis.document.tokens[name.lowerBound].span.count <= 4
        {
            return .organization
        }
        return .unknown
    }

    private func isCountry(_ i: Int) -> Bool { analysis.lexicon.countries.contains(analysis.lower(i)) }

    private func isInitial(_ i: Int) -> Bool {
        let token = analysis.document.tokens[i]
        return token.shape.contains(.abbreviation) && token.span.count == 2
    }

    /// "Ann Lee, 34," and "Bo Berg, a teacher"
    private func hasRoleBehind(_ i: Int) -> Bool {
        guard i + 2 < analysis.tags.count, analysis.tags[i] == .comma else { return false }
        if analysis.tags[i + 1] == .number, analysis.tags[i + 2] == .comma {
            return analysis.document.tokens[i + 1].span.count <= 2
        }
        for j in i + 1..<min(i + 6, analysis.tags.count) where analysis.tags[j] == .noun {
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
