/// What reads the last states at the words: for each pointer a query and a key, the tags, and the classes of each
/// classifier, all as one product. Immutable.
struct Heads: Sendable {
    let product: Product
    let labels: Int
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
        let hidden = configuration.hiddenSize
        let size = configuration.pointerSize
        var weights: [Float] = []
        var bias: [Float] = []
        var none: [Float] = []
        var distances: [[Float]] = []
        for name in configuration.pointers.map({ "pointers.\($0)" }) {
            for part in ["query", "key"] {
                weights += try tensors.floats("\(name).\(part).weight", [size, hidden])
                bias += try tensors.floats("\(name).\(part).bias", [size])
            }
            none += try tensors.floats("\(name).none", [1])
            let buckets = try tensors.floats("\(name).distance", [2 * configuration.distanceBuckets + 1])
            distances.append(Self.spread(buckets, configuration))
        }
        let readers =
            [("tags", configuration.labels)]
            + configuration.classifiers.map { ("classifiers.\($0.name)", $0.labels) }
        for (name, labels) in readers {
            weights += try tensors.floats("\(name).weight", [labels.count, hidden])
            bias += try tensors.floats("\(name).bias", [labels.count])
        }
        let outputs = (bias.count + 15) / 16 * 16
        weights += [Float](repeating: 0, count: outputs * hidden - weights.count)
        bias += [Float](repeating: 0, count: outputs - bias.count)

        let shape = try ProductShape(inputs: hidden, outputs: outputs, precision: .f32, engine)
        product = try Product(shape, weights: weights, bias: bias, engine)
        labels = configuration.labels.count
        classes = configuration.classifiers.map(\.labels.count)
        pointerSize = size
        self.none = none
        self.distances = distances
        origin = configuration.window
    }

    /// Columns of the product.
    func query(_ pointer: Int) -> Int { 2 * pointer * pointerSize }
    func key(_ pointer: Int) -> Int { (2 * pointer + 1) * pointerSize }
    var tags: Int { 2 * pointers * pointerSize }
    func classes(of classifier: Int) -> Int { tags + labels + classes[..<classifier].reduce(0, +) }

    /// From the score of each bucket to that of each distance.
    private static func spread(_ buckets: [Float], _ configuration: ModelConfiguration) -> [Float] {
        (-configuration.window...configuration.window).map {
            buckets[bucket($0, side: configuration.distanceBuckets)]
        }
    }

    /// 1, 2–3, 4–7, … words on either side of the middle one, which is 0 words away.
    static func bucket(_ distance: Int, side: Int) -> Int {
        guard distance != 0 else { return side }
        let logarithm = Int.bitWidth - 1 - distance.magnitude.leadingZeroBitCount
        let step = 1 + min(logarithm, side - 1)
        return distance > 0 ? side + step : side - step
    }
}
