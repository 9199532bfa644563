import Configuration
import Foundation
import SystemPackage
import Yams

/// The settings file: YAML, one `name: value` a line, the names those of the flags without their dashes.
///
/// swift-configuration's own reader of YAML knows neither a line number nor which of its keys nobody asked for, and takes
/// no file that begins with a byte order mark.
struct SettingsFile: Sendable {
    var path: FilePath
    var provider: any ConfigProvider
    /// 1-based line of each setting.
    private var lines: [Setting: Int] = [:]
    /// Keys that are no setting, with their lines.
    private(set) var strangers: [(key: String, line: Int)] = []

    /// - Throws: `Mistake` where the file cannot be read or is not a mapping of names to values.
    init(path: FilePath) throws(Mistake) {
        self.path = path
        do {
            let text = try Self.text(of: Self.bytes(of: path), in: path)
            var values: [AbsoluteConfigKey: ConfigValue] = [:]
            for (key, value) in try Self.mapping(text, in: path) {
                let (name, line) = (key.string ?? "\(key)", key.mark?.line ?? 1)
                if let setting = Setting.named(name) {
                    lines[setting] = line
                    values[AbsoluteConfigKey([name])] = Self.value(value)
                } else {
                    strangers.append((name, line))
                }
            }
            provider = InMemoryProvider(name: "file", values: values)
        } catch let mistake as Mistake {
            throw mistake
        } catch let error as YamlError {
            throw Mistake(error, in: path)
        } catch {
            throw Self.unreadable(path, POSIXCause(error).code)
        }
    }

    func place(of setting: Setting) -> String { place(line: lines[setting] ?? 1) }

    func place(line: Int) -> String { "\(path):\(line)" }

    private static func bytes(of path: FilePath) throws -> Data {
        let file = try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
        return try file.closeAfter {
            try FileHandle(fileDescriptor: file.rawValue, closeOnDealloc: false).readToEnd() ?? Data()
        }
    }

    private static func text(of bytes: Data, in path: FilePath) throws(Mistake) -> String {
        if let text = String(validating: bytes, as: UTF8.self) {
            // Editors of Windows write a byte order mark.
            return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw Mistake(
                place: "\(path):1", reason: "the settings file is UTF-16 text",
                remedy: "save it as UTF-8: `iconv -f utf-16 -t utf-8` does")
        }
        // No character of several bytes has a line feed in it.
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let broken = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
        throw Mistake(
            place: "\(path):\(broken + 1)", reason: "the settings file is not UTF-8 text",
            remedy: "save it as UTF-8; `iconv -f windows-1252 -t utf-8` converts what a Windows editor wrote")
    }

    /// A file of comments alone has no settings.
    private static func mapping(_ text: String, in path: FilePath) throws -> Node.Mapping {
        let root: Node
        do {
            guard let composed = try Yams.compose(yaml: text) else { return Node.Mapping([]) }
            root = composed
        } catch YamlError.duplicatedKeysInMapping(let keys, _) {
            throw twice(keys, text, in: path)
        }
        if let mapping = root.mapping { return mapping }
        throw Mistake(
            place: "\(path):\(root.mark?.line ?? 1)", reason: "the settings file is not a list of names and values",
            remedy: "write one `name: value` a line")
    }

    /// Yams says which key it is, and of neither line where it is.
    private static func twice(_ keys: [String], _ text: String, in path: FilePath) -> Mistake {
        let key = keys.min() ?? ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .filter { $0.element.prefix { $0 != ":" }.trimmingCharacters(in: .whitespaces) == key }
            .map { $0.offset + 1 }
        let first = lines.first.map { ", in line \($0) first" } ?? ""
        return Mistake(
            place: "\(path):\(lines.last ?? 1)", reason: "`\(key)` is set twice\(first)",
            remedy: "remove one of them")
    }

    /// The text as it was written: its setting knows which type it has.
    private static func value(_ node: Node) -> ConfigValue {
        let content = node.scalar.map { ConfigContent.string($0.string) } ?? .stringArray([])
        return ConfigValue(content, isSecret: false)
    }

    private static func unreadable(_ path: FilePath, _ cause: Errno) -> Mistake {
        let (place, named) = (path.string, "--config or QUOTED_CONFIG")
        return switch cause {
        case _ where !path.isAbsolute && SettingsPreflight.workingFolder == nil:
            Mistake(
                place: place,
                reason: "the path of the settings file is relative to the working folder, which was removed",
                remedy: "give its whole path with \(named), or start in a folder that exists")
        case .noSuchFileOrDirectory, .notDirectory:
            Mistake(
                place: place, reason: "there is no such settings file",
                remedy: "check the path given with \(named), or leave it out")
        case .isDirectory:
            Mistake(place: place, reason: "is a folder", remedy: "name the settings file in it with \(named)")
        case .permissionDenied, .notPermitted:
            Mistake(
                place: place, reason: "the settings file may not be read",
                remedy: "give this user permission (chmod, chown), or name another with \(named)")
        default:
            Mistake(
                place: place, reason: "the settings file cannot be read (\(cause))",
                remedy: "check its disk")
        }
    }
}

extension Mistake {
    /// libyaml's problems are half sentences, such as "could not find expected ':'".
    fileprivate init(_ error: YamlError, in path: FilePath) {
        let (line, problem): (Int?, String) =
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                (mark.line, problem)
            default: (nil, "\(error)")
            }
        self.init(
            place: line.map { "\(path):\($0)" } ?? path.string, reason: "the settings file is not YAML: \(problem)",
            remedy: "write one `name: value` a line")
    }
}
