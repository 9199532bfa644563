/// Finds YAML anchors and aliases (`&name`, `*name`), which rule files have no use for: a few lines of aliases of
/// aliases can stand for billions of nodes. They are refused before the text is composed.
struct AliasScan {
    private enum State {
        /// A value, key or comment can begin here.
        case start
        /// After "-", "?" or a tag at a start: a blank makes it a start again.
        case indicator
        /// Within a text without quotes, or behind one with.
        case plain
        /// After a colon or blank within a plain text: the next character tells whether the text goes on.
        case colon, blank
        case singleQuoted, singleQuoteClosed, doubleQuoted, escape, comment
    }

    /// Line and column of the first anchor or alias, both from 1.
    static func first(in text: String) -> (line: Int, column: Int)? {
        var state = State.start
        var (line, column) = (1, 0)
        for scalar in text.unicodeScalars {
            if scalar == "\n" { (line, column) = (line + 1, 0) } else { column += 1 }
            if state == .start, scalar == "&" || scalar == "*" { return (line, column) }
            state = next(state, scalar)
        }
        return nil
    }

    private static func next(_ state: State, _ scalar: Unicode.Scalar) -> State {
        switch state {
        case .comment: scalar == "\n" ? .start : .comment
        case .escape: .doubleQuoted
        case .doubleQuoted: scalar == "\\" ? .escape : scalar == "\"" ? .plain : .doubleQuoted
        case .singleQuoted: scalar == "'" ? .singleQuoteClosed : .singleQuoted
        case .singleQuoteClosed where scalar == "'": .singleQuoted
        case .start: atStart(scalar)
        case .indicator, .colon: isBlank(scalar) ? .start : inPlain(scalar)
        case .blank: scalar == "#" ? .comment : inPlain(scalar)
        case .plain, .singleQuoteClosed: inPlain(scalar)
        }
    }

    private static func atStart(_ scalar: Unicode.Scalar) -> State {
        switch scalar {
        case "\"": .doubleQuoted
        case "'": .singleQuoted
        case "#": .comment
        case "-", "?", "!": .indicator
        case " ", "\t", "\r", "\n", "[", "{", ",", "]", "}": .start
        default: .plain
        }
    }

    private static func inPlain(_ scalar: Unicode.Scalar) -> State {
        switch scalar {
        case "\n", "[", "{", ",", "]", "}": .start
        case ":": .colon
        default: isBlank(scalar) ? .blank : .plain
        }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\n"
    }
}
