import LanguageKit
import Rulebook
import Text

/// Where a source really ends: with the bracket that it opened, "Dr Sarah Cole (Labour, Northwick East)", and before what tells
/// how and when somebody spoke, "Beth contentedly from her corner".
struct SourceEdge {
    let analysis: AnalyzedDocument

    /// Nil where the words can be nobody: "at least".
    func trimmed(_ source: Range<Int>, cue: Range<Int>?) -> Range<Int>? {
        let source = withoutManner(withoutObject(withoutVerb(source, cue)))
        return isSomebody(source) ? closed(source) : nil
    }

    // MARK: What is no part of it

    /// "Bavonia snubs Amran Kahl, says": in a headline, what the speaker does first.
    private func withoutVerb(_ source: Range<Int>, _ cue: Range<Int>?) -> Range<Int> {
        guard let cue, cue.lowerBound == source.upperBound + 1, analysis.tags[source.upperBound] == .comma,
            let verb = source.dropFirst().dropLast().first(where: { isHeadlineVerb($0) })
        else { return source }
        return source.lowerBound..<verb
    }

    /// A word with no capital between two that have one, spelt as a verb's third person.
    private func isHeadlineVerb(_ i: Int) -> Bool {
        let hasCapital = { (i: Int) in analysis.document.tokens[i].shape.contains(.capitalized) }
        return !hasCapital(i) && hasCapital(i - 1) && hasCapital(i + 1) && analysis.document.tokens[i].kind == .word
            && (analysis.tags[i] == .noun || analysis.tags[i].isVerb)
            && analysis.lexicon.morphology.isPlural(analysis.lower(i))
    }

    /// "the site you believed": the subject of the clause alone.
    private func withoutObject(_ source: Range<Int>) -> Range<Int> {
        // "a pier which Ines Falk said"
        if source.count > 1, analysis.tags[source.lowerBound] == .relative,
            [.name, .determiner, .possessive].contains(analysis.tags[source.lowerBound + 1])
        {
            return source.dropFirst()
        }
        // "which in 2004 reported"
        if source.count > 1, analysis.tags[source.lowerBound] == .relative,
            [.preposition, .adverb, .time, .comma].contains(analysis.tags[source.lowerBound + 1])
        {
            return source.prefix(1)
        }
        guard let last = source.last, source.count > 1, analysis.tags[last] == .pronoun,
            analysis.classes[last].contains(.subjectPronoun), analysis.tags[last - 1] == .noun
        else { return source }
        return last..<source.upperBound
    }

    /// "Brad Pell of his role", "Beth contentedly", "Ann Marr Thursday": what stands behind a name.
    private func withoutManner(_ source: Range<Int>) -> Range<Int> {
        let end = source.dropFirst().first { i in
            analysis.tags[i - 1] == .name && (isManner(i) || analysis.tags[i] == .time && i == source.upperBound - 1)
        }
        return source.lowerBound..<(end ?? source.upperBound)
    }

    private func isManner(_ i: Int) -> Bool {
        if analysis.tags[i] == .preposition {
            return i + 1 < analysis.tags.count && analysis.tags[i + 1] == .possessive
        }
        return !analysis.document.tokens[i].shape.contains(.capitalized) && analysis.tags[i] != .preposition
            && analysis.lexicon.morphology.isAdverb(analysis.lower(i))
    }

    /// "at least", "'s Budget": what begins like that and counts nobody is cut from something else.
    private func isSomebody(_ source: Range<Int>) -> Bool {
        guard let first = source.first else { return false }
        switch analysis.tags[first] {
        case .genitive: return false
        case .preposition: return source.contains { analysis.tags[$0] == .number || analysis.tags[$0] == .name }
        default: return true
        }
    }

    // MARK: What is missing

    /// In tokens: behind a source, where a bracket may close. Chosen by hand.
    private static let reach = 3

    private func closed(_ source: Range<Int>) -> Range<Int> {
        let end = source.upperBound
        guard end < analysis.tags.count else { return source }
        if analysis.tags[end - 1] == .number, analysis.lower(end) == "%" { return source.lowerBound..<end + 1 }
        guard isOpen(source),
            let close = (end..<min(end + Self.reach, analysis.tags.count)).first(where: {
                analysis.tags[$0] == .closeBracket
            })
        else { return source }
        return source.lowerBound..<close + 1
    }

    private func isOpen(_ source: Range<Int>) -> Bool {
        let brackets = source.filter { analysis.tags[$0] == .openBracket || analysis.tags[$0] == .closeBracket }
        return brackets.last.map { analysis.tags[$0] == .openBracket } ?? false
    }
}
