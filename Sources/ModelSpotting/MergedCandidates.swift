import LanguageKit

/// The candidates of one window after the other. Contents of two windows that share a cue are one attribution's, and those that go on
/// from a window before are of the attribution that ended last.
struct MergedCandidates {
    private(set) var all: [Candidate] = []
    private var byCue: [Range<Int>: Int] = [:]
    /// The first of those whose content reaches furthest.
    private var furthest: (candidate: Int, end: Int)?
    /// The one that what goes on in this window belongs to.
    private var open: Int?

    /// Called before a window's candidates are added.
    mutating func beginWindow() { open = furthest?.candidate }

    mutating func append(_ candidate: Candidate) {
        guard let cue = candidate.cue.first else { return }
        if let known = byCue[cue] {
            extend(known, with: candidate.content)
        } else {
            byCue[cue] = all.count
            all.append(candidate)
            noteEnd(of: all.count - 1)
        }
    }

    mutating func goOn(with content: [Range<Int>]) {
        if let open { extend(open, with: content) }
    }

    private mutating func extend(_ candidate: Int, with content: [Range<Int>]) {
        all[candidate].content += content.filter { !all[candidate].content.contains($0) }
        noteEnd(of: candidate)
    }

    private mutating func noteEnd(of candidate: Int) {
        let end = all[candidate].content.last?.upperBound ?? 0
        if end > furthest?.end ?? -1 { furthest = (candidate, end) }
    }
}
