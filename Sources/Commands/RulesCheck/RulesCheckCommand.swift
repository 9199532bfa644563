import Rulebook
package import Setup
import SystemPackage

/// `quoted rules check`.
package struct RulesCheckCommand: Sendable {
    private let overlays: [String]

    package init(overlays: [String]) { self.overlays = overlays }

    package func run() -> ExitStatus {
        do {
            let sources = try RuleFolders.find(named: overlays)
            let rules = try RulebookSource(sources).status
            for warning in rules.warnings { print(warning) }
            let folders = ([sources.shipped] + sources.overlays).map(\.string).joined(separator: ", ")
            print("The rules can be used. They come from \(folders):")
            for language in rules.languages {
                print("\(language.code): \(language.verbs) reporting verbs, \(language.digest)")
            }
            return .success
        } catch let problems as RulebookProblems {
            // On standard output, like a compiler's: an editor jumps to them.
            print(problems)
            let errors = problems.problems.count { $0.severity == .error }
            StandardError.write("the rules cannot be used: \(errors) \(errors == 1 ? "mistake" : "mistakes")")
            return .failure
        } catch {
            StandardError.write("\(error)")
            return .failure
        }
    }
}
