import Attribution
import Encoder
import Evaluation
import Foundation
import ModelSpotting
import Setup

/// What `quoted evaluate` prints.
struct EvaluationReport: Encodable {
    var articles: Int
    var marked: Int
    var found: Int
    /// Which attributions are counted.
    var depth: Depth
    /// What found them: "rules", "model" or "predictions".
    var engine: String
    var model: Model?
    /// Articles that the predictions say nothing about.
    var unannotated: Int
    var scores: Scores

    struct Model: Encodable {
        var name: String
        var version: String
        var digest: String
        var precision: String
    }

    /// Of finds that were made before.
    init(predictions tally: Tally, unannotated: Int) {
        self.init(tally, engine: "predictions", model: nil, unannotated: unannotated)
    }

    init(_ tally: Tally, of engine: Engine) {
        let model = engine.model.map {
            Model(name: $0.name, version: $0.version, digest: $0.digest, precision: $0.precision.rawValue)
        }
        let kind: EngineChoice.Kind = model == nil ? .rules : .model
        self.init(tally, engine: kind.rawValue, model: model, unannotated: 0)
    }

    private init(_ tally: Tally, engine: String, model: Model?, unannotated: Int) {
        (articles, marked, found, depth) = (tally.articles, tally.marks, tally.finds, tally.depth)
        (self.engine, self.model, self.unannotated) = (engine, model, unannotated)
        scores = Scores(tally)
    }

    var text: String {
        let count = articles == 1 ? "1 article" : "\(articles) articles"
        let finder = engine + (model.map { " \($0.name) \($0.version), \($0.precision)" } ?? "")
        return "\(count), \(marked) attributions marked, \(found) found (\(finder)); in per cent\n\(note)\n"
            + scores.table
    }

    private var note: String {
        switch depth {
        case .outer: "Nobody marked what stands within others: finds there are left out.\n"
        case .all: ""
        }
    }

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
        }
    }

    private enum CodingKeys: CodingKey { case articles, marked, found, depth, engine, model, unannotated, scores }

    func encode(to encoder: any Encoder) throws {
        var report = encoder.container(keyedBy: CodingKeys.self)
        try report.encode(articles, forKey: .articles)
        try report.encode(marked, forKey: .marked)
        try report.encode(found, forKey: .found)
        try report.encode(depth.rawValue, forKey: .depth)
        try report.encode(engine, forKey: .engine)
        try report.encodeIfPresent(model, forKey: .model)
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
            try rates.encode(precision.value, forKey: .precision)
            try rates.encode(recall.value, forKey: .recall)
            try rates.encode(f1.value, forKey: .f1)
        case .recall(let ratio), .share(let ratio):
            var number = encoder.singleValueContainer()
            try number.encode(ratio.value)
        case .number(let value):
            var number = encoder.singleValueContainer()
            try number.encode(value)
        }
    }
}
