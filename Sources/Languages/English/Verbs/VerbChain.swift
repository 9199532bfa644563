import LanguageKit
import Rulebook

/// A verb with all that governs it from the left: "has not", "may have been", "is expected to", "stopped short of".
///
/// Read from the text rather than from the cue: rules and model do not draw a cue's borders alike.
struct VerbChain {
    let analysis: AnalyzedDocument
    /// The verb.
    let head: Int
    /// From the first auxiliary to the verb.
    private(set) var tokens: Range<Int>
    /// What stands in it of `verb-modifiers.yaml`, from the verb outwards.
    private(set) var marks: [Modifiers.Mark] = []

    /// In tokens. Nobody puts a dozen words before a verb; whoever repeats one for a megabyte must not stop the daemon.
    private static let longest = 16

    init(head: Int, in analysis: AnalyzedDocument) {
        self.analysis = analysis
        self.head = head
        tokens = head..<head + 1
        while tokens.count < Self.longest, let start = step(before: tokens.lowerBound) { tokens = start..<head + 1 }
    }

    private static let adverbs: [VerbModifiers.Kind] = [.negation, .hedge, .repetition]
    private static let governors = VerbModifiers.Kind.allCases.filter(\.governs)
    private static let beforeGerunds: [VerbModifiers.Kind] = [.refusal, .repeatingVerb]

    /// Where the next part of the chain to the left begins.
    private mutating func step(before end: Int) -> Int? {
        guard end > 0 else { return nil }
        let modifiers = Modifiers(analysis: analysis)
        if let mark = modifiers.mark(endingAt: end, of: Self.adverbs) { return add(mark) }
        switch analysis.tags[end - 1] {
        case .adverb, .negation, .be, .have, .do, .modal: return end - 1
        case .time where end > 1 && analysis.tags[end - 2].isAuxiliary: return end - 1
        case .to: return governor(before: end - 1)
        default: break
        }
        guard isGerund(end), let mark = modifiers.mark(endingAt: end, of: Self.beforeGerunds) else {
            return nil
        }
        return add(mark)
    }

    private mutating func add(_ mark: Modifiers.Mark) -> Int {
        marks.append(mark)
        return mark.tokens.lowerBound
    }

    private func isGerund(_ token: Int) -> Bool {
        analysis.tags[token] == .gerund || analysis.entry(token)?.classes.contains(.verbGerund) ?? false
    }

    /// "appeared to", "declined to"; and verbs that say nothing of the one they govern: "went on to".
    private mutating func governor(before to: Int) -> Int? {
        if var mark = Modifiers(analysis: analysis).mark(endingAt: to, of: Self.governors) {
            mark.tokens = mark.tokens.lowerBound..<to + 1
            return add(mark)
        }
        var i = to - 1
        if i > 0, analysis.tags[i] == .adverb || analysis.tags[i] == .preposition { i -= 1 }
        guard i >= 0, analysis.tags[i] == .finite || analysis.tags[i] == .participle else { return nil }
        let takesInfinitive = analysis.entry(i)?.verbs.contains { !$0.verb.frames.isDisjoint(with: .withInfinitive) }
        return takesInfinitive ?? false ? nil : i
    }
}

extension VerbChain {
    var repeats: Bool { marks.contains { $0.kind == .repetition || $0.kind == .repeatingVerb } }

    /// Whether a form of "be" makes a passive of the verb: "was told".
    var isPassive: Bool {
        guard analysis.entry(head)?.classes.contains(.verbParticiple) ?? false, analysis.tags[head] != .gerund else {
            return false
        }
        let before = tokens.lowerBound..<head
        guard let last = before.last(where: { analysis.tags[$0] != .adverb && analysis.tags[$0] != .negation }) else {
            return false
        }
        return analysis.tags[last] == .be && !marks.contains { $0.tokens.contains(last) }
    }
}
