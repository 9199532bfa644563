internal import Foundation
package import SystemPackage

/// Where the folders lie that come with the program: an installed one, one in a build folder and a test have them in
/// different places.
package enum ShippedFolders {
    /// - Parameters:
    ///   - name: Of the folder: "Rules", "Models".
    ///   - executable: The program's file; its neighbourhood is searched.
    package static func candidates(_ name: String, executable: FilePath?) -> [FilePath] {
        var candidates: [FilePath] = []
        if let executable {
            var folder = executable.removingLastComponent()
            candidates.append(folder.removingLastComponent().appending("share/quoted").appending(name))
            // Development builds lie in .build/<triple>/debug, the folders at the top of the package.
            repeat { candidates.append(folder.appending(name)) } while folder.removeLastComponent()
        }
        candidates.append(FilePath("/usr/share/quoted").appending(name))
        return candidates
    }

    package static func isFolder(_ path: FilePath) -> Bool { (try? Stat(path))?.type == .directory }

    /// The file of the running program, links followed; nil where the system does not say.
    package static var thisExecutable: FilePath? {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map { FilePath($0) }
    }
}
