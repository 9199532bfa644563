import Files
import Foundation
import Glibc
import SystemPackage

/// Looks for a journal that rotation moved to another folder: folders beside the journal, `olddir` of logrotate's
/// settings, and where it was last seen.
struct MovedJournals {
    /// A folder with more names than this does not hold old journals.
    private static let mostNames = 10_000

    let journal: FilePath
    var settings: [FilePath] = ["/etc/logrotate.conf", "/etc/logrotate.d"]

    /// Looks for a journal by its first line.
    ///
    /// Only files of this process's user or of root count: other users could forge one in their own folders.
    func find(head: UInt64, lastSeen: FilePath) -> JournalReader? {
        let named = [Candidate(path: lastSeen, compression: nil)]
        let others = (named + folders.flatMap(candidates)).filter { $0.path != journal && isTrusted($0.path) }
        return others.lazy.map { JournalReader(path: $0.path, compression: $0.compression) }
            .first { (try? $0.head()) == head }
    }

    private typealias Candidate = (path: FilePath, compression: JournalSibling.Compression?)

    private var folder: FilePath {
        let folder = journal.removingLastComponent()
        return folder.isEmpty ? "." : folder
    }

    private var folders: [FilePath] {
        let beside = ((try? names(in: folder)) ?? []).prefix(Self.mostNames)
            .filter { $0 != "." && $0 != ".." }.sorted().map { folder.appending($0) }.filter(isFolder)
        return beside + LogrotateSettings(settings).oldFolders.map { folder.pushing($0) }
    }

    /// Files with names that rotation gives, and the journal's own name.
    private func candidates(in folder: FilePath) -> [Candidate] {
        guard let name = journal.lastComponent?.string, let names = try? names(in: folder),
            names.count <= Self.mostNames
        else { return [] }
        return names.sorted().compactMap { other in
            if other == name { return (folder.appending(other), nil) }
            return JournalSibling(name: other, in: folder, of: name).map { ($0.path, $0.compression) }
        }
    }

    private func isFolder(_ path: FilePath) -> Bool {
        var isDirectory: ObjCBool = false
        return unsafe FileManager.default.fileExists(atPath: path.string, isDirectory: &isDirectory)
            && isDirectory.boolValue
    }

    private func isTrusted(_ path: FilePath) -> Bool {
        guard let status = try? FileStatus(ofLink: path) else { return false }
        return status.kind == .file && (status.owner == geteuid() || status.owner == 0)
    }
}

/// Where logrotate's settings put old files.
private struct LogrotateSettings {
    private let paths: [FilePath]

    /// - Parameter paths: files, or folders of files.
    init(_ paths: [FilePath]) { self.paths = paths }

    var oldFolders: [FilePath] {
        let files = paths.flatMap { path in ((try? names(in: path)) ?? []).sorted().map { path.appending($0) } + [path]
        }
        return files.compactMap { try? String(contentsOfFile: $0.string, encoding: .utf8) }.flatMap(Self.oldFolders)
    }

    /// `olddir /var/log/old`; a relative one lies below the folder of the file that is rotated.
    private static func oldFolders(in text: String) -> [FilePath] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(whereSeparator: \.isWhitespace)
            return words.count == 2 && words[0] == "olddir" ? FilePath(String(words[1])) : nil
        }
    }
}
