import CKernels

extension Safetensors {
    /// The numbers of a tensor that has to be there, in row-major order.
    func floats(_ name: String, _ shape: [Int]) throws(ModelError) -> [Float] {
        let floats: [Float] = try numbers(name, .f32, shape)
        guard kernels_are_finite(floats, floats.count) else {
            throw ModelError(.notFinite, file: file.path, tensor: name, "it has a number that is infinite or none")
        }
        return floats
    }

    func signedBytes(_ name: String, _ shape: [Int]) throws(ModelError) -> [Int8] { try numbers(name, .i8, shape) }

    func integers(_ name: String, _ shape: [Int]) throws(ModelError) -> [Int32] { try numbers(name, .i32, shape) }

    private func numbers<Number: BitwiseCopyable>(
        _ name: String, _ dtype: DType, _ shape: [Int]
    ) throws(ModelError) -> [Number] {
        guard let entry = entries[name] else {
            throw ModelError(.missingTensor, file: file.path, tensor: name, "it is missing")
        }
        guard entry.dtype == dtype, entry.shape == shape else {
            throw ModelError(
                .wrongShape, file: file.path, tensor: name,
                "it is \(entry.dtype.rawValue) \(entry.shape), and has to be \(dtype.rawValue) \(shape)")
        }
        return file.withBytes { bytes in
            [Number](unsafeUninitializedCapacity: entry.range.count / dtype.size) { buffer, count in
                UnsafeMutableRawBufferPointer(buffer).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: bytes[entry.range]))
                count = entry.range.count / dtype.size
            }
        }
    }
}
