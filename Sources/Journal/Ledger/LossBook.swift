import GRDB
package import SystemPackage

/// What a ledger says of lost lines, for people who decide about them. The daemon may run meanwhile. All calls block.
package struct LossBook: Sendable {
    private let path: FilePath

    /// - Parameter ledger: of a daemon that has been started since lines were lost.
    package init(ledger: FilePath) { path = ledger }

    package func lostArticles() throws(JournalError) -> [LostArticle] { try transaction { try $0.lostArticles() } }

    /// To be called before files of lost articles are put back into the inbox: what else they brought, and is in the
    /// journal, is not written again.
    package func expectLostFiles() throws(JournalError) { try transaction { try $0.expectLostFiles() } }

    /// Nobody waits for the lost articles any more; should they come again, they are new.
    package func forget() throws(JournalError) { try transaction { try $0.forgetLost() } }

    /// The lines are kept elsewhere; should the articles come again, they are repeats.
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
