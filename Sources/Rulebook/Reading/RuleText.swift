import Foundation
import SystemPackage

/// The bytes of a rule file as text, or why they are none.
enum RuleText {
    /// Far above any sensible rule file: a larger one is something else that was put there by mistake.
    static let largest = 4 << 20

    static func read(_ path: FilePath, largest: Int = largest) throws(RulebookProblem) -> Data {
        func problem(_ code: RulebookProblem.Code, _ what: String, _ expected: String) -> RulebookProblem {
            let place = Place(file: path.string, line: 1, column: 1)
            return RulebookProblem(code: code, severity: .error, place: place, what: what, expected: expected)
        }
        do {
            let status = try Stat(path)
            guard status.type == .regular else { throw problem(.unreadableFile, "this is no file", "a file") }
            guard status.size <= largest else {
                throw problem(.tooLarge, "the file has \(status.size) bytes", "at most \(largest)")
            }
            return try Data(contentsOf: URL(filePath: path.string))
        } catch let problem as RulebookProblem {
            throw problem
        } catch Errno.noSuchFileOrDirectory {
            throw problem(.missingFile, "there is no such file", "all files of the rules")
        } catch {
            throw problem(
                .unreadableFile, "the file cannot be read: \(reason(error))", "a file that this user can read")
        }
    }

    private static func reason(_ error: any Error) -> String {
        if let errno = error as? Errno { return errno.description }
        return (error as? CocoaError)?.underlying?.localizedDescription ?? error.localizedDescription
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
}
