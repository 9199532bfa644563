import Foundation
import SystemPackage

/// What the file system says about all rule files at one moment: two that are equal mean that nothing was changed.
package struct RuleStamps: Sendable, Hashable {
    /// Editors that write in place change time and size, those that rename a new file over the old one the inode.
    struct Stamp: Hashable {
        var seconds: Int
        var nanoseconds: Int
        var size: Int64
        var inode: UInt64
    }

    private(set) var stamps: [FilePath: Stamp] = [:]

    /// Looks at the files of all folders now. A file that cannot be looked at is as good as none.
    package init(of folders: RuleFolders) {
        for folder in Set(folders.languages.flatMap(folders.layers) + folders.speakerLayers) {
            for name in RuleFolder.files(in: folder) {
                let path = folder.appending(name)
                guard let status = try? Stat(path) else { continue }
                stamps[path] = Stamp(
                    seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec, size: status.size,
                    inode: UInt64(status.inode.rawValue))
            }
        }
    }
}

/// Decides when the rules are to be read again; looks at nothing itself.
package struct RuleWatch: Sendable {
    private var seen: RuleStamps

    /// - Parameter stamps: taken before the rules in force were read, so that a change during reading is not missed.
    package init(_ stamps: RuleStamps) { seen = stamps }

    /// Whether files were changed, added or removed since the last time; a change is told once.
    package mutating func changed(_ stamps: RuleStamps) -> Bool {
        defer { seen = stamps }
        return stamps != seen
    }
}
