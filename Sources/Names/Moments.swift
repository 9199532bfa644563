import Text

/// Places in a text, in the order in which they became known: mostly that of the text, since each pass goes through it
/// from front to back.
///
/// They are kept as runs that ascend, of which there are as many as there were passes; so that looking for a place
/// costs a binary search in each, and not a walk back through all that a later pass found.
package struct Moments {
    private var runs: [[Int]] = []

    package init() {}

    package mutating func append(_ token: Int) {
        if let last = runs.last?.last, last <= token {
            runs[runs.count - 1].append(token)
        } else {
            runs.append([token])
        }
    }

    /// Of those before a token, the one that became known last.
    package func latest(before token: Int) -> Int? {
        for run in runs.reversed() {
            let end = run.partitioningIndex(where: { $0 >= token })
            if end > 0 { return run[end - 1] }
        }
        return nil
    }

    package func contains(in tokens: Range<Int>) -> Bool {
        runs.contains { run in
            let first = run.partitioningIndex(where: { $0 >= tokens.lowerBound })
            return first < run.count && run[first] < tokens.upperBound
        }
    }

    /// The one that became known last of all.
    package var last: Int? { runs.last?.last }
}
