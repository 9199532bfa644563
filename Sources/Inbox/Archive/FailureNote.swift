import CivilTime
import Files
import FoundationEssentials

/// The note beside a file in `failed/`: `NAME.json`.
package struct FailureNote: Codable, Sendable, Equatable {
    /// Where the file lay in the inbox, as `RelativePath.printed` writes it.
    package var path: String
    package var code: String
    package var reason: String
    package var remedy: String
    package var attempts: Int
    /// ISO 8601, UTC.
    package var time: String
    package var sha256: String?
    package var details: [String]

    init(_ failure: Failure, of path: RelativePath, at time: UTCTime) {
        self.path = path.printed
        code = failure.code
        reason = failure.reason
        remedy = failure.remedy
        attempts = failure.attempts
        self.time = time.iso8601
        sha256 = failure.sha256
        details = failure.details
    }

    var encoded: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // JSON can hold everything here, so this cannot fail.
        return Array(try! encoder.encode(self)) + [UInt8(ascii: "\n")]
    }

    init(decoding bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(FailureNote.self, from: Data(bytes))
    }
}
