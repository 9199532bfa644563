import CKernels

/// A trained model: what it reads of a window, and what it makes of it. Immutable; one is shared by all workers, each
/// of which has a `Workspace` of its own.
package final class Model: Sendable {
    package let configuration: ModelConfiguration
    package let precision: Precision
    /// "sha256:" and the hexadecimal digest of `model.safetensors`.
    package let digest: String
    package let wordPiece: WordPiece

    package var name: String { configuration.name }
    package var version: String { configuration.version }
    package var language: String? { configuration.language }

    let engine: DNNEngine
    let kernels: Kernels
    let embeddings: Embeddings
    let layers: [Layer]
    let heads: Heads
    /// Of all products, without repetitions.
    let shapes: [ProductShape]

    init(
        configuration: ModelConfiguration, precision: Precision, wordPiece: WordPiece, tensors: Safetensors,
        kernels: Kernels
    ) throws(ModelError) {
        let engine = try DNNEngine()
        let shapes = try LayerShapes(configuration, precision, engine)
        let heads = try Heads(configuration, tensors, engine)
        var layers: [Layer] = []
        for i in 0..<configuration.layers {
            layers.append(try Layer(tensors, "encoder.layer.\(i)", shapes, configuration, engine))
        }
        self.shapes = [shapes.qkv, shapes.dense, shapes.up, shapes.down, heads.shape]
        self.layers = layers
        self.heads = heads
        self.engine = engine
        self.kernels = kernels
        embeddings = try Embeddings(configuration, tensors)
        digest = tensors.file.digest
        self.configuration = configuration
        self.precision = precision
        self.wordPiece = wordPiece
    }
}
