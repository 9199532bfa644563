import Foundation

/// A file of JSON or of JSON lines, parsed into the records that may be articles.
struct JSONFile {
    enum Entry {
        case record(JSONRecord)
        case failure(NewswireError)
    }

    var entries: [Entry] = []
    var isLines = false
    /// IANA name, lower case.
    var encoding: String
    var warnings: [String]

    /// - Throws: `NewswireError` if the file is not JSON.
    init(_ bytes: [UInt8], mapping: JSONMapping) throws(NewswireError) {
        let decoded = try DecodedText(bytes)
        (encoding, warnings) = (decoded.charset.name, decoded.warnings)
        let text = Array(decoded.text.utf8)
        let lines = text.split(separator: UInt8(ascii: "\n")).enumerated().filter { $1.contains { $0 > 0x20 } }
        if Self.areObjects(lines.map(\.element)) {
            isLines = true
            for (number, line) in lines { add(line, line: number + 1, mapping) }
        } else {
            entries = JSONWrapping.records(in: try Self.parse(text[...]), mapping).map { .record($0) }
        }
    }

    private mutating func add(_ line: ArraySlice<UInt8>, line number: Int, _ mapping: JSONMapping) {
        do throws(NewswireError) {
            entries += JSONWrapping.records(in: try Self.parse(line), mapping).map { .record($0) }
        } catch {
            entries.append(
                .failure(
                    NewswireError(
                        error.code, reason: "line \(number) of the file: \(error.reason)", remedy: error.remedy)))
        }
    }

    /// Whether the first two lines are objects of their own; a single line is read as a whole file.
    private static func areObjects(_ lines: [ArraySlice<UInt8>]) -> Bool {
        guard lines.count > 1 else { return false }
        let first = lines[0].drop { $0 <= 0x20 }
        return first.first == UInt8(ascii: "{") && first.last { $0 > 0x20 } == UInt8(ascii: "}")
            && lines[1].first { $0 > 0x20 } == UInt8(ascii: "{")
    }

    private static func parse(_ text: ArraySlice<UInt8>) throws(NewswireError) -> Any {
        do {
            return try JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
        } catch {
            let cause = (error as NSError).userInfo["NSDebugDescription"] as? String
            throw NewswireError(
                .malformed, reason: "it is no valid JSON: \(cause ?? "\(error)")",
                remedy: "have it written again by its source, and drop the file in again")
        }
    }
}

/// Finds the articles inside the wrappers of services.
enum JSONWrapping {
    private static let wrappers = [
        "item", "items", "articles", "data", "results", "docs", "documents", "hits", "response", "_source", "news",
        "entries",
        "article",
    ]
    private static let depth = 6

    /// The records that may be articles. An object that neither is nor wraps one is returned too, so that it gets
    /// reported.
    static func records(in value: Any, _ mapping: JSONMapping) -> [JSONRecord] {
        if let list = value as? [Any] { return list.flatMap { records(in: $0, mapping) } }
        guard let record = JSONRecord(any: value) else { return [] }
        return unwrapped(record, mapping, depth: depth)
    }

    private static func unwrapped(_ record: JSONRecord, _ mapping: JSONMapping, depth: Int) -> [JSONRecord] {
        guard depth > 0, !isArticle(record, mapping) else { return [record] }
        for wrapper in wrappers {
            let inner = record.records(wrapper)
            guard !inner.isEmpty else { continue }
            // AP's feeds have the body beside the item that it is of.
            let body = record.text(["nitf.body_html"])
            return inner.flatMap { unwrapped(body.map($0.withBody) ?? $0, mapping, depth: depth - 1) }
        }
        return [record]
    }

    private static func isArticle(_ record: JSONRecord, _ mapping: JSONMapping) -> Bool {
        NinjsItem.isNinjs(record) || record.text(mapping.text) != nil && record.records("items").isEmpty
            || record.line(mapping.title) != nil && !record.has(wrappers)
    }
}

extension JSONRecord {
    fileprivate func withBody(_ body: String) -> JSONRecord {
        if let item = record("item") { return with("item", item.withBody(body).raw) }
        return with("body_html", body)
    }
}
