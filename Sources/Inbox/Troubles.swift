import SystemPackage

/// What does not work as it should at the moment, each a sentence or two for the status.
struct Troubles {
    var inbox: String?
    /// What the watcher cannot see, as it says itself.
    private var blindness: [String] = []
    private var folders: String?
    private var moves: [InboxPath: String] = [:]
    private var unread: [InboxPath: String] = [:]

    var sentences: [String] {
        [inbox, watcher, folders, unreadable, unmoved].compactMap(\.self)
    }

    mutating func blind(_ reason: String) {
        if blindness.count < 100 && !blindness.contains(reason) { blindness.append(reason) }
    }

    mutating func sees() { blindness = [] }

    private var watcher: String? {
        guard let first = blindness.first else { return nil }
        let others = blindness.count > 1 ? " (and \(blindness.count - 1) more of the kind)" : ""
        return "The watcher does not tell of every file, so the inbox is scanned more often: \(first)\(others)."
    }

    mutating func cannotMove(_ path: InboxPath, _ error: InboxError) { moves[path] = error.description }

    /// Whatever was wrong with the file, it is where it belongs.
    mutating func moved(_ path: InboxPath) {
        moves[path] = nil
        unread[path] = nil
    }

    mutating func cannotRead(_ path: InboxPath, _ reason: String) { unread[path] = reason }

    /// Forgets the others: they were taken away, or changed, and are tried anew.
    mutating func keepUnread(where isUnreadable: (InboxPath) -> Bool) {
        unread = unread.filter { isUnreadable($0.key) }
    }

    /// What a full scan could not read.
    mutating func scanned(_ unreadable: [Sweep.Unreadable], _ configuration: InboxConfiguration) {
        inbox = nil
        folders = nil
        for (folder, error) in unreadable where folder == nil {
            inbox =
                InboxError(.folder, "The inbox \(configuration.inbox.printed) cannot be read", cause: error)
                .description
        }
        let inner = unreadable.compactMap { entry in entry.folder.map { (folder: $0, error: entry.error) } }
        if let first = inner.first {
            let others = inner.count > 1 ? " (and \(inner.count - 1) more)" : ""
            folders =
                "The folder \(first.folder)\(others) of the inbox cannot be read: \(first.error). What is in it is not "
                + "seen: give the service's user permission to read and enter it."
        }
    }

    private var unreadable: String? {
        guard let first = unread.min(by: { $0.key < $1.key }) else { return nil }
        return unread.count == 1 ? first.value : "\(unread.count) files cannot be read. The first: \(first.value)"
    }

    private var unmoved: String? {
        guard let first = moves.min(by: { $0.key < $1.key }) else { return nil }
        return moves.count == 1 ? first.value : "\(moves.count) files cannot be moved. The first: \(first.value)"
    }
}
