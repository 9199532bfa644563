package import Daemon
import Foundation
import QuotationIndex
package import Setup
import SystemPackage

/// `quoted find`: in an index that is named, or by asking the daemon that runs.
package struct FindCommand: Sendable {
    private let request: FindRequest
    private let flags: [Setting: String]
    private let file: String?
    private let json: Bool

    /// - Parameters:
    ///   - flags: `.index`, `.journal` and `.status`, where they are given.
    ///   - file: The daemon's settings file.
    package init(_ request: FindRequest, flags: [Setting: String], file: String?, json: Bool) {
        self.request = request
        self.flags = flags
        self.file = file
        self.json = json
    }

    package func run() async -> ExitStatus {
        await .of {
            let query = try request.query()
            var files = flags
            let socket = files.removeValue(forKey: .status)
            // Whoever names the socket wants it asked.
            let place =
                socket == nil ? try await IndexPlace(flags: files, file: file) : nil
            let answer =
                if let place { try await Self.find(query, in: place) } else {
                    try await StatusClient(socket: StatusCommand.socket(socket)).find(request)
                }
            try write(answer)
            return answer.found.isEmpty ? .failure : .success
        }
    }

    private static func find(_ query: Query, in place: IndexPlace) async throws -> FindAnswer {
        let search = Search(index: place.index)
        var progress: IndexProgress?
        if let journal = place.journal { progress = try await search.progress(of: journal) }
        return FindAnswer(try await search.find(query), progress)
    }

    private func write(_ answer: FindAnswer) throws {
        let found = answer.found
        let environment = ProcessInfo.processInfo.environment
        let isColoured = isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
        let text =
            json
            ? try found.map { String(decoding: try Found.encoder.encode($0), as: UTF8.self) + "\n" }.joined()
            : FoundText(isColoured: isColoured).text(found)
        try Output(nil).write(text)
        let isComplete = answer.index.map { $0.read >= $0.journals } ?? true
        if let note = answer.note, !json || !isComplete { StandardError.write(note) }
    }
}
