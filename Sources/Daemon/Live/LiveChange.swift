import Foundation

/// The parts of what is seen live that are different from what somebody saw last; nil stands for what is the same, and is
/// left out in JSON.
struct LiveChange: Sendable, Equatable, Encodable {
    var status: StatusReport?
    var quotations: [LiveReport.Quotation]?
    var files: [LiveReport.File]?
    var failures: [StatusReport.LastError]?
    var speakers: [LiveReport.Speaker]?
    var canFind: Bool?

    /// - Parameter old: nil for who has seen nothing yet.
    init(from old: LiveReport?, to new: LiveReport) {
        func changed<Part: Equatable>(_ part: KeyPath<LiveReport, Part>) -> Part? {
            old?[keyPath: part] == new[keyPath: part] ? nil : new[keyPath: part]
        }
        status = old?.status.timeless == new.status.timeless ? nil : new.status
        quotations = changed(\.quotations)
        files = changed(\.files)
        failures = changed(\.failures)
        speakers = changed(\.speakers)
        canFind = changed(\.canFind)
    }

    var isEmpty: Bool {
        status == nil && quotations == nil && files == nil && failures == nil && speakers == nil && canFind == nil
    }

    /// JSON on one line: its strings have no newlines in them.
    func data() throws -> Data {
        let encoder = StatusReport.encoder
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}

extension StatusReport {
    /// Without what is different whenever one looks.
    fileprivate var timeless: StatusReport {
        var report = self
        report.uptimeSeconds = 0
        return report
    }
}
