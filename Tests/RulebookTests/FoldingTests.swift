import Testing

@testable import Rulebook

@Suite struct FoldingTests {
    @Test(arguments: [
        ("say", "say"), ("Point Out", "point out"), ("  point\t out\n", "point out"), ("point\u{A0}out", "point out"),
        ("point\u{2009}out", "point out"), ("point\u{3000}out", "point out"), ("DON’T", "don't"),
        ("don’t say", "don't say"),
        ("Übel", "übel"), ("“ ”", "“ ”"), ("", ""), (" ", ""),
    ])
    func wordsAreLookedUpInOneForm(text: String, key: String) {
        #expect(folded(text) == key)
    }
}
