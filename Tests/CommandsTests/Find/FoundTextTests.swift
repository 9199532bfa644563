import Testing

@testable import Commands
@testable import QuotationIndex

@Suite struct FoundTextTests {
    @Test func showsWhatIsHostileAsText() {
        let found = Found(
            date: "2026-11-20T08:00:00.000Z", article: "sha256:0", title: "\u{1B}[31mRed", publisher: nil, url: nil,
            quotation: "q1", type: "direct", text: "a\u{202E}b 🌉 c", marks: [.init(start: 4, end: 5)], titleMarks: [],
            cue: "said", verbClass: "say", stance: nil, speaker: "A\nB", role: "mayor", source: nil,
            confidence: 0.9)
        #expect(
            FoundText(isColoured: false).text([found]) == """
                2026-11-20 08:00  A\\nB, mayor — said
                    a\\u{202e}b *🌉* c
                    \\u{1b}[31mRed

                """)
        #expect(FoundText(isColoured: true).text([found]).contains("\u{1B}[1;4m🌉\u{1B}[0m"))
    }
}
