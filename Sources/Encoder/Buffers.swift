import CKernels

/// The memory that a window passes through. All of it is row-major; rows are padded to what products compute at once.
struct Buffers: ~Copyable, Sendable {
    let hidden: Int
    let precision: Precision

    /// [T, hidden]: what a layer reads and writes.
    let states: Room<Float>
    /// The states, or the context, as the next product reads them, where that is int8.
    let bytes: Room<UInt8>
    let scales: Room<Float>
    /// [T, 3 · hidden].
    let qkv: Room<Float>
    /// [T, hidden]: what attention makes; afterwards the states of the words.
    let context: Room<Float>
    /// [tile, widest]: a product that is not finished.
    let product: Room<Int32>
    /// [tile, intermediate], in one of the two precisions.
    let upBytes: Room<UInt8>
    let upScales: Room<Float>
    let upFloats: Room<Float>
    let row: Room<Float>
    let attention: Room<Float>
    let added: Room<UnsafePointer<Float>?>

    /// [1 + W, outputs of the heads].
    let heads: Room<Float>
    /// [2, part size]: what a cue says, and its factors.
    let cue: Room<Float>
    /// [W]: for each word, the numbers of its distance from the cue.
    let distances: Room<UnsafePointer<Float>?>
    /// [W, part size]: words beside a cue.
    let related: Room<Float>
    /// [W, 16]: of which the labels of parts are computed.
    let emitted: Room<Float>
    /// [pointer size, 1 + W]: keys turned over.
    let keys: Room<Float>
    /// [tile, 1 + W].
    let links: Room<Float>

    init(_ model: Model) {
        let configuration = model.configuration
        let capacity = ProductShape.padded(configuration.window)
        let tile = ProductShape.maximumRows
        let intermediate = configuration.intermediateSize
        let whole = model.precision == .int8
        hidden = configuration.hiddenSize
        precision = model.precision
        states = Room(capacity * hidden)
        bytes = Room(whole ? capacity * hidden : 0)
        scales = Room(whole ? capacity : 0)
        qkv = Room(capacity * 3 * hidden)
        context = Room(capacity * hidden)
        product = Room(tile * (model.shapes.map(\.outputs).max() ?? 0))
        upBytes = Room(whole ? tile * intermediate : 0)
        upScales = Room(whole ? tile : 0)
        upFloats = Room(whole ? 0 : tile * intermediate)
        row = Room(intermediate)
        attention = Room(kernels_attention_room(capacity, configuration.headWidth))
        added = Room(1 + configuration.features.count)
        heads = Room(capacity * model.heads.shape.outputs)
        cue = Room(2 * configuration.partSize)
        distances = Room(capacity)
        related = Room(capacity * configuration.partSize)
        emitted = Room(capacity * PartsHead.columns)
        keys = Room(configuration.pointerSize * capacity)
        links = Room(tile * capacity)
    }

    /// Where a kernel leaves row `row` of the states for the next product.
    func stateActivations(_ row: Int) -> kernels_activations {
        switch precision {
        case .int8: kernels_activations(bytes: bytes.start + row * hidden, scales: scales.start + row, floats: nil)
        case .f32: kernels_activations(bytes: nil, scales: nil, floats: states.start + row * hidden)
        }
    }

    var upActivations: kernels_activations {
        switch precision {
        case .int8: kernels_activations(bytes: upBytes.start, scales: upScales.start, floats: nil)
        case .f32: kernels_activations(bytes: nil, scales: nil, floats: upFloats.start)
        }
    }
}
