import COneDNN

/// oneDNN's processor engine, and its objects with owners.
final class DNNEngine: @unchecked Sendable {
    let raw: dnnl_engine_t

    init() throws(ModelError) {
        var engine: dnnl_engine_t?
        try check(dnnl_engine_create(&engine, dnnl_cpu, 0), "its engine")
        raw = engine!
    }

    deinit { dnnl_engine_destroy(raw) }
}

func check(_ status: dnnl_status_t, _ what: String) throws(ModelError) {
    guard status != dnnl_success else { return }
    throw ModelError(.processor, file: "oneDNN", "\(what) could not be made: status \(status.rawValue)")
}

/// A view of memory that belongs to somebody else. `place` may be called again and again; one thread at a time.
struct DNNMemory: ~Copyable, @unchecked Sendable {
    let raw: dnnl_memory_t

    init(_ description: dnnl_memory_desc_t, at address: UnsafeMutableRawPointer, _ engine: DNNEngine)
        throws(ModelError)
    {
        var memory: dnnl_memory_t?
        try withUnsafePointer(to: description) { pointer throws(ModelError) in
            try check(dnnl_memory_create(&memory, pointer, engine.raw, address), "a memory")
        }
        raw = memory!
    }

    func place(_ address: UnsafeMutableRawPointer) { dnnl_memory_set_data_handle(raw, address) }

    deinit { dnnl_memory_destroy(raw) }
}

/// The order in which one thread's products are computed.
struct DNNStream: ~Copyable {
    let raw: dnnl_stream_t

    init(_ engine: DNNEngine) throws(ModelError) {
        var stream: dnnl_stream_t?
        try check(dnnl_stream_create(&stream, engine.raw, dnnl_stream_default_flags.rawValue), "a stream")
        raw = stream!
    }

    deinit { dnnl_stream_destroy(raw) }
}
