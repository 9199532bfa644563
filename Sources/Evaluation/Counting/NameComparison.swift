import Foundation

/// Whether two names are of one person or body.
enum NameComparison {
    private static let ignored: Set = [
        "mr", "mrs", "ms", "dr", "sir", "the", "of", "and", "inc", "ltd", "corp", "co",
    ]

    /// The words that tell a name from others, without case, accents, titles and legal forms: "Dr. Núñez" is `["nunez"]`.
    static func words(_ name: String) -> [String] {
        // By capitals, so that "ß", "ẞ" and "ss" are the same.
        let letters = name.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
            .flatMap { $0.properties.uppercaseMapping.unicodeScalars }
            .flatMap { $0.properties.lowercaseMapping.unicodeScalars }
            .filter { $0.properties.canonicalCombiningClass == .notReordered }
        return letters.split { !$0.isOfWord || $0 == "_" }.map { String(String.UnicodeScalarView($0)) }
            .filter { !ignored.contains($0) }
    }

    /// The same surname, and no other given name: "Lund", "Ada Lund" and "Ada B. Lund" are one, "Jan Lund" is another.
    static func isSamePerson(_ name: String, _ other: String?) -> Bool {
        let (a, b) = (words(name), words(other ?? ""))
        guard let surname = a.last, let otherSurname = b.last else { return false }
        guard surname == otherSurname else { return Set(a) == Set(b) }
        return a.count == 1 || b.count == 1 || a[0] == b[0] || !Set(a.dropLast()).isDisjoint(with: b.dropLast())
    }

    /// All words of the one are in the other: "the Harbour Board" and "Harbour Board of Lomar".
    static func isSameBody(_ name: String, _ other: String?) -> Bool {
        let (a, b) = (Set(words(name)), Set(words(other ?? "")))
        return !a.isEmpty && !b.isEmpty && (a.isSubset(of: b) || b.isSubset(of: a))
    }
}
