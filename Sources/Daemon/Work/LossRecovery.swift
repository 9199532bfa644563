import Files
package import Inbox
import Journal
import Logging
import Records
import ServiceLifecycle

/// Has articles annotated again whose lines were cut off the journal, as far as their files are kept.
struct LossRecovery: Service {
    let inbox: Inbox
    let journal: Journal
    let logger: Logger

    func run() async {
        for await _ in journal.cuts.cancelOnGracefulShutdown() {
            do {
                try await recover()
            } catch is CancellationError {
                return
            } catch {
                logger.error("lost lines not recovered", metadata: ["error": "\(error)"])
            }
        }
    }

    private func recover() async throws {
        let lost = try await journal.ledger.lostArticles(.cut)
        guard !lost.isEmpty else { return }
        try await journal.ledger.expectLostFiles()
        let result = try await inbox.restore(lost.files) { Record.File.string(path: $0.bytes) }
        logger.notice(
            "lost lines to be written again",
            metadata: [
                "articles": "\(lost.count)", "files": "\(result.restored.count)", "missing": "\(result.missing.count)",
            ])
    }
}

extension [LostArticle] {
    /// The files that brought them, as far as it is known which.
    package var files: Set<Restoration.Wanted> {
        Set(compactMap { article in article.path.map { .init(path: $0, sha256: article.file?.hex) } })
    }
}
