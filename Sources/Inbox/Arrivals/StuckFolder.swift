package import Files

/// A folder of the inbox with files that are stuck.
package struct StuckFolder: Sendable, Equatable {
    /// Nil for the inbox itself.
    package var path: RelativePath?
    package var trouble: StuckFiles.Trouble
    package var files: Int
    /// Of one of them, a sentence or two.
    package var reason: String

    package var printed: String { path?.printed ?? "" }
}

extension StuckFolder {
    /// How many folders a sentence names.
    private static let mostNamed = 3

    /// About folders with the same trouble, those with the most files first; nil where there are none.
    static func sentence(_ folders: [StuckFolder]) -> String? {
        guard let first = folders.first else { return nil }
        let count = folders.reduce(0) { $0 + $1.files }
        if count == 1 { return first.reason }
        let named = folders.prefix(mostNamed).map { folder in
            "\(folder.files) in \(folder.path.map { $0.shortened } ?? "the inbox itself")"
        }
        let rest = folders.dropFirst(mostNamed).reduce(0) { $0 + $1.files }
        let others = rest > 0 ? ["\(rest) in \(folders.count - mostNamed) more"] : []
        let trouble = first.trouble == .unread ? "read" : "moved out of the inbox"
        return "\(count) files cannot be \(trouble), \((named + others).joined(separator: ", ")). One of them: "
            + first.reason
    }
}
