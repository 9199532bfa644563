import Foundation
import SystemPackage

/// What the rule files look like from outside, so that an edit is noticed without reading them.
struct RuleStamps: Equatable, Sendable {
    private struct Stamp: Equatable, Sendable {
        var inode: UInt64
        var size: Int64
        var modified: Int64
        var changed: Int64
    }

    private var stamps: [String: Stamp] = [:]

    /// Looks at the files of all folders of the sources. A folder that is not there has none.
    init(_ sources: RuleSources) {
        let language = sources.shipped.lastComponent
        let overlays = sources.overlays.flatMap { overlay in
            [overlay] + (language.map { [overlay.appending($0)] } ?? [])
        }
        for folder in [sources.shipped] + overlays {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.string)) ?? []
            for path in names.map({ folder.appending($0).string }) { stamps[path] = Self.stamp(path) }
        }
    }

    private static func stamp(_ path: String) -> Stamp? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        return Stamp(
            inode: UInt64(status.st_ino), size: Int64(status.st_size), modified: nanoseconds(status.st_mtim),
            changed: nanoseconds(status.st_ctim))
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
