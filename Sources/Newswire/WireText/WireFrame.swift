/// The frame that wire services have put around text since teleprinters: SOH header STX text ETX trailer.
struct WireFrame {
    /// Lines between SOH and STX.
    var header: [String]
    /// Lines between STX and ETX, without what is at their ends.
    var lines: [String]
    /// The first line behind ETX.
    var trailer: String?
    var decoded: DecodedText

    private static let (heading, start, end): (Unicode.Scalar, Unicode.Scalar, Unicode.Scalar) = (
        "\u{1}", "\u{2}", "\u{3}"
    )

    /// - Throws: `NewswireError` where there is no text between STX and ETX.
    init(_ bytes: [UInt8]) throws(NewswireError) {
        // Neither standard has a place for declaring the encoding.
        decoded = try DecodedText(bytes, declared: "iso-8859-1")
        let scalars = decoded.text.unicodeScalars
        guard let start = scalars.firstIndex(of: Self.start) else { throw .noArticle("the wire message has no text") }
        let end = scalars[start...].firstIndex(of: Self.end)
        let first = scalars[..<start].firstIndex(of: Self.heading) ?? scalars.startIndex
        header = Self.lines(scalars[first..<start])
        lines = Self.lines(scalars[scalars.index(after: start)..<(end ?? scalars.endIndex)])
        trailer = end.flatMap { Self.lines(scalars[scalars.index(after: $0)...]).first { !$0.isEmpty } }
        guard lines.contains(where: { String.line($0) != nil }) else {
            throw .noArticle("the wire message has no text")
        }
    }

    /// In bytes, with room to spare: IPTC 7901 has one or two lines before STX.
    private static let longestHeader = 400

    /// - Parameter head: Of the file.
    static func isFramed(_ head: ArraySlice<UInt8>) -> Bool {
        let begin = head.drop { $0 <= 0x20 && $0 != 0x01 }
        guard begin.first == 0x01 else { return false }
        return begin.prefix(longestHeader).contains(0x02)
    }

    private static func lines(_ text: Substring.UnicodeScalarView) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var line = line
            while let last = line.last, last == "\r" || last == " " { line = line.dropLast() }
            return String(line)
        }
    }
}
