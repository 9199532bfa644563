import SystemPackage

/// What does not work as it should at the moment, each a sentence or two for the status.
struct Troubles {
    /// What is the matter with the inbox itself. No file of it becomes a line then, or none may be there.
    enum InboxTrouble: Equatable {
        case gone, unmounted
        case taken(by: Int?)
        case unreadable(Errno)
    }

    var inbox: InboxTrouble?
    /// What the watcher cannot see, as it says itself.
    private var blindness: [String] = []
    private var folders: String?
    private var depth: String?

    func sentences(_ configuration: InboxConfiguration) -> [String] {
        [inbox?.sentence(configuration.inbox), watcher, folders, depth].compactMap(\.self)
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

    /// What a full scan could not see.
    mutating func scanned(_ findings: Findings) {
        (folders, depth) = (nil, nil)
        for (folder, error) in findings.unreadable where folder == nil { inbox = .unreadable(error) }
        for case (let folder?, let error) in findings.unreadable.prefix(2).reversed() {
            folders =
                "The folder \(folder)\(Self.more(findings.unreadableCount)) of the inbox cannot be read: \(error). What is in "
                + "it is not seen: give the service's user permission to read and enter it."
        }
        if let folder = findings.tooDeep {
            depth =
                "The folder \(folder.shortened)\(Self.more(findings.tooDeepCount)) of the inbox lies in more than "
                + "\(InboxPath.deepest) others. What is in it is not seen: move it up, or remove it."
        }
    }

    private static func more(_ count: Int) -> String { count > 1 ? " (and \(count - 1) more)" : "" }
}

extension Troubles.InboxTrouble {
    func sentence(_ inbox: FilePath) -> String {
        switch self {
        case .gone: "The inbox \(inbox.printed) is gone. Make it again, or stop the service."
        case .unreadable(let error):
            InboxError(.folder, "The inbox \(inbox.printed) cannot be read", cause: error).description
        case .taken(let holder):
            "The inbox \(inbox.printed) was made again, and another daemon\(holder.map { " (process \($0))" } ?? "") has it "
                + "now, so this one leaves it alone. Stop one of them."
        case .unmounted:
            "Nothing is mounted at the inbox \(inbox.printed) any more, so what lies on its disk is not seen. Mount it "
                + "again, or restart the service if it is to stay so."
        }
    }
}

extension Troubles {
    private static let mostFolders = 3

    /// Nil where there are none.
    ///
    /// - Parameter folders: with the same trouble, those with the most files first.
    static func sentence(_ folders: [StuckFolder]) -> String? {
        guard let first = folders.first else { return nil }
        let count = folders.reduce(0) { $0 + $1.files }
        if count == 1 { return first.reason }
        let named = folders.prefix(mostFolders).map { folder in
            "\(folder.files) in \(folder.path.map { $0.shortened } ?? "the inbox itself")"
        }
        let rest = folders.dropFirst(mostFolders).reduce(0) { $0 + $1.files }
        let others = rest > 0 ? ["\(rest) in \(folders.count - mostFolders) more"] : []
        let trouble = first.trouble == .unread ? "read" : "moved out of the inbox"
        return "\(count) files cannot be \(trouble), \((named + others).joined(separator: ", ")). One of them: "
            + first.reason
    }
}
