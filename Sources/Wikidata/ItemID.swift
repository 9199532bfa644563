/// An item of Wikidata, “Q42”, by its number.
package struct ItemID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let number: UInt32

    package init(number: UInt32) { self.number = number }

    /// - Parameter text: “Q42”; nil for properties, lexemes and all else.
    package init?(_ text: some StringProtocol) {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: "Q"), let number = Self.number(digits), digits.count > 0 else {
            return nil
        }
        self.number = number
    }

    /// What digits say, all of them; nil where it is too much, or something else is among them.
    static func number(_ digits: some Sequence<UInt8>) -> UInt32? {
        var number: UInt32 = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            let (tens, isOver) = number.multipliedReportingOverflow(by: 10)
            let (sum, isOverToo) = tens.addingReportingOverflow(UInt32(digit - UInt8(ascii: "0")))
            guard !isOver, !isOverToo else { return nil }
            number = sum
        }
        return number
    }

    package var description: String { "Q\(number)" }

    package static func < (one: ItemID, other: ItemID) -> Bool { one.number < other.number }
}
