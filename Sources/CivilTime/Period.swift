/// From a date to a date, both in it; open where one is not known.
package struct Period: Sendable, Hashable {
    package let start: PartialDate?
    package let end: PartialDate?

    package static let unknown = Period(whatever: nil, nil)

    private init(whatever start: PartialDate?, _ end: PartialDate?) { (self.start, self.end) = (start, end) }

    /// - Returns: nil for one that ends before it begins.
    package init?(start: PartialDate? = nil, end: PartialDate? = nil) {
        if let start, let end, end.days.upperBound < start.days.lowerBound { return nil }
        self.init(whatever: start, end)
    }

    /// Whether it may have a day in common with others: "2019" may mean all of the year.
    ///
    /// - Parameter days: Since 1970-01-01.
    package func mayMeet(_ days: ClosedRange<Int>) -> Bool {
        (start?.days.lowerBound ?? Int.min) <= days.upperBound && (end?.days.upperBound ?? Int.max) >= days.lowerBound
    }

    /// Whether it may have been over before the first of some days.
    package func isOver(before days: ClosedRange<Int>) -> Bool {
        end.map { $0.days.lowerBound < days.lowerBound } ?? false
    }
}
