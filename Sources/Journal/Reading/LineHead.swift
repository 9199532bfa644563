import Foundation
import Records

/// The start of a journal's line: enough to enter it in the ledger.
struct LineHead: Equatable {
    var id: Fingerprint
    /// The file's path; nil if the head is too short for it.
    var path: String?
    /// The digest of that file; nil if the head does not say.
    var file: Fingerprint?
    /// The record that this one takes back.
    var withdraws: Fingerprint?
    /// Its item; nil if it names none.
    var version: ItemVersion?
    /// The record that this one supersedes.
    var supersedes: Fingerprint?

    /// - Parameter bytes: the start of a line; it may break off anywhere.
    /// - Returns: nil if there is no identifier.
    init?(_ bytes: [UInt8]) {
        var members = MemberCursor(bytes[...])
        var id: Fingerprint?
        var file: (path: String?, digest: Fingerprint?)?
        var hasArticle = false
        while id == nil || file == nil || !hasArticle, let (key, value) = members.next() {
            if key.elementsEqual("id".utf8) { id = Self.identifier(value) }
            if key.elementsEqual("withdraws".utf8) { withdraws = Self.identifier(value) }
            if key.elementsEqual("file".utf8) { file = Self.file(value) }
            guard key.elementsEqual("article".utf8) else { continue }
            (version, supersedes) = Self.article(value)
            hasArticle = true
        }
        guard let id else { return nil }
        self.id = id
        path = file?.path
        self.file = file?.digest
    }

    static func hasIdentifier(_ bytes: [UInt8]) -> Bool {
        var members = MemberCursor(bytes[...])
        while let (key, value) = members.next() {
            if key.elementsEqual("id".utf8) { return identifier(value) != nil }
        }
        return false
    }

    private static func article(_ value: ArraySlice<UInt8>) -> (ItemVersion?, Fingerprint?) {
        var members = MemberCursor(value)
        var (item, publisher, version): (String?, String?, String?)
        var supersedes: Fingerprint?
        while let (key, value) = members.next() {
            if key.elementsEqual("item".utf8) { item = optionalString(value) }
            if key.elementsEqual("publisher".utf8) { publisher = optionalString(value) }
            if key.elementsEqual("version".utf8) { version = optionalString(value) }
            if key.elementsEqual("supersedes".utf8) { supersedes = identifier(value) }
        }
        return (ItemVersion(item: item, publisher: publisher, version: version), supersedes)
    }

    private static func optionalString(_ value: ArraySlice<UInt8>) -> String? {
        value.first == UInt8(ascii: "\"") ? string(value) : nil
    }

    private static func identifier(_ value: ArraySlice<UInt8>) -> Fingerprint? {
        let prefix = Array("\"sha256:".utf8)
        guard value.starts(with: prefix), value.last == UInt8(ascii: "\"") else { return nil }
        return Fingerprint(hex: value.dropFirst(prefix.count).dropLast())
    }

    private static func file(_ value: ArraySlice<UInt8>) -> (path: String?, digest: Fingerprint?) {
        var members = MemberCursor(value)
        var file: (path: String?, digest: Fingerprint?)
        while let (key, value) = members.next() {
            if key.elementsEqual("path".utf8) { file.path = string(value) }
            if key.elementsEqual("sha256".utf8) { file.digest = Fingerprint(hex: value.dropFirst().dropLast()) }
        }
        return file
    }

    private static func string(_ value: ArraySlice<UInt8>) -> String? {
        guard value.contains(UInt8(ascii: "\\")) else { return plain(value) }
        return try? JSONDecoder().decode(String.self, from: Data(value))
    }
}

extension LineHead {
    /// A fast path: most names need no escapes, and old journals are long.
    private static func plain(_ value: ArraySlice<UInt8>) -> String? {
        guard value.count >= 2, value.first == UInt8(ascii: "\"") else { return nil }
        return String(decoding: value.dropFirst().dropLast(), as: UTF8.self)
    }
}

/// Goes through the members of a JSON object without building anything.
struct MemberCursor {
    private var rest: ArraySlice<UInt8>
    private var hasBegun = false

    init(_ object: ArraySlice<UInt8>) { rest = object }

    /// - Returns: the next member, its key without quotes (and with its escapes), its value as it stands; nil at the
    ///   object's end and wherever the bytes break off.
    mutating func next() -> (key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
        guard skip(hasBegun ? "," : "{") else { return nil }
        hasBegun = true
        guard let key = string(), skip(":"), let value = value() else { return nil }
        return (key.dropFirst().dropLast(), value)
    }

    private mutating func skipSpace() {
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard rest.first == UInt8(ascii: character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// A string with its quotes.
    private mutating func string() -> ArraySlice<UInt8>? {
        skipSpace()
        guard rest.first == UInt8(ascii: "\"") else { return nil }
        var index = rest.startIndex + 1
        while index < rest.endIndex, rest[index] != UInt8(ascii: "\"") {
            index += rest[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return take(upTo: index + 1)
    }

    private mutating func value() -> ArraySlice<UInt8>? {
        skipSpace()
        switch rest.first {
        case nil: return nil
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "{"), UInt8(ascii: "["): return structure()
        default:
            let ends = Array(",}]".utf8)
            return rest.firstIndex(where: ends.contains).flatMap { take(upTo: $0) }
        }
    }

    private mutating func structure() -> ArraySlice<UInt8>? {
        let whole = rest
        var depth = 0
        repeat {
            switch rest.first {
            case nil: return nil
            case UInt8(ascii: "\""):
                guard string() != nil else { return nil }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            rest = rest.dropFirst()
        } while depth > 0
        return whole[whole.startIndex..<rest.startIndex]
    }

    private mutating func take(upTo end: Int) -> ArraySlice<UInt8>? {
        guard end <= rest.endIndex else { return nil }
        defer { rest = rest[end...] }
        return rest[..<end]
    }
}
