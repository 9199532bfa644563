package import Newswire

/// The words of one attribution, by their roles: as a person marked them, or as an engine found them.
package struct RoleSpans: Sendable, Equatable {
    package var source: [Span]
    package var cue: [Span]
    package var content: [Span]

    package init(source: [Span] = [], cue: [Span] = [], content: [Span] = []) {
        self.source = source
        self.cue = cue
        self.content = content
    }

    subscript(role: AttributionRole) -> [Span] {
        switch role {
        case .source: source
        case .cue: cue
        case .content: content
        }
    }
}

/// The role of words in an attribution.
package enum AttributionRole: String, Sendable, CaseIterable { case source, cue, content }
