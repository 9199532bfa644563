import Newswire

/// How much of a content stands in double quotation marks.
package enum ContentKind: String, Sendable, CaseIterable {
    case direct, mixed, indirect

    /// - Parameter spans: Read in order: a later span may close what an earlier one opens.
    init(of spans: [Span], in scalars: [Unicode.Scalar]) {
        var quoted = 0, letters = 0
        var closing: Unicode.Scalar?
        for scalar in spans.flatMap({ scalars[$0.start..<$0.end] }) {
            if let mark = closing {
                if scalar == mark { closing = nil }
            } else if scalar == "“" || scalar == "\"" {
                closing = scalar == "“" ? "”" : "\""
            }
            guard scalar.isOfWord else { continue }
            letters += 1
            if closing != nil { quoted += 1 }
        }
        // A few words around the marks do not make it mixed.
        let isDirect = Double(quoted) >= 0.9 * Double(letters)
        self = quoted == 0 ? .indirect : isDirect ? .direct : .mixed
    }
}
