import Files
import Glibc
import SystemPackage

/// Finds files and folders of a daemon that are one and the same, or that lie within the inbox or `failed/`.
struct PathConflicts {
    struct Item {
        /// "the ledger"
        var title: String
        /// Where it is named, or could be: "--ledger", "/etc/quoted/quoted.yaml:12".
        var place: String
        var isNamed: Bool
        var path: FilePath
        /// The path, and the files beside it that belong to it.
        var all: [ResolvedPath]
        var isFolder = false
    }

    let inbox: Item
    let failed: Item
    /// The inbox aside.
    let others: [Item]

    /// - Parameters:
    ///   - file: The settings file, if there is one.
    ///   - log: What standard error goes to, if that is a file.
    init(_ settings: Settings, places: [Setting: String], file: FilePath?, log: FilePath?) {
        func item(_ setting: Setting, _ title: String, _ path: FilePath, beside: [String] = [], isFolder: Bool = false)
            -> Item
        {
            Item(
                title: title, place: places[setting] ?? setting.flag, isNamed: places[setting] != nil, path: path,
                all: ([path] + beside.map { path.appending(suffix: $0) }).map(ResolvedPath.init), isFolder: isFolder)
        }
        func other(_ title: String, _ place: String, _ path: FilePath) -> Item {
            Item(title: title, place: place, isNamed: true, path: path, all: [ResolvedPath(path)])
        }
        var inbox = item(.inbox, "the inbox", settings.inbox, isFolder: true)
        inbox.all.append(ResolvedPath(InstanceLock.path(inbox: settings.inbox)))
        self.inbox = inbox
        failed = item(.failed, "failed", settings.failed, isFolder: true)
        var others = [
            item(.done, "done", settings.done, isFolder: true), failed,
            item(.journal, "the journal", settings.journal, beside: [".lock"]),
            item(.ledger, "the ledger", settings.ledger, beside: Self.ofDatabase),
            item(.status, "the status socket", settings.status, beside: [".lock"]),
        ]
        if let index = settings.index.path { others.append(item(.index, "the index", index, beside: Self.ofDatabase)) }
        if let rules = settings.rules { others.append(item(.rules, "the rules", rules, isFolder: true)) }
        if case .folder(let model) = settings.engine.model {
            others.append(item(.model, "the model", model, isFolder: true))
        }
        if let token = settings.serving.tokenFile { others.append(item(.tokenFile, "the token", token)) }
        if let file { others.append(other("the settings file", file.string, file)) }
        if let log { others.append(other("the log", "standard error", log)) }
        self.others = others
    }

    /// What SQLite keeps beside a database.
    private static let ofDatabase = ["-wal", "-shm", "-journal"]

    func mistakes() -> [Mistake] { withinInbox() + withinFailed() + shared() }

    /// A file within the inbox would be taken for an article.
    private func withinInbox() -> [Mistake] {
        let inside = others.filter { $0.all[0].isSame(as: inbox.all[0]) || $0.all[0].isWithin(inbox.all[0]) }
        return Self.toBlame(inside).map { item in
            Mistake(
                place: item.place, reason: "\(Self.described(item)) lies within the inbox",
                remedy: item.isFolder ? "name a folder beside \(inbox.path)" : "keep it in another folder")
        }
    }

    /// A file within `failed/` would go to the inbox by `quoted retry`.
    private func withinFailed() -> [Mistake] {
        Self.toBlame(([inbox] + others).filter { $0.all[0].isWithin(failed.all[0]) }).map { item in
            Mistake(
                place: item.place,
                reason:
                    "\(Self.described(item)) lies within \(failed.path), the folder for failed files (\(failed.place))",
                remedy: "keep it in another folder: `quoted retry` would put it into the inbox")
        }
    }

    private func shared() -> [Mistake] {
        others.indices.flatMap { index in
            others[..<index].compactMap { Self.mistake($0, others[index]) }
        }
            + others.compactMap { item in
                item.all[0].isSame(as: inbox.all[0]) ? nil : Self.mistake(inbox, item)
            }
    }

    /// - Returns: nil where the two have nothing in common.
    private static func mistake(_ first: Item, _ second: Item) -> Mistake? {
        let common = second.all.first { one in first.all.contains { $0.isSame(as: one) } }
        guard let common else { return nil }
        // Whoever named one of the two can mend it; the other may be where it is by default.
        let (wrong, other) = second.isNamed || !first.isNamed ? (second, first) : (first, second)
        let kind = first.isFolder && second.isFolder ? "folder" : "file"
        return Mistake(
            place: wrong.place,
            reason: "\(wrong.title) and \(other.title) (\(other.place)) are the same \(kind): \(common.path)",
            remedy: "name another one")
    }

    /// What nobody named lies beside something that was named, whose mistake is enough.
    private static func toBlame(_ items: [Item]) -> [Item] {
        let named = items.filter(\.isNamed)
        return named.isEmpty ? items : named
    }

    private static func described(_ item: Item) -> String {
        let real = item.all[0].path
        return real == item.path ? "\(item.path)" : "\(item.path), which leads to \(real),"
    }
}

extension PathConflicts {
    /// What standard error goes to, where that is a file.
    static var log: FilePath? {
        guard (try? FileStatus(descriptor: STDERR_FILENO).kind) == .file else { return nil }
        return FilePath("/proc/self/fd/\(STDERR_FILENO)").linkTarget
    }
}
