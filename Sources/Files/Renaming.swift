import Glibc
package import SystemPackage

/// Makes names that were made, changed or removed in a path's directory last through power loss.
package func syncDirectory(of path: FilePath) throws(Errno) {
    let parent = path.removingLastComponent()
    let directory = try OwnedDescriptor(opening: parent.isEmpty ? "." : parent, .readOnly, .directory)
    try checked(fsync(directory.rawValue))
}

/// Replaces what has the new name.
package func rename(_ old: FilePath, to new: FilePath) throws(Errno) {
    try checked(unsafe old.withPlatformString { old in unsafe new.withPlatformString { unsafe rename(old, $0) } })
}

package func remove(_ path: FilePath) throws(Errno) {
    try checked(unsafe path.withPlatformString { unsafe unlink($0) })
}
