import LanguageKit
import Rulebook
package import SystemPackage

/// Finds the folders of the models that come with quoted, as `RulesLocation` finds its rules.
package enum ModelLocation {
    /// No place had the model; says which were tried.
    package struct NotFound: Error, Sendable, Equatable {
        package var name: String
        package var tried: [FilePath]
    }

    /// - Parameters:
    ///   - name: The folder's, such as "en-news".
    ///   - executable: The program's file; its neighbourhood is searched.
    package static func find(
        _ name: String, executable: FilePath? = ShippedFolders.thisExecutable
    ) throws(NotFound) -> FilePath {
        let candidates = ShippedFolders.candidates("Models", executable: executable).map { $0.appending(name) }
        guard let folder = candidates.first(where: ShippedFolders.isFolder) else {
            throw NotFound(name: name, tried: candidates)
        }
        return folder
    }
}
