import Annotator
import Crypto
import Foundation
import Journal
import Newswire

/// One argument of `quoted annotate`, worked off by itself.
struct BatchFile: Sendable {
    /// As it was given; "-" is standard input.
    var name: String

    /// What came of it, ready to be written.
    struct Result: Sendable {
        /// Lines of the journal's form, one an article.
        var lines: [UInt8] = []
        var failures: [Failure] = []
    }

    /// A file or one of its items that gave no line.
    package struct Failure: Sendable, Equatable {
        var file: String
        /// 1-based; nil for the file as a whole.
        var item: Int?
        var reason: String
        var remedy: String

        var description: String {
            let place = LogValue.escaped(file) + (item.map { ", item \($0)" } ?? "")
            return "\(place): \(LogValue.escaped(reason)); \(LogValue.escaped(remedy))"
        }
    }

    /// Blocks while it reads and computes.
    func annotated(by annotator: Annotator) -> Result {
        do {
            let bytes = try read()
            let reading = try Newswire.read(bytes: bytes, name: name)
            guard let sha256 = Fingerprint(bytes: SHA256.hash(data: bytes)) else {
                preconditionFailure("SHA-256 gives 32 bytes")
            }
            let facts = FileFacts(path: name, bytes: bytes.count, sha256: sha256)
            return Result(
                lines: annotator.annotate(reading, file: facts).flatMap(\.line),
                failures: reading.failures.map { failure($0.error, item: $0.item) })
        } catch let error as NewswireError {
            return Result(failures: [failure(error, item: nil)])
        } catch {
            return Result(failures: [unreadable(error)])
        }
    }

    private func read() throws -> [UInt8] {
        if name == "-" { return Array(try FileHandle.standardInput.readToEnd() ?? Data()) }
        // Read to the end rather than mapped, so that `<(zcat a.gz)` can be named too.
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: name))
        defer { try? handle.close() }
        return Array(try handle.readToEnd() ?? Data())
    }

    private func failure(_ error: NewswireError, item: Int?) -> Failure {
        Failure(file: name, item: item, reason: error.reason, remedy: error.remedy)
    }

    private func unreadable(_ error: any Error) -> Failure {
        var isFolder: ObjCBool = false
        if unsafe FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder.boolValue {
            return Failure(file: name, reason: "is a folder", remedy: "name the files in it: \(name)/*")
        }
        let (reason, remedy) = POSIXCause(error).advice
        return Failure(file: name, reason: reason, remedy: remedy)
    }
}
