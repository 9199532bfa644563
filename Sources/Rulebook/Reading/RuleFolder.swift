import Foundation
import SystemPackage

/// What lies in a folder of rule files.
enum RuleFolder {
    static func holds(_ path: FilePath) -> Bool {
        // A link that leads nowhere is a file that cannot be read, and is reported as one.
        FileManager.default.fileExists(atPath: path.string) || (try? Stat(path, followTargetSymlink: false)) != nil
    }

    /// Names of the visible YAML files, in the order of the alphabet; none if there is no folder.
    static func yamlFiles(in folder: FilePath) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.string)) ?? []
        return names.filter { !$0.hasPrefix(".") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) }.sorted()
    }

    /// Names of all files that are read when the rules are.
    static func files(in folder: FilePath) -> [String] {
        yamlFiles(in: folder) + (holds(folder.appending(SpeakerDirectoryFile.name)) ? [SpeakerDirectoryFile.name] : [])
    }

    /// YAML files that no rule file is named like would be left out in silence: they are reported.
    static func strangers(in folder: FilePath) -> [RulebookProblem] {
        let known = RulebookLoader.fileNames
        return yamlFiles(in: folder).filter { !known.contains($0) }.map { name in
            RulebookProblem(
                code: .unknownFile, severity: .error,
                place: Place(file: folder.appending(name).string, line: 1, column: 1),
                what: "no rule file has this name", expected: "one of \(known.joined(separator: ", "))",
                suggestion: nearest(to: name, among: known))
        }
    }
}
