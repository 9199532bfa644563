import Foundation

/// A line that `quoted annotate --stream` gives for one it took in.
struct StreamAnswer: Equatable {
    struct Failure: Encodable, Equatable {
        var code: String
        /// 1-based place among the items of a file; nil for all of it.
        var item: Int?
        var reason: String
        var remedy: String

        private enum CodingKeys: CodingKey { case code, item, reason, remedy }

        func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: CodingKeys.self)
            try members.encode(code, forKey: .code)
            // A member that is null rather than missing, as everywhere.
            try members.encode(item, forKey: .item)
            try members.encode(reason, forKey: .reason)
            try members.encode(remedy, forKey: .remedy)
        }
    }

    var id = StreamRequest.Identifier.none
    /// Lines of the journal's form, without their newlines.
    var records: [[UInt8]] = []
    var failures: [Failure] = []

    /// JSON and a newline. Records are put in as they are: to read them again would cost as much as to make them.
    var line: [UInt8] {
        var bytes = Array(#"{"id":"#.utf8)
        switch id {
        case .none: bytes += Array("null".utf8)
        case .number(let number): bytes += Array(String(number).utf8)
        case .text(let text): bytes += Self.json(text)
        }
        bytes += Array(#","records":["#.utf8)
        bytes += records.joined(separator: [UInt8(ascii: ",")])
        return bytes + Array(#"],"errors":"#.utf8) + Self.json(failures) + Array("}\n".utf8)
    }

    private static func json(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        guard let data = try? encoder.encode(value) else { preconditionFailure("JSON of strings and whole numbers") }
        return Array(data)
    }
}
