import CKernels

/// The four products of a layer, for all layers.
struct LayerShapes {
    let qkv: ProductShape
    let dense: ProductShape
    let up: ProductShape
    let down: ProductShape

    init(_ configuration: ModelConfiguration, _ precision: Precision, _ engine: DNNEngine) throws(ModelError) {
        let hidden = configuration.hiddenSize
        let intermediate = configuration.intermediateSize
        qkv = try ProductShape(inputs: hidden, outputs: 3 * hidden, precision: precision, engine)
        dense = try ProductShape(inputs: hidden, outputs: hidden, precision: precision, engine)
        up = try ProductShape(inputs: hidden, outputs: intermediate, precision: precision, engine)
        down = try ProductShape(inputs: intermediate, outputs: hidden, precision: precision, engine)
    }
}

/// One layer of the encoder: attention, then two products with GELU between them; each half is added to what it was
/// made of and normalised (Vaswani et al. 2017; BERT's order, with the norm behind).
struct Layer: Sendable {
    let qkv: Product
    let dense: Product
    let attentionNorm: Norm
    let up: Product
    let down: Product
    let outputNorm: Norm

    init(
        _ tensors: Safetensors, _ name: String, _ shapes: LayerShapes, _ configuration: ModelConfiguration,
        _ engine: DNNEngine
    ) throws(ModelError) {
        qkv = try Product(shapes.qkv, tensors, "\(name).attention.self.qkv", engine)
        dense = try Product(shapes.dense, tensors, "\(name).attention.output.dense", engine)
        attentionNorm = try Norm(tensors, "\(name).attention.output.LayerNorm", configuration)
        up = try Product(shapes.up, tensors, "\(name).intermediate.dense", engine)
        down = try Product(shapes.down, tensors, "\(name).output.dense", engine)
        outputNorm = try Norm(tensors, "\(name).output.LayerNorm", configuration)
    }
}

extension Product {
    /// A quantised matrix of the model's file.
    fileprivate convenience init(
        _ shape: ProductShape, _ tensors: Safetensors, _ name: String, _ engine: DNNEngine
    ) throws(ModelError) {
        let weights = try tensors.signedBytes("\(name).weight", [shape.outputs, shape.inputs])
        // Two products of 8 bits each are added in 16 bits by processors without VNNI.
        guard kernels_greatest(weights, weights.count) <= 63 else {
            throw ModelError(
                .malformed, file: tensors.file.path, tensor: "\(name).weight", "it has numbers beyond ±63")
        }
        try self.init(
            shape, weights: weights, scales: tensors.floats("\(name).scale", [shape.outputs]),
            bias: tensors.floats("\(name).bias", [shape.outputs]), engine)
    }
}
