import Testing

@testable import Views

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("plain", 5), ("e\u{301}", 1), ("é", 1), ("漢字", 4), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
        ("ｱ", 1), ("Ａ", 2), ("🌉", 2), ("👩‍🍳", 2), ("🇸🇪", 2), ("☀", 1), ("☀\u{FE0F}", 2), ("\u{200D}", 0), ("\u{AD}", 1),
        ("€4,000", 6),
        ("“…”", 3), ("नि", 1), ("\u{FEFF}a", 1),
    ])
    func measuresWhatTerminalsShow(_ text: String, _ columns: Int) {
        #expect(DisplayWidth.columns(text) == columns)
    }

    @Test func breaksLinesByColumnsAndNotByCharacters() {
        #expect(Wrapping.lines("漢字漢字 abc", width: 5) == ["漢字", "漢字", "abc"])
        #expect(Wrapping.lines("one two  three", width: 7) == ["one two", "three"])
        #expect(Wrapping.lines("a-word-too-long", width: 6) == ["a-word", "-too-l", "ong"])
        #expect(Wrapping.lines("漢", width: 1) == ["漢"], "a character wider than the line has one of its own")
        #expect(Wrapping.lines("   ", width: 9).isEmpty)
    }
}
