/// Reads the string literals of a Swift file, those within interpolations too.
struct SwiftLiterals {
    struct Literal: Equatable {
        /// From 1.
        var line: Int
        /// What the program sees, without what is interpolated.
        var text: String
        var isInterpolated = false
    }

    private let source: [Unicode.Scalar]
    private var at = 0
    private var line = 1
    private var literals: [Literal] = []

    static func all(in source: String) -> [Literal] {
        var reader = SwiftLiterals(source: Array(source.unicodeScalars))
        reader.readCode(isInterpolated: false)
        return reader.literals.sorted { $0.line < $1.line }
    }

    private init(source: [Unicode.Scalar]) { self.source = source }

    // MARK: Code

    /// Up to the end, or to the parenthesis that ends an interpolation.
    private mutating func readCode(isInterpolated: Bool) {
        var depth = 0
        while at < source.count {
            if isNext("//") {
                while at < source.count, source[at] != "\n" { at += 1 }
            } else if isNext("/*") {
                skipComment()
            } else if let hashes = beginningOfString() {
                readString(hashes)
            } else {
                if source[at] == "(" { depth += 1 }
                if source[at] == ")" {
                    depth -= 1
                    if isInterpolated, depth < 0 { return step() }
                }
                step()
            }
        }
    }

    private mutating func skipComment() {
        var depth = 0
        repeat {
            if isNext("/*") { depth += 1 }
            if isNext("*/") { depth -= 1 }
            step()
        } while depth > 0 && at < source.count
        step()
    }

    /// The number of its number signs.
    private func beginningOfString() -> Int? {
        let quote = source[at...].firstIndex { $0 != "#" }
        guard let quote, source[quote] == "\"" else { return nil }
        return quote - at
    }

    // MARK: Strings

    private mutating func readString(_ hashes: Int) {
        let marks = String(repeating: "#", count: hashes)
        at += hashes
        let quote = isNext("\"\"\"") ? "\"\"\"" : "\""
        at += quote.unicodeScalars.count
        var literal = Literal(line: line, text: "")
        while at < source.count, !isNext(quote + marks) {
            if isNext("\\" + marks) {
                at += 1 + hashes
                readEscape(into: &literal)
            } else {
                literal.text.unicodeScalars.append(source[at])
                step()
            }
        }
        at += quote.unicodeScalars.count + hashes
        literals.append(literal)
    }

    private mutating func readEscape(into literal: inout Literal) {
        let escaped = source[at]
        step()
        switch escaped {
        case "(":
            literal.isInterpolated = true
            readCode(isInterpolated: true)
        case "n", "t", "r", "0": literal.text += " "
        case "u":
            let digits = source[at...].dropFirst().prefix { $0 != "}" }
            at = digits.endIndex + 1
            let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
            if let scalar = value.flatMap(Unicode.Scalar.init) { literal.text.unicodeScalars.append(scalar) }
        case "\n": break
        default: literal.text.unicodeScalars.append(escaped)
        }
    }

    private mutating func step() {
        if at < source.count, source[at] == "\n" { line += 1 }
        at += 1
    }

    private func isNext(_ text: String) -> Bool { source[at...].starts(with: text.unicodeScalars) }
}
