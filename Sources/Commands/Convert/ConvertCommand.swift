import Annotator
package import LanguageKit
package import Newswire
import Rulebook
package import Setup

/// `quoted convert`.
package struct ConvertCommand: Sendable {
    private let files: [String]
    private let overlays: [String]
    private let fields: JSONMapping
    private let json: Bool
    private let language: LanguageChoice

    /// - Parameter fields: Where articles are looked for in JSON.
    package init(files: [String], overlays: [String], fields: JSONMapping, json: Bool, language: LanguageChoice) {
        self.files = files
        self.overlays = overlays
        self.fields = fields
        self.json = json
        self.language = language
    }

    package func run() -> ExitStatus {
        do {
            let rulebooks = try RulebookSource(RuleFolders.find(named: overlays)).current
            let finder = AsideFinder(rulebooks: rulebooks, language: language)
            let words = NewsWords(rulebooks)
            let failed = files.count { !show($0, words, finder) }
            return failed == 0 ? .success : .failure
        } catch {
            StandardError.write("\(error)")
            return .failure
        }
    }

    /// - Returns: Whether all of the file could be read.
    private func show(_ name: String, _ words: NewsWords, _ finder: AsideFinder) -> Bool {
        do {
            let bytes = try NamedInput(name).readArticles()
            let reading = try Newswire.read(bytes: bytes, words: words, json: fields)
            let file = ConvertedFile(reading, finder: finder)
            print(json ? try file.json : file.text, terminator: "")
            return reading.failures.isEmpty
        } catch let error as NewswireError {
            StandardError.write("\(LogValue.escaped(name)): \(error.reason); \(error.remedy)")
        } catch {
            StandardError.write("\(error)")
        }
        return false
    }
}
