import Evaluation
import Newswire
import Rulebook
package import Setup

/// `quoted evaluate --extraction`.
package struct ExtractionCommand: Sendable {
    private let truth: String
    private let pages: String
    private let json: Bool

    /// - Parameters:
    ///   - truth: The file that says what is to be taken from each page.
    ///   - pages: The folder that they are in.
    package init(truth: String, pages: String, json: Bool) {
        self.truth = truth
        self.pages = pages
        self.json = json
    }

    package func run() -> ExitStatus {
        do {
            let truths = try PageTruth.read(try NamedInput(truth).read(), file: LogValue.escaped(truth))
            let rulebooks = try RulebookSource(RuleFolders.find(named: [])).current
            let evaluator = ExtractionEvaluator(folder: PageFolder(path: pages), words: NewsWords(rulebooks))
            var progress = ProgressLine(count: truths.count)
            var refused: [String: String] = [:]
            var scores: [ExtractionTally.Page] = []
            for truth in truths {
                let outcome = try evaluator.outcome(of: truth)
                scores.append(outcome.page)
                refused[truth.id] = outcome.refusal
                progress.show("\(scores.count) of \(truths.count) pages")
            }
            progress.end()
            let report = ExtractionReport(ExtractionTally(scores), refused: refused)
            print(json ? try report.json : report.text, terminator: "")
            return .success
        } catch {
            StandardError.write("\(error)")
            return ExitStatus(error)
        }
    }
}
