import Files
import Glibc
import SystemPackage

extension WatchProcess {
    package static let name = "quoted-watch"

    /// Beside the running program, or in libexec: `PREFIX/bin/quoted` finds `PREFIX/libexec/quoted/quoted-watch`.
    package static func find() throws(InboxError) -> WatchProcess {
        let folder = ownFolder()
        let places = [folder, folder.removingLastComponent().appending("libexec").appending("quoted")]
            .map { $0.appending(name) }
        for place in places where unsafe place.withPlatformString({ unsafe access($0, X_OK) }) == 0 {
            return WatchProcess(executable: place)
        }
        throw InboxError(
            .watcher, "The watcher is neither at \(places[0].printed) nor at \(places[1].printed)",
            remedy: "Install it there, or have the inbox scanned without it (`--watch scan`).")
    }

    private static func ownFolder() -> FilePath {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let length = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
        let path = buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }
        return FilePath(bytes: path).removingLastComponent()
    }
}
