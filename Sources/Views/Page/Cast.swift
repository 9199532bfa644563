import Records

/// Everybody who speaks in a set of articles. Speakers are the same if they share an entry of the user's directory, or
/// else a name; speakers without a name are distinguished by their descriptions.
struct Cast {
    struct Member {
        var name: String
        var quotations = 0
    }

    private enum Key: Hashable {
        case entry(String)
        case name(Record.SpeakerKind, String)
        case words(String)
        case nobody
    }

    private(set) var members: [Member] = []
    private var places: [Key: Int] = [:]

    init(_ records: [Record]) {
        for record in records {
            for quotation in record.quotations {
                for place in places(of: quotation, in: record) { members[place].quotations += 1 }
            }
        }
    }

    /// Most quotations first, then in order of appearance.
    var ranked: [(place: Int, member: Member)] {
        members.enumerated().sorted { ($1.element.quotations, $0.offset) < ($0.element.quotations, $1.offset) }
            .map { ($0.offset, $0.element) }
    }

    /// The speakers of a quotation: of a group, each named member.
    mutating func places(of quotation: Record.Quotation, in record: Record) -> [Int] {
        let own = place(of: quotation, in: record)
        let group = record.speakers.first { $0.id == quotation.speaker }?.members ?? []
        let parts = record.speakers.filter { group.contains($0.id) }.map { member in
            let name = member.name ?? member.role ?? "nobody named"
            return place(Self.key(member, words: name), name)
        }
        return ([own] + parts).uniqued
    }

    private mutating func place(of quotation: Record.Quotation, in record: Record) -> Int {
        let who = QuotationFacts(of: quotation, in: record).who
        guard let speaker = record.speakers.first(where: { $0.id == quotation.speaker }) else {
            return place(quotation.source.map { .words($0.text.lowercased()) } ?? .nobody, who)
        }
        return place(Self.key(speaker, words: who), who)
    }

    private static func key(_ speaker: Record.Speaker, words: String) -> Key {
        if let id = speaker.link?.id { return .entry(id) }
        if let name = speaker.name { return .name(speaker.kind, name) }
        return .words(words.lowercased())
    }

    private mutating func place(_ key: Key, _ name: String) -> Int {
        if let place = places[key] { return place }
        places[key] = members.count
        members.append(Member(name: name))
        return members.count - 1
    }
}
