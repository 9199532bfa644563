import LanguageKit
import Rulebook

/// Who does what a verb says, as items of its sentence.
struct VerbSubject {
    var items: Range<Int>
    /// Stands right before the verb, rather than being that of an earlier verb.
    var own: Bool
}

/// Chooses the subject of each verb of a sentence: its own, or that of another verb which it shares.
struct VerbSubjectChooser {
    let reading: SentenceReading

    private var analysis: AnalyzedDocument { reading.analysis }
    private var sentence: FoldedSentence { reading.sentence }
    private var groups: [VerbGroup] { reading.groups }

    func subject(of group: VerbGroup, at n: Int) -> VerbSubject? {
        if group.tag == .gerund || group.tag == .participle
            || sentence.items[group.head].tag == .infinitive && group.tag == .infinitive
        {
            return implied(for: group, at: n)
        }
        let start = group.items.lowerBound
        if start > 0, sentence.items[start - 1].tag == .coordinator { return implied(for: group, at: n) }
        if start > 0, sentence.items[start - 1].tag == .comma, sharesSubject(group) {
            return implied(for: group, at: n)
        }
        return reading.subjects.subject(endingAt: start).map { VerbSubject(items: $0, own: true) }
    }

    /// "She said A, praised B and warned C", "wins the race, then says": a list of verbs with one subject.
    private func sharesSubject(_ group: VerbGroup) -> Bool {
        let first = sentence.items[group.items.lowerBound]
        if first.stretch == nil, analysis.lower(first.first) == "then" { return true }
        guard let lastSource = reading.lastSource, !reading.isRelative(lastSource) else { return false }
        return groups.contains {
            $0.items.lowerBound > group.items.upperBound && sentence.items[$0.items.lowerBound - 1].tag == .coordinator
        }
    }

    /// The subject of a coordinated verb or participle is that of the last attribution, else of the sentence.
    private func implied(for group: VerbGroup, at n: Int) -> VerbSubject? {
        if group.tag == .gerund, let name = nameBefore(group.items.lowerBound) {
            return VerbSubject(items: name, own: false)
        }
        if let lastSource = reading.lastSource, !reading.isRelative(lastSource) || group.tag != .gerund {
            return VerbSubject(items: lastSource, own: false)
        }
        let opens = group.items.lowerBound <= 1
        for main in opens ? groups[(n + 1)...] : groups[..<n] where main.tag == .finite {
            guard let subject = reading.subjects.subject(endingAt: main.items.lowerBound) else { continue }
            if reading.isRelative(subject), group.tag == .gerund { continue }
            return VerbSubject(items: subject, own: false)
        }
        return nil
    }

    /// "footage of Trump saying", "with both sides accusing": who stands right before the participle.
    private func nameBefore(_ end: Int) -> Range<Int>? {
        var start = end
        while start > 0,
            sentence.items[start - 1].tag.isNominal || sentence.items[start - 1].tag == .coordinator
                || sentence.items[start - 1].tag == .determiner
        { start -= 1 }
        guard start < end else { return nil }
        if start > 0, analysis.lower(sentence.items[start - 1].first) == "with" { return start..<end }
        start = end
        while start > 0, sentence.items[start - 1].tag == .name { start -= 1 }
        return start < end ? start..<end : nil
    }
}
