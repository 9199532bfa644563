import Foundation
import ProgramSupport
import Testing
import Views

@testable import Commands
@testable import Daemon

@Suite struct TopTextTests {
    private func report(_ quotations: Int, speaker: String = "Ines Aldana", text: String = "The bridge is safe.")
        -> LiveReport
    {
        var status = StatusReport.sample()
        status.degraded = ["The disk is slow."]
        return LiveReport(
            status: status,
            quotations: (0..<quotations).map { _ in
                .init(at: .now, article: "sha256:00", text: text, speaker: speaker, cue: "said", type: "direct")
            },
            files: [], failures: [.init(at: .now, file: "a.pdf", code: "c", reason: "It is a PDF.", remedy: "m")],
            speakers: (0..<15).map { .init(name: "\(speaker) \($0)", quotations: 20 - $0) }, canFind: true)
    }

    @Test func tellsWhatComesIn() {
        let text = TopText(columns: 100, lines: nil, isColoured: false).text(report(3))
        for part in [
            "3 waiting", "2 failed", "7 in the last minute", "250 quotations", "5.0 MiB", "WRONG     The disk is slow.",
            "Ines Aldana 0 20", "a.pdf: It is a PDF.", "Ines Aldana said: The bridge is safe.",
        ] { #expect(text.contains(part), "\(part) is not in:\n\(text)") }
        #expect(!text.contains("\u{1B}"))
    }

    @Test func givesEachLineOfWhatIsWrongARow() {
        var report = report(0)
        report.status.degraded = ["The rules:\none\ntwo"]
        let text = TopText(columns: 100, lines: nil, isColoured: false).text(report)
        #expect(text.contains("\nWRONG     The rules:\n          one\n          two\n"), "\(text)")
    }

    @Test(arguments: [(80, 24), (40, 10), (200, 60), (12, 5), (1, 1)])
    func fitsItsScreen(columns: Int, lines: Int) {
        let texts = [
            "A long quotation that goes on and on, beyond the end of every line there is.", "橋は安全です。", "e\u{301}👩‍👩‍👧",
        ]
        for text in texts {
            let report = report(30, speaker: "渡辺花子", text: String(repeating: text, count: 10))
            let rows = TopText(columns: columns, lines: lines, isColoured: true).text(report)
                .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            #expect(rows.count <= lines)
            for row in rows {
                let plain = String(row).replacing(/\u{1B}\[\d*m/, with: "")
                #expect(DisplayWidth.columns(plain) <= columns, "“\(plain)”")
            }
        }
    }

    @Test func showsSomeOfEverythingOnAUsualScreen() {
        let text = TopText(columns: 80, lines: 24, isColoured: false).text(report(30))
        for title in ["quoted most", "failed", "newest quotations"] { #expect(text.contains("\n\(title)\n")) }
        #expect(text.components(separatedBy: "The bridge is safe.").count > 5)
    }

    @Test func letsNoArticleCommandTheTerminal() {
        let hostile = "\u{1B}]0;owned\u{7}\u{1B}[2Jgone\r\n\u{202E}desrever\u{9B}31m"
        let text = TopText(columns: 300, lines: 50, isColoured: false).text(report(2, speaker: hostile, text: hostile))
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
        #expect(!text.contains("\u{202E}"))
        #expect(text.contains("u{1b}"))
    }
}
