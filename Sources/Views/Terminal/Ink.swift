/// How marks are shown in a terminal: by colour, or by signs around them where there is no colour.
package enum Ink: Sendable {
    case colours, signs

    /// Text beside the article's own, such as notes.
    enum Tone { case plain, title, quiet, name }

    /// The escape sequence that sets the look of the following text, whatever was set before. (ECMA-48, 8.3.117)
    func begin(_ tone: Tone, _ marks: [Mark] = []) -> String {
        guard self == .colours else { return "" }
        let codes = [0] + Self.codes(tone) + (marks.last.map(Self.codes) ?? [])
        return "\u{1B}[" + codes.map(String.init).joined(separator: ";") + "m"
    }

    var end: String { self == .colours ? "\u{1B}[0m" : "" }

    private static func codes(_ tone: Tone) -> [Int] {
        switch tone {
        case .plain: []
        case .title, .name: [1]
        case .quiet: [2]
        }
    }

    /// Colour and, for those who cannot tell colours apart, a second sign: bold, underlined, slanted.
    private static func codes(_ mark: Mark) -> [Int] {
        switch mark.role {
        case .content: mark.depth == 0 ? [32] : mark.depth.isMultiple(of: 2) ? [3, 32] : [3, 35]
        case .cue: [1, 33]
        case .source: [4, 36]
        }
    }

    func opening(_ role: MarkRole) -> String { self == .signs ? Self.signs(role).0 : "" }
    func closing(_ role: MarkRole) -> String { self == .signs ? Self.signs(role).1 : "" }

    private static func signs(_ role: MarkRole) -> (String, String) {
        switch role {
        case .content: ("[", "]")
        case .cue: ("_", "_")
        case .source: ("*", "*")
        }
    }
}
