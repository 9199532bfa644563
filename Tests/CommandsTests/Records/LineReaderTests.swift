import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Commands

@Suite struct LineReaderTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func lines(_ text: String, limit: Int = 1 << 20) throws -> [LineReader.Line] {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder.write(text, to: "lines").string))
        var reader = LineReader(handle.fileDescriptor, limit: limit)
        var lines: [LineReader.Line] = []
        while let line = try reader.next() { lines.append(line) }
        return lines
    }

    @Test func givesEveryLineWhateverItsLength() throws {
        // Longer and shorter than what is read at a time, and ending where that ends.
        let lengths = [0, 1, 65_535, 65_536, 65_537, 200_000, 0, 3, 65_529]
        let texts = lengths.map { String(repeating: "x", count: $0) }
        #expect(try lines(texts.joined(separator: "\n") + "\n") == texts.map { .whole(Array($0.utf8)) })
        #expect(
            try lines(texts.joined(separator: "\n")) == texts.map { .whole(Array($0.utf8)) },
            "the last newline may lack")
        #expect(try lines("") == [])
    }

    @Test func skipsALineThatIsTooLongAndNoOther() throws {
        let long = String(repeating: "y", count: 300_000)
        let read = try lines("a\n\(long)\nb\n\(long)", limit: 100_000)
        #expect(read == [.whole([0x61]), .tooLong(bytes: 300_000), .whole([0x62]), .tooLong(bytes: 300_000)])
    }

    @Test func givesTheHeadWithoutTakingIt() throws {
        let handle = try FileHandle(
            forReadingFrom: URL(fileURLWithPath: folder.write("one\ntwo\n", to: "lines").string))
        var reader = LineReader(handle.fileDescriptor)
        #expect(try Array(reader.head(3)) == Array("one".utf8))
        #expect(try Array(reader.head(100)) == Array("one\ntwo\n".utf8))
        #expect(try reader.next() == .whole(Array("one".utf8)))
        #expect(try reader.rest() == Array("two\n".utf8))
        #expect(try reader.next() == nil)
    }
}
