package import Foundation
import Glibc
package import SystemPackage

/// A fresh folder for one test, removed with this.
package final class ScratchFolder: Sendable {
    package let path: FilePath

    /// - Parameter parent: short, since a Unix socket's name must be: the usual temporary folder may lie too deep.
    package init(in parent: String = "/tmp") throws {
        var template = Array("\(try ScratchHome.path(in: parent))/XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw Errno(rawValue: errno) }
        path = FilePath(String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    }

    deinit { try? FileManager.default.removeItem(atPath: path.string) }

    package func callAsFunction(_ name: String) -> FilePath { path.appending(name) }

    package func url(_ name: String) -> URL { URL(fileURLWithPath: self(name).string) }

    @discardableResult
    package func make(_ name: String) throws -> FilePath {
        try FileManager.default.createDirectory(at: url(name), withIntermediateDirectories: true)
        return self(name)
    }

    @discardableResult
    package func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> FilePath {
        try Data(bytes).write(to: url(name))
        return self(name)
    }

    @discardableResult
    package func write(_ text: String, to name: String) throws -> FilePath { try write(text.utf8, to: name) }

    package func bytes(_ name: String) throws -> Data { try Data(contentsOf: url(name)) }

    /// Empty where there is no such file.
    package func text(_ name: String) -> String {
        (try? String(contentsOfFile: self(name).string, encoding: .utf8)) ?? ""
    }

    /// What lies in the folder itself, sorted.
    package func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path.string).sorted()
    }

    /// All files below a folder in it, relative to that and sorted.
    package func files(_ name: String) -> [String] {
        let root = self(name).string
        return (FileManager.default.subpaths(atPath: root) ?? []).filter { path in
            // A link's own type, not that of what it points to.
            let attributes = try? FileManager.default.attributesOfItem(atPath: root + "/" + path)
            return attributes?[.type] as? FileAttributeType != .typeDirectory
        }.sorted()
    }
}
