// Commits the same entries to a journal as often as it is started, and may be made to crash on the way
// (`QUOTED_FAULT`). The journal's tests start it.
//
// usage: journal-crash DIRECTORY FILES drop|annotate

import Journal
import Logging
import SystemPackage

/// Two articles a file; the second one is that of the next file, too.
func entry(_ number: Int, _ repeats: RepeatPolicy) -> Entry {
    let encoder = RecordEncoder()
    let file = fingerprint(1000 + number)
    return Entry(
        file: file, path: "\(number).txt", arrival: Arrival(device: 1, inode: UInt64(number), modified: 1),
        lines: [2 * number, 2 * number + 1].map { article in
            let record = Record(
                id: fingerprint(article),
                file: .init(path: "\(number).txt", format: "text", encoding: "utf-8", bytes: 9, sha256: file, item: 1),
                article: .init(), text: String(repeating: "“Nobody saw it,” Lind said.\n", count: 200),
                producer: .init(version: "0", engine: .rules, rules: "sha256:0"), annotatedAt: .now)
            return .init(id: record.id, bytes: encoder.encode(record))
        }, repeats: repeats)
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
