import Files
import Glibc
import SystemPackage

extension Archive {
    /// Makes the folders that are missing, and sees that they can be used.
    /// - Throws: `InboxError` with code `.folder` or `.nested`.
    func prepare() throws(InboxError) {
        let configuration = configuration
        for folder in [configuration.inbox, configuration.done, configuration.failed] {
            do throws(Errno) {
                try make(folder)
            } catch {
                throw InboxError(.folder, "The folder \(folder.printed) cannot be made or opened", cause: error)
            }
        }
        try checkNesting()
    }

    private func make(_ path: FilePath) throws(Errno) {
        do throws(Errno) {
            _ = try Directory.open(path)
        } catch .noSuchFileOrDirectory {
            let parent = path.removingLastComponent()
            if parent != path && !parent.isEmpty { try make(parent) }
            let mode = mode_t(configuration.folderMode.rawValue)
            try checked(unsafe path.withPlatformString { unsafe mkdir($0, mode) })
        }
    }

    /// A file that is moved to a folder within the inbox would arrive again.
    private func checkNesting() throws(InboxError) {
        let inbox = resolved(configuration.inbox)
        for folder in [configuration.done, configuration.failed] {
            let path = resolved(folder)
            guard let inner = Self.relative(path, to: inbox) else { continue }
            guard let inner = RelativePath(inner), configuration.spared.spare(inner) else {
                throw InboxError(
                    .nested, "The folder \(folder.printed) lies in the inbox \(configuration.inbox.printed)",
                    remedy: "Put it beside the inbox, or give it a name that begins with a dot.")
            }
        }
    }

    private func resolved(_ path: FilePath) -> [UInt8] {
        let resolved = unsafe path.withPlatformString { unsafe realpath($0, nil) }
        guard let resolved = unsafe resolved else { return path.bytes }
        defer { unsafe free(resolved) }
        return unsafe Array(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
    }

    /// Empty if they are the same, nil if it is not within.
    private static func relative(_ path: [UInt8], to root: [UInt8]) -> [UInt8]? {
        if path == root { return [] }
        return path.starts(with: root + [slash]) ? Array(path.dropFirst(root.count + 1)) : nil
    }
}
