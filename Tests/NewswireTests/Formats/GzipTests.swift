import TestSupport
import Testing

@testable import Newswire

@Suite struct GzipTests {
    /// `printf '<nitf><body><p>It rained.</p></body></nitf>' | gzip -9n`
    static let nitf: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xB3, 0xC9, 0xCB, 0x2C, 0x49, 0xB3,
        0xB3, 0x49, 0xCA, 0x4F, 0xA9, 0xB4, 0xB3, 0x29, 0xB0, 0xF3, 0x2C, 0x51, 0x28, 0x4A, 0xCC, 0xCC,
        0x4B, 0x4D, 0xD1, 0xB3, 0xD1, 0x2F, 0xB0, 0xB3, 0xD1, 0x87, 0x88, 0xEB, 0x83, 0x15, 0x01, 0x00,
        0xE3, 0xC7, 0xD6, 0x8F, 0x2B, 0x00, 0x00, 0x00,
    ]

    @Test func readsWhatIsCompressed() throws {
        let reading = try Newswire.read(bytes: Self.nitf)
        #expect(reading.format == "nitf")
        #expect(reading.articles.map(\.text) == ["It rained."])
    }

    @Test func readsMembersOneAfterAnother() throws {
        let twice = try Gzip.decompress(Self.nitf + Self.nitf)
        #expect(twice == (try Gzip.decompress(Self.nitf)) + (try Gzip.decompress(Self.nitf)))
    }

    @Test(arguments: [4, 12, 30])
    func refusesATruncatedFile(left: Int) {
        let error = #expect(throws: NewswireError.self) {
            try Newswire.read(bytes: Array(Self.nitf.prefix(left)))
        }
        #expect(error?.code == .malformed)
        #expect(error?.reason.contains("break off") == true, "\(String(describing: error))")
    }

    @Test func refusesADamagedFile() {
        var bytes = Self.nitf
        bytes[20] ^= 0xFF
        let error = #expect(throws: NewswireError.self) { try Newswire.read(bytes: bytes) }
        #expect(error?.code == .malformed)
    }

    /// Seven megabytes that become a gigabyte: no more than the limit is ever made of them.
    @Test func refusesAFileThatBecomesAGigabyte() {
        let bytes = RepeatedByte.gzip(size: 1 << 30)
        #expect(bytes.count < 8 << 20)
        let error = #expect(throws: NewswireError.self) { try Newswire.read(bytes: bytes) }
        #expect(error?.code == .tooLarge)
        #expect(error?.reason.contains("more than 128 MiB") == true, "\(String(describing: error))")
    }

    @Test func aRepeatedByteIsMadeAsOthersReadIt() throws {
        let broken = #expect(throws: NewswireError.self) { try Gzip.decompress(RepeatedByte.gzip(size: 258 * 64)) }
        #expect(broken?.reason.contains("break off after 16513 bytes") == true, "\(String(describing: broken))")
    }

    @Test func refusesWhatBecomesTooLarge() {
        let error = #expect(throws: NewswireError.self) { try Gzip.decompress(Self.nitf, largest: 10) }
        #expect(error?.code == .tooLarge)
    }

    // MARK: Piece by piece

    /// What is made of bytes that come so many at a time.
    private func streamed(_ bytes: [UInt8], by size: Int) throws -> [UInt8] {
        var stream = try GzipStream()
        var output: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            output += try stream.inflate(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        try stream.finish()
        return output
    }

    @Test(arguments: [1, 2, 7, 18, 55, 56, 57, 1000])
    func piecesGiveTheSame(size: Int) throws {
        let once = try Gzip.decompress(Self.nitf)
        #expect(try streamed(Self.nitf, by: size) == once)
        #expect(try streamed(Self.nitf + Self.nitf, by: size) == once + once)
        #expect(try streamed(Self.nitf + [0, 0, 0, 0x1F, 0x8B], by: size) == once, "padding is nothing")
    }

    /// More than is made at a time, by few bytes.
    @Test func aPieceMayBecomeMuch() throws {
        let bytes = RepeatedByte.gzip(size: 258 * 8192)
        var stream = try GzipStream()
        #expect(try stream.inflate(bytes).count > 2 << 20)
    }

    @Test(arguments: [1, 4, 12, 30, 50])
    func piecesThatBreakOffAreRefused(left: Int) {
        let error = #expect(throws: NewswireError.self) { try streamed(Array(Self.nitf.prefix(left)), by: 5) }
        #expect(error?.reason.contains("break off") == true, "\(String(describing: error))")
    }

    @Test func damagedPiecesAreRefused() {
        var bytes = Self.nitf
        bytes[20] ^= 0xFF
        #expect(throws: NewswireError.self) { try streamed(bytes, by: 8) }
    }
}

/// One letter over and over, compressed by hand as well as DEFLATE (RFC 1951) can, without an end.
private enum RepeatedByte {
    private static let header: [UInt8] = [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3]

    /// - Parameter size: Of the content, less the first letter; a multiple of 2064.
    static func gzip(size: Int) -> [UInt8] {
        // The last block, of fixed codes; an "a", which is code 0x91.
        let start: [UInt8] = [1, 1, 0] + [1, 0, 0, 1, 0, 0, 0, 1]
        // 258 bytes (code 285) of what stands one byte before: eight of them are thirteen bytes again.
        let copy: [UInt8] = [1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0]
        let copies = Array(repeating: copy, count: 8).flatMap(\.self)
        // Two whole bytes, and what follows them again and again.
        let round = packed(Array(copies.dropFirst(5)) + copies.prefix(5))
        return header + packed(start + copies.prefix(5)) + Array(repeating: round, count: size / 2064).flatMap(\.self)
    }

    /// Eight bits a byte, the first the lowest.
    private static func packed(_ bits: [UInt8]) -> [UInt8] {
        stride(from: 0, to: bits.count, by: 8).map { at in
            bits[at..<at + 8].enumerated().reduce(0) { $0 | $1.element << UInt8($1.offset) }
        }
    }
}
