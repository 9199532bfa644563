import LanguageKit
import Newswire
import Text

/// Abbreviations that an article spells out: "the State Administration of Radio, Film and Television (SARFT)".
///
/// Source: Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003), with whole
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
        definitions = runs.compactMap { run in
            let short = run.tokens.lowerBound
            guard run.tokens.count == 1, short > 1, short + 1 < analysis.tags.count,
                analysis.tags[short - 1] == .openBracket, analysis.tags[short + 1] == .closeBracket
            else { return nil }
            let letters = Self.letters(of: short, analysis)
            guard Self.lengths.contains(letters.count) else { return nil }
            let long = Self.spelt(letters, before: short - 1, analysis) ?? Self.name(before: short - 1, runs, analysis)
            return long.map { Definition(short: short, long: $0) }
        }
    }

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
