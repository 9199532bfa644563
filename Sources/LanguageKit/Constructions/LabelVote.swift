/// Which of an article's label candidates are labels: those that come again, as speakers do in a conversation.
struct LabelVote {
    /// In the order of the text; empty where two turns do not make a conversation of the article.
    let turns: [LabelCandidate]

    /// Chosen by hand: "UK" begins three paragraphs of many a story, and "SA" a third of those in an interview.
    private static let leastInitials = 3, leastShare = 0.2
    /// Chosen by hand, for one whose questions have no label.
    private static let leastAlone = 3
    /// Chosen by hand: of an events' list ("Venue: the town hall") hardly an entry ends as sentences do.
    private static let leastSentences = 0.6

    init(_ candidates: [LabelCandidate], paragraphs: Int) {
        let colons = candidates.filter { $0.form == .colon }, names = colons.filter { $0.isInCapitals && $0.isNamed }
        let lines = candidates.filter { $0.form == .line }
        var turns = Self.marked(colons, beside: lines.filter(\.isInCapitals))
        if names.count > 1 { turns += names }
        turns += Self.again(candidates.filter { $0.form == .dash })
        if turns.isEmpty { turns = Self.again(lines) }
        let initials = candidates.filter { $0.form == .initials }
        if turns.isEmpty { turns = Self.initials(initials, paragraphs) }
        if turns.isEmpty { turns = Self.named(initials) }
        turns = Self.withNamesakes(turns, among: candidates)
        turns = Self.withNeighbours(turns, among: colons)
        let sentences = turns.count(where: \.endsAsSentence)
        let isConversation = turns.count > 1 && Double(sentences) >= Self.leastSentences * Double(turns.count)
        self.turns = isConversation ? turns : []
    }

    /// Two speakers at least, each of whom speaks again; or one who does so often.
    ///
    /// - Parameter lines: "QUESTION", where others have a colon.
    private static func marked(_ colons: [LabelCandidate], beside lines: [LabelCandidate]) -> [LabelCandidate] {
        let speakers = colons.filter(\.isSpeakers)
        let colons = repeated(colons, least: 2)
        guard !colons.isEmpty else { return [] }
        let both = again(colons + lines)
        if !both.isEmpty { return both }
        return colons.count >= leastAlone ? colons : chain(speakers)
    }

    /// "Ann Lee:", "Paul Ode:", "Ann Lee:", one right below the other.
    private static func chain(_ speakers: [LabelCandidate]) -> [LabelCandidate] {
        let isChain = zip(speakers, speakers.dropFirst()).allSatisfy { $1.paragraph - $0.paragraph == 1 }
        return isChain && speakers.count >= leastAlone ? speakers : []
    }

    private static func again(_ candidates: [LabelCandidate]) -> [LabelCandidate] {
        let repeated = repeated(candidates, least: 2)
        return Set(repeated.map(\.name)).count > 1 ? repeated : []
    }

    private static func repeated(_ candidates: [LabelCandidate], least: Int) -> [LabelCandidate] {
        let counts = Dictionary(candidates.map { ($0.name, 1) }, uniquingKeysWith: +)
        return candidates.filter { counts[$0.name, default: 0] >= least }
    }

    private static func initials(_ candidates: [LabelCandidate], _ paragraphs: Int) -> [LabelCandidate] {
        let repeated = repeated(candidates, least: leastInitials)
        return Double(repeated.count) >= leastShare * Double(paragraphs) ? repeated : []
    }

    /// Those of persons whom the article names; two of them at least.
    private static func named(_ initials: [LabelCandidate]) -> [LabelCandidate] {
        let named = initials.filter(\.isInitialsOfAName)
        return named.count >= leastAlone && Set(named.map(\.name)).count > 1 ? named : []
    }

    /// "Moderator: Order, please.", once, right before or behind somebody's turn.
    private static func withNeighbours(_ turns: [LabelCandidate], among colons: [LabelCandidate]) -> [LabelCandidate] {
        guard turns.count >= leastAlone, turns.allSatisfy({ $0.form == .colon }) else { return turns }
        let places = Set(turns.map(\.paragraph))
        let near = colons.filter {
            !places.contains($0.paragraph) && $0.endsAsSentence && $0.isSpeakers
                && (places.contains($0.paragraph - 1) || places.contains($0.paragraph + 1))
        }
        return near.isEmpty ? turns : (turns + near).sorted { $0.paragraph < $1.paragraph }
    }

    /// "Haruka Stensrud: Mud." where the others are "Stensrud:"; in the order of the text, each once.
    private static func withNamesakes(_ turns: [LabelCandidate], among candidates: [LabelCandidate]) -> [LabelCandidate]
    {
        let forms = Set(turns.map(\.form)), surnames = Set(turns.map(\.lastWord))
        var known: Set<Int> = []
        return (turns + candidates.filter { forms.contains($0.form) && surnames.contains($0.lastWord) })
            .filter { known.insert($0.paragraph).inserted }
            .sorted { $0.paragraph < $1.paragraph }
    }
}

extension LabelCandidate {
    /// "falk" of "ines falk ( harbour office )" and of "ines falk , host".
    fileprivate var lastWord: Substring {
        name.prefix { $0 != "(" && $0 != "," }.split(separator: " ").last ?? ""
    }
}
