/// Makes a list that fails as short as can be: whoever reads it wants the acts that matter.
enum Shrinking {
    /// Leaves out ever smaller stretches, as long as what is left still fails (after Zeller and Hildebrandt, "Simplifying
    /// and Isolating Failure-Inducing Input", without complements).
    static func smallest<Element>(
        _ list: [Element], fails: ([Element]) async throws -> Bool
    ) async rethrows -> [Element] {
        var list = list
        var length = max(list.count / 2, 1)
        while true {
            var hasShrunk = false
            var start = 0
            while start < list.count {
                var shorter = list
                shorter.removeSubrange(start..<min(start + length, list.count))
                if try await fails(shorter) {
                    list = shorter
                    hasShrunk = true
                } else {
                    start += length
                }
            }
            if length == 1, !hasShrunk { return list }
            length = max(length / 2, 1)
        }
    }
}
