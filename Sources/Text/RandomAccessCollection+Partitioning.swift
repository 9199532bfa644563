extension RandomAccessCollection where Index == Int {
    /// The first index whose element passes the test; all that follow must pass it too. A binary search, O(log n).
    package func partitioningIndex(where test: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if test(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
