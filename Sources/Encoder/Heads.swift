/// What reads the last states at [CLS] and the words: for each pointer a query and a key, what words and cues say of each other's
/// parts, the cues, and the classes of each classifier, all as one product. Immutable.
struct Heads: Sendable {
    let product: Product
    let parts: PartsHead
    let cueLabels: Int
    /// How many each classifier has.
    let classes: [Int]
    let pointerSize: Int
    /// What is added to the score of "none", for each pointer.
    let none: [Float]
    /// For each pointer: what is added to the score of word j from word i, at j - i + `origin`.
    let distances: [[Float]]
    let origin: Int

    var shape: ProductShape { product.shape }
    var pointers: Int { none.count }

    init(_ configuration: ModelConfiguration, _ tensors: Safetensors, _ engine: DNNEngine) throws(ModelError) {
        let size = configuration.pointerSize
        var columns = HeadColumns(hidden: configuration.hiddenSize)
        var none: [Float] = []
        var distances: [[Float]] = []
        for name in configuration.pointers.map({ "pointers.\($0)" }) {
            for part in ["query", "key"] { try columns.append("\(name).\(part)", size, tensors) }
            none += try tensors.floats("\(name).none", [1])
            let buckets = try tensors.floats("\(name).distance", [2 * configuration.distanceBuckets + 1])
            distances.append(Distance.spread(buckets, configuration))
        }
        try columns.append("parts.word", configuration.partSize, tensors)
        for name in ["parts.cue", "parts.word_factor", "parts.cue_factor"] {
            try columns.append(name, configuration.partSize, tensors, hasBias: false)
        }
        try columns.append("cues", configuration.cueLabels.count, tensors)
        for classifier in configuration.classifiers {
            try columns.append("classifiers.\(classifier.name)", classifier.labels.count, tensors)
        }
        product = try columns.product(engine)
        parts = try PartsHead(configuration, tensors)
        cueLabels = configuration.cueLabels.count
        classes = configuration.classifiers.map(\.labels.count)
        pointerSize = size
        self.none = none
        self.distances = distances
        origin = configuration.window
    }

    /// Columns of the product.
    func query(_ pointer: Int) -> Int { 2 * pointer * pointerSize }
    func key(_ pointer: Int) -> Int { (2 * pointer + 1) * pointerSize }
    private var partColumns: Int { 2 * pointers * pointerSize }
    var word: Int { partColumns }
    var cue: Int { partColumns + parts.size }
    var wordFactor: Int { partColumns + 2 * parts.size }
    var cueFactor: Int { partColumns + 3 * parts.size }
    var cues: Int { partColumns + 4 * parts.size }
    func classes(of classifier: Int) -> Int { cues + cueLabels + classes[..<classifier].reduce(0, +) }
}

/// The rows of several linear layers, for one product.
private struct HeadColumns {
    let hidden: Int
    private var weights: [Float] = []
    private var bias: [Float] = []

    init(hidden: Int) { self.hidden = hidden }

    mutating func append(
        _ name: String, _ count: Int, _ tensors: Safetensors, hasBias: Bool = true
    ) throws(ModelError) {
        weights += try tensors.floats("\(name).weight", [count, hidden])
        bias += hasBias ? try tensors.floats("\(name).bias", [count]) : [Float](repeating: 0, count: count)
    }

    /// With as many columns as are computed at once.
    func product(_ engine: DNNEngine) throws(ModelError) -> Product {
        let outputs = (bias.count + 15) / 16 * 16
        let shape = try ProductShape(inputs: hidden, outputs: outputs, precision: .f32, engine)
        return try Product(
            shape, weights: weights + [Float](repeating: 0, count: outputs * hidden - weights.count),
            bias: bias + [Float](repeating: 0, count: outputs - bias.count), engine)
    }
}

/// How far apart two words stand, in few steps.
enum Distance {
    /// 1, 2–3, 4–7, … words on either side of the middle one, which is 0 words away.
    static func bucket(_ distance: Int, side: Int) -> Int {
        guard distance != 0 else { return side }
        let logarithm = Int.bitWidth - 1 - distance.magnitude.leadingZeroBitCount
        let step = 1 + min(logarithm, side - 1)
        return distance > 0 ? side + step : side - step
    }

    /// From the score of each bucket to that of each distance, from one window's width before to one behind.
    fileprivate static func spread(_ buckets: [Float], _ configuration: ModelConfiguration) -> [Float] {
        (-configuration.window...configuration.window).map { buckets[bucket($0, side: configuration.distanceBuckets)] }
    }
}
