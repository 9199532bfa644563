internal import CLibXML2

/// A place where a document is not well-formed.
struct XMLFault: Sendable, Equatable {
    /// 1-based.
    var line: Int
    /// What the parser says of it.
    var message: String
    /// How many nodes of the tree there were by then: the fault is in the last of them, or follows it.
    var nodes: Int
    /// Whether what follows was not read: the document seemed to end here.
    var leavesRest: Bool

    init(_ error: xmlError, nodes: Int) {
        let text = unsafe error.message.map { unsafe String(cString: $0) } ?? "it is not well-formed"
        line = unsafe Int(error.line)
        message = Self.clause(text)
        self.nodes = nodes
        leavesRest = unsafe error.code == CInt(XML_ERR_DOCUMENT_END.rawValue)
    }

    /// - Parameter what: "the file", "the item".
    func error(in what: String) -> NewswireError {
        isOutOfBounds ? MarkupLimits.error("\(message) (line \(line))") : malformed(what)
    }

    /// The parser has limits of its own, for names, values and comments.
    private var isOutOfBounds: Bool {
        ["Huge", "HUGE", "too long", "too big"].contains { message.contains($0) }
    }

    private func malformed(_ what: String) -> NewswireError {
        NewswireError(
            .malformed, reason: "\(what) is not well-formed XML: line \(line), \(message)",
            remedy: "mend that line or have it written again by its source, and drop the file in again")
    }

    /// The parser ends its sentences with a line feed, and begins them in capitals.
    private static func clause(_ message: String) -> String {
        var clause = message
        while let last = clause.unicodeScalars.last, last == "\n" || last == "." { clause.unicodeScalars.removeLast() }
        clause = String(clause.map { $0 == "\n" ? " " : $0 })
        return clause.prefix(1).lowercased() + clause.dropFirst()
    }
}
