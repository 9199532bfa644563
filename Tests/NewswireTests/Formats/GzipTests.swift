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
        let reading = try Newswire.read(bytes: Self.nitf, name: "story.xml.gz")
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
            try Newswire.read(bytes: Array(Self.nitf.prefix(left)), name: "story.xml.gz")
        }
        #expect(error?.code == .malformed)
        #expect(error?.reason.contains("break off") == true, "\(String(describing: error))")
    }

    @Test func refusesADamagedFile() {
        var bytes = Self.nitf
        bytes[20] ^= 0xFF
        let error = #expect(throws: NewswireError.self) { try Newswire.read(bytes: bytes, name: "story.xml.gz") }
        #expect(error?.code == .malformed)
    }

    @Test func refusesWhatBecomesTooLarge() {
        let error = #expect(throws: NewswireError.self) { try Gzip.decompress(Self.nitf, largest: 10) }
        #expect(error?.code == .tooLarge)
    }
}
