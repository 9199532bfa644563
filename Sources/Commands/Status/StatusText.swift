import Daemon
import Foundation
import Setup

extension StatusReport {
    /// The status for people, a screen at most.
    package var text: String {
        var lines = [
            "quoted \(version), \(phase) for \(Self.time(uptimeSeconds)) (process \(pid)), \(workers) workers, engine \(engine)",
            "",
            row("inbox", "\(inbox.path): \(files.pending) pending, \(files.working) in work"),
            row("files", "\(files.done) done, \(files.repeats) repeats, \(files.failed) failed since the start"),
            row(
                "articles",
                "\(articles.written) written, \(articles.perMinute) of them in the last minute, \(articles.quotations) quotations"
            ),
            row("journal", "\(journal.path), \(Quantity.text(bytes: journal.bytes))" + sync),
            row("rules", rules.languages.map(Self.rules).joined(separator: "; ")),
        ]
        if let model { lines.append(row("model", model.summary)) }
        if log.dropped > 0 { lines.append(row("log", "\(log.dropped) lines dropped, \(log.waiting) wait to be read")) }
        let timings = WorkStage.allCases.compactMap { stage in stages[stage].flatMap { timing(stage, $0) } }
        if !timings.isEmpty { lines += ["", row("stage", "median      99 %")] + timings }
        if let lastError { lines += ["", row("last error", lastError.summary)] }
        lines += unhealthy.isEmpty && degraded.isEmpty && journal.notices.isEmpty ? [] : [""]
        lines += unhealthy.map { row("NOT WORKING", lines: $0) }
        lines += degraded.filter { !unhealthy.contains($0) }.map { row("DEGRADED", lines: $0) }
        lines += journal.notices.map { row("NOTICE", lines: $0) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func rules(_ language: Rules.Language) -> String {
        "\(language.verbs) reporting verbs (\(language.code)), \(language.digest.prefix(19))…"
    }

    private var sync: String { journal.medianSyncMs.map { ", a sync takes \(Self.milliseconds($0))" } ?? "" }

    private func row(_ name: String, _ text: String) -> String {
        name + String(repeating: " ", count: max(1, 12 - name.count)) + text
    }

    /// Every line below the first is set in, so that none can pass for a row.
    private func row(_ name: String, lines text: String) -> String {
        row(name, LogValue.lines(text).joined(separator: "\n" + String(repeating: " ", count: 12)))
    }

    private func timing(_ stage: WorkStage, _ timing: Stage) -> String? {
        guard let median = timing.p50Ms, let worst = timing.p99Ms else { return nil }
        let first = Self.milliseconds(median)
        return row(
            "  " + stage.rawValue,
            first + String(repeating: " ", count: max(1, 12 - first.count)) + Self.milliseconds(worst))
    }

    private static func milliseconds(_ value: Double) -> String {
        let digits = value < 10 ? 2 : value < 100 ? 1 : 0
        return value.formatted(.number.precision(.fractionLength(digits)).locale(Locale(identifier: "en"))) + " ms"
    }

    static func time(_ seconds: Double) -> String {
        let (minutes, s) = Int(seconds).quotientAndRemainder(dividingBy: 60)
        let (hours, m) = minutes.quotientAndRemainder(dividingBy: 60)
        let (days, h) = hours.quotientAndRemainder(dividingBy: 24)
        if days > 0 { return "\(days) d \(h) h" }
        if hours > 0 { return "\(h) h \(m) min" }
        return minutes > 0 ? "\(m) min \(s) s" : "\(s) s"
    }
}

extension StatusReport.Model {
    fileprivate var summary: String {
        let speed = piecesPerSecond.formatted(
            .number.precision(.fractionLength(0)).locale(Locale(identifier: "en")))
        return LogValue.escaped(
            "\(name) \(version), \(precision), \(digest.prefix(19))…, \(speed) word pieces a second in the last minute")
    }
}

extension StatusReport.LastError {
    fileprivate var summary: String {
        let text = "\(file): \(code): \(reason) \(remedy) (\(at.formatted(.iso8601)))"
        return LogValue.escaped(text)
    }
}
