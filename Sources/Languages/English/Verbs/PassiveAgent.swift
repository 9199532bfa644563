import LanguageKit
import Text

/// Who says it, behind a passive: "the panel was told by **a roofer, Tim Rae,** that".
struct PassiveAgent {
    let analysis: AnalyzedDocument

    /// In tokens. Chosen by hand.
    private static let longest = 10

    /// - Parameter end: The token behind the verb.
    func tokens(from end: Int, before content: [Range<Int>]) -> Range<Int>? {
        guard end + 1 < analysis.tags.count, analysis.lower(end) == "by",
            let next = content.map(\.lowerBound).filter({ $0 > end + 1 }).min()
        else { return nil }
        var agent = end + 1..<next
        while let last = agent.last, analysis.tags[last] == .comma { agent.removeLast() }
        guard (1...Self.longest).contains(agent.count), agent.contains(where: { analysis.tags[$0].isNominal }),
            !agent.contains(where: {
                analysis.tags[$0].isVerb || analysis.tags[$0] == .stop || analysis.tags[$0] == .preposition
            })
        else { return nil }
        return agent
    }
}
