import Foundation

/// A safetensors file: 8 bytes with the length of a JSON header (little-endian), the header, the numbers.
///
/// Source: https://huggingface.co/docs/safetensors, "Format". Checked when it is made: every tensor then lies within
/// the file, as long as its shape says, and on none of the others.
struct Safetensors {
    enum DType: String {
        case f32 = "F32", i8 = "I8", i32 = "I32"
        var size: Int { self == .i8 ? 1 : 4 }
    }

    struct Entry {
        var dtype: DType
        var shape: [Int]
        /// In bytes of the file.
        var range: Range<Int>
    }

    let file: MappedFile
    let entries: [String: Entry]

    /// What the format allows.
    private static let longestHeader = 100_000_000

    init(path: String) throws(ModelError) {
        file = try MappedFile(path: path)
        let end = file.count
        func malformed(_ what: String) -> ModelError { ModelError(.malformed, file: path, what) }
        guard end >= 8 else { throw malformed("it is cut off: it has only \(end) bytes") }
        let length = file.withBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
        guard length <= UInt64(Self.longestHeader), Int(length) <= end - 8 else {
            throw malformed("it is cut off, or no safetensors file: a header of \(length) bytes does not fit into it")
        }
        let start = 8 + Int(length)
        let header: Header
        do {
            header = try JSONDecoder().decode(Header.self, from: file.withBytes { Data($0[8..<start]) })
        } catch {
            throw malformed("its header is not the JSON of a safetensors file")
        }
        var entries: [String: Entry] = [:]
        for (name, raw) in header.tensors {
            entries[name] = try Self.entry(name, raw, start: start, end: end, path)
        }
        self.entries = entries
        try checkApart(path)
    }

    private static func entry(_ name: String, _ raw: RawEntry, start: Int, end: Int, _ path: String)
        throws(ModelError) -> Entry
    {
        guard let dtype = DType(rawValue: raw.dtype) else {
            throw ModelError(.unknownType, file: path, tensor: name, "numbers of type \(raw.dtype) are not known")
        }
        var size = dtype.size
        for side in raw.shape {
            let (product, over) = size.multipliedReportingOverflow(by: side)
            guard side >= 0, !over else {
                throw ModelError(.malformed, file: path, tensor: name, "its shape is impossible")
            }
            size = product
        }
        guard raw.data_offsets.count == 2, raw.data_offsets[0] >= 0, raw.data_offsets[1] <= end - start else {
            throw ModelError(.malformed, file: path, tensor: name, "it ends beyond the file, which is cut off")
        }
        guard raw.data_offsets[1] >= raw.data_offsets[0], raw.data_offsets[1] - raw.data_offsets[0] == size else {
            throw ModelError(.malformed, file: path, tensor: name, "its bytes are not as many as its shape says")
        }
        return Entry(
            dtype: dtype, shape: raw.shape, range: start + raw.data_offsets[0]..<start + raw.data_offsets[1])
    }

    private func checkApart(_ path: String) throws(ModelError) {
        let sorted = entries.sorted { one, next in
            let (one, next) = (one.value.range, next.value.range)
            return (one.lowerBound, one.upperBound) < (next.lowerBound, next.upperBound)
        }
        for (one, next) in zip(sorted, sorted.dropFirst())
        where one.value.range.upperBound > next.value.range.lowerBound {
            throw ModelError(.malformed, file: path, tensor: next.key, "it lies on \(one.key)")
        }
    }

    private struct RawEntry: Decodable {
        var dtype: String
        var shape: [Int]
        var data_offsets: [Int]
    }

    private struct Header: Decodable {
        struct Name: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        var tensors: [String: RawEntry] = [:]

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Name.self)
            for key in container.allKeys where key.stringValue != "__metadata__" {
                tensors[key.stringValue] = try container.decode(RawEntry.self, forKey: key)
            }
        }
    }
}
