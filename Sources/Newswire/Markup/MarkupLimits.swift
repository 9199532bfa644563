/// What a document may not exceed. News is far below; a document that is above is made to hurt, or is no news.
struct MarkupLimits: Sendable {
    /// Elements within each other.
    var depth = 256
    /// Elements and pieces of text.
    var nodes = 8_000_000
    /// Character data and attribute values, in bytes.
    var text = 80 << 20
    /// Bytes that references to a document's own entities may add.
    var expansion = 1 << 20

    /// - Parameter line: Where it was exceeded.
    func depthError(line: Int) -> NewswireError {
        Self.error("elements are nested more than \(depth) deep (line \(line))")
    }

    func nodesError(line: Int) -> NewswireError {
        Self.error("there are more than \(nodes) elements (line \(line))")
    }

    func textError(line: Int) -> NewswireError {
        Self.error("there is more than \(text >> 20) MiB of text (line \(line))")
    }

    func expansionError(line: Int) -> NewswireError {
        Self.error("its entities expand to more than \(expansion >> 10) KiB (line \(line))")
    }

    static func error(_ reason: String) -> NewswireError {
        NewswireError(
            .tooLarge, reason: "the markup is out of all bounds: \(reason)",
            remedy: "if it is an article after all, have it sent as plain text")
    }
}
