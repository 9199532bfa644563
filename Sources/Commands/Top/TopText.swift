import Daemon
import Foundation
import Setup
import Views

/// What is seen live, for a terminal: as many lines and columns as there are.
struct TopText {
    let columns: Int
    /// Nil where the text may be as long as it likes.
    let lines: Int?
    /// Whether weights are shown.
    let isColoured: Bool

    private struct Row {
        var text: String
        var isBold = false
    }

    func text(_ live: LiveReport) -> String {
        var rows = head(live.status)
        rows += part("quoted most", speakers(live), within: share(0.2))
        rows += part("failed", live.failures.map(failure), within: share(0.2))
        rows += part("newest quotations", live.quotations.map(quotation), within: lines.map { $0 - rows.count })
        return text(rows)
    }

    /// What is shown instead while the daemon does not answer.
    func text(_ problem: String) -> String { text([Row(text: LogValue.escaped(problem), isBold: true)]) }

    private func text(_ rows: [Row]) -> String {
        rows.prefix(lines ?? .max).map { row in
            let text = cut(row.text)
            return (row.isBold && isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text) + "\n"
        }.joined()
    }

    // MARK: Parts

    private func head(_ status: StatusReport) -> [Row] {
        let title =
            "quoted \(status.version), \(status.phase) for \(StatusReport.time(status.uptimeSeconds)), "
            + "\(status.workers) workers, engine \(status.engine)"
        let (files, articles) = (status.files, status.articles)
        let sync = status.journal.medianSyncMs.map { ", a sync takes \(Self.rounded($0)) ms" } ?? ""
        let problems = status.unhealthy + status.degraded.filter { !status.unhealthy.contains($0) }
        return [
            Row(text: title, isBold: true),
            Row(
                text: "files     \(files.pending) waiting, \(files.working) in work, \(files.done) done, "
                    + "\(files.repeats) repeats, \(files.failed) failed"),
            Row(
                text: "articles  \(articles.written) written, \(articles.perMinute) in the last minute, "
                    + "\(articles.quotations) quotations"),
            Row(text: "journal   \(Quantity.text(bytes: status.journal.bytes))\(sync)"),
        ] + problems.flatMap(wrong)
    }

    /// One row a line, those below the first set in.
    private func wrong(_ problem: String) -> [Row] {
        LogValue.lines(problem).enumerated().map { number, line in
            Row(text: (number == 0 ? "WRONG     " : "          ") + line, isBold: true)
        }
    }

    /// - Parameter most: Rows, its title and the empty one before it counted.
    private func part(_ title: String, _ rows: [String], within most: Int?) -> [Row] {
        guard !rows.isEmpty else { return [] }
        let shown = rows.prefix(max(1, (most ?? .max) - 2))
        return [Row(text: ""), Row(text: title, isBold: true)] + shown.map { Row(text: $0) }
    }

    private func share(_ share: Double) -> Int? { lines.map { Int(Double($0) * share) } }

    /// Several to a row, since names are short.
    private func speakers(_ live: LiveReport) -> [String] {
        var rows: [String] = []
        for speaker in live.speakers {
            let entry = "\(LogValue.escaped(speaker.name)) \(speaker.quotations)"
            if let last = rows.last, DisplayWidth.columns(last + entry) + 3 <= columns {
                rows[rows.count - 1] = last + "   " + entry
            } else {
                rows.append("  " + entry)
            }
        }
        return rows
    }

    private func failure(_ error: StatusReport.LastError) -> String {
        "  \(Self.clock(error.at))  \(LogValue.escaped(error.file)): \(LogValue.escaped(error.reason))"
    }

    private func quotation(_ quotation: LiveReport.Quotation) -> String {
        "  \(Self.clock(quotation.at))  \(LogValue.escaped(quotation.speaker ?? "(nobody named)"))"
            + (quotation.cue.map { " \(LogValue.escaped($0))" } ?? "") + ": \(LogValue.escaped(quotation.text))"
    }

    // MARK: Words

    /// What stood beyond the last column would break the picture.
    private func cut(_ row: String) -> String {
        guard lines != nil, DisplayWidth.columns(row) > columns else { return row }
        var (text, width) = ("", 1)
        for character in row {
            width += DisplayWidth.columns(character)
            guard width <= columns else { break }
            text.append(character)
        }
        return text + "…"
    }

    private static func rounded(_ value: Double) -> String {
        value.formatted(.number.precision(.fractionLength(1)).locale(Locale(identifier: "en")))
    }

    /// In the local time zone.
    private static func clock(_ date: Date) -> String {
        let parts = Calendar.current.dateComponents([.hour, .minute, .second], from: date)
        return [parts.hour, parts.minute, parts.second].map { number in
            let digits = "\(number ?? 0)"
            return digits.count < 2 ? "0" + digits : digits
        }.joined(separator: ":")
    }
}
