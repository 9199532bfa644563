import CKernels

/// From what words and a cue say to what each word is of the cue's attribution: a hidden layer over both, their product and their
/// distance, and its labels. Immutable.
final class PartsHead: @unchecked Sendable {
    let size: Int
    let labels: Int
    /// [2 · buckets + 2, size], a row for each bucket of distance; the last is that of a cue in a window before.
    private let distances: Room<Float>
    private let buckets: Int
    /// [size, 16], of which `labels` columns count, and their biases.
    let emit: Room<Float>
    let bias: [Float]

    /// Columns that are computed at once.
    static let columns = ModelConfiguration.mostLabels

    init(_ configuration: ModelConfiguration, _ tensors: Safetensors) throws(ModelError) {
        size = configuration.partSize
        labels = configuration.partLabels.count
        buckets = configuration.distanceBuckets
        distances = Room(try tensors.floats("parts.distance.weight", [2 * buckets + 2, size]))
        bias = try tensors.floats("parts.emit.bias", [labels])
        let rows = try tensors.floats("parts.emit.weight", [labels, size])
        var turned = [Float](repeating: 0, count: size * Self.columns)
        for label in 0..<labels {
            for d in 0..<size { turned[d * Self.columns + label] = rows[label * size + d] }
        }
        emit = Room(turned)
    }

    /// The row of distances for a word.
    ///
    /// - Parameter cue: The cue's first word; nil for one in a window before.
    func distance(of word: Int, from cue: Int?) -> UnsafePointer<Float> {
        let row = cue.map { Distance.bucket(word - $0, side: buckets) } ?? 2 * buckets + 1
        return UnsafePointer(distances.start + row * size)
    }
}
