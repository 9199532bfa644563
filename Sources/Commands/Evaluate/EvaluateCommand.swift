import Evaluation
import Foundation
import Rulebook
package import Setup

/// `quoted evaluate`.
package struct EvaluateCommand: Sendable {
    private let gold: String
    private let predictions: String?
    private let engine: [Setting: String]
    private let overlays: [String]
    private let confidence: [Setting: String]
    private let json: Bool

    /// - Parameters:
    ///   - gold: The file of marked articles, or a folder of brat's.
    ///   - predictions: What was found in them before; nil to annotate them now.
    ///   - engine: What the flags say of the engine.
    ///   - confidence: What they say of how sure quotations and speakers must be.
    package init(
        gold: String, predictions: String?, engine: [Setting: String], overlays: [String],
        confidence: [Setting: String], json: Bool
    ) {
        self.gold = gold
        self.predictions = predictions
        self.engine = engine
        self.overlays = overlays
        self.confidence = confidence
        self.json = json
    }

    package func run() async -> ExitStatus {
        await .of {
            let articles = try MarkedInput.read(gold)
            let report =
                if let predictions { try compare(articles, with: predictions) } else { try await annotate(articles) }
            print(json ? try report.json : report.text, terminator: "")
            return .success
        }
    }

    private func annotate(_ articles: [MarkedArticle]) async throws -> EvaluationReport {
        let environment = ProcessInfo.processInfo.environment
        let engine = try await EngineChoice(flags: engine, environment: environment).load()
        let floor = try await SettingsReader.floor(flags: confidence, environment: environment)
        let rules = try RuleStore(RuleFolders.find(named: overlays), engine: engine, omitText: false, floor: floor)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        var progress = ProgressLine(count: articles.count)
        let tally = await Evaluator(
            articles: articles, depth: MarkedArticle.depth(of: articles), annotator: rules.annotator, atOnce: cores
        ).tally {
            progress.show("\($0) of \(articles.count) articles")
        }
        progress.end()
        return EvaluationReport(tally, of: engine)
    }

    private func compare(_ articles: [MarkedArticle], with name: String) throws -> EvaluationReport {
        let file = LogValue.escaped(name)
        let predictions = try PredictionFile.read(try NamedInput(name).read(), file: file)
        let depth = MarkedArticle.depth(of: articles)
        var tally = Tally(depth)
        var unannotated = 0
        var mistakes: [InputMistakes.Mistake] = []
        for article in articles {
            do throws(InputMistakes.Mistake) {
                let finds = try predictions.finds(in: article)
                if finds == nil { unannotated += 1 }
                tally += Tally(marks: article.marks, finds: finds ?? [], in: article.text, depth)
            } catch {
                mistakes.append(error)
            }
        }
        guard mistakes.isEmpty else { throw InputMistakes(file: file, mistakes) }
        if unannotated > 0 {
            StandardError.write(
                "\(file) has no finds for \(unannotated) of the \(articles.count) articles: they count as articles in "
                    + "which nothing was found")
        }
        return EvaluationReport(predictions: tally, unannotated: unannotated)
    }
}
