import Foundation
import Journal
import Records
import SystemPackage

extension RecordSource {
    /// What became of the articles that are left.
    struct Standing {
        /// Inputs, and lines of them, that could not be read.
        var failed = 0
        /// Lines of streams that withdrew or superseded articles which may have been given before.
        var late = 0
    }

    /// Gives the articles that still stand, in the order of the arguments.
    ///
    /// Files are read twice, so that it does not matter where in which of them a withdrawal stands. A stream is given as it
    /// comes: what is taken back later in it was given by then.
    ///
    /// - Throws: As `forEach`.
    func forEachStanding(_ body: (Record) throws -> Void) async throws -> Standing {
        var standing = Standing()
        var gone = takenBack()
        standing.failed = try await forEach { record in
            let head = RecordHead(record)
            if gone.note(head) { standing.late += 1 }
            guard record.kind == .article, !gone.contains(head) else { return }
            try body(record)
        }
        return standing
    }

    /// Of all files that are journals. A file that cannot be read is told of at the second reading.
    private func takenBack() -> TakenBack {
        var gone = TakenBack()
        for name in names where name != "-" && (try? Stat(FilePath(name)))?.type == .regular {
            try? note(name, in: &gone)
        }
        return gone
    }

    private func note(_ name: String, in gone: inout TakenBack) throws {
        let handle = try NamedInput(name).open()
        var lines = LineReader(handle.fileDescriptor)
        guard Self.beginsRecord(try lines.head(Self.headLength)) else { return }
        let decoder = JSONDecoder()
        while let line = try lines.next() {
            guard case .whole(let bytes) = line,
                let head = try? decoder.decode(RecordHead.self, from: Data(bytes))
            else { continue }
            gone.note(head)
        }
    }
}
