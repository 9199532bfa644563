import Foundation

/// What `config.json` says of a model.
package struct ModelConfiguration: Sendable, Hashable {
    /// A small embedding that is added to that of the word piece; a value's index is its row.
    package struct Feature: Sendable, Hashable, Decodable {
        package var name: String
        package var values: [String]
    }

    /// A further head that says one thing of each word, independently of the words around it.
    package struct Classifier: Sendable, Hashable, Decodable {
        package var name: String
        package var labels: [String]
    }

    package var name: String
    package var version: String
    /// Code of the language that it reads: "en"; nil in older files, whose language is that of texts that tell none.
    package var language: String?
    package var vocabularySize: Int
    package var hiddenSize: Int
    package var layers: Int
    package var heads: Int
    package var intermediateSize: Int
    package var maximumPositions: Int
    package var normEpsilon: Float
    /// Pieces in one window at most, the special ones included.
    package var window: Int
    package var features: [Feature]
    /// Of the cue scores' columns: "O", "B", …
    package var cueLabels: [String]
    /// Of the columns of a cue's part scores: "O", "B-source", …
    package var partLabels: [String]
    /// Width of the layer that tells the parts.
    package var partSize: Int
    /// In the order in which scores have them.
    package var classifiers: [Classifier] = []
    /// Names of the pointers, in the order in which scores have them.
    package var pointers: [String]
    package var pointerSize: Int
    /// Buckets of distance on one side.
    package var distanceBuckets: Int
    /// For whoever decodes the scores; nothing in here reads them.
    package var decoder: [String: Double]

    package var headWidth: Int { hiddenSize / heads }
}

extension ModelConfiguration {
    static let modelType = "quoted-attribution"
    static let format = 2
    /// Of cues and parts: 16 columns are computed at once.
    static let mostLabels = 16

    init(json: Data, file: String) throws(ModelError) {
        func error(_ code: ModelError.Code, _ what: String) -> ModelError { ModelError(code, file: file, what) }
        let kind: Kind
        let keys: Keys
        do {
            kind = try JSONDecoder().decode(Kind.self, from: json)
        } catch {
            throw Self.error(error, file)
        }
        guard kind.model_type == Self.modelType else {
            throw error(.unsupported, "the model_type is \"\(kind.model_type)\", and not \"\(Self.modelType)\"")
        }
        guard kind.format == Self.format else {
            throw error(.unsupported, "the format is \(kind.format), and only \(Self.format) can be read")
        }
        do {
            keys = try JSONDecoder().decode(Keys.self, from: json)
        } catch {
            throw Self.error(error, file)
        }
        guard keys.hidden_act == "gelu", keys.do_lower_case else {
            throw error(.unsupported, "only \"hidden_act\": \"gelu\" and \"do_lower_case\": true can be computed")
        }
        self.init(keys)
        if let fault { throw error(.badConfiguration, fault) }
    }

    private init(_ keys: Keys) {
        self.init(
            name: keys.name, version: keys.version, language: keys.language, vocabularySize: keys.vocab_size,
            hiddenSize: keys.hidden_size,
            layers: keys.num_hidden_layers, heads: keys.num_attention_heads, intermediateSize: keys.intermediate_size,
            maximumPositions: keys.max_position_embeddings, normEpsilon: keys.layer_norm_eps, window: keys.window,
            features: keys.features, cueLabels: keys.cue_labels, partLabels: keys.part_labels,
            partSize: keys.part_size, classifiers: keys.classifiers ?? [],
            pointers: keys.pointers.map(\.name),
            pointerSize: keys.pointer_size, distanceBuckets: keys.distance_buckets, decoder: keys.decoder)
    }

    /// What does not go together; nil when the model can be computed.
    private var fault: String? {
        let sizes = [
            vocabularySize, hiddenSize, layers, heads, intermediateSize, maximumPositions, pointerSize, partSize,
        ]
        guard sizes.allSatisfy({ (1...1_000_000).contains($0) }) else { return "a size is not between 1 and 1,000,000" }
        guard hiddenSize % heads == 0, headWidth % 16 == 0, intermediateSize % 16 == 0, pointerSize % 16 == 0,
            partSize % 16 == 0
        else {
            return "the widths of heads, of the intermediate layer, of pointers and of parts have to be multiples of 16"
        }
        guard (3...maximumPositions).contains(window) else {
            return "window is \(window), and not between 3 and max_position_embeddings, \(maximumPositions)"
        }
        for labels in [cueLabels, partLabels] {
            guard (1...Self.mostLabels).contains(labels.count), Set(labels).count == labels.count else {
                return "labels are missing, there twice, or more than \(Self.mostLabels)"
            }
        }
        guard classifiers.allSatisfy({ (1...256).contains($0.labels.count) }) else {
            return "a classifier has no labels, or more than 256"
        }
        guard (1...30).contains(distanceBuckets) else { return "distance_buckets is not between 1 and 30" }
        guard normEpsilon >= 0, normEpsilon.isFinite else { return "layer_norm_eps is not a small number" }
        guard features.allSatisfy({ (1...256).contains($0.values.count) }) else {
            return "a feature has no values, or more than 256"
        }
        return nil
    }

    private static func error(_ error: any Error, _ file: String) -> ModelError {
        let what =
            switch error as? DecodingError {
            case .keyNotFound(let key, _)?: "\"\(key.stringValue)\" is missing"
            case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?:
                "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\" has a value of another type"
            default: "it is not JSON"
            }
        return ModelError(.badConfiguration, file: file, what)
    }

    /// Read first: another format may have other keys.
    private struct Kind: Decodable {
        var model_type: String
        var format: Int
    }

    /// The file's own words.
    private struct Keys: Decodable {
        struct Pointer: Decodable { var name: String }
        var name: String, version: String, language: String?
        var vocab_size: Int, hidden_size: Int, num_hidden_layers: Int, num_attention_heads: Int
        var intermediate_size: Int, max_position_embeddings: Int
        var layer_norm_eps: Float
        var hidden_act: String
        var do_lower_case: Bool
        var window: Int
        var features: [Feature]
        var cue_labels: [String], part_labels: [String], part_size: Int
        var classifiers: [Classifier]?
        var pointers: [Pointer]
        var pointer_size: Int, distance_buckets: Int
        var decoder: [String: Double]
    }
}
