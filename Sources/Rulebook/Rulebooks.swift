/// The rulebooks of all languages.
package struct Rulebooks: Sendable {
    /// Of the language that texts are taken for which tell none.
    package let main: Rulebook
    package let others: [Rulebook]

    package init(main: Rulebook, others: [Rulebook] = []) {
        self.main = main
        self.others = others
    }

    package var all: [Rulebook] { [main] + others }

    /// - Parameter language: A code of ISO 639-1.
    /// - Returns: Nil where the language has no rules.
    package subscript(language: String) -> Rulebook? { all.first { $0.language == language } }

    package var warnings: [RulebookProblem] { all.flatMap(\.warnings) }
}
