/// Tells for many places at once which of many ranges hold them: one pass over both, in order.
///
/// Looking at every range for every place takes hours where a text has a hundred thousand quotations.
package enum IntervalIndex {
    /// - Parameter places: Nil for what stands nowhere, and so in no range.
    /// - Returns: for each place the indices of the ranges that contain it, in no order.
    package static func of(_ places: [Int?], among ranges: [Range<Int>]) -> [[Int]] {
        var result = [[Int]](repeating: [], count: places.count)
        let byStart = ranges.indices.sorted { ranges[$0].lowerBound < ranges[$1].lowerBound }
        var next = byStart.startIndex
        var open: [Int] = []
        let known = places.indices.compactMap { i in places[i].map { (index: i, place: $0) } }
        for (i, place) in known.sorted(by: { $0.place < $1.place }) {
            while next < byStart.endIndex, ranges[byStart[next]].lowerBound <= place {
                open.append(byStart[next])
                next += 1
            }
            open.removeAll { ranges[$0].upperBound <= place }
            result[i] = open
        }
        return result
    }
}
