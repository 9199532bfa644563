/// The words of dates and times, in lower case and without full stops.
package struct CalendarWords: Sendable, Equatable {
    /// "january" and "jan" → 1.
    package var months: [String: Int] = [:]
    /// "monday", "mon".
    package var weekdays: Set<String> = []
    /// "est" → "-05:00", "gmt" → "Z"; empty for those that several places have with other offsets.
    package var zones: [String: String] = [:]
    /// "am".
    package var beforeNoon: Set<String> = []
    /// "pm".
    package var afterNoon: Set<String> = []

    package init() {}

    package mutating func formUnion(_ other: CalendarWords) {
        months.merge(other.months) { own, _ in own }
        zones.merge(other.zones) { own, _ in own }
        weekdays.formUnion(other.weekdays)
        beforeNoon.formUnion(other.beforeNoon)
        afterNoon.formUnion(other.afterNoon)
    }

    /// All of them, and the letters of "a.m." one by one.
    var all: Set<String> {
        let halves = beforeNoon.union(afterNoon)
        return weekdays.union(months.keys).union(zones.keys).union(halves).union(halves.joined().map(String.init))
    }
}
