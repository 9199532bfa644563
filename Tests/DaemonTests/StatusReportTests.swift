import Foundation
import ProgramSupport
import Testing

@testable import Daemon

@Suite struct StatusReportTests {
    @Test func comesBackFromItsJSON() throws {
        let report = StatusReport.sample()
        let data = try StatusReport.encoder.encode(report)
        #expect(try StatusReport.decoder.decode(StatusReport.self, from: data) == report)
    }

    @Test func spellsItsNamesInSnakeCase() throws {
        let data = try StatusReport.encoder.encode(StatusReport.sample())
        let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(
            Set(object.keys) == [
                "version", "pid", "phase", "started_at", "uptime_seconds", "engine", "model", "workers", "files",
                "articles",
                "rules",
                "inbox", "journal", "index", "stages", "serving", "log", "last_error", "degraded", "unhealthy",
            ])
        let stages = try #require(object["stages"] as? [String: [String: Any]])
        #expect(stages["read"]?["p50_ms"] as? Double == 0.5)
        #expect((object["model"] as? [String: Any])?["pieces_per_second"] as? Double == 1234.5)
        #expect((object["articles"] as? [String: Any])?["per_minute"] as? Int == 7)
        #expect(object["started_at"] as? String == "2023-11-14T22:13:20Z")
    }
}

@Suite struct PrometheusTests {
    /// Every line is a comment or `name{labels} value`, and every sample's metric was declared just before.
    @Test func writesItsTextFormat() throws {
        let text = StatusReport.sample().metrics
        #expect(text.hasSuffix("\n"))
        let sample =
            /([a-z_]+)(\{[a-z_]+="(?:[^"\\\n]|\\["\\n])*"(?:,[a-z_]+="(?:[^"\\\n]|\\["\\n])*")*\})? (NaN|[+-]?[0-9.e+-]+)/
        var declared = ""
        var names: Set<String> = []
        for line in text.split(separator: "\n") {
            if let help = line.wholeMatch(of: /# HELP ([a-z_]+) .+/) {
                #expect(names.insert(String(help.1)).inserted, "\(help.1) is declared twice")
            } else if let type = line.wholeMatch(of: /# TYPE ([a-z_]+) (counter|gauge|summary)/) {
                declared = String(type.1)
                if type.2 == "counter" { #expect(declared.hasSuffix("_total")) }
            } else {
                let match = try #require(try sample.wholeMatch(in: String(line)), "\(line)")
                #expect([declared, declared + "_sum", declared + "_count"].contains(String(match.1)), "\(line)")
            }
        }
    }

    @Test func tellsOfNoModelWhereThereIsNone() {
        var report = StatusReport.sample()
        report.model = nil
        #expect(!report.metrics.contains("model"))
    }

    @Test func carriesTheStatusesNumbers() {
        let lines = Set(StatusReport.sample().metrics.split(separator: "\n").map(String.init))
        for line in [
            "quoted_files_total{result=\"failed\"} 2", "quoted_files_pending 3",
            "quoted_articles_total{result=\"written\"} 21",
            "quoted_quotations_total 250", "quoted_stage_seconds{stage=\"read\",quantile=\"0.99\"} 0.002",
            "quoted_stage_seconds_count{stage=\"read\"} 27", "quoted_stage_seconds_sum{stage=\"read\"} 0.02",
            "quoted_stage_seconds{stage=\"commit\",quantile=\"0.5\"} NaN", "quoted_healthy 1",
            "quoted_journal_notices 1", "quoted_log_lines_waiting 1", "quoted_log_lines_dropped_total 0",
            "quoted_sockets_made_again_total 9", "quoted_index_journal_bytes 5242880",
            "quoted_index_made_again_total 1",
            "quoted_rules_info{language=\"en\",digest=\"sha256:0123456789abcdef\"} 1",
            "quoted_start_time_seconds 1700000000", "quoted_model_pieces_total 51200",
            "quoted_model_info{name=\"en-news\",version=\"1\",digest=\"sha256:fedcba9876543210\",precision=\"int8\"} 1",
        ] { #expect(lines.contains(line), "\(line)") }
    }

    @Test func escapesLabels() {
        var text = PrometheusText()
        text.metric("m", .gauge, "a\\b\nc", [.init(labels: [("l", "a\"b\\c\nd")], value: 0.5)])
        #expect(text.text == "# HELP m a\\\\b\\nc\n# TYPE m gauge\nm{l=\"a\\\"b\\\\c\\nd\"} 0.5\n")
    }
}
