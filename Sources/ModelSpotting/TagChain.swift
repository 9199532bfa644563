import LanguageKit

/// The role that a run of words plays.
enum WordRole: String, CaseIterable { case source, cue, content }

/// A chain of tags over a unit's words, decoded for its best sequence (Viterbi 1967).
///
/// Tags are "O", and for each role "B-", "I-", "E-" (first, inner and last word of several) and "S-" (the only one).
struct TagChain: Sendable {
    private enum Place { case outside, begin, inside, end, single }
    private struct Label { var place: Place, role: WordRole? }

    private let labels: [Label]
    /// From row to column; what cannot follow scores far below everything.
    private let transitions: [Float]
    /// Added to the tags that begin a role.
    private let bias: [Float]

    private static let impossible: Float = -1e4

    /// - Parameters:
    ///   - names: The labels in the model's order; "O" first.
    ///   - transitions: Learned scores, labels × labels, row to column.
    /// - Returns: Nil where a name is not one of these tags, or there is not a score for every pair.
    init?(names: [String], transitions: [Float], bias: [WordRole: Float]) {
        var labels: [Label] = []
        for name in names {
            guard let label = Self.label(name) else { return nil }
            labels.append(label)
        }
        guard labels.first?.place == .outside, transitions.count == labels.count * labels.count else { return nil }
        self.labels = labels
        self.bias = labels.map { label in
            label.place == .begin || label.place == .single ? label.role.flatMap { bias[$0] } ?? 0 : 0
        }
        var scores = transitions
        for (i, from) in labels.enumerated() {
            for (j, to) in labels.enumerated() where !Self.canFollow(from, to) {
                scores[i * labels.count + j] += Self.impossible
            }
        }
        self.transitions = scores
    }

    private static func label(_ name: String) -> Label? {
        if name == "O" { return Label(place: .outside, role: nil) }
        guard let role = WordRole(rawValue: String(name.dropFirst(2))), name.dropFirst().first == "-" else {
            return nil
        }
        switch name.first {
        case "B": return Label(place: .begin, role: role)
        case "I": return Label(place: .inside, role: role)
        case "E": return Label(place: .end, role: role)
        case "S": return Label(place: .single, role: role)
        default: return nil
        }
    }

    private static func canFollow(_ from: Label, _ to: Label) -> Bool {
        switch from.place {
        case .begin, .inside: (to.place == .inside || to.place == .end) && from.role == to.role
        case .outside, .end, .single: to.place == .outside || to.place == .begin || to.place == .single
        }
    }

    /// The runs of the best sequence over the words of one unit, which begins and ends as if "O" stood around it.
    ///
    /// - Parameters:
    ///   - logits: Words of the window × labels, row-major.
    ///   - unit: The unit's words among those of the window.
    func runs(_ logits: [Float], unit: Range<Int>) -> [WordRun] {
        var runs: [WordRun] = []
        var begin = unit.lowerBound
        for (word, label) in zip(unit, sequence(logits, unit)) {
            let place = labels[label].place
            if place == .begin || place == .single { begin = word }
            if place == .end || place == .single, let role = labels[label].role {
                runs.append(WordRun(role: role, words: begin..<word + 1))
            }
        }
        return runs
    }

    /// The labels of a window's words, from the runs that were found in it.
    func labels(of runs: [WordRun], words: Int) -> [Int] {
        var result = [Int](repeating: 0, count: words)
        for run in runs {
            for word in run.words {
                let place: Place =
                    if run.words.count == 1 { .single } else if word == run.words.lowerBound {
                        .begin
                    } else if word
                        == run.words.upperBound - 1
                    { .end } else { .inside }
                result[word] = labels.firstIndex { $0.place == place && $0.role == run.role } ?? 0
            }
        }
        return result
    }

    private func sequence(_ logits: [Float], _ unit: Range<Int>) -> [Int] {
        guard let first = unit.first else { return [] }
        let count = labels.count
        var best = (0..<count).map { logits[first * count + $0] + bias[$0] + transitions[$0] }
        var next = best
        var back = [UInt8](repeating: 0, count: unit.count * count)
        for word in unit.dropFirst() {
            for to in 0..<count {
                let (from, score) = step(best, to)
                next[to] = score + logits[word * count + to] + bias[to]
                back[(word - first) * count + to] = UInt8(from)
            }
            swap(&best, &next)
        }
        // It ends as if "O" followed.
        var label = step(best, 0).from
        var sequence = [Int](repeating: label, count: unit.count)
        for i in stride(from: unit.count - 1, to: 0, by: -1) {
            label = Int(back[i * count + label])
            sequence[i - 1] = label
        }
        return sequence
    }

    /// The best label to come to another one from.
    private func step(_ best: [Float], _ to: Int) -> (from: Int, score: Float) {
        var top = (from: 0, score: best[0] + transitions[to])
        for from in 1..<labels.count {
            let score = best[from] + transitions[from * labels.count + to]
            if score > top.score { top = (from, score) }
        }
        return top
    }
}

/// Words of a window that play a role together.
struct WordRun: Equatable {
    var role: WordRole
    var words: Range<Int>
}
