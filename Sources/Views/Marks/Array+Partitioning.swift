extension Array {
    /// The first index whose element is `true` of the test, which must hold for all that follow too. A binary search.
    func partitioningIndex(where test: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if test(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
