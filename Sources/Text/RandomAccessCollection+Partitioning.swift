extension RandomAccessCollection where Index == Int {
    /// The first index whose element passes the test; all that follow must pass it too. A binary search, O(log n).
    ///
    /// Inlinable: it is asked for many times a token, from other rooms, and a generic call takes several times as long.
    @inlinable package func partitioningIndex(where test: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if test(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
