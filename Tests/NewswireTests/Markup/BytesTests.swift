import Testing

@testable import Newswire

/// What goes through eight bytes at a time gives what one byte at a time gives.
@Suite struct BytesTests {
    private static let alphabet = Array("ab  \n\u{7F}\u{80}é<\t".utf8)

    private static func texts() -> [[UInt8]] {
        var random = SystemRandomNumberGenerator()
        return (0..<2_000).map { _ in
            (0..<Int.random(in: 0...40, using: &random)).map { _ in
                Int.random(in: 0..<4, using: &random) > 0 ? 0x61 : alphabet.randomElement(using: &random) ?? 0x20
            }
        }
    }

    @Test func findsTheFirstByte() {
        for text in Self.texts() {
            for wanted in [UInt8(0x0A), 0x20, 0x80, 0x61, 0x7F] {
                #expect(text.span.first(wanted) == text.firstIndex(of: wanted) ?? text.count, "\(text)")
            }
        }
    }

    @Test func wordsEndWhereTwoBlanksOrAnythingElseStands() {
        func isWord(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
        for text in Self.texts() where text.first.map(isWord) == true {
            var end = 0
            while end < text.count,
                isWord(text[end]) || text[end] == 0x20 && end + 1 < text.count && isWord(text[end + 1])
            {
                end += 1
            }
            #expect(text.span.endOfWords(from: 0) == end, "\(text)")
        }
    }

    @Test func countsCharacters() {
        for text in Self.texts() {
            #expect(text.span.codePointCount == text.count { $0 & 0xC0 != 0x80 }, "\(text)")
        }
    }

    /// Eight bytes that ended in a blank let a second one behind it pass.
    @Test func twoBlanksAcrossEightBytesAreOne() {
        #expect(String.line("1234567  next") == "1234567 next")
        #expect(String.line("12345678  next") == "12345678 next")
    }
}
