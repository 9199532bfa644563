import CivilTime
import Files
import SystemPackage

/// The folders of `done/` that the previous daemon may have used last.
enum LatestDays {
    private static let window: Int64 = 2 * 86_400

    /// Those named for today and yesterday, and those modified since then: a wrong clock gives folders wrong names.
    ///
    /// - Parameter now: Seconds since 1970.
    /// - Returns: Folders below `done`, sorted.
    static func folders(of done: FilePath, at now: Int64) throws(Errno) -> [RelativePath] {
        let oldest = now - window
        let root = try Directory.open(done)
        var listing = try Directory.Listing(root)
        var folders: [String] = []
        while let name = try listing.next() {
            let text = String(decoding: name, as: UTF8.self)
            guard let days = UTCTime.days(date: text) else { continue }
            let modified = try root.enter(name).stamp().modified / 1_000_000_000
            if days > UTCTime(oldest).days || modified >= oldest { folders.append(text) }
        }
        return folders.sorted().compactMap { RelativePath($0) }
    }
}
