import Foundation

/// One JSON object, its fields reached by name; dots lead into the objects within.
struct JSONRecord {
    /// As it was parsed.
    let raw: [String: Any]

    init(_ fields: [String: Any]) { raw = fields }

    /// nil where the value is no object.
    init?(any value: Any?) {
        guard let fields = value as? [String: Any] else { return nil }
        raw = fields
    }

    /// The value at a name or dotted path; nil where there is none, and for null.
    func value(_ path: String) -> Any? {
        if let value = raw[path] { return value is NSNull ? nil : value }
        let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
        guard parts.count == 2, let inner = JSONRecord(any: raw[parts[0]]) else { return nil }
        return inner.value(parts[1])
    }

    func has(_ names: [String]) -> Bool { names.contains { value($0) != nil } }

    func record(_ path: String) -> JSONRecord? { JSONRecord(any: value(path)) }

    /// The objects of an array; one that stands alone counts as an array of itself.
    func records(_ path: String) -> [JSONRecord] {
        switch value(path) {
        case let many as [Any]: many.compactMap { JSONRecord(any: $0) }
        case let one?: JSONRecord(any: one).map { [$0] } ?? []
        case nil: []
        }
    }

    /// The first field with a text that is not blank, unchanged.
    func text(_ paths: [String]) -> String? {
        paths.lazy.compactMap { Self.text(self.value($0)) }.first { String.line($0) != nil }
    }

    /// The first of the fields that holds a word or number, as one line.
    func line(_ paths: [String]) -> String? { text(paths).flatMap { String.line($0) } }

    /// The first of the fields that holds a time, written out or in seconds since 1970.
    func time(_ paths: [String], _ times: NewsTime) -> String? {
        paths.lazy.compactMap { path in
            let value = self.value(path)
            return (value as? String).flatMap { times.iso($0) }
                ?? (value as? Double).flatMap { NewsTime.iso(seconds: $0) }
        }.first
    }

    /// A string, a number, the name of an object, or several of these a blank line apart.
    private static func text(_ value: Any?) -> String? {
        switch value {
        case let text as String: text
        case let number as NSNumber: "\(number)"
        case let list as [Any]: list.compactMap { text($0) }.joined(separator: "\n\n")
        case let object as [String: Any]: text(object["name"] ?? object["value"] ?? object["text"])
        default: nil
        }
    }

    /// The same with other fields laid over it.
    func with(_ name: String, _ value: Any) -> JSONRecord {
        var fields = raw
        fields[name] = value
        return JSONRecord(fields)
    }
}
