import LanguageKit
import Newswire
import Rulebook
import Text

/// Abbreviations that an article spells out: "the State Administration of Radio, Film and Television (SARFT)"; or whose letters
/// begin the words of a name elsewhere: "the Women's Tennis Association", and below "the WTA".
///
/// Source of the first: Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003), with whole
/// words instead of letters. Where the letters are of another language, "the Brazilian Institute for Statistics (IBGE)", it is the
/// name in front.
struct Abbreviations {
    struct Definition {
        /// The abbreviation's token.
        var short: Int
        var long: Range<Int>
    }

    let definitions: [Definition]

    /// In letters. Chosen by hand.
    private static let lengths = 2...10

    init(_ runs: [NameRun], _ analysis: AnalyzedDocument) {
        let inBrackets: [Definition] = runs.compactMap { run in
            let short = run.tokens.lowerBound
            guard run.tokens.count == 1, short > 1, short + 1 < analysis.tags.count,
                analysis.tags[short - 1] == .openBracket, analysis.tags[short + 1] == .closeBracket
            else { return nil }
            let letters = Self.letters(of: short, analysis)
            guard Self.lengths.contains(letters.count) else { return nil }
            let long = Self.spelt(letters, before: short - 1, analysis) ?? Self.name(before: short - 1, runs, analysis)
            return long.map { Definition(short: short, long: $0) }
        }
        let apart = Self.apart(runs, known: Set(inBrackets.map { analysis.lower($0.short) }), analysis)
        definitions = (inBrackets + apart).sorted { $0.long.lowerBound < $1.long.lowerBound }
    }

    // MARK: Apart

    /// In letters: two are too often another's. Chosen by hand.
    private static let lengthsApart = 3...10
    /// In words. Chosen by hand.
    private static let longestName = 14

    /// Names whose initials are an abbreviation that stands by itself: each of their places.
    private static func apart(_ runs: [NameRun], known: Set<String>, _ analysis: AnalyzedDocument) -> [Definition] {
        var shorts: [[Character]: Int] = [:]
        for run in runs where run.tokens.count == 1 && run.kind != .person {
            let short = run.tokens.lowerBound
            let letters = analysis.lower(short).filter { $0.isLetter || $0 == "&" }
            guard analysis.document.tokens[short].shape.contains(.allCaps), lengthsApart.contains(letters.count),
                !known.contains(analysis.lower(short)), shorts[Array(letters)] == nil
            else { continue }
            shorts[Array(letters)] = short
        }
        guard !shorts.isEmpty else { return [] }
        let persons = Set(runs.lazy.filter { $0.kind == .person }.flatMap(\.tokens))
        return analysis.tags.indices.compactMap { first in
            let long = longest(from: first, analysis) { shorts[$0] != nil }
            guard let long, !long.tokens.contains(where: persons.contains), let short = shorts[long.initials] else {
                return nil
            }
            return Definition(short: short, long: long.tokens)
        }
    }

    /// The longest name from a token on whose initials are such, and its initials. It ends where words in capitals end.
    private static func longest(
        from first: Int, _ analysis: AnalyzedDocument, where isSuch: ([Character]) -> Bool
    ) -> (tokens: Range<Int>, initials: [Character])? {
        guard isCapitalized(first, analysis) else { return nil }
        var initials: [Character] = []
        var found: (tokens: Range<Int>, initials: [Character])?
        let sentence = analysis.sentenceTokens(of: first)
        for i in (first..<sentence.upperBound).prefix(longestName) {
            if isCapitalized(i, analysis) {
                initials += initialLetters(of: i, analysis)
                guard initials.count <= lengthsApart.upperBound else { break }
            } else if analysis.lower(i) == "&" {
                initials.append("&")
            } else if !isSmall(i, analysis) {
                break
            }
            let isEnd = i + 1 == sentence.upperBound || !isCapitalized(i + 1, analysis)
            if isEnd, isCapitalized(i, analysis), i > first, isSuch(initials) { found = (first..<i + 1, initials) }
        }
        return found
    }

