package import Foundation
import Glibc
package import SystemPackage

/// A fresh folder for one test, removed with this.
package final class ScratchFolder: Sendable {
    package let path: FilePath

    /// - Parameter parent: short, since a Unix socket's name must be: the usual temporary folder may lie too deep.
    package init(in parent: String = "/tmp") throws {
        var template = Array("\(parent)/quoted-test-XXXXXX".utf8CString)
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

    package func bytes(_ name: String) throws -> Data { try Data(contentsOf: url(name)) }

    /// What lies in the folder itself, sorted.
    package func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path.string).sorted()
    }
}
