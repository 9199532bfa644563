import Foundation

/// The header of a message or of one of its parts (RFC 5322): names in lower case, values unfolded.
struct MailHeader {
    private var fields: [String: String] = [:]

    /// - Parameter lines: Up to the empty one.
    init(_ lines: [ArraySlice<UInt8>]) {
        var name: String?
        for line in lines {
            let text = String(decoding: line, as: UTF8.self)
            if let first = line.first, first == 0x20 || first == 0x09 {
                if let name { fields[name]? += " " + text }
            } else if let colon = text.firstIndex(of: ":") {
                let key = text[..<colon].lowercased()
                name = fields[key] == nil ? key : nil
                if name != nil { fields[key] = String(text[text.index(after: colon)...]) }
            }
        }
    }

    /// The value as it stands; of fields that occur several times the first.
    subscript(_ name: String) -> String? { fields[name].flatMap { String.line($0) } }

    /// The value with its encoded words decoded.
    func text(_ name: String) -> String? {
        fields[name].flatMap { String.line(EncodedWords.decode($0)) }
    }

    /// "text/plain", in lower case; plain text where nothing is said.
    var type: String {
        let value = self["content-type"] ?? "text/plain"
        return value.prefix { $0 != ";" && $0 != " " }.lowercased()
    }

    /// A parameter of the content type, such as its charset or boundary.
    func parameter(_ name: String) -> String? {
        guard let value = self["content-type"], let key = value.range(of: name + "=", options: .caseInsensitive) else {
            return nil
        }
        let rest = value[key.upperBound...]
        return rest.first == "\""
            ? String(rest.dropFirst().prefix { $0 != "\"" }) : String(rest.prefix { $0 != ";" && $0 != " " })
    }
}
