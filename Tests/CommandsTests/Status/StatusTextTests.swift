import Daemon
import ProgramSupport
import Testing

@testable import Commands

@Suite struct StatusTextTests {
    @Test func readsLikeASentenceForPeople() {
        var report = StatusReport.sample()
        let text = report.text
        #expect(text.hasPrefix("quoted 1.2.3, running for 1 d 2 h (process 4711), 4 workers, engine rules\n"))
        #expect(text.contains("3 pending, 1 in work"))
        #expect(text.contains("20 done, 5 repeats, 2 failed"))
        #expect(
            text.contains("\nmodel       en-news 1, int8, sha256:fedcba987654…, 1,234 word pieces a second"), "\(text)")
        #expect(text.contains("5.0 MiB, a sync takes 1.25 ms"))
        #expect(text.contains("  read      0.50 ms     2.00 ms"))
        #expect(text.contains("a\\nb.pdf: unknown-format: The file is a PDF document. Extract its text first."))
        #expect(!text.contains("DEGRADED") && !text.contains("NOT WORKING") && !text.contains("lines dropped"))
        #expect(text.hasSuffix("\n\nNOTICE      A torn journal was closed aside.\n"))
        report.log.dropped = 3
        #expect(report.text.contains("\nlog         3 lines dropped, 1 wait to be read\n"))

        report.model = nil
        #expect(!report.text.contains("model"))
        report.unhealthy = ["The disk is full."]
        report.degraded = ["The disk is full.", "The watcher died."]
        #expect(report.text.contains("NOT WORKING The disk is full.\nDEGRADED    The watcher died.\n"))
        report.journal.notices = []
        report.degraded = ["The rules:\na.yaml:1:1: b\tc\nNOT WORKING"]
        #expect(
            report.text.hasSuffix(
                "DEGRADED    The rules:\n            a.yaml:1:1: b\\tc\n            NOT WORKING\n"), "\(report.text)")
    }

    @Test(arguments: [(0.4, "0 s"), (61, "1 min 1 s"), (3_660, "1 h 1 min"), (90_000, "1 d 1 h")])
    func writesTimes(seconds: Double, text: String) {
        #expect(StatusReport.time(seconds) == text)
    }
}
