import Annotator
import Foundation
import Hashing
import Newswire
import Records

/// Answers one line of `quoted annotate --stream`. Whatever is wrong with it is said in the answer.
struct StreamWork: Sendable {
    let annotator: TimedAnnotator
    /// Where articles are looked for in JSON files.
    let json: JSONMapping

    /// Blocks while it reads and computes.
    func answer(to line: LineReader.Line) -> StreamAnswer {
        guard case .whole(let bytes) = line else {
            return Self.refusal(
                "too-large", "the line is longer than \(StreamInput.limit >> 20) MiB",
                "give long articles by their path")
        }
        guard let request = try? JSONDecoder().decode(StreamRequest.self, from: Data(bytes)) else {
            var answer = Self.refusal(
                "malformed-line", "the line is not a request", "write it as \(StreamRequest.form)")
            answer.id = StreamRequest.identifier(of: bytes)
            return answer
        }
        var answer =
            switch request.content {
            case .text(let article): annotate(article, name: request.id.words ?? "-")
            case .file(let path): annotate(NamedInput(path))
            }
        answer.id = request.id
        return answer
    }

    private func annotate(_ article: Article, name: String) -> StreamAnswer {
        guard !article.text.allSatisfy(\.isWhitespace) else {
            return Self.refusal(
                "empty", "the text holds nothing but white space", "leave the line out, or give its text")
        }
        let reading = Reading(format: "text", encoding: "utf-8", articles: [article])
        return answer(reading, Array(article.text.utf8), name)
    }

    private func annotate(_ file: NamedInput) -> StreamAnswer {
        do {
            let bytes = try file.readArticles()
            let reading = try annotator.annotator.read(bytes: bytes, json: json)
            return answer(reading, bytes, file.name)
        } catch let error as NamedInput.Unreadable {
            return Self.refusal("unreadable", error.reason, error.remedy)
        } catch let error as NewswireError {
            return StreamAnswer(failures: [Self.failure(error, nil)])
        } catch {
            return Self.refusal("unreadable", "\(error)", "check the file")
        }
    }

    private func answer(_ reading: Reading, _ bytes: [UInt8], _ name: String) -> StreamAnswer {
        guard let sha256 = Fingerprint(bytes: SHA256.hash(bytes)) else {
            preconditionFailure("SHA-256 gives 32 bytes")
        }
        let facts = FileFacts(path: name, bytes: bytes.count, sha256: sha256)
        let (lines, late) = annotator.lines(of: reading, file: facts)
        return StreamAnswer(
            records: lines.map { $0.dropLast() },
            failures: (reading.failures + late).map { Self.failure($0.error, $0.item) })
    }

    private static func failure(_ error: NewswireError, _ item: Int?) -> StreamAnswer.Failure {
        .init(code: error.code.rawValue, item: item, reason: error.reason, remedy: error.remedy)
    }

    private static func refusal(_ code: String, _ reason: String, _ remedy: String) -> StreamAnswer {
        StreamAnswer(failures: [.init(code: code, item: nil, reason: reason, remedy: remedy)])
    }
}
