import Attribution
package import Rulebook
package import SystemPackage

extension RuleFolders {
    /// A folder of rules is missing.
    package struct Missing: Error, Equatable, CustomStringConvertible {
        package var description: String
    }

    /// The rules that come with quoted and the users' own over them.
    ///
    /// - Parameter overlays: Must exist.
    /// - Throws: `Missing`.
    package static func find(overlays: [FilePath]) throws(Missing) -> RuleFolders {
        if let absent = overlays.first(where: { !SettingsPreflight.isFolder($0) }) {
            throw Missing(description: "there is no folder \(absent); name a folder of rule files with --rules")
        }
        do {
            let languages = LanguagePacks.rules
            let shipped = try RulesLocation.find(language: languages[0].code).removingLastComponent()
            return RuleFolders(
                shipped: shipped, overlays: overlays,
                languages: languages.filter { SettingsPreflight.isFolder(shipped.appending($0.code)) })
        } catch {
            let places = error.tried.map(\.string).joined(separator: ", ")
            throw Missing(
                description: "the rules that come with quoted are in none of \(places); install quoted with "
                    + "`make install`, which puts them there")
        }
    }

    /// For commands that need not be told where the users' rules are.
    /// - Throws: `Missing`.
    package static func find(named overlays: [String]) throws(Missing) -> RuleFolders {
        guard overlays.isEmpty else { return try find(overlays: overlays.map { FilePath($0) }) }
        return try find(overlays: [Settings.usualRules].filter(SettingsPreflight.isFolder))
    }
}