    private static func isCapitalized(_ i: Int, _ analysis: AnalyzedDocument) -> Bool {
        let token = analysis.document.tokens[i]
        return token.isWord && token.shape.contains(.capitalized) && !token.shape.contains(.allCaps)
            && analysis.tags[i] != .determiner
    }

    /// "s" and "a" of "Screen-Actors".
    private static func initialLetters(of i: Int, _ analysis: AnalyzedDocument) -> [Character] {
        analysis.lower(i).split(separator: "-").compactMap(\.first)
    }

    /// "of", "and", "the", "'s"
    private static func isSmall(_ i: Int, _ analysis: AnalyzedDocument) -> Bool {
        switch analysis.tags[i] {
        case .preposition, .coordinator, .determiner, .genitive: true
        // "Sailors'"
        case .quoteMark: analysis.document.tokens[i].span.start == analysis.document.tokens[i - 1].span.end
        default: analysis.is(i, .genitivePreposition) || analysis.is(i, .nameParticle)
        }
    }

    // MARK: In brackets

    /// Those in capitals, in lower case, where most are: "t" and "l" of "TfL".
    private static func letters(of token: Int, _ analysis: AnalyzedDocument) -> [Character] {
        let word = analysis.document.text(analysis.document.tokens[token].span)
        let capitals = word.filter(\.isUppercase)
        return capitals.count * 2 > word.count(where: \.isLetter) ? Array(capitals.lowercased()) : []
    }

    /// The words in capitals before a bracket whose initials are the letters, with small words between them.
    private static func spelt(_ letters: [Character], before bracket: Int, _ analysis: AnalyzedDocument) -> Range<Int>?
    {
        let sentence = analysis.sentenceTokens(of: bracket)
        var left = letters[...]
        var first = bracket
        // As far as Schwartz and Hearst look, commas left out.
        var reach = min(letters.count + 5, letters.count * 2)
        while let letter = left.last, first > sentence.lowerBound, reach > 0 {
            first -= 1
            let word = analysis.document.tokens[first]
            guard word.isWord else { continue }
            reach -= 1
            guard word.shape.contains(.capitalized) else { continue }
            guard analysis.lower(first).first == letter else { return nil }
            left.removeLast()
        }
        return left.isEmpty ? first..<bracket : nil
    }

    /// The name of several words that ends at a bracket.
    private static func name(before bracket: Int, _ runs: [NameRun], _ analysis: AnalyzedDocument) -> Range<Int>? {
        // "the Film Association's (FAN) software"
        let bracket = analysis.tags[bracket - 1] == .genitive ? bracket - 1 : bracket
        let place = runs.partitioningIndex { $0.tokens.upperBound >= bracket }
        guard place < runs.count, runs[place].tokens.upperBound == bracket, runs[place].tokens.count > 1,
            runs[place].kind == .organization
        else { return nil }
        return runs[place].tokens
    }

    /// The runs, with the names that are spelt out as bodies' and whole.
    func applied(to runs: [NameRun]) -> [NameRun] {
        guard !definitions.isEmpty else { return runs }
        let shorts = Set(definitions.map(\.short))
        var result: [NameRun] = []
        var next = definitions[...]
        for run in runs {
            while let definition = next.first, definition.long.upperBound <= run.tokens.lowerBound {
                next.removeFirst()
            }
            if run.kind != .person, let long = next.first?.long,
                long.overlaps(run.titles.lowerBound..<run.tokens.upperBound)
            {
                if result.last?.tokens != long {
                    result.append(
                        NameRun(
                            tokens: long, titles: long.lowerBound..<long.lowerBound, kind: .organization, gender: nil))
                }
                continue
            }
            var run = run
            if shorts.contains(run.tokens.lowerBound) { run.kind = .organization }
            result.append(run)
        }
        return result
    }
}
