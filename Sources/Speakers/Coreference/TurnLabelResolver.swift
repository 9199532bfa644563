import LanguageKit
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
        source.count == 1 && (isQuestion(source) || analysis.is(source.lowerBound, .answerLabel))
    }

    /// Who asks is not told by a Q. Who answers is the only person that was named before they began to talk.
    ///
    /// - Returns: nil rather than a guess.
    func resolve(_ source: Range<Int>, begun: Int) -> ResolvedMention? {
        if isQuestion(source) { return ResolvedMention(.questioner, .description, source) }
        let named = Set(discourse.antecedents.people.naming(before: begun).map(\.person))
        guard let person = named.first, named.count == 1 else { return nil }
        return ResolvedMention(.person(person), .alias, source)
    }

    private func isQuestion(_ source: Range<Int>) -> Bool { analysis.is(source.lowerBound, .questionLabel) }
}
