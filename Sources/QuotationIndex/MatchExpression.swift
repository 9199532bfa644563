import Rulebook

/// A query in the language of SQLite's full-text search, FTS5. Each term stands in quotation marks, so that no
/// character in it has a meaning.
struct MatchExpression {
    /// Nil if every quotation matches.
    let text: String?

    init(_ query: Query) {
        let wanted = query.terms.filter { !$0.isExcluded }
        let unwanted = query.terms.filter(\.isExcluded)
        var parts: [String] = []
        if !wanted.isEmpty { parts.append("{text title} : (\(Self.joined(wanted, "AND")))") }
        if !query.speaker.isEmpty { parts.append("names : (\(Self.joined(query.speaker, "AND")))") }
        if let verb = query.verb { parts.append("class : \(Self.quoted(verb.rawValue))") }
        // FTS5 has no NOT alone: exclude from `everything`, a word of each row.
        if parts.isEmpty, !unwanted.isEmpty { parts.append("class : \(Self.quoted(Self.everything))") }
        let all = parts.map { "(\($0))" }.joined(separator: " AND ")
        guard !parts.isEmpty else {
            text = nil
            return
        }
        text = unwanted.isEmpty ? all : "(\(all)) NOT ({text title} : (\(Self.joined(unwanted, "OR"))))"
    }

    /// A word that stands in the column `class` of each row.
    static let everything = "any"

    private static func joined(_ terms: [Query.Term], _ word: String) -> String {
        terms.map { quoted($0.text) + ($0.isPrefix ? " *" : "") }.joined(separator: " \(word) ")
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\"".unicodeScalars
        for scalar in IndexedText.plain(text).unicodeScalars {
            // Scalar by scalar: to Swift a quotation mark with an accent is one character, but it ends a string for
            // SQLite.
            quoted.append(contentsOf: scalar == "\"" ? ["\"", "\""] : [scalar])
        }
        return String(quoted) + "\""
    }
}
