/// Where the characters of a text stand in the text that it was made of by putting one character in the place of several.
///
/// A look-up takes time with the logarithm of how many were replaced.
package struct Origins: Sendable, Equatable {
    /// Where the replacements end in the new text, and by how much more each end stands in the old one.
    private var ends: [Int] = []
    private var shifts: [Int] = []

    package init() {}

    /// - Parameters:
    ///   - distance: Code points that stand between the last replacement and this one.
    ///   - codePoints: How many were replaced by one.
    mutating func append(after distance: Int, codePoints: Int) {
        ends.append((ends.last ?? 0) + distance + 1)
        shifts.append((shifts.last ?? 0) + codePoints - 1)
    }

    /// A stretch of the new text in the old one. Where it begins or ends in a replaced character, with all that it replaced.
    package func span(of span: Span) -> Span {
        Span(place(span.start), place(span.end))
    }

    /// A place between two characters.
    private func place(_ place: Int) -> Int {
        var (low, high) = (0, ends.count)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] <= place { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? place : place + shifts[low - 1]
    }
}
