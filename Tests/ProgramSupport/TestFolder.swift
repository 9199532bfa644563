import Foundation
package import SystemPackage
package import Testing

/// A fresh folder for one test, gone with it.
package final class TestFolder: Sendable {
    package let path: FilePath

    package init() throws {
        // Short, since a Unix socket's name is: the usual temporary folder may be too deep.
        var template = Array("/tmp/quoted-test-XXXXXX".utf8CString)
        try #require(unsafe mkdtemp(&template) != nil)
        path = FilePath(String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
    }

    deinit { try? FileManager.default.removeItem(atPath: path.string) }

    package func callAsFunction(_ name: String) -> FilePath { path.appending(name) }

    @discardableResult
    package func make(_ name: String) throws -> FilePath {
        try FileManager.default.createDirectory(atPath: self(name).string, withIntermediateDirectories: true)
        return self(name)
    }

    @discardableResult
    package func write(_ text: String, to name: String) throws -> FilePath {
        try Data(text.utf8).write(to: URL(fileURLWithPath: self(name).string))
        return self(name)
    }

    package func text(_ name: String) -> String {
        (try? String(contentsOfFile: self(name).string, encoding: .utf8)) ?? ""
    }

    /// All files below, relative and sorted.
    package func files(_ name: String) -> [String] {
        let root = self(name).string
        return (FileManager.default.subpaths(atPath: root) ?? []).filter { path in
            // A link's own type, not that of what it points to.
            let attributes = try? FileManager.default.attributesOfItem(atPath: root + "/" + path)
            return attributes?[.type] as? FileAttributeType != .typeDirectory
        }.sorted()
    }
}

/// Waits for something that another process does. Says what it waited for when it never comes.
package func eventually(
    _ what: Comment, within limit: Duration = .seconds(240), sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record(what, sourceLocation: sourceLocation)
    throw CancellationError()
}
