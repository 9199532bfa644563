import Annotator
import Hashing
import Newswire
import Records
import Setup

/// One argument of `quoted annotate`, worked off by itself.
struct BatchFile: Sendable {
    /// As it was given; "-" is standard input.
    var name: String
    /// Where articles are looked for in JSON.
    var json = JSONMapping.usual

    /// What came of it, ready to be written.
    struct Result: Sendable {
        /// Lines of the journal's form, one an article.
        var lines: [UInt8] = []
        var failures: [Failure] = []
        /// Sentences on items that hold no article.
        var notes: [String] = []
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
    func annotated(by annotator: TimedAnnotator) -> Result {
        do throws(NamedInput.Unreadable) {
            return annotated(try NamedInput(name).readArticles(), by: annotator)
        } catch {
            return Result(failures: [Failure(file: name, item: nil, reason: error.reason, remedy: error.remedy)])
        }
    }

    /// What was read of it already.
    func annotated(_ bytes: [UInt8], by annotator: TimedAnnotator) -> Result {
        do throws(NewswireError) {
            let reading = try annotator.annotator.read(bytes: bytes, json: json)
            guard let sha256 = Fingerprint(bytes: SHA256.hash(bytes)) else {
                preconditionFailure("SHA-256 gives 32 bytes")
            }
            let facts = FileFacts(path: name, bytes: bytes.count, sha256: sha256)
            let (lines, late) = annotator.lines(of: reading, file: facts)
            return Result(
                lines: lines.flatMap(\.self),
                failures: (reading.failures + late).map { failure($0.error, item: $0.item) },
                notes: reading.skipped.map {
                    "\(LogValue.escaped(name)), item \($0.item): no article, since \(LogValue.escaped($0.reason))"
                })
        } catch {
            return Result(failures: [failure(error, item: nil)])
        }
    }

    private func failure(_ error: NewswireError, item: Int?) -> Failure {
        Failure(file: name, item: item, reason: error.reason, remedy: error.remedy)
    }
}
