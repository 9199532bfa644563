import Files
import Foundation
import Glibc
import SystemPackage

@testable import Inbox

extension RealWorld {
    /// Does it, and has the model follow. An act that cannot be done is none.
    func perform(_ act: Act) async throws {
        switch act {
        case .write(let name, let told): try await replace(name, told) { try self.write($0) }
        case .deliver(let name, let told): try await replace(name, told) { try self.deliver($0) }
        case .link(let name, let told): try await link(name, told)
        case .append(let name, let told): try await append(name, told)
        case .symlink(let name): try symlink(name)
        case .rename(let name, let other, let told): try await rename(name, other, told)
        case .renameFolder(let folder, let other): try await renameFolder(folder, other)
        case .remove(let name): try remove(name)
        case .open(let name): if try makeWay(name) { try openWriter(path(name), named: name) }
        case .goOn: try goOnWriting()
        case .close(let told): if let name = try closeWriter(), told { await tell(name) }
        case .touch(let name): _ = unsafe utimensat(AT_FDCWD, path(name).string, nil, AT_SYMLINK_NOFOLLOW)
        case .scan: try await scan()
        case .wait(let milliseconds): try await wait(.milliseconds(milliseconds))
        case .take: try await take()
        case .finish(let ending): try await finish(ending)
        case .restart: try await restart()
        }
        try check()
    }

    private func path(_ name: String) -> FilePath { scratch.inbox.appending(name) }

    /// As a watcher tells of it: of files that are there.
    private func tell(_ name: String) async {
        guard let path = RelativePath(name), Self.isRegular(self.path(name)) else { return }
        await told(.closed(path))
    }

    /// Makes the folder, and takes away a link that is in the way of a writer.
    ///
    /// - Returns: false where that is not to be.
    private func makeWay(_ name: String) throws -> Bool {
        try scratch.makeFolder(path(name).removingLastComponent())
        return Self.isRegular(path(name)) || !scratch.exists(path(name))
    }

    private func content(_ name: String) throws -> String? {
        Self.isRegular(path(name)) ? try scratch.read(path(name)) : nil
    }

    /// The sender gives a name a new content, in this way or that.
    private func replace(_ name: String, _ isTold: Bool, by means: (FilePath) throws -> String) async throws {
        guard try makeWay(name) else { return }
        if let before = try content(name) { drop(before) }
        add(try means(path(name)))
        if isTold { await tell(name) }
    }

    private func write(_ path: FilePath) throws -> String {
        let text = newText()
        try scratch.write(text, to: path)
        return text
    }

    private func deliver(_ path: FilePath) throws -> String {
        let text = newText()
        try scratch.deliver(text, to: path)
        return text
    }

    private func link(_ name: String, _ isTold: Bool) async throws {
        guard try makeWay(name), !scratch.exists(path(name)) else { return }
        let text = newText()
        let original = scratch.root.appending("original-\(UUID().uuidString)")
        try scratch.write(text, to: original)
        try scratch.link(original, to: path(name))
        add(text)
        if isTold { await tell(name) }
    }

    private func append(_ name: String, _ isTold: Bool) async throws {
        guard let before = try content(name) else { return }
        let text = newText()
        try scratch.append(text, to: path(name))
        drop(before)
        add(before + text)
        if isTold { await tell(name) }
    }

    private func symlink(_ name: String) throws {
        try scratch.makeFolder(path(name).removingLastComponent())
        guard !scratch.exists(path(name)) else { return }
        try scratch.symlink(to: "/etc/hostname", at: path(name))
    }

    private func rename(_ name: String, _ other: String, _ isTold: Bool) async throws {
        guard name != other, try content(name) != nil, try makeWay(other) else { return }
        if let before = try content(other) { drop(before) }
        try scratch.rename(path(name), to: path(other))
        if isTold { await tell(other) }
    }

    private func renameFolder(_ folder: String, _ other: String) async throws {
        guard folder != other, scratch.exists(path(folder)), !scratch.exists(path(other)) else { return }
        try scratch.rename(path(folder), to: path(other))
        if let path = RelativePath(other) { await told(.folder(path)) }
    }

    private func remove(_ name: String) throws {
        guard let before = try content(name) else { return }
        _ = unsafe unlink(path(name).string)
        drop(before)
    }
}
