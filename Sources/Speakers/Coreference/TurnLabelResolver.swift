import LanguageKit
import Names
import Newswire
import Rulebook
import Text

/// Decides who asks and who answers in a printed conversation that names neither: "Q: Why now?", "A: It was finished."
struct TurnLabelResolver {
    let discourse: DiscourseModel

    private var analysis: AnalyzedDocument { discourse.analysis }

    /// Where the printed conversation begins; nil where the article has none.
    static func conversation(in quotations: [Quotation], _ sources: [Range<Int>?]) -> Int? {
        zip(quotations, sources).lazy.filter { $0.0.construction == .turn }.compactMap { $0.1?.lowerBound }.min()
    }

    /// Whether a turn has no name before it, only a letter.
    func isLabel(_ source: Range<Int>) -> Bool {
        source.count == 1
            && (isQuestion(source) || analysis.is(source.lowerBound, .answerLabel)
                || bearer(ofInitials: source.lowerBound) != nil)
    }

    /// Whom a letter before a turn stands for, as brackets behind it say: "Q (Ella Marsh, the Quill): Will you resign?"
    func bearer(inBracketsOf source: Range<Int>) -> Range<Int>? {
        let first = source.lowerBound
        guard source.count > 3, isQuestion(source) || analysis.is(first, .answerLabel),
            analysis.tags[first + 1] == .openBracket
        else { return nil }
        let inside = (first + 2..<source.upperBound).prefix {
            analysis.tags[$0] != .comma && analysis.tags[$0] != .closeBracket
        }
        return inside.isEmpty ? nil : inside
    }

    /// "AL: They are quiet."
    func beginsParagraph(_ source: Range<Int>) -> Bool {
        let i = source.lowerBound
        guard source.count == 1, i + 1 < analysis.tags.count, analysis.tags[i + 1] == .colon else { return false }
        return i == 0 || analysis.paragraph(of: i - 1) < analysis.paragraph(of: i)
    }

    /// In letters: "AL", "JFK".
    private static let initials = 2...3

    /// "AL:", where Amara Lindqvist is the only one with these initials.
    private func bearer(ofInitials token: Int) -> Int? {
        let word = analysis.document.tokens[token]
        guard word.shape.contains(.allCaps), Self.initials.contains(word.span.count) else { return nil }
        let people = discourse.antecedents.people.persons
        let bearers = people.indices.prefix(Self.mostNamed).filter { i in
            people[i].name.count > 1 && String(people[i].name.compactMap(\.first)).lowercased() == analysis.lower(token)
        }
        return bearers.count == 1 ? bearers.first : nil
    }

    /// Persons whose initials are compared with a label.
    private static let mostNamed = 40

    /// Who asks is not told by a Q. Who answers is the only person that was named before they began to talk.
    ///
    /// - Returns: nil rather than a guess.
    func resolve(_ source: Range<Int>, begun: Int) -> ResolvedMention? {
        if isQuestion(source) { return ResolvedMention(.questioner, .description, source) }
        if let person = bearer(ofInitials: source.lowerBound) {
            return ResolvedMention(.person(person), .acronym, source)
        }
        guard let person = answering(before: begun) else { return nil }
        return ResolvedMention(.person(person), .alias, source)
    }

    /// The only one who was named; of two, "Director Amara Lindqvist talks to Owen Pryce", the first, if one is told what he or she is.
    private func answering(before begun: Int) -> Int? {
        let named = discourse.antecedents.people.naming(before: begun)
        let persons = Set(named.map(\.person))
        guard persons.count > 1 else { return persons.first }
        let people = discourse.antecedents.people.persons
        guard persons.count == 2, let first = named.first?.person else { return nil }
        let other = persons.first { $0 != first }
        return people[first].description.role != nil && other.map { people[$0].description.role == nil } ?? false
            ? first : nil
    }

    private func isQuestion(_ source: Range<Int>) -> Bool { analysis.is(source.lowerBound, .questionLabel) }
}
