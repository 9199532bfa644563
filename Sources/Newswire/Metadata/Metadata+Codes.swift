// Codes that several formats write in ways of their own.

extension Metadata {
    /// What a format says of an item's state, without a scheme and in small letters: "canceled" for "stat:canceled".
    ///
    /// - Returns: nil for what is no single word.
    static func status(_ raw: String?) -> String? {
        let words = raw.flatMap(String.line)?.unicodeScalars.split { $0 == ":" || $0 == "/" }
        guard let word = words?.last.map({ Substring($0).lowercased() }),
            word.utf8.count <= longestStatus, word.unicodeScalars.allSatisfy(\.isLetter)
        else { return nil }
        return word == "cancelled" ? "canceled" : word
    }

    /// In bytes. The longest of the IPTC's words is "withheld"; providers have longer ones of their own.
    private static let longestStatus = 20

    /// - Returns: the first of the codes that is a number from 1 to 9.
    static func urgency(_ codes: String?...) -> Int? {
        codes.firstResult { code in
            code.flatMap(String.line).flatMap { Int($0) }.flatMap { (1...9).contains($0) ? $0 : nil }
        }
    }
}
