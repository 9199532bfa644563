internal import Foundation
package import SystemPackage

/// Finds the folder of rules at run time: an installed program, one in a build folder and a test look in other places.
package enum RulesLocation {
    /// No place had rules; says which were tried.
    package struct NotFound: Error, Sendable, Hashable, CustomStringConvertible {
        package var language: String
        package var tried: [FilePath]

        package var description: String {
            """
            no rules for language "\(language)": none of these is a folder: \
            \(tried.map { $0.appending(language).string }.joined(separator: ", ")). \
            Install the rules there, or name the folder that holds "\(language)" in QUOTED_SHIPPED_RULES.
            """
        }
    }

    /// The folder of one language's rules, such as `/usr/share/quoted/Rules/en`.
    ///
    /// - Parameters:
    ///   - explicit: The folder above the languages that the user named; only it is tried then.
    ///   - environment: `QUOTED_SHIPPED_RULES` in it is as good as `explicit`, which goes before it.
    ///   - executable: The program's file; its neighbourhood is searched.
    package static func find(
        language: String,
        explicit: FilePath? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment,
        executable: FilePath? = ShippedFolders.thisExecutable
    ) throws(NotFound) -> FilePath {
        let candidates = candidates(explicit: explicit, environment: environment, executable: executable)
        for candidate in candidates {
            let folder = candidate.appending(language)
            if ShippedFolders.isFolder(folder) { return folder }
        }
        throw NotFound(language: language, tried: candidates)
    }

    /// What somebody named is not passed over in silence for another place.
    static func candidates(
        explicit: FilePath?, environment: [String: String], executable: FilePath?
    ) -> [FilePath] {
        if let explicit { return [explicit] }
        if let named = environment["QUOTED_SHIPPED_RULES"], !named.isEmpty { return [FilePath(named)] }
        return ShippedFolders.candidates("Rules", executable: executable)
    }
}
