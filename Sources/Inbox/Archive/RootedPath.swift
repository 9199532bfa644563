import Files
import SystemPackage

/// A file below one of the three roots: inbox, `done/`, `failed/`.
struct RootedPath: Hashable, Sendable {
    var root: FilePath
    var path: RelativePath

    var filePath: FilePath { root.appending(path) }

    func look() throws(Errno) -> Look {
        do throws(Errno) {
            return try Directory.open(root).parent(of: path).look(path.name)
        } catch .noSuchFileOrDirectory {
            return .gone
        } catch .notDirectory {
            return .gone
        }
    }
}
