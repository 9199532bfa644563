import SystemPackage

extension FilePath {
    /// Absolute, so that neither a change of folder nor a relative name in a log leads astray.
    ///
    /// - Returns: Nil for what is no path.
    /// - Throws: Where a relative one begins in a folder that is gone.
    init?(setting text: String) throws(Unfit) {
        guard !text.isEmpty, !text.utf8.contains(0) else { return nil }
        let path = FilePath(given: text)
        if path.isAbsolute {
            self = path.lexicallyNormalized()
            return
        }
        guard let folder = SettingsPreflight.workingFolder else {
            throw Unfit(
                reason: "“\(text)” is relative to the working folder, which was removed",
                remedy: "give the whole path, or start in a folder that exists (cd, or WorkingDirectory= in a unit)")
        }
        self = folder.pushing(path).lexicallyNormalized()
    }
}
