import Foundation
import SystemPackage

/// `speakers.jsonl` in a folder of users' own rules: one object a line, {"id", "name", "aliases", "role"}.
enum SpeakerDirectoryFile {
    static let name = "speakers.jsonl"
    /// Some hundred thousand entries.
    static let largest = 64 << 20

    private static let expected =
        #"{"id": "Q567", "name": "Ann Lee", "aliases": ["Annie Lee"], "role": "mayor"} on one line"#

    /// What a line may say.
    private struct Line: Decodable {
        var id: String
        var name: String
        var aliases: [String]?
        var role: String?
        let unknown: [String]

        private struct Key: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        init(from decoder: any Decoder) throws {
            let line = try decoder.container(keyedBy: Key.self)
            id = try line.decode(String.self, forKey: Key(stringValue: "id"))
            name = try line.decode(String.self, forKey: Key(stringValue: "name"))
            aliases = try line.decodeIfPresent([String].self, forKey: Key(stringValue: "aliases"))
            role = try line.decodeIfPresent(String.self, forKey: Key(stringValue: "role"))
            unknown = line.allKeys.map(\.stringValue).filter { !["id", "name", "aliases", "role"].contains($0) }
                .sorted()
        }
    }

    /// The entries of a file's text, and what is wrong with its lines.
    static func read(_ text: String, file: String) -> (entries: [SpeakerDirectory.Entry], problems: [RulebookProblem]) {
        var entries: [SpeakerDirectory.Entry] = []
        var problems: [RulebookProblem] = []
        var lines: [String: Int] = [:]
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where line.contains(where: { !$0.isWhitespace }) {
            let place = Place(file: file, line: number + 1, column: 1)
            do throws(RulebookProblem) {
                let entry = try entry(String(line), place, &problems)
                if let known = lines.updateValue(number + 1, forKey: entry.id) {
                    throw RulebookProblem(
                        code: .duplicate, severity: .error, place: place,
                        what: "the id \"\(entry.id)\" is already given in line \(known)", expected: "each id once")
                }
                entries.append(entry)
            } catch {
                problems.append(error)
            }
        }
        return (entries, problems)
    }

    private static func entry(
        _ text: String, _ place: Place, _ problems: inout [RulebookProblem]
    ) throws(RulebookProblem) -> SpeakerDirectory.Entry {
        func problem(_ code: RulebookProblem.Code, _ what: String, _ severity: RulebookProblem.Severity = .error)
            -> RulebookProblem
        {
            RulebookProblem(code: code, severity: severity, place: place, what: what, expected: expected)
        }
        let line: Line
        do {
            line = try JSONDecoder().decode(Line.self, from: Data(text.utf8))
        } catch let error as DecodingError {
            throw problem(.wrongType, reason(error))
        } catch {
            throw problem(.wrongType, "this line is no JSON object")
        }
        guard !line.id.isEmpty, line.name.contains(where: \.isLetter) else {
            throw problem(.missingKey, "the id or the name is empty")
        }
        if let key = line.unknown.first { problems.append(problem(.unknownKey, "unknown key \"\(key)\"", .warning)) }
        return SpeakerDirectory.Entry(id: line.id, name: line.name, aliases: line.aliases ?? [], role: line.role)
    }

    private static func reason(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "\"\(key.stringValue)\" is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            context.codingPath.last.map { "\"\($0.stringValue)\" has a value of another type" }
                ?? "this line is no JSON object"
        default: "this line is no JSON object"
        }
    }
}
