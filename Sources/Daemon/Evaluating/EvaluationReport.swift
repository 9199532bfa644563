import Evaluation
import Foundation

/// What `quoted evaluate` prints.
struct EvaluationReport: Encodable {
    var articles: Int
    var marked: Int
    var found: Int
    /// What found them: "rules", "predictions".
    var engine: String
    /// Articles that the predictions say nothing about.
    var unannotated: Int
    var scores: Scores

    init(_ tally: Tally, engine: String, unannotated: Int = 0) {
        (articles, marked, found) = (tally.articles, tally.marks, tally.finds)
        (self.engine, self.unannotated) = (engine, unannotated)
        scores = Scores(tally)
    }

    var text: String {
        let count = articles == 1 ? "1 article" : "\(articles) articles"
        return "\(count), \(marked) attributions marked, \(found) found (\(engine)); in per cent\n\n" + scores.table
    }

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        }
    }

    private enum CodingKeys: CodingKey { case articles, marked, found, engine, unannotated, scores }

    func encode(to encoder: any Encoder) throws {
        var report = encoder.container(keyedBy: CodingKeys.self)
        try report.encode(articles, forKey: .articles)
        try report.encode(marked, forKey: .marked)
        try report.encode(found, forKey: .found)
        try report.encode(engine, forKey: .engine)
        try report.encode(unannotated, forKey: .unannotated)
        let figures = scores.rows.map { ($0.name, EncodedFigure(figure: $0.figure)) }
        try report.encode(Dictionary(uniqueKeysWithValues: figures), forKey: .scores)
    }
}

/// A share is a number; rates have names.
private struct EncodedFigure: Encodable {
    var figure: Scores.Figure

    private enum CodingKeys: CodingKey { case precision, recall, f1 }

    func encode(to encoder: any Encoder) throws {
        switch figure {
        case .rates(let precision, let recall, let f1):
            var rates = encoder.container(keyedBy: CodingKeys.self)
            try rates.encode(precision, forKey: .precision)
            try rates.encode(recall, forKey: .recall)
            try rates.encode(f1, forKey: .f1)
        case .share(let share):
            var number = encoder.singleValueContainer()
            try number.encode(share)
        }
    }
}
