/// One mistake in the rule files: where it is, what is wrong and what would be right.
package struct RulebookProblem: Error, Sendable, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        case missingFile = "missing-file"
        case unreadableFile = "unreadable-file"
        case unknownFile = "unknown-file"
        case tooLarge = "too-large"
        case notUTF8 = "not-utf-8"
        case notYAML = "not-yaml"
        case alias
        case empty
        case wrongType = "wrong-type"
        case unknownKey = "unknown-key"
        case unknownValue = "unknown-value"
        case missingKey = "missing-key"
        case duplicate
        case misplacedRemoval = "misplaced-removal"
        case nothingToRemove = "nothing-to-remove"
    }

    package enum Severity: String, Sendable {
        /// The rules cannot be used.
        case error
        /// The rules can be used, but do not do what somebody meant.
        case warning
    }

    package var code: Code
    package var severity: Severity
    package var place: Place
    /// A clause without a full stop: `unknown frame "thta"`.
    package var what: String
    /// What would be right there, as a noun phrase.
    package var expected: String?
    /// The known word that is nearest to the one found.
    package var suggestion: String?
}

extension RulebookProblem: CustomStringConvertible {
    /// `file:line:column: what is wrong; expected what is right (did you mean "…"?)`
    package var description: String {
        var text = "\(place): "
        if severity == .warning { text += "warning: " }
        text += what
        if let expected { text += "; expected \(expected)" }
        if let suggestion { text += " (did you mean \"\(suggestion)\"?)" }
        return text
    }
}

/// A place in a rule file. Lines and columns count from 1, columns in Unicode code points.
package struct Place: Sendable, Hashable, CustomStringConvertible {
    package var file: String
    package var line: Int
    package var column: Int

    package var description: String { "\(file):\(line):\(column)" }
}

extension Place: Comparable {
    package static func < (one: Place, other: Place) -> Bool {
        (one.file, one.line, one.column) < (other.file, other.line, other.column)
    }
}

/// All mistakes of all rule files, in the order of files and lines. Never empty.
package struct RulebookProblems: Error, Sendable, Hashable, CustomStringConvertible {
    package var problems: [RulebookProblem]

    package var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}
