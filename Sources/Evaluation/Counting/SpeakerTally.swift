/// Counts how often the right speaker is told, of the attributions that are found.
struct SpeakerTally: Sendable, Equatable {
    /// What is told of a named person: the right name, none, or another's.
    struct Names: Sendable, Equatable {
        var right = 0
        var wrong = 0
        var none = 0
        var all: Int { right + wrong + none }
    }

    /// How many of all marks name a speaker, found or not.
    private(set) var marked = 0
    private(set) var right = 0
    private(set) var names = Names()
    private(set) var bodies = Share()
    /// Of named persons, by how the source mentions them.
    private(set) var forms = MentionForm.allCases.map { _ in Share() }

    init(_ marks: [MarkedAttribution] = []) { marked = marks.count { $0.speaker != nil } }

    /// - Parameter mention: The words of the mark's source.
    mutating func count(_ mark: MarkedSpeaker?, _ find: MarkedSpeaker?, mention: String) {
        let isRight = MarkedSpeaker.isRight(find, for: mark)
        if isRight { right += 1 }
        guard let mark, let name = mark.name else { return }
        switch mark.kind {
        case .organization: bodies.count(isRight)
        case .person where !mark.isSeveral:
            if isRight { names.right += 1 } else if find?.name == nil { names.none += 1 } else { names.wrong += 1 }
            if let form = MentionForm(of: mention, for: name) { forms[form.rawValue].count(isRight) }
        default: break
        }
    }

    static func += (a: inout Self, b: Self) {
        a.marked += b.marked
        a.right += b.right
        a.names.right += b.names.right
        a.names.wrong += b.names.wrong
        a.names.none += b.names.none
        a.bodies += b.bodies
        for form in a.forms.indices { a.forms[form] += b.forms[form] }
    }
}

extension MarkedSpeaker {
    var isSeveral: Bool { name?.contains(";") ?? false }

    /// Persons and bodies with a name are right by name. All others are right unless they are given a person's name, and
    /// it is right to tell nobody for them.
    static func isRight(_ find: Self?, for mark: Self?) -> Bool {
        guard let mark else { return find == nil }
        guard let find else { return mark.isRightUntold }
        switch (mark.kind, mark.name) {
        case (.person, _?) where mark.isSeveral: return find.kind == .group || find.kind == .person
        case (.person, let name?): return NameComparison.isSamePerson(name, find.name)
        case (.organization, let name?):
            let isBody = find.kind == .organization || find.kind == .group
            return isBody && NameComparison.isSameBody(name, find.name ?? find.role)
        default: return find.kind != .person || find.name == nil
        }
    }

    private var isRightUntold: Bool {
        switch kind {
        case .unnamed, .document, .author, .group: true
        case .person, .organization: false
        }
    }
}
