import CKernels

/// What a window's pieces become before the first layer: word, position and features, added and normalised. Immutable.
final class Embeddings: @unchecked Sendable {
    private let vocabularySize: Int
    private let hidden: Int
    /// [vocabulary, hidden], with a scale for each row.
    private let words: Room<Int8>
    private let scales: Room<Float>
    /// [positions, hidden].
    private let positions: Room<Float>
    /// The rows of all features, one feature after the other.
    private let features: Room<Float>
    /// Of each feature, its rows in `features`.
    private let featureRows: [Range<Int>]
    private let norm: Norm

    init(_ configuration: ModelConfiguration, _ tensors: Safetensors) throws(ModelError) {
        vocabularySize = configuration.vocabularySize
        hidden = configuration.hiddenSize
        words = Room(
            try tensors.signedBytes("embeddings.word_embeddings.weight", [vocabularySize, hidden]))
        scales = Room(try tensors.floats("embeddings.word_embeddings.scale", [vocabularySize]))
        positions = Room(
            try tensors.floats(
                "embeddings.position_embeddings.weight", [configuration.maximumPositions, hidden]))
        var features: [Float] = []
        var featureRows: [Range<Int>] = []
        for feature in configuration.features {
            let start = features.count / hidden
            features += try tensors.floats(
                "embeddings.features.\(feature.name).weight", [feature.values.count, hidden])
            featureRows.append(start..<features.count / hidden)
        }
        self.features = Room(features)
        self.featureRows = featureRows
        norm = try Norm(tensors, "embeddings.LayerNorm", configuration)
    }

    /// Fills as many rows of the states as the window has pieces.
    func embed(_ window: Window, _ buffers: borrowing Buffers, _ kernels: kernels) {
        precondition(window.features.count == featureRows.count, "the window has not the model's features")
        let added = buffers.added.start
        for (t, piece) in window.pieces.enumerated() {
            precondition((0..<vocabularySize).contains(Int(piece)), "a piece is not in the vocabulary")
            added[0] = UnsafePointer(positions.start + t * hidden)
            for (f, rows) in featureRows.enumerated() {
                let row = rows.lowerBound + Int(window.features[f][t])
                precondition(row < rows.upperBound, "a feature has no such value")
                added[f + 1] = UnsafePointer(features.start + row * hidden)
            }
            kernels.embed(
                words.start + Int(piece) * hidden, scales.start[Int(piece)], added, featureRows.count + 1, hidden,
                norm.kernel, buffers.states.start + t * hidden, buffers.stateActivations(t))
        }
    }
}

/// The numbers of a LayerNorm. Immutable.
final class Norm: @unchecked Sendable {
    private let weight: Room<Float>
    private let bias: Room<Float>
    private let epsilon: Float

    init(_ tensors: Safetensors, _ name: String, _ configuration: ModelConfiguration) throws(ModelError) {
        weight = Room(try tensors.floats("\(name).weight", [configuration.hiddenSize]))
        bias = Room(try tensors.floats("\(name).bias", [configuration.hiddenSize]))
        epsilon = configuration.normEpsilon
    }

    var kernel: kernels_norm { kernels_norm(weight: weight.start, bias: bias.start, epsilon: epsilon) }
}
