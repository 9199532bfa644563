/// Builds HTML. Everything from outside goes through `text` or an attribute's value, which escape it.
struct Markup {
    private(set) var html = ""

    /// Markup of our own.
    mutating func raw(_ markup: StaticString) { html += "\(markup)" }

    /// A style or script of our own.
    mutating func raw(contentsOf file: [UInt8]) { html += String(decoding: file, as: UTF8.self) }

    mutating func text(_ words: String) { html += Self.escaped(words) }

    mutating func open(_ element: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
        html += "<\(element)"
        for (name, value) in attributes {
            if let value { html += " \(name)=\"\(Self.escaped(value))\"" }
        }
        html += ">"
    }

    mutating func close(_ element: StaticString) { html += "</\(element)>" }

    mutating func element(
        _ element: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
        _ content: (inout Markup) -> Void
    ) {
        open(element, attributes)
        content(&self)
        close(element)
    }

    mutating func element(
        _ element: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text: String
    ) {
        self.element(element, attributes) { $0.text(text) }
    }

    /// Safe in elements and in quoted attributes. Control characters, which HTML does not allow, are shown as
    /// U+FFFD.
    static func escaped(_ words: String) -> String {
        var result = ""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\t", "\n", "\r": result += " "
            case let scalar where scalar.properties.generalCategory == .control || isNoncharacter(scalar.value):
                result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isNoncharacter(_ value: UInt32) -> Bool {
        value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
    }
}
