import Daemon
import Files
import Foundation
import Inbox
import Journal
import Records
package import Setup
import SystemPackage

/// `quoted lost`: the daemon may run meanwhile.
package struct LostCommand: Sendable {
    package enum Action: Sendable { case list, putBack, forget, keep }

    private let flags: [Setting: String]
    private let file: String?
    private let action: Action

    /// - Parameter flags: `.inbox`, `.done`, `.journal` and `.ledger`, where they are given.
    package init(flags: [Setting: String], file: String?, action: Action) {
        self.flags = flags
        self.file = file
        self.action = action
    }

    package func run() async -> ExitStatus {
        do {
            let places = try Places(try await SettingsReader(flags: flags, file: file), needsInbox: action == .putBack)
            let book = LossBook(ledger: places.ledger)
            let lost = try book.lostArticles()
            switch action {
            case .list: list(lost)
            case .putBack: return try putBack(lost, book, places)
            case .forget:
                try book.forget()
                print("\(Self.articles(lost.count)) forgotten. If they come again, they count as new.")
            case .keep:
                try book.keep()
                print("\(Self.articles(lost.count)) journalled elsewhere. If they come again, they are repeats.")
            }
            return .success
        } catch {
            StandardError.write("\(error)")
            return .failure
        }
    }

    private func list(_ lost: [LostArticle]) {
        for article in lost {
            let file = article.path.map(LogValue.escaped) ?? "unknown file"
            let journal = LogValue.escaped(article.journal)
            print("\(file)\n    sha256:\(article.id.hex)\n    \(article.loss.told) \(journal)")
        }
        if lost.isEmpty { StandardError.write("no lines were lost when the daemon last looked") }
    }

    private func putBack(_ lost: [LostArticle], _ book: LossBook, _ places: Places) throws -> ExitStatus {
        guard let inbox = places.inbox else { preconditionFailure("it is asked for") }
        let configuration = InboxConfiguration(inbox: inbox, done: places.done)
        try book.expectLostFiles()
        let name: @Sendable (RelativePath) -> String = { Record.File.string(path: $0.bytes) }
        let result = try Restoration(configuration, lost.files, name: name).run()
        for (before, now) in result.restored.map({ (LogValue.escaped($0.file.path), $0.path.printed) }) {
            print(before == now ? now : "\(before) as \(now): its name is taken")
        }
        for file in result.waiting { print("in the inbox: \(LogValue.escaped(file.path))") }
        if !result.waiting.isEmpty {
            print("A daemon that keeps files in its inbox (--after keep) takes them at its next start.")
        }
        guard !result.missing.isEmpty else { return .success }
        for file in result.missing { print("missing: \(LogValue.escaped(file.path))") }
        StandardError.write(
            "missing files are not in \(configuration.done): drop them into the inbox again, or give them up with "
                + "--forget")
        return .failure
    }

    private static func articles(_ count: Int) -> String { count == 1 ? "1 article" : "\(count) articles" }
}

extension Loss {
    fileprivate var told: String {
        switch self {
        case .cut: "cut off"
        case .gone: "gone with"
        }
    }
}

/// The settings that matter here. The others of a shared file are not looked at.
private struct Places {
    var ledger: FilePath
    var inbox: FilePath?
    var done: FilePath?

    init(_ reader: consuming SettingsReader, needsInbox: Bool) throws(SettingsError) {
        // Whoever names the ledger need not name the journal.
        let named: FilePath? = reader.given(.ledger)
        let ledger = named ?? reader.ledger(of: reader.required(.journal))
        inbox = needsInbox ? reader.required(.inbox) : nil
        done = reader.given(.done)
        try reader.finish()
        guard let ledger else { preconditionFailure("without one the journal is missing") }
        self.ledger = ledger
    }
}
