package import Newswire

/// A word, number, mark or symbol of the text.
package struct Token: Sendable, Equatable {
    package enum Kind: UInt8, Sendable {
        case word, number, quoteMark, comma, stop, question, exclamation, colon, semicolon, dash, ellipsis
        case openBracket, closeBracket, symbol
    }

    package struct Shape: OptionSet, Sendable, Equatable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The first letter is upper case.
        package static let capitalized = Shape(rawValue: 1)
        /// Two letters or more, all upper case.
        package static let allCaps = Shape(rawValue: 2)
        /// White space or the text's beginning stands before it.
        package static let spaceBefore = Shape(rawValue: 4)
        /// White space or the text's end stands after it.
        package static let spaceAfter = Shape(rawValue: 8)
        /// Ends with the full stop of an abbreviation ("Sept.", "U.S.", "J.").
        package static let abbreviation = Shape(rawValue: 16)
        /// Split off the word before it: 's, 'll, 've.
        package static let clitic = Shape(rawValue: 32)
    }

    package var span: Span
    package var kind: Kind
    package var shape: Shape
    /// Lower case, apostrophes straight; for marks the mark itself.
    package var lower: String

    package init(span: Span, kind: Kind, shape: Shape, lower: String) {
        self.span = span
        self.kind = kind
        self.shape = shape
        self.lower = lower
    }

    package var isWord: Bool { kind == .word || kind == .number }
}
