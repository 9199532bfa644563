package import Newswire

/// One attribution, as a person marked it or as an engine found it.
package struct MarkedAttribution: Sendable, Equatable {
    package var source: [Span]
    package var cue: [Span]
    package var content: [Span]
    /// Whether it stands within the content of another: “The army had promised to leave, Lund said.”
    package var isNested: Bool
    /// Who the source is; nil where nobody said.
    package var speaker: MarkedSpeaker?

    package init(
        source: [Span] = [], cue: [Span] = [], content: [Span] = [], isNested: Bool = false,
        speaker: MarkedSpeaker? = nil
    ) {
        self.source = source
        self.cue = cue
        self.content = content
        self.isNested = isNested
        self.speaker = speaker
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

/// Who speaks, as a person marked it or as an engine found it.
package struct MarkedSpeaker: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case person, group, organization, unnamed, document, author
    }

    package var kind: Kind
    /// The fullest name that the article gives; nil, never empty, where it gives none. “Ada Lund; Jan Meyer” are two.
    package var name: String?
    package var role: String?

    package init(kind: Kind, name: String? = nil, role: String? = nil) {
        self.kind = kind
        self.name = name.flatMap { $0.isEmpty ? nil : $0 }
        self.role = role.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Nil if there is no such kind.
    package init?(kind: String, name: String?, role: String?) {
        guard let kind = Kind(rawValue: kind) else { return nil }
        self.init(kind: kind, name: name, role: role)
    }
}

/// Which attributions are compared.
package enum Depth: String, Sendable {
    /// Those within no other: nobody marked the others.
    case outer
    case all

    func compared(_ attributions: [MarkedAttribution]) -> [MarkedAttribution] {
        self == .all ? attributions : attributions.filter { !$0.isNested }
    }
}
