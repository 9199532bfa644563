import Foundation
import Setup

extension StatusReport {
    /// The same as `GET /status` for Prometheus.
    package var metrics: String {
        var text = PrometheusText()
        text.metric(
            "quoted_info", .gauge, "Version and engine; always 1.",
            [
                .init(labels: [("version", version), ("engine", engine)], value: 1)
            ])
        text.metric(
            "quoted_start_time_seconds", .gauge, "When the daemon started, in seconds since 1970.",
            [
                .init(value: startedAt.timeIntervalSince1970)
            ])
        text.metric("quoted_healthy", .gauge, "1 while the daemon does its work, else 0.", unhealthy.isEmpty ? 1 : 0)
        text.metric("quoted_degraded", .gauge, "How many things do not work as they should.", degraded.count)
        text.metric("quoted_workers", .gauge, "Workers.", workers)
        files(&text)
        articles(&text)
        rules(&text)
        model(&text)
        journal(&text)
        index(&text)
        stages(&text)
        serving(&text)
        log(&text)
        return text.text
    }

    private func files(_ text: inout PrometheusText) {
        text.metric("quoted_files_pending", .gauge, "Files that wait in the inbox.", files.pending)
        text.metric("quoted_files_stuck", .gauge, "Files that could not be read or moved so far.", inbox.stuck)
        text.metric("quoted_files_working", .gauge, "Files that are being worked on.", files.working)
        text.metric(
            "quoted_files_total", .counter, "Files worked off since the start.",
            [
                .init(labels: [("result", "done")], value: Double(files.done)),
                .init(labels: [("result", "failed")], value: Double(files.failed)),
                .init(labels: [("result", "repeat")], value: Double(files.repeats)),
            ])
        text.metric("quoted_inbox_scans_total", .counter, "Scans of the whole inbox.", inbox.scans)
        text.metric("quoted_inbox_overflows_total", .counter, "Times that the event queue overflowed.", inbox.overflows)
        text.metric(
            "quoted_watcher_restarts_total", .counter, "Times that the watcher died and was started again.",
            inbox.watcherRestarts)
    }

    private func articles(_ text: inout PrometheusText) {
        text.metric(
            "quoted_articles_total", .counter, "Articles since the start.",
            [
                .init(labels: [("result", "written")], value: Double(articles.written)),
                .init(labels: [("result", "repeat")], value: Double(articles.repeats)),
                .init(labels: [("result", "failed")], value: Double(articles.failed)),
            ])
        text.metric("quoted_quotations_total", .counter, "Quotations in the lines written.", articles.quotations)
    }

    private func rules(_ text: inout PrometheusText) {
        text.metric(
            "quoted_rules_info", .gauge, "The rules in force; always 1.",
            rules.languages.map { .init(labels: [("language", $0.code), ("digest", $0.digest)], value: 1) })
        text.metric(
            "quoted_rules_verbs", .gauge, "Reporting verbs in the rules.",
            rules.languages.map { .init(labels: [("language", $0.code)], value: Double($0.verbs)) })
        text.metric(
            "quoted_rules_loaded_time_seconds", .gauge, "When the rules in force were read, in seconds since 1970.",
            [.init(value: rules.loadedAt.timeIntervalSince1970)])
        text.metric(
            "quoted_rules_broken", .gauge, "1 while the rule files have mistakes and older rules are in force.",
            rules.problem == nil ? 0 : 1)
    }

    private func model(_ text: inout PrometheusText) {
        guard let model else { return }
        let labels = [
            (name: "name", value: model.name), (name: "version", value: model.version),
            (name: "digest", value: model.digest), (name: "precision", value: model.precision),
        ]
        text.metric("quoted_model_info", .gauge, "The model; always 1.", [.init(labels: labels, value: 1)])
        text.metric(
            "quoted_model_pieces_total", .counter, "Word pieces that the model read since the start.", model.pieces)
    }

    private func journal(_ text: inout PrometheusText) {
        text.metric("quoted_journal_bytes", .gauge, "Length of the journal.", journal.bytes)
        text.metric("quoted_journal_waiting", .gauge, "Files that wait to be written to the journal.", journal.waiting)
        text.metric(
            "quoted_journal_notices", .gauge, "What was found and mended at the start; /health has the sentences.",
            journal.notices.count)
        text.metric("quoted_ledger_bytes", .gauge, "Length of the ledger.", journal.ledgerBytes)
        text.metric(
            "quoted_journal_lost_lines", .gauge, "Articles that were journalled and whose lines are gone.", journal.lost
        )
        text.metric(
            "quoted_journal_blocked", .gauge, "1 while the journal cannot be written.", journal.degraded == nil ? 0 : 1)
    }

    private func index(_ text: inout PrometheusText) {
        guard let index else { return }
        text.metric("quoted_index_bytes", .gauge, "Length of the index.", index.bytes)
        text.metric(
            "quoted_index_journal_bytes_read", .gauge, "How much of the journals the index has read.",
            index.journalBytesRead)
        text.metric("quoted_index_journal_bytes", .gauge, "How much it has to read.", index.journalBytes)
        text.metric(
            "quoted_index_made_again_total", .counter, "Times that the index was damaged or removed.", index.madeAgain)
    }

    private func serving(_ text: inout PrometheusText) {
        let ends = [
            ("answered", serving.answered), ("refused", serving.refused), ("malformed", serving.malformed),
            ("delayed", serving.delayed), ("crowded-out", serving.crowdedOut), ("timed-out", serving.timedOut),
            ("oversized", serving.oversized),
        ]
        text.metric(
            "quoted_status_connections", .gauge, "Connections to the status that are open.", serving.connections)
        text.metric(
            "quoted_status_connections_total", .counter, "Connections to the status since the start, by their end.",
            ends.map { .init(labels: [("result", $0)], value: Double($1)) })
        text.metric(
            "quoted_sockets_made_again_total", .counter, "Times that a socket's file was deleted and made again.",
            serving.socketsMadeAgain)
    }

    private func log(_ text: inout PrometheusText) {
        text.metric("quoted_log_lines_waiting", .gauge, "Lines of the log that nobody has read so far.", log.waiting)
        text.metric(
            "quoted_log_lines_dropped_total", .counter, "Lines of the log that were dropped, since nobody read them.",
            log.dropped)
    }

    private func stages(_ text: inout PrometheusText) {
        let samples = WorkStage.allCases.flatMap { stage -> [PrometheusText.Sample] in
            guard let timing = stages[stage] else { return [] }
            let name = [(name: "stage", value: stage.rawValue)]
            let quantiles = [("0.5", timing.p50Ms), ("0.99", timing.p99Ms)].map { share, milliseconds in
                PrometheusText.Sample(
                    labels: name + [("quantile", share)], value: milliseconds.map { $0 / 1000 } ?? .nan)
            }
            return quantiles + [
                .init(suffix: "_sum", labels: name, value: timing.totalMs / 1000),
                .init(suffix: "_count", labels: name, value: Double(timing.count)),
            ]
        }
        text.metric("quoted_stage_seconds", .summary, "How long the stages of the work took.", samples)
    }
}
