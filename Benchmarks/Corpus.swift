import Annotator
import Foundation
import Hashing
import Journal
import Records
import SystemPackage

/// The project's own articles, each repeated with a last line of its own, so that no two are the same article.
struct Corpus {
    struct File {
        var facts: FileFacts
        var bytes: [UInt8]
    }

    var files: [File]
    /// Words as white space parts them.
    var words: Int
    var byteCount: Int

    init(folder: FilePath, count: Int) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.string).filter { $0.hasSuffix(".txt") }
        let texts = try names.sorted().map { [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))) }
        guard !texts.isEmpty else { throw Missing(folder: folder) }
        files = (0..<count).map { number in
            let bytes = texts[number % texts.count] + Array("\n\nReference \(number)\n".utf8)
            return File(facts: Self.facts(of: bytes, named: "bench/\(number).txt"), bytes: bytes)
        }
        words = files.reduce(0) { $0 + Self.words(in: $1.bytes) }
        byteCount = files.reduce(0) { $0 + $1.bytes.count }
    }

    private static func words(in bytes: [UInt8]) -> Int {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).count
    }

    static func facts(of bytes: [UInt8], named name: String) -> FileFacts {
        guard let digest = Fingerprint(bytes: SHA256.hash(bytes)) else {
            preconditionFailure("SHA-256 gives 32 bytes")
        }
        return FileFacts(path: name, bytes: bytes.count, sha256: digest)
    }

    struct Missing: Error, CustomStringConvertible {
        var folder: FilePath
        var description: String { "no articles in \(folder): name the project's folder with --project" }
    }
}
