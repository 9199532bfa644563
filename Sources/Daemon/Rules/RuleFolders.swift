import Foundation
package import SystemPackage

/// Where the rules that come with quoted lie: beside the program, wherever that was put.
package enum RuleFolders {
    /// - Parameter program: The running executable's path, links resolved.
    /// - Returns: The folder of one language, nil where there is none: `../share/quoted/Rules/en` as installed, or
    ///   `Rules/en` in one of the folders above, as in a build of the sources.
    package static func shipped(language: String = "en", program: FilePath = RuleFolders.program) -> FilePath? {
        var candidates = [program.removingLastComponent().removingLastComponent().appending("share/quoted")]
        var above = program
        while above.removeLastComponent() { candidates.append(above) }
        return candidates.lazy.map { $0.appending("Rules").appending(language) }.first(where: Surroundings.isFolder)
    }

    package static var program: FilePath {
        let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return FilePath(path ?? CommandLine.arguments[0])
    }
}
