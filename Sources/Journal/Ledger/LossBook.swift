import GRDB
package import SystemPackage

/// Lists lost lines and takes decisions about them: `quoted lost`. The daemon may run meanwhile. All calls block.
package struct LossBook: Sendable {
    private let path: FilePath

    /// - Parameter ledger: the daemon must have been started since the lines were lost.
    package init(ledger: FilePath) { path = ledger }

    package func lostArticles() throws(JournalError) -> [LostArticle] { try transaction { try $0.lostArticles() } }

    /// Call it before putting files of lost articles back into the inbox: their other articles, which the journal still
    /// has, are then not written again.
    package func expectLostFiles() throws(JournalError) { try transaction { try $0.expectLostFiles() } }

    /// Nobody waits for the lost articles any more. If they come again they are new.
    package func forget() throws(JournalError) { try transaction { try $0.forgetLost() } }

    /// The lines are kept elsewhere. If the articles come again they are repeats.
    package func keep() throws(JournalError) { try transaction { try $0.keepLost() } }

    private func transaction<Value>(_ body: (LedgerStore) throws -> Value) throws(JournalError) -> Value {
        let file = LedgerFile(path: path)
        do {
            let database = try file.openExisting()
            defer { try? database.close() }
            return try database.write { try body(LedgerStore($0)) }
        } catch {
            throw file.error(error)
        }
    }
}
