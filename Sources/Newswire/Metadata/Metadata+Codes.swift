// Codes that several formats write in ways of their own.

extension Metadata {
    /// What a format says of an item's state, without a scheme and in small letters: "canceled" for "stat:canceled".
    ///
    /// - Returns: nil for what is no single word.
    static func status(_ raw: String?) -> String? {
        guard let word = raw.flatMap(String.line)?.split(whereSeparator: { $0 == ":" || $0 == "/" }).last?.lowercased(),
            word.count <= 20, word.allSatisfy(\.isLetter)
        else { return nil }
        return word == "cancelled" ? "canceled" : word
    }

    /// - Returns: the first of the codes that is a number from 1 to 9.
    static func urgency(_ codes: String?...) -> Int? {
        codes.lazy.compactMap { $0.flatMap(String.line).flatMap { Int($0) } }.first { (1...9).contains($0) }
    }
}
