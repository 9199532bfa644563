extension Safetensors {
    /// The numbers of a tensor that has to be there, in row-major order.
    func floats(_ name: String, _ shape: [Int]) throws(ModelError) -> [Float] {
        let bytes = try bytes(name, .f32, shape)
        let floats = [Float](unsafeUninitializedCapacity: bytes.count / 4) { buffer, count in
            UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
            count = bytes.count / 4
        }
        guard floats.allSatisfy(\.isFinite) else {
            throw ModelError(.notFinite, file: file.path, tensor: name, "it has a number that is infinite or none")
        }
        return floats
    }

    func signedBytes(_ name: String, _ shape: [Int]) throws(ModelError) -> [Int8] {
        let bytes = try bytes(name, .i8, shape)
        return [Int8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
            UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
            count = bytes.count
        }
    }

    private func bytes(_ name: String, _ dtype: DType, _ shape: [Int]) throws(ModelError) -> UnsafeRawBufferPointer {
        guard let entry = entries[name] else {
            throw ModelError(.missingTensor, file: file.path, tensor: name, "it is missing")
        }
        guard entry.dtype == dtype, entry.shape == shape else {
            throw ModelError(
                .wrongShape, file: file.path, tensor: name,
                "it is \(entry.dtype.rawValue) \(entry.shape), and has to be \(dtype.rawValue) \(shape)")
        }
        return UnsafeRawBufferPointer(rebasing: file.bytes[entry.range])
    }
}
