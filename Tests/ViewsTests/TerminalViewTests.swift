import Newswire
import Records
import Testing

@testable import Views

@Suite struct TerminalViewTests {
    @Test func standsSpeakersBesideTheLineWhereTheirWordsBegin() {
        let text = TerminalView(width: 84, ink: .signs).text(of: Samples.nested)
        #expect(
            text == """
                wire/a.txt  2 quotations, found by the rules

                  🌉 [¹“*A\u{30A}sa* _told_ me [²‘never’],”] _said_ *Bo Ek*.   ¹ Bo Ek
                  [“So be it.”]                                           said · say · direct · 93%
                                                                        ² A\u{30A}sa
                                                                          told · say · direct · 93%

                  Nothing more.

                  Speakers: Bo Ek 1

                """)
    }

    @Test func standsSpeakersBelowWhereItIsNarrow() {
        let lines = TerminalView(width: 40, ink: .signs).text(of: Samples.nested).split(separator: "\n").map(
            String.init)
        #expect(lines.contains("    ¹ Bo Ek") && lines.contains("    ² A\u{30A}sa"), "\(lines)")
        #expect(lines.allSatisfy { DisplayWidth.columns($0) <= 40 || $0.hasPrefix("wire/a.txt") }, "\(lines)")
    }

    @Test(arguments: [20, 33, 64, 100, 300]) func keepsToTheWidth(_ width: Int) {
        var record = Samples.nested
        record.file.path = "a"
        let long = "漢字 “" + String(repeating: "wörd ", count: 60) + "x” " + String(repeating: "y", count: 400)
        record.text = long
        record.quotations = [Samples.quotation("q1", in: long, content: ["x”"], speaker: "s1")]
        record.speakers[0].name = String(repeating: "Bo", count: 70)
        let lines = TerminalView(width: width, ink: .signs).text(of: record).split(separator: "\n").dropFirst()
        #expect(lines.allSatisfy { DisplayWidth.columns(String($0)) <= width }, "\(lines)")
    }

    @Test func coloursEveryPartInAWayOfItsOwn() {
        let view = TerminalView(width: 100, ink: .colours)
        let text = view.text(of: Samples.nested)
        #expect(text.contains("\u{1B}[0;32m“\u{1B}[0;4;36mA\u{30A}sa\u{1B}[0;32m \u{1B}[0;1;33mtold\u{1B}[0;32m me "))
        #expect(text.contains("\u{1B}[0;3;35m‘never’\u{1B}[0;32m,”"), "what stands within another has its own look")
        #expect(!text.contains("[¹") && !text.contains("*Bo Ek*"), "there are no signs where there are colours")
        #expect(text.split(separator: "\n").allSatisfy { !$0.contains("\u{1B}") || $0.hasSuffix("\u{1B}[0m") })
        #expect(view.legend.contains("\u{1B}[0;32mwhat is said"))
    }

    @Test func showsWhatWouldCommandTheTerminalAsSigns() {
        let text = "He \u{1B}[2Jsaid\u{07}\u{202E}\u{9B}31m\u{0} \u{85}so."
        let shown = TerminalView(width: 80, ink: .signs).text(of: Samples.record(text))
        #expect(shown.contains("He ␛[2Jsaid␇\u{FFFD}\u{FFFD}31m␀"))
        #expect(shown.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
    }

    @Test func namesWhatWasTakenBack() {
        var record = Samples.record("")
        record.kind = .withdrawal(of: Samples.fingerprint(0xAB))
        #expect(TerminalView(width: 80, ink: .signs).text(of: record).contains("takes back sha256:abab"))
    }
}
