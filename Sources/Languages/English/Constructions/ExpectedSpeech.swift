import LanguageKit
import Rulebook

/// "Ruiz is expected to repeat the demand": what is expected is that somebody speaks. He or she is the source, and all up to
/// the verb of saying the cue; without one ("is expected to win") nobody is.
enum ExpectedSpeech {
    /// One find each of an expectation and the speech that is expected, where both were found.
    static func joined(_ candidates: [Candidate], _ analysis: AnalyzedDocument) -> [Candidate] {
        var candidates = candidates
        for outer in candidates where outer.construction == .passive {
            guard let speech = candidates.firstIndex(where: { isSpeech($0, expectedBy: outer, analysis) }),
                let first = outer.cue.first, let last = candidates[speech].cue.last
            else { continue }
            candidates[speech].cue = [first.lowerBound..<last.upperBound]
            candidates.removeAll { $0.construction == .passive && $0.cue == outer.cue }
        }
        return candidates
    }

    /// A verb that takes quoted words, right behind the "to" of the other's content, done by the other's subject.
    private static func isSpeech(_ candidate: Candidate, expectedBy outer: Candidate, _ analysis: AnalyzedDocument)
        -> Bool
    {
        guard outer.content.count == 2, let verb = candidate.cue.first,
            candidate.match?.verb.frames.contains(.quote) == true
        else {
            return false
        }
        let infinitive = outer.content[1]
        return candidate.source == outer.content[0] && infinitive.contains(verb.lowerBound)
            && (infinitive.lowerBound + 1..<verb.lowerBound).allSatisfy { analysis.tags[$0] == .adverb }
    }
}
