import LanguageKit
import Rulebook

/// "Ruiz is expected to repeat the demand": what is expected is that somebody speaks. He or she is the source, and all up to
/// the verb of saying the cue; without one ("is expected to win") nobody is.
enum ExpectedSpeech {
    /// One find each of an expectation and the speech that is expected, where both were found.
    static func joined(_ finds: [Find], _ analysis: Analysis) -> [Find] {
        var finds = finds
        for outer in finds where outer.rule == .passive {
            guard let speech = finds.firstIndex(where: { isSpeech($0, expectedBy: outer, analysis) }),
                let first = outer.cue.first, let last = finds[speech].cue.last
            else { continue }
            finds[speech].cue = [first.lowerBound..<last.upperBound]
            finds.removeAll { $0.rule == .passive && $0.cue == outer.cue }
        }
        return finds
    }

    /// A verb that takes quoted words, right behind the "to" of the other's content, done by the other's subject.
    private static func isSpeech(_ find: Find, expectedBy outer: Find, _ analysis: Analysis) -> Bool {
        guard outer.content.count == 2, let verb = find.cue.first, find.match?.verb.frames.contains(.quote) == true
        else {
            return false
        }
        let infinitive = outer.content[1]
        return find.source == outer.content[0] && infinitive.contains(verb.lowerBound)
            && (infinitive.lowerBound + 1..<verb.lowerBound).allSatisfy { analysis.tags[$0] == .adverb }
    }
}
