import CivilTime

extension Metadata {
    /// The days on which the article may have come out, since 1970-01-01, by the source's own clock; nil where it says
    /// nothing of that.
    package var daysOfPublication: ClosedRange<Int>? {
        (published ?? updated).flatMap { PartialDate(iso: String($0.prefix(while: { $0 != "T" }))) }?.days
    }
}
