import Files
import Foundation
import Glibc
import SystemPackage
import TestSupport

@testable import Inbox

/// The folders of an inbox, and what senders do there.
struct InboxFolders: Sendable {
    private let folder: ScratchFolder
    var root: FilePath { folder.path }

    init(in parent: String = "/tmp") throws {
        folder = try ScratchFolder(in: parent)
        // Some tests come as a user without rights.
        guard unsafe chmod(folder.path.string, 0o755) == 0 else { throw Errno(rawValue: errno) }
    }

    var inbox: FilePath { root.appending("inbox") }
    var done: FilePath { root.appending("done") }
    var failed: FilePath { root.appending("failed") }

    func makeFolder(_ path: FilePath) throws {
        try FileManager.default.createDirectory(atPath: path.string, withIntermediateDirectories: true)
    }

    /// Writes as `cp` does: creates, writes, closes.
    func write(_ text: String, to path: FilePath) throws {
        try makeFolder(path.removingLastComponent())
        let file = try FileDescriptor.open(
            path, .writeOnly, options: [.create, .truncate], permissions: [.ownerReadWrite, .groupRead, .otherRead])
        try file.closeAfter { _ = try file.writeAll(text.utf8) }
    }

    /// Makes an empty file. By a plain string, since `FilePath` checks itself at length in debug builds.
    func touch(_ path: String) throws {
        let file = unsafe creat(path, 0o644)
        guard file >= 0 else { throw Errno(rawValue: errno) }
        close(file)
    }

    /// Writes elsewhere on the same file system and renames in.
    func deliver(_ text: String, to path: FilePath) throws {
        let aside = root.appending("aside-\(UUID().uuidString)")
        try write(text, to: aside)
        try makeFolder(path.removingLastComponent())
        try rename(aside, to: path)
    }

    func rename(_ path: FilePath, to other: FilePath) throws {
        guard unsafe Glibc.rename(path.string, other.string) == 0 else { throw Errno(rawValue: errno) }
    }

    /// Opens for writing, as a writer does who takes his time.
    func open(_ path: FilePath) throws -> FileDescriptor {
        try FileDescriptor.open(
            path, .writeOnly, options: [.create, .append], permissions: [.ownerReadWrite, .groupRead, .otherRead])
    }

    func removeFolder(_ path: FilePath) throws { try FileManager.default.removeItem(atPath: path.string) }

    func append(_ text: String, to path: FilePath) throws {
        let file = try FileDescriptor.open(path, .writeOnly, options: [.append])
        try file.closeAfter { _ = try file.writeAll(text.utf8) }
    }

    func link(_ original: FilePath, to path: FilePath) throws {
        guard unsafe Glibc.link(original.string, path.string) == 0 else { throw Errno(rawValue: errno) }
    }

    func symlink(to target: String, at path: FilePath) throws {
        guard unsafe Glibc.symlink(target, path.string) == 0 else { throw Errno(rawValue: errno) }
    }

    func makeFIFO(_ path: FilePath) throws {
        guard unsafe mkfifo(path.string, 0o644) == 0 else { throw Errno(rawValue: errno) }
    }

    func makeSocket(_ path: FilePath) throws {
        guard unsafe mknod(path.string, S_IFSOCK | 0o644, 0) == 0 else { throw Errno(rawValue: errno) }
    }

    /// What lies beside a file in `failed/`.
    func note(_ path: String) throws -> FailureNote {
        try FailureNote(decoding: Array(read(failed.appending(path + ".json")).utf8))
    }

    func read(_ path: FilePath) throws -> String {
        try String(contentsOf: URL(fileURLWithPath: path.string), encoding: .utf8)
    }

    func exists(_ path: FilePath) -> Bool {
        var status = stat()
        return unsafe lstat(path.string, &status) == 0
    }

    /// All that is no folder below a path, relative to it, sorted.
    func files(in folder: FilePath) throws -> [String] {
        var sweep = TreeWalk(folder.string)
        return try sweep.files().sorted()
    }
}

/// Independent of the code under test.
private struct TreeWalk {
    let root: String

    init(_ root: String) { self.root = root }

    mutating func files(_ folder: String = "") throws -> [String] {
        var found: [String] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder) {
            let path = folder.isEmpty ? name : folder + "/" + name
            var status = stat()
            guard unsafe lstat(root + "/" + path, &status) == 0 else { continue }
            found += status.st_mode & S_IFMT == S_IFDIR ? try files(path) : [path]
        }
        return found
    }
}
