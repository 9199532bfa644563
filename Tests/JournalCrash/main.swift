// Commits the same entries to a journal as often as it is started, and may be made to crash on the way
// (`QUOTED_FAULT`). The journal's tests start it.
//
// usage: journal-crash DIRECTORY FILES drop|annotate

import Journal
import Logging
import Newswire
import Records
import SystemPackage

/// Two versions of an article a file, and its withdrawal.
func entry(_ number: Int, _ repeats: RepeatPolicy) -> Entry {
    let file = fingerprint(1000 + number)
    let versions = [0, 1].map { RecordEncoder().line(record(number, version: $0)) }
    let id = fingerprint(2000 + number)
    let withdrawn = record(number, version: 2).article
    let withdrawal = RecordLine(withdrawing: ItemVersion(withdrawn)!, id: id) { withdrawn in
        var record = record(number, version: 2)
        (record.id, record.kind, record.text) = (id, .withdrawal(of: withdrawn), nil)
        return .init(id: id, bytes: RecordEncoder().encode(record))
    }
    return Entry(
        file: file, path: "\(number).txt", arrival: ArrivalID(device: 1, inode: UInt64(number), modified: 1),
        lines: versions + [withdrawal], repeats: repeats)
}

func record(_ number: Int, version: Int) -> Record {
    var metadata = Metadata()
    (metadata.item, metadata.version) = ("urn:example:\(number)", "\(version)")
    return Record(
        id: fingerprint(2 * number + version),
        file: .init(
            path: "\(number).txt", format: "text", encoding: "utf-8", bytes: 9, sha256: fingerprint(1000 + number),
            item: 1 + version),
        article: .init(metadata), text: String(repeating: "“Nobody saw it,” Lind said.\n", count: 200),
        producer: .init(version: "0", engine: .rules, rules: "sha256:" + fingerprint(7).hex), annotatedAt: .now)
}

func fingerprint(_ number: Int) -> Fingerprint {
    Fingerprint(bytes: [UInt8](repeating: 0, count: 30) + [UInt8(number >> 8), UInt8(number & 255)])!
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let files = Int(arguments[2]), let repeats = RepeatPolicy(rawValue: arguments[3]) else {
    fatalError("usage: journal-crash DIRECTORY FILES drop|annotate")
}
let directory = FilePath(arguments[1])
let journal = try await Journal.open(
    .init(path: directory.appending("quoted.jsonl"), ledger: directory.appending("ledger.sqlite")),
    logger: Logger(label: "journal-crash") { _ in SwiftLogNoOpLogHandler() })

try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { try await journal.run() }
    try await withThrowingTaskGroup(of: Void.self) { committers in
        for number in 0..<files {
            committers.addTask {
                let entry = entry(number, repeats)
                _ = try await journal.ledger.beginAttempt(.content(entry.file))
                _ = try await journal.commit(entry)
            }
        }
        try await committers.waitForAll()
    }
    group.cancelAll()
}
