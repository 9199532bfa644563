import COneDNN

/// What one thread needs to compute products: a stream, scratch memory, and views that are put on its buffers.
struct ProductRunner: ~Copyable {
    private let stream: DNNStream
    private let scratch: Room<UInt8>
    private let views: [ObjectIdentifier: [Views]]

    /// The memory of a product of a certain number of rows.
    private final class Views {
        let source: DNNMemory
        let destination: DNNMemory
        let scratch: DNNMemory

        init(_ primitive: ProductShape.Primitive, _ scratch: UnsafeMutableRawPointer, _ engine: DNNEngine)
            throws(ModelError)
        {
            source = try DNNMemory(primitive.source, at: scratch, engine)
            destination = try DNNMemory(primitive.destination, at: scratch, engine)
            self.scratch = try DNNMemory(primitive.scratch, at: scratch, engine)
        }
    }

    init(_ shapes: [ProductShape], _ engine: DNNEngine) throws(ModelError) {
        let scratch = Room<UInt8>(shapes.map(\.scratchSize).max() ?? 0)
        var views: [ObjectIdentifier: [Views]] = [:]
        for shape in shapes {
            var made: [Views] = []
            for primitive in shape.primitives { made.append(try Views(primitive, scratch.start, engine)) }
            views[ObjectIdentifier(shape)] = made
        }
        stream = try DNNStream(engine)
        self.scratch = scratch
        self.views = views
    }

    /// to[rows, outputs] = from[rows, inputs] × the product's weights, unfinished. Rows are rounded up to what the shape
    /// has code for: both have to have room for that.
    func run(_ product: Product, rows: Int, from: UnsafeMutableRawPointer, to: UnsafeMutableRawPointer) {
        guard let index = product.shape.primitives.firstIndex(where: { $0.rows >= rows }) else {
            preconditionFailure("a product of \(rows) rows")
        }
        let view = views[ObjectIdentifier(product.shape)]![index]
        view.source.place(from)
        view.destination.place(to)
        let status = withUnsafeTemporaryAllocation(of: dnnl_exec_arg_t.self, capacity: 4) { arguments in
            arguments[0] = dnnl_exec_arg_t(arg: DNNL_ARG_SRC, memory: view.source.raw)
            arguments[1] = dnnl_exec_arg_t(arg: DNNL_ARG_WEIGHTS, memory: product.weights)
            arguments[2] = dnnl_exec_arg_t(arg: DNNL_ARG_DST, memory: view.destination.raw)
            arguments[3] = dnnl_exec_arg_t(arg: DNNL_ARG_SCRATCHPAD, memory: view.scratch.raw)
            return dnnl_primitive_execute(product.shape.primitives[index].raw, stream.raw, 4, arguments.baseAddress)
        }
        precondition(status == dnnl_success, "oneDNN refused a product that it had made: \(status.rawValue)")
    }
}
