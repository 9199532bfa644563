import LanguageKit
import Rulebook
import Text

/// Types names by all the places where the article has them: "Cairn" is Cairn Energy's, though "Cairn said it would drill" could be
/// a person's, and whose initials stand somewhere in capitals is a body.
struct NameTyping {
    private let analysis: AnalyzedDocument
    /// By word in lower case, what is known of it as a name.
    private var words: [String: Tally] = [:]
    /// Names of one word that is all capitals, in lower case.
    private var acronyms: Set<String> = []

    private struct Tally {
        /// What the model makes of the places where it stands alone.
        var person: Float = 0
        var organization: Float = 0
        /// Whether it ends or begins a person's longer name, or has a title somewhere.
        var isPersons = false
        /// Whether a body's longer name begins with it.
        var beginsBody = false
    }

    init(_ runs: [NameRun], analysis: AnalyzedDocument, hints: MentionHints) {
        self.analysis = analysis
        for run in runs {
            let first = analysis.lower(run.tokens.lowerBound)
            switch (run.kind, run.tokens.count) {
            case (_, 1):
                if analysis.document.tokens[run.tokens.lowerBound].shape.contains(.allCaps) { acronyms.insert(first) }
                guard !isTitled(run) else {
                    words[first, default: Tally()].isPersons = true
                    continue
                }
                guard let hint = hints.names[run.tokens.lowerBound] else { continue }
                if hint.kind == .person { words[first, default: Tally()].person += hint.probability }
                if hint.kind == .organization { words[first, default: Tally()].organization += hint.probability }
            case (.person, _):
                for end in [run.tokens.lowerBound, run.tokens.upperBound - 1] {
                    words[analysis.lower(end), default: Tally()].isPersons = true
                }
            case (.organization, _): words[first, default: Tally()].beginsBody = true
            default: break
            }
        }
    }

    private func isTitled(_ run: NameRun) -> Bool { run.titles.contains { analysis.entry($0)?.title != nil } }

    /// The runs, with the kinds that their words have in this article.
    func typed(_ runs: [NameRun]) -> [NameRun] {
        runs.map { run in
            guard run.tokens.count == 1 ? isBody(run) : hasAcronym(run) else { return run }
            var typed = run
            typed.kind = .organization
            return typed
        }
    }

    /// "the British Phonographic Industry", where "BPI" stands elsewhere.
    private func hasAcronym(_ run: NameRun) -> Bool {
        guard run.kind == .unknown || run.kind == .place, run.titles.isEmpty else { return false }
        let initials = analysis.words(run.tokens).filter { $0.first?.isUppercase ?? false }.compactMap(\.first)
        return initials.count > 1 && acronyms.contains(String(initials).lowercased())
    }

    private func isBody(_ run: NameRun) -> Bool {
        guard run.kind == .person || run.kind == .unknown, !isTitled(run),
            analysis.entry(run.tokens.lowerBound)?.givenName == nil,
            let tally = words[analysis.lower(run.tokens.lowerBound)], !tally.isPersons
        else { return false }
        let isListed = analysis.entry(run.tokens.lowerBound)?.organization == true
        return isListed || tally.beginsBody || tally.organization > tally.person
    }
}
