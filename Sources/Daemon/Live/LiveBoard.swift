import Foundation
import Journal
import Records
import Synchronization

/// The newest quotations, files and failures, as the services note them. It keeps the last of each.
package final class LiveBoard: Sendable {
    private let contents = Mutex(Contents())

    struct Contents: Sendable {
        fileprivate(set) var quotations: [LiveReport.Quotation] = []
        fileprivate(set) var files: [LiveReport.File] = []
        fileprivate(set) var failures: [StatusReport.LastError] = []
        fileprivate(set) var speakers = SpeakerCounts()
        fileprivate var counted = CountedRecords()
    }

    /// Of quotations; others are half as many.
    private static let most = 30
    /// A text is cut here: it is looked at, not kept.
    private static let longest = 600

    package init() {}

    var snapshot: Contents { contents.withLock { $0 } }

    func failed(_ error: StatusReport.LastError) {
        contents.withLock { Self.put([error], before: &$0.failures, most: Self.most / 2) }
    }

    func wrote(_ file: LiveReport.File) {
        contents.withLock { Self.put([file], before: &$0.files, most: Self.most / 2) }
    }

    /// - Parameter record: One whose line was just written.
    func wrote(_ record: Record) {
        let speakers = Dictionary(record.speakers.map { ($0.id, $0) }) { first, _ in first }
        let newest = record.quotations.prefix(Self.most).map { Self.quotation($0, of: record, speakers) }
        let names = record.quotations.compactMap { $0.speaker.flatMap { speakers[$0]?.name } }.map(Self.cut)
        contents.withLock { contents in
            // One that was annotated anew is counted as it is now.
            let old = contents.counted.names(of: record.id)
            guard contents.counted.add(names, of: record.id) else { return }
            contents.remove(record.id, countedFor: old)
            Self.put(newest, before: &contents.quotations, most: Self.most)
            for name in names { contents.speakers.add(name) }
        }
    }

    /// - Parameter records: Those that were withdrawn, or have another in their place by now.
    func tookBack(_ records: [Fingerprint]) {
        guard !records.isEmpty else { return }
        contents.withLock { contents in
            for record in records { contents.remove(record, countedFor: contents.counted.takeBack(record)) }
        }
    }

    private static func put<Item>(_ new: [Item], before list: inout [Item], most: Int) {
        list = Array((new + list).prefix(most))
    }

    private static func quotation(
        _ quotation: Record.Quotation, of record: Record, _ speakers: [String: Record.Speaker]
    ) -> LiveReport.Quotation {
        let speaker = quotation.speaker.flatMap { speakers[$0] }
        return LiveReport.Quotation(
            at: .now, article: record.id.article, title: record.article.title.map(cut),
            text: cut(quotation.text), speaker: (speaker?.name ?? speaker?.role ?? quotation.source?.text).map(cut),
            role: speaker?.name == nil ? nil : speaker?.role.map(cut), cue: quotation.cue.map { cut($0.text) },
            type: quotation.type.rawValue)
    }

    private static func cut(_ text: String) -> String {
        // Scalars, since a character may be as long as it likes.
        guard text.unicodeScalars.count > longest else { return text }
        return String(text.unicodeScalars.prefix(longest)) + "…"
    }
}

extension LiveBoard.Contents {
    fileprivate mutating func remove(_ record: Fingerprint, countedFor names: [String]) {
        for name in names { speakers.remove(name) }
        quotations.removeAll { $0.article == record.article }
    }
}

extension Fingerprint {
    /// As the record has it.
    fileprivate var article: String { "sha256:" + hex }
}
