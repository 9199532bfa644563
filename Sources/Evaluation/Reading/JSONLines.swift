package import Foundation

/// JSON, one object a line.
package enum JSONLines {
    /// - Parameters:
    ///   - file: Its name, for messages about mistakes.
    ///   - form: An example of a line, for messages about lines that differ.
    ///   - take: Gets each line that is not blank; may throw `InputMistakes.Mistake` and `DecodingError`.
    /// - Throws: Every mistake of the file.
    package static func read<Value>(
        _ bytes: [UInt8], file: String, form: String, _ take: (Data) throws -> Value
    ) throws(InputMistakes) -> [(line: Int, value: Value)] {
        var values: [(line: Int, value: Value)] = []
        var mistakes: [InputMistakes.Mistake] = []
        for (n, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy({ $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) }) {
            do {
                values.append((n + 1, try take(Data(line))))
            } catch {
                mistakes.append(mistake(error, line: n + 1, form: form))
            }
        }
        guard mistakes.isEmpty else { throw InputMistakes(file: file, mistakes) }
        return values
    }

    private static func mistake(_ error: any Error, line: Int, form: String) -> InputMistakes.Mistake {
        if var mistake = error as? InputMistakes.Mistake {
            mistake.line = line
            return mistake
        }
        let reason =
            switch error as? DecodingError {
            case .keyNotFound(let key, let context): "“\(name(context.codingPath + [key]))” is missing"
            case .typeMismatch(_, let context) where context.codingPath.isEmpty: "the line is no JSON object"
            case .typeMismatch(let type, let context):
                "“\(name(context.codingPath))” is no \(words(for: type))"
            case .valueNotFound(_, let context): "“\(name(context.codingPath))” is null"
            case .dataCorrupted(let context) where !context.codingPath.isEmpty:
                "“\(name(context.codingPath))”: \(context.debugDescription)"
            default: "the line is no JSON"
            }
        return InputMistakes.Mistake(line: line, reason, remedy: "write it as \(form)")
    }

    /// "attributions[2].source"
    private static func name(_ path: [any CodingKey]) -> String {
        path.reduce("") { name, key in
            if let index = key.intValue { return name + "[\(index)]" }
            return name.isEmpty ? key.stringValue : name + "." + key.stringValue
        }
    }

    private static func words(for type: any Any.Type) -> String {
        switch type {
        case is String.Type: "string"
        case is Int.Type: "whole number"
        case is any Collection.Type: "list"
        default: "object"
        }
    }
}
