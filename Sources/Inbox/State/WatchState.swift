/// What the watcher is doing.
enum WatchState: Equatable {
    /// It has said nothing yet.
    case starting
    /// It sees everything, as far as it knows.
    case watching
    /// It misses files, for these reasons: "no watch for wire/reuters: No space left on device".
    case blind([String])

    private static let reasonLimit = 100

    /// Whether the watch is set, or it is known that there can be none.
    var hasBegun: Bool { self != .starting }

    var isBlind: Bool { if case .blind = self { true } else { false } }

    /// It asks for a look, and says nothing about what it sees.
    mutating func begin() { if self == .starting { self = .watching } }

    mutating func seesAll() { self = .watching }

    mutating func misses(_ reason: String) {
        guard case .blind(let reasons) = self else { return self = .blind([reason]) }
        if reasons.count < Self.reasonLimit && !reasons.contains(reason) { self = .blind(reasons + [reason]) }
    }

    /// For the status; nil unless it is blind.
    var sentence: String? {
        guard case .blind(let reasons) = self, let first = reasons.first else { return nil }
        let others = reasons.count > 1 ? " (and \(reasons.count - 1) more of the kind)" : ""
        return "The watcher does not see every file, so the inbox is scanned more often: \(first)\(others)."
    }
}
