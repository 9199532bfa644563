import Files
import TestSupport
import Testing

struct RelativePathTests {
    @Test(arguments: ["", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "a/.", "a\0b"])
    func pathsThatLeadOutOfTheInboxOrNameNoFileAreRefused(_ text: String) {
        #expect(RelativePath(Array(text.utf8)) == nil)
    }

    @Test func partsOfAPath() throws {
        let path: RelativePath = "wire/dpa/a.xml"
        #expect(Array(path.name) == Array("a.xml".utf8))
        #expect(path.parent == "wire/dpa")
        #expect(path.parent?.parent == "wire")
        #expect(path.parent?.parent?.parent == nil)
        #expect(path.renamed(Array("b".utf8)) == "wire/dpa/b")
        #expect(path.below(Array("2024-06-26".utf8)) == "2024-06-26/wire/dpa/a.xml")
        #expect(("a" as RelativePath) < "b" && ("a" as RelativePath) < "a/b")
    }

    @Test(arguments: [
        ("plain.txt", "plain.txt"), ("Grüße/日本", "Grüße/日本"), (#"back\slash"#, #"back\\slash"#),
        ("two\nlines", #"two\nlines"#), ("tab\tand\r", #"tab\tand\r"#), ("esc\u{1B}[2J", #"esc\u{1b}[2J"#),
        ("\u{202E}gpj.exe", #"\u{202e}gpj.exe"#), ("e\u{301}", "e\u{301}"), ("a\u{2028}b", #"a\u{2028}b"#),
    ])
    func pathsArePrintedOnOneLineAndHarmless(_ name: String, _ printed: String) {
        #expect(RelativePath(Array(name.utf8))?.printed == printed)
    }

    @Test func bytesThatAreNoUTF8ArePrintedEach() {
        #expect(RelativePath([0x63, 0xE9, 0x20, 0xF0, 0x9F, 0x98])?.printed == #"c\xe9 \xf0\x9f\x98"#)
    }

    /// Each seed is a name of its own.
    @Test(arguments: 0..<500) func whatWasPrintedCanBeReadBack(_ seed: Int) throws {
        var random = SplitMix(seed: seed)
        // Bytes that make trouble together more often than others.
        let pieces: [[UInt8]] = [
            [0x5C], [0x6E], [0x78], [0x75], [0x7B], [0x7D], [0x0A], [0xC3], [0xA9], [0xE2, 0x80, 0xAE], [0x34], [0xFF],
            [UInt8(1 + random.below(46))], Array("ä".utf8), Array("🗞".utf8), [0xCC, 0x81],
        ]
        let bytes = (0...random.below(12)).flatMap { _ in pieces[random.below(pieces.count)] }
        let path = try #require(RelativePath([0x61] + bytes))
        #expect(RelativePath(printed: path.printed) == path)
        #expect(!path.printed.utf8.contains { $0 < 0x20 || $0 == 0x7F })
    }

    @Test(arguments: [#"\"#, #"\q"#, #"\x4"#, #"\xzz"#, #"\u41"#, #"\u{110000}"#, #"\u{}"#, #"\u{41"#, #"\x2f"#])
    func whatNothingPrintsIsNotRead(_ text: String) {
        #expect(RelativePath(printed: text) == nil)
    }
}
