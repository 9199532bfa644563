import Setup
import SystemPackage

/// Where index and journal are, for commands that are told by the daemon's own settings.
struct IndexPlace {
    var index: FilePath
    /// Nil where only the index is named.
    var journal: FilePath?

    /// - Returns: nil where neither is named.
    /// - Throws: `SettingsError`.
    init?(flags: [Setting: String], file: String?) async throws(SettingsError) {
        var reader = try await SettingsReader(flags: flags, file: file)
        let journal: FilePath? = reader.given(.journal)
        let index = reader.index(of: journal)
        try reader.finish()
        guard let index else { return nil }
        guard case .file(let path) = index else {
            throw SettingsError([
                Mistake(
                    place: reader.places[.index] ?? Setting.index.flag, reason: "the daemon keeps no index",
                    remedy: "name a file for it, and restart the daemon")
            ])
        }
        (self.index, self.journal) = (path, journal)
    }
}
