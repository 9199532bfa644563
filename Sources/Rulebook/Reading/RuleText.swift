import Foundation
import SystemPackage

/// The bytes of a rule file as text, or why they are none.
enum RuleText {
    /// Far above any sensible rule file: a larger one is something else that was put there by mistake.
    static let largest = 4 << 20

    static func read(_ path: FilePath) throws(RulebookProblem) -> Data {
        let data: Data
        do {
            let size = try Stat(path).size
            guard size <= largest else {
                throw problem(.tooLarge, path, "the file has \(size) bytes", "at most \(largest)")
            }
            data = try Data(contentsOf: URL(filePath: path.string))
        } catch let problem as RulebookProblem {
            throw problem
        } catch let errno as Errno {
            throw problem(.unreadableFile, path, "the file cannot be read: \(errno)", "a file that this user can read")
        } catch {
            let reason = (error as NSError).localizedDescription
            throw problem(.unreadableFile, path, "the file cannot be read: \(reason)", "a file that this user can read")
        }
        return data
    }

    /// The text, without the byte-order mark that some editors put before it.
    static func decode(_ data: Data, file: String) throws(RulebookProblem) -> String {
        var bytes = data[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        throw RulebookProblem(
            code: .notUTF8, severity: .error, place: firstBadByte(in: bytes, file: file),
            what: "the bytes here are not UTF-8", expected: "a file saved as UTF-8")
    }

    private static func firstBadByte(in bytes: Data, file: String) -> Place {
        var place = Place(file: file, line: 1, column: 1)
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        while case .valid(let scalar) = parser.parseScalar(from: &iterator) {
            if scalar.count == 1, scalar.first == UInt8(ascii: "\n") {
                place.line += 1
                place.column = 1
            } else {
                place.column += 1
            }
        }
        return place
    }

    private static func problem(
        _ code: RulebookProblem.Code, _ path: FilePath, _ what: String, _ expected: String
    ) -> RulebookProblem {
        RulebookProblem(
            code: code, severity: .error, place: Place(file: path.string, line: 1, column: 1), what: what,
            expected: expected)
    }
}

/// Finds YAML anchors and aliases (`&name`, `*name`), which rule files have no use for: a few lines of aliases of
/// aliases can stand for billions of nodes. Refusing them before the text is composed keeps reading linear.
struct AliasScan {
    private enum State { case start, plain, singleQuoted, doubleQuoted, escape, comment }

    /// Line and column of the first anchor or alias, both from 1.
    static func first(in text: String) -> (line: Int, column: Int)? {
        var state = State.start
        var (line, column) = (1, 0)
        for scalar in text.unicodeScalars {
            if scalar == "\n" { (line, column) = (line + 1, 0) } else { column += 1 }
            if state == .start, scalar == "&" || scalar == "*" { return (line, column) }
            state = next(state, scalar)
        }
        return nil
    }

    /// Quotes, `#`, `&` and `*` mean something only where a new word can start.
    private static func next(_ state: State, _ scalar: Unicode.Scalar) -> State {
        switch (state, scalar) {
        case (.comment, "\n"): .start
        case (.comment, _): .comment
        case (.doubleQuoted, "\\"): .escape
        case (.doubleQuoted, "\""), (.singleQuoted, "'"): .plain
        case (.escape, _): .doubleQuoted
        case (.doubleQuoted, _), (.singleQuoted, _): state
        case (.start, "\""): .doubleQuoted
        case (.start, "'"): .singleQuoted
        case (.start, "#"): .comment
        case (_, " "), (_, "\t"), (_, "\n"), (_, "\r"), (_, "["), (_, "{"), (_, ","): .start
        default: .plain
        }
    }
}
