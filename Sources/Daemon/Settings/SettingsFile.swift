import Configuration
import Foundation
import SystemPackage
import Yams

/// The settings file: YAML, one `name: value` a line, the names those of the flags without their dashes.
///
/// Values are read through swift-configuration; the keys and their lines are looked at here too, since a provider
/// knows neither a line number nor which of its keys nobody asked for.
struct SettingsFile: Sendable {
    var path: FilePath
    var provider: any ConfigProvider
    /// 1-based line of each setting.
    private var lines: [Setting: Int]
    /// Keys that are no setting, with their lines.
    private(set) var strangers: [(key: String, line: Int)]

    /// - Throws: `Mistake` where the file cannot be read or is not a mapping of names to values.
    init(path: FilePath) async throws(Mistake) {
        self.path = path
        do {
            let text = try Self.text(of: Data(contentsOf: URL(fileURLWithPath: path.string)), in: path)
            (lines, strangers) = try Self.keys(of: text, in: path)
            // A file of comments alone is no mapping to the provider.
            provider =
                lines.isEmpty
                ? InMemoryProvider(values: [:]) : try await FileProvider<YAMLSnapshot>(filePath: path)
        } catch let mistake as Mistake {
            throw mistake
        } catch let error as YamlError {
            throw Mistake(place: path.string, reason: "\(error)", remedy: "write it as lines of `name: value`")
        } catch {
            throw Self.unreadable(path, POSIXCause(error).code)
        }
    }

    func place(of setting: Setting) -> String { place(line: lines[setting] ?? 1) }

    func place(line: Int) -> String { "\(path):\(line)" }

    private static func text(of bytes: Data, in path: FilePath) throws(Mistake) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        // No character of several bytes has a line feed in it.
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let broken = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
        throw Mistake(
            place: "\(path):\(broken + 1)", reason: "the settings file is not UTF-8 text",
            remedy: "save it as UTF-8; `iconv -f windows-1252 -t utf-8` mends what an editor of Windows wrote")
    }

    private static func keys(of text: String, in path: FilePath) throws -> ([Setting: Int], [(key: String, line: Int)])
    {
        guard let root = try Yams.compose(yaml: text) else { return ([:], []) }
        guard let mapping = root.mapping else {
            throw Mistake(
                place: "\(path):\(root.mark?.line ?? 1)", reason: "the settings file is no list of names and values",
                remedy: "write one `name: value` a line")
        }
        var lines: [Setting: Int] = [:]
        var strangers: [(key: String, line: Int)] = []
        for (key, _) in mapping {
            let name = key.string ?? "\(key)"
            if let setting = Setting(rawValue: name) {
                lines[setting] = key.mark?.line
            } else {
                strangers.append((name, key.mark?.line ?? 1))
            }
        }
        return (lines, strangers)
    }

    private static func unreadable(_ path: FilePath, _ cause: Errno) -> Mistake {
        let (place, named) = (path.string, "--config or QUOTED_CONFIG")
        return switch cause {
        case .noSuchFileOrDirectory, .notDirectory:
            Mistake(
                place: place, reason: "there is no such settings file",
                remedy: "check the path given with \(named), or leave it out")
        case .isDirectory:
            Mistake(place: place, reason: "is a folder", remedy: "name the settings file in it with \(named)")
        case .permissionDenied, .notPermitted:
            Mistake(
                place: place, reason: "the settings file may not be read",
                remedy: "give this user the permission (chmod, chown), or name another with \(named)")
        default:
            Mistake(
                place: place, reason: "the settings file cannot be read (\(cause))",
                remedy: "see whether its disk is in order")
        }
    }
}
