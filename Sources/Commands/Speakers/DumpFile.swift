import Foundation
import Newswire
import Setup
import SystemPackage

/// A dump that is named on the command line: lines, plain or in gzip.
struct DumpFile: Sendable {
    let name: String

    /// Bytes that an entity may have; the largest of Wikidata's have some millions.
    private static let largestLine = 64 << 20
    /// Packers that zlib does not know, by the first bytes of their files, and what unpacks them.
    private static let packers: [(magic: [UInt8], program: String)] = [
        (Array("BZh".utf8), "bzip2"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
        (Array("PK".utf8), "unzip"),
    ]

    /// Whether it can be read twice. Standard input cannot, nor can `<(bzcat dump.bz2)`.
    var canBeReadAgain: Bool {
        (try? Stat(FilePath(name)).type) == .regular && name != "-"
    }

    /// Gives its lines with their numbers, from 1.
    ///
    /// - Throws: `NamedInput.Unreadable`, and what `body` throws.
    func forEachLine(_ body: (LineReader.Line, Int) throws -> Void) throws {
        let input = NamedInput(name)
        let handle = try input.open()
        do {
            var lines = try reader(handle.fileDescriptor)
            var number = 0
            while let line = try lines.next() {
                number += 1
                try body(line, number)
            }
        } catch let error as POSIXError {
            throw input.unreadable(error)
        } catch let error as NewswireError {
            throw NamedInput.Unreadable(
                name: name, reason: error.reason, remedy: "fetch the dump again, or pack it again")
        }
    }

    private func reader(_ descriptor: CInt) throws -> LineReader {
        var bytes = PeekedBytes(DescriptorBytes(descriptor))
        let head = try bytes.peek()
        if let packer = Self.packers.first(where: { head.starts(with: $0.magic) }) {
            throw NamedInput.Unreadable(
                name: name, reason: "is packed by \(packer.program)",
                remedy: "unpack it on the way: \(packer.program) -dc FILE | quoted speakers --from -")
        }
        let isGzip = GzipStream.begins(head)
        return LineReader(isGzip ? try GzipBytes(bytes) : bytes, limit: Self.largestLine)
    }
}

/// Bytes of which the first were looked at.
private struct PeekedBytes: ByteSource {
    private var source: any ByteSource
    private var first: [UInt8]?

    init(_ source: any ByteSource) { self.source = source }

    /// The first bytes: as many as are read at a time.
    mutating func peek() throws -> [UInt8] {
        let bytes = try first ?? source.next()
        first = bytes
        return bytes
    }

    mutating func next() throws -> [UInt8] {
        defer { first = nil }
        return try first ?? source.next()
    }
}

/// What gzip holds.
private final class GzipBytes: ByteSource {
    private var source: any ByteSource
    private var gzip: GzipStream

    init(_ source: any ByteSource) throws {
        self.source = source
        gzip = try GzipStream()
    }

    func next() throws -> [UInt8] {
        while true {
            let packed = try source.next()
            guard !packed.isEmpty else {
                try gzip.finish()
                return []
            }
            let bytes = try gzip.inflate(packed)
            if !bytes.isEmpty { return bytes }
        }
    }
}
