import Annotator
import Attribution
import Encoder
import Foundation
import Hashing
import ModelSpotting
import Newswire
import Records
import TestSupport

/// What the tests of this room annotate with.
enum Annotating {
    static let annotator = Annotator(rulebooks: Shipped.rulebooks, version: "0.0.0")
    /// With the model that is shipped, loaded once for all tests.
    static let modelAnnotator = Result {
        Annotator(
            rulebooks: Shipped.rulebooks, engine: .model(try ModelEngine.load(Shipped.model, precision: .int8)),
            version: "0.0.0")
    }
    static let time = Timestamp(milliseconds: 1_795_395_723_004)

    /// The lines of a file, or none where it holds no text or no article.
    static func lines(
        _ bytes: [UInt8], path: String = "a.txt", at time: Timestamp = time, by annotator: Annotator = annotator
    ) throws -> [Annotation] {
        do {
            let reading = try annotator.read(bytes: bytes)
            return annotator.annotate(reading, file: try facts(of: bytes, path: path), at: time)
        } catch let error as NewswireError where [.empty, .binary, .noArticle].contains(error.code) {
            return []
        }
    }

    static func records(of text: String, by annotator: Annotator = annotator) throws -> [Record] {
        try lines(Array(text.utf8), by: annotator).map(record)
    }

    static func record(_ annotation: Annotation) throws -> Record {
        try JSONDecoder().decode(Record.self, from: Data(annotation.line))
    }

    static func facts(of bytes: [UInt8], path: String) throws -> FileFacts {
        struct NoDigest: Error {}
        guard let digest = Fingerprint(bytes: SHA256.hash(bytes)) else { throw NoDigest() }
        return FileFacts(path: path, bytes: bytes.count, sha256: digest)
    }
}
