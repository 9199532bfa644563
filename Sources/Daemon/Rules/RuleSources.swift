package import SystemPackage

/// Which files make the rules.
package struct RuleSources: Sendable {
    /// The folder of one language.
    package var shipped: FilePath
    /// The users' own, laid over it.
    package var overlays: [FilePath]

    package init(shipped: FilePath, overlays: [FilePath]) {
        self.shipped = shipped
        self.overlays = overlays
    }

    /// Rules that were named, or that ought to be there, are not.
    package struct Missing: Error, Equatable, CustomStringConvertible {
        package var description: String
    }

    /// - Parameter overlays: Must exist.
    /// - Throws: `Missing`.
    package static func find(overlays: [FilePath]) throws(Missing) -> RuleSources {
        guard let shipped = RuleFolders.shipped() else {
            throw Missing(
                description:
                    "there are no rules in share/quoted/Rules beside \(RuleFolders.program.removingLastComponent()); "
                    + "install quoted with `make install`, which puts them there")
        }
        if let absent = overlays.first(where: { !Surroundings.isFolder($0) }) {
            throw Missing(description: "there is no folder \(absent); name a folder of rule files with --rules")
        }
        return RuleSources(shipped: shipped, overlays: overlays)
    }

    /// For commands that are not told where the users' rules are.
    /// - Throws: `Missing`.
    static func find(named overlays: [String]) throws(Missing) -> RuleSources {
        guard overlays.isEmpty else { return try find(overlays: overlays.map { FilePath($0) }) }
        return try find(overlays: [Settings.usualRules].filter(Surroundings.isFolder))
    }
}
