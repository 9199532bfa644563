import CKernels

extension Model {
    /// Multiplications and additions, each counted as one, for a window of T pieces and W words: products, attention
    /// and heads; what else there is hardly counts.
    package func operations(pieces: Int, words: Int) -> Double {
        let hidden = configuration.hiddenSize
        let weights = hidden * (4 * hidden + 2 * configuration.intermediateSize)
        let layer = 2 * pieces * weights + 4 * pieces * pieces * hidden
        let reading = 2 * (1 + words) * hidden * heads.shape.outputs
        let links = 2 * words * (1 + words) * configuration.pointerSize * heads.pointers
        return Double(configuration.layers * layer + reading + links)
    }

    /// Names of the kernels in use, of "avx512", "avx2", "portable".
    package var kernelsName: String { kernels.name }
}

/// The products of a layer alone, without anything between them: how fast the forward pass could be at best.
package struct BareProducts: ~Copyable {
    package let operations: Double
    private let products: [Product]
    private let runner: ProductRunner
    private let source: Room<Float>
    private let destination: Room<Int32>
    private let rows: Int

    package init(_ configuration: ModelConfiguration, precision: Precision, rows: Int) throws(ModelError) {
        _ = kernels_use_one_thread()
        let engine = try DNNEngine()
        let (hidden, wide) = (configuration.hiddenSize, configuration.intermediateSize)
        var products: [Product] = []
        var operations = 0
        for (inputs, outputs) in [(hidden, 3 * hidden), (hidden, hidden), (hidden, wide), (wide, hidden)] {
            let shape = try ProductShape(
                inputs: inputs, outputs: outputs, precision: precision, rows: [rows], engine)
            products.append(
                try Product(
                    shape, weights: [Int8](repeating: 1, count: inputs * outputs),
                    scales: [Float](repeating: 1, count: outputs), bias: [Float](repeating: 0, count: outputs), engine))
            operations += 2 * rows * inputs * outputs
        }
        runner = try ProductRunner(products.map(\.shape), engine)
        source = Room(rows * max(hidden, wide))
        destination = Room(rows * max(3 * hidden, wide))
        self.rows = rows
        self.products = products
        self.operations = Double(operations)
    }

    /// All four, once.
    package func run() {
        for product in products {
            runner.run(
                product, rows: rows, from: UnsafeMutableRawPointer(source.start),
                to: UnsafeMutableRawPointer(destination.start))
        }
    }
}
