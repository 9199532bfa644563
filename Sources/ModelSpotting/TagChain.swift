import LanguageKit

/// The role that a run of words plays.
enum WordRole: String, CaseIterable { case source, cue, content }

/// A chain of tags over a unit's words, decoded for its best sequence (Viterbi 1967).
///
/// Tags are "O", and "B-source", "I-source", "E-source" and "S-source" for the first, an inner, the last and the only word of a
/// source; those of cues are "B", "I", "E" and "S".
struct TagChain: Sendable {
    private enum Place { case outside, begin, inside, end, single }
    private struct Label { var place: Place, role: WordRole? }

    private let labels: [Label]
    /// From row to column: what cannot follow scores far below everything.
    private let transitions: [Float]
    /// Added to the tags that begin a role.
    private let bias: [Float]

    private static let impossible: Float = -1e4

    /// - Parameters:
    ///   - names: The labels in the model's order; "O" first.
    ///   - bias: What is added to the tags that begin each role.
    /// - Returns: Nil where a name is not one of these tags.
    init?(names: [String], bias: [WordRole: Float]) {
        let labels = names.compactMap(Self.label)
        guard labels.count == names.count, labels.first?.place == .outside else { return nil }
        self.labels = labels
        self.bias = labels.map { label in
            label.place == .begin || label.place == .single ? label.role.flatMap { bias[$0] } ?? 0 : 0
        }
        transitions = labels.flatMap { from in labels.map { Self.canFollow(from, $0) ? 0 : Self.impossible } }
    }

    var count: Int { labels.count }

    /// The places of a role's labels.
    func labels(of role: WordRole) -> [Int] { labels.indices.filter { labels[$0].role == role } }

    private static func label(_ name: String) -> Label? {
        if name == "O" { return Label(place: .outside, role: nil) }
        let parts = name.split(separator: "-")
        guard let role = parts.count == 1 ? .cue : WordRole(rawValue: String(parts[1])) else { return nil }
        switch parts[0] {
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

    /// The best sequence of labels over a window's words. Each unit begins and ends as if "O" stood around it.
    ///
    /// - Parameters:
    ///   - scores: Words × labels, row-major.
    ///   - breaks: Words with which a unit begins.
    func sequence(_ scores: [Float], breaks: [Int]) -> [Int] {
        zip(breaks, breaks.dropFirst() + [scores.count / labels.count]).flatMap { sequence(scores, $0..<$1) }
    }

    /// The runs of words with a role in a sequence of labels.
    func runs(of sequence: [Int]) -> [WordRun] {
        var runs: [WordRun] = []
        var begin = 0
        for (word, label) in sequence.enumerated() {
            let place = labels[label].place
            if place == .begin || place == .single { begin = word }
            if place == .end || place == .single, let role = labels[label].role {
                runs.append(WordRun(role: role, words: begin..<word + 1))
            }
        }
        return runs
    }

    private func sequence(_ scores: [Float], _ unit: Range<Int>) -> [Int] {
        guard let first = unit.first else { return [] }
        let count = labels.count
        var best = (0..<count).map { scores[first * count + $0] + bias[$0] + transitions[$0] }
        var next = best
        var back = [UInt8](repeating: 0, count: unit.count * count)
        for word in unit.dropFirst() {
            for to in 0..<count {
                let (from, score) = step(best, to)
                next[to] = score + scores[word * count + to] + bias[to]
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
