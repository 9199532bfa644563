import CivilTime
import Files
package import SystemPackage

/// Clears out `done/`.
package enum KeepDone {
    /// Removes dated folders of `done/` whose day ended longer ago than `age`. Anything else there is left alone.
    ///
    /// - Parameter now: seconds since 1970.
    /// - Returns: the folders removed.
    @discardableResult
    package static func clear(_ done: FilePath, olderThan age: Duration, at now: Int64) throws(Errno) -> [String] {
        let root = try Directory.open(done)
        let oldest = UTCTime(now - age.components.seconds).days
        var folders: [String] = []
        var listing = try Directory.Listing(root)
        while let name = try listing.next() {
            let name = String(decoding: name, as: UTF8.self)
            if let days = UTCTime.days(date: name), days < oldest { folders.append(name) }
        }
        for folder in folders.sorted() { try root.removeTree(Array(folder.utf8)) }
        return folders.sorted()
    }
}

extension Directory {
    /// Removes a folder and all that is in it. Links are removed, not followed.
    func removeTree(_ name: [UInt8]) throws(Errno) {
        let folder = try enter(name)
        var listing = try Listing(folder)
        while let name = try listing.next() {
            switch try folder.look(name) {
            case .gone: break
            case .directory: try folder.removeTree(name)
            case .file, .special: try folder.remove(name)
            }
        }
        try remove(name, directory: true)
    }
}
