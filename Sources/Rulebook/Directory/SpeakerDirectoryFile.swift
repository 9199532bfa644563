import Foundation
import SystemPackage

/// `speakers.jsonl` in a folder of users' own rules: a person or a body a line.
package enum SpeakerDirectoryFile {
    package static let name = "speakers.jsonl"
    /// Bytes. Some hundred thousand entries.
    package static let largest = 64 << 20

    private static let expected =
        #"{"id": "Q567", "name": "Ann Lee", "aliases": ["Annie Lee"], "role": "mayor"} on one line"#

    /// The entries of a file's text, and what is wrong with its lines.
    package static func read(
        _ text: String, file: String
    ) -> (entries: [SpeakerDirectory.Entry], problems: [RulebookProblem]) {
        var entries: [SpeakerDirectory.Entry] = []
        var problems: [RulebookProblem] = []
        var lines: [String: Int] = [:]
        let decoder = JSONDecoder()
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where line.contains(where: { !$0.isWhitespace }) {
            let place = Place(file: file, line: number + 1, column: 1)
            do throws(RulebookProblem) {
                let entry = try entry(Data(line.utf8), decoder, place, &problems)
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
        _ json: Data, _ decoder: JSONDecoder, _ place: Place, _ problems: inout [RulebookProblem]
    ) throws(RulebookProblem) -> SpeakerDirectory.Entry {
        func problem(_ code: RulebookProblem.Code, _ what: String, _ severity: RulebookProblem.Severity = .error)
            -> RulebookProblem
        {
            RulebookProblem(code: code, severity: severity, place: place, what: what, expected: expected)
        }
        let line: SpeakerLine
        do {
            line = try decoder.decode(SpeakerLine.self, from: json)
        } catch let error as DecodingError {
            throw problem(.wrongType, reason(error))
        } catch {
            throw problem(.wrongType, "this line is no JSON object")
        }
        guard !line.entry.id.isEmpty, line.entry.name.contains(where: \.isLetter) else {
            throw problem(.missingKey, "the id or the name is empty")
        }
        if let key = line.unknown.first { problems.append(problem(.unknownKey, "unknown key \"\(key)\"", .warning)) }
        return line.entry
    }

    private static func reason(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context): "\"\(path(context.codingPath + [key]))\" is missing"
        case .typeMismatch(_, let context) where !context.codingPath.isEmpty,
            .valueNotFound(_, let context) where !context.codingPath.isEmpty:
            "\"\(path(context.codingPath))\" has a value of another type"
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            "\"\(path(context.codingPath))\": \(context.debugDescription)"
        default: "this line is no JSON object"
        }
    }

    /// "offices[1].start"
    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce("") { path, key in
            if let place = key.intValue { return path + "[\(place)]" }
            return path.isEmpty ? key.stringValue : path + "." + key.stringValue
        }
    }
}
