import LanguageKit
import Rulebook
import Text

/// Names of one word that somebody or something is in: "In Kessing". Gathered once, since each name is asked for.
package struct PlaceNames {
    private let names: Set<String>

    init(_ runs: [NameRun], _ analysis: AnalyzedDocument) {
        let placed = runs.filter { Self.isPlaced($0, analysis) }
        names = Set(placed.map { analysis.document.text(analysis.document.span(ofTokens: $0.tokens)) })
    }

    /// - Parameter name: As it is written.
    package func contains(_ name: String) -> Bool { names.contains(name) }

    private static func isPlaced(_ run: NameRun, _ analysis: AnalyzedDocument) -> Bool {
        let (first, end) = (run.tokens.lowerBound, run.tokens.upperBound)
        guard run.tokens.count == 1, run.titles.isEmpty, first > 1, analysis.is(first - 1, .placePreposition) else {
            return false
        }
        // "In Byron's memoirs", "believe in God"
        let isOwner = end < analysis.tags.count && analysis.tags[end] == .genitive
        return !isOwner && !analysis.is(first - 2, .believing)
    }
}
