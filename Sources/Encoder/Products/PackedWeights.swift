import COneDNN

/// A matrix in the order that oneDNN chose for it, which is its secret and differs between processors.
struct PackedWeights: ~Copyable, Sendable {
    let memory: DNNMemory
    private let room: Room<UInt8>

    /// - Parameter numbers: [outputs, inputs], row-major.
    init<Number: BitwiseCopyable>(
        _ numbers: [Number], _ type: dnnl_data_type_t, _ shape: ProductShape, _ engine: DNNEngine
    ) throws(ModelError) {
        let room = Room<UInt8>(withUnsafePointer(to: shape.weights, dnnl_memory_desc_get_size))
        let memory = try DNNMemory(shape.weights, at: room.start, engine)
        // The files have outputs first.
        let plain = try ProductShape.description(shape.inputs, shape.outputs, type, dnnl_ba)
        let source = Room(numbers)
        let from = try DNNMemory(plain, at: source.start, engine)
        try Self.reorder(from.raw, plain, memory.raw, shape.weights, engine)
        self.room = room
        self.memory = memory
    }

    private static func reorder(
        _ from: dnnl_memory_t, _ fromDescription: dnnl_memory_desc_t, _ to: dnnl_memory_t,
        _ toDescription: dnnl_memory_desc_t, _ engine: DNNEngine
    ) throws(ModelError) {
        var here = fromDescription
        var there = toDescription
        var made: dnnl_primitive_desc_t?
        try check(
            dnnl_reorder_primitive_desc_create(&made, &here, engine.raw, &there, engine.raw, nil), "packed weights")
        defer { dnnl_primitive_desc_destroy(made) }
        var primitive: dnnl_primitive_t?
        try check(dnnl_primitive_create(&primitive, made), "packed weights")
        defer { dnnl_primitive_destroy(primitive) }
        let stream = try DNNStream(engine)
        let arguments = [
            dnnl_exec_arg_t(arg: DNNL_ARG_SRC, memory: from), dnnl_exec_arg_t(arg: DNNL_ARG_DST, memory: to),
        ]
        try check(dnnl_primitive_execute(primitive, stream.raw, Int32(arguments.count), arguments), "packed weights")
        try check(dnnl_stream_wait(stream.raw), "packed weights")
    }
}
