import CKernels
import COneDNN

/// One matrix of the model, packed for its product, with what finishes the product. Immutable.
final class Product: @unchecked Sendable {
    let shape: ProductShape
    private let packed: PackedWeights
    private let columns: Room<Float>
    private let sums: Room<Int32>
    private let bias: Room<Float>

    /// - Parameters:
    ///   - weights: [outputs, inputs], row-major, for `int8`.
    ///   - scales: [outputs].
    init(_ shape: ProductShape, weights: [Int8], scales: [Float], bias: [Float], _ engine: DNNEngine)
        throws(ModelError)
    {
        let (rows, inputs) = (shape.outputs, shape.inputs)
        if shape.precision == .int8 {
            columns = Room(scales)
            sums = Room(rows)
            kernels_row_sums(weights, rows, inputs, sums.start)
            packed = try PackedWeights(weights, dnnl_s8, shape, engine)
        } else {
            columns = Room(0)
            sums = Room(0)
            let floats = [Float](unsafeUninitializedCapacity: weights.count) { buffer, count in
                count = weights.count
                kernels_dequantise(weights, scales, rows, inputs, buffer.baseAddress!)
            }
            packed = try PackedWeights(floats, dnnl_f32, shape, engine)
        }
        self.bias = Room(bias)
        self.shape = shape
    }

    /// For a shape in f32; `weights` [outputs, inputs].
    init(_ shape: ProductShape, weights: [Float], bias: [Float], _ engine: DNNEngine) throws(ModelError) {
        columns = Room(0)
        sums = Room(0)
        packed = try PackedWeights(weights, dnnl_f32, shape, engine)
        self.bias = Room(bias)
        self.shape = shape
    }

    var weights: dnnl_memory_t { packed.memory.raw }

    var finish: kernels_finish {
        let whole = shape.precision == .int8
        return kernels_finish(columns: whole ? columns.start : nil, sums: whole ? sums.start : nil, bias: bias.start)
    }
}
