import COneDNN

/// [rows, inputs] × [inputs, outputs]: oneDNN's code for a product, shared by all that are of its shape.
///
/// It is made for 16, 32, … `maximumRows` rows, all at once, since one that is made on demand would need a lock and
/// surprise somebody in the middle of an article. All of them read weights that are packed in the same way. Immutable;
/// scratch memory comes from the caller, which is what lets several threads run one primitive.
final class ProductShape: @unchecked Sendable {
    static let rowStep = 16
    static let maximumRows = 64

    static var usualRows: [Int] { Array(stride(from: rowStep, through: maximumRows, by: rowStep)) }

    let inputs: Int
    let outputs: Int
    let precision: Precision
    /// How the weights are packed.
    let weights: dnnl_memory_desc_t
    /// Of `scratch`, in bytes.
    let scratchSize: Int
    private(set) var primitives: [Primitive] = []

    struct Primitive {
        var rows: Int
        var raw: dnnl_primitive_t
        var source: dnnl_memory_desc_t
        var destination: dnnl_memory_desc_t
        var scratch: dnnl_memory_desc_t
    }

    /// - Parameter rows: the numbers of rows to make code for, ascending.
    init(
        inputs: Int, outputs: Int, precision: Precision, rows: [Int] = ProductShape.usualRows, _ engine: DNNEngine
    ) throws(ModelError) {
        self.inputs = inputs
        self.outputs = outputs
        self.precision = precision
        var weights = try Self.description(
            inputs, outputs, precision == .int8 ? dnnl_s8 : dnnl_f32, dnnl_format_tag_any)
        var scratchSize = 0
        // From the largest down: it chooses how the weights are packed, the others take it as it is.
        for rows in rows.reversed() {
            let primitive = try Self.primitive(rows, inputs, outputs, precision, &weights, engine)
            scratchSize = max(scratchSize, withUnsafePointer(to: primitive.scratch, dnnl_memory_desc_get_size))
            primitives.append(primitive)
        }
        primitives.reverse()
        self.weights = weights
        self.scratchSize = scratchSize
    }

    deinit { for primitive in primitives { dnnl_primitive_destroy(primitive.raw) } }

    /// How many rows are computed where `rows` are wanted.
    static func padded(_ rows: Int) -> Int { (rows + rowStep - 1) / rowStep * rowStep }

    static func description(_ rows: Int, _ columns: Int, _ type: dnnl_data_type_t, _ tag: dnnl_format_tag_t)
        throws(ModelError) -> dnnl_memory_desc_t
    {
        var description = dnnl_memory_desc_t()
        let sides = [Int64(rows), Int64(columns)]
        try check(dnnl_memory_desc_init_by_tag(&description, 2, sides, type, tag), "a description")
        return description
    }

    private static func primitive(
        _ rows: Int, _ inputs: Int, _ outputs: Int, _ precision: Precision, _ weights: inout dnnl_memory_desc_t,
        _ engine: DNNEngine
    ) throws(ModelError) -> Primitive {
        let whole = precision == .int8
        var source = try description(rows, inputs, whole ? dnnl_u8 : dnnl_f32, dnnl_ab)
        var destination = try description(rows, outputs, whole ? dnnl_s32 : dnnl_f32, dnnl_ab)
        var product = dnnl_matmul_desc_t()
        try check(dnnl_matmul_desc_init(&product, &source, &weights, nil, &destination), "a product")

        var attributes: dnnl_primitive_attr_t?
        try check(dnnl_primitive_attr_create(&attributes), "attributes")
        defer { dnnl_primitive_attr_destroy(attributes) }
        try check(dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user), "attributes")

        var made: dnnl_primitive_desc_t?
        try check(
            dnnl_primitive_desc_create(&made, &product, attributes, engine.raw, nil),
            "a product of \(rows) × \(inputs) × \(outputs) in \(precision.rawValue)")
        defer { dnnl_primitive_desc_destroy(made) }
        weights = dnnl_primitive_desc_query_md(made, dnnl_query_weights_md, 0).pointee
        var primitive: dnnl_primitive_t?
        try check(dnnl_primitive_create(&primitive, made), "a product's code")
        return Primitive(
            rows: rows, raw: primitive!, source: source, destination: destination,
            scratch: dnnl_primitive_desc_query_md(made, dnnl_query_scratchpad_md, 0).pointee)
    }
}
