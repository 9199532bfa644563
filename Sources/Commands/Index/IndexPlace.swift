import Setup
import SystemPackage

/// Where index and journal are, for commands that are told by the daemon's own settings.
struct IndexPlace {
    var index: FilePath
    /// Nil where only the index is named.
    var journal: FilePath?

    /// - Returns: nil where neither is named.
    /// - Throws: `SettingsError`.
    init?(flags: [Setting: String], environment: [String: String], file: String?) async throws(SettingsError) {
        let file = file ?? environment[SettingsSources.fileVariable]
        let sources = try await SettingsSources(
            flags: flags, environment: environment, file: file.map { FilePath(given: $0) })
        var reader = SettingsReader(sources)
        let journal = reader.value(.journal, else: nil) { text throws(Unfit) in try Settings.path(text) }
        let index = reader.value(.index, else: journal.map { .file(Settings.index(of: $0)) }, IndexChoice.init)
        guard reader.mistakes.isEmpty else { throw SettingsError(reader.mistakes) }
        guard let index else { return nil }
        guard case .file(let path) = index else {
            throw SettingsError([
                Mistake(
                    place: reader.places[.index] ?? Setting.index.flag, reason: "the daemon keeps no index",
                    remedy: "name a file for it, and start the daemon anew")
            ])
        }
        (self.index, self.journal) = (path, journal)
    }
}
