import Foundation
import SystemPackage

/// What lies in a folder of rule files.
enum RuleFolder {
    static func holds(_ path: FilePath) -> Bool {
        // A link that leads nowhere is a file that cannot be read, and is reported as one.
        FileManager.default.fileExists(atPath: path.string) || (try? Stat(path, followTargetSymlink: false)) != nil
    }

    /// YAML files that no rule file is named like would be left out in silence: they are reported.
    static func strangers(in folder: FilePath) -> [RulebookProblem] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.string)) ?? []
        return names.sorted().compactMap { name in
            guard !name.hasPrefix("."), name.hasSuffix(".yaml") || name.hasSuffix(".yml") else { return nil }
            guard !RulebookLoader.fileNames.contains(name) else { return nil }
            return RulebookProblem(
                code: .unknownFile, severity: .error,
                place: Place(file: folder.appending(name).string, line: 1, column: 1),
                what: "no rule file has this name",
                expected: "one of \(RulebookLoader.fileNames.joined(separator: ", "))",
                suggestion: nearest(to: name, among: RulebookLoader.fileNames))
        }
    }
}
