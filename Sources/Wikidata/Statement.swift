import CivilTime

/// What an item says of itself by one property, with when it was so.
struct Statement: Decodable {
    enum Rank: String, Decodable { case preferred, normal, deprecated }

    var rank: Rank
    var value: Snak
    var start: Snak?
    var end: Snak?

    private enum Key: String, CodingKey { case mainsnak, rank, qualifiers }

    init(from decoder: any Decoder) throws {
        let statement = try decoder.container(keyedBy: Key.self)
        value = try statement.decode(Snak.self, forKey: .mainsnak)
        rank = try statement.decodeIfPresent(Rank.self, forKey: .rank) ?? .normal
        guard let qualifiers = try statement.map(.qualifiers, keys: Property.self) else { return }
        start = try qualifiers.decodeIfPresent([Snak].self, forKey: .startTime)?.first
        end = try qualifiers.decodeIfPresent([Snak].self, forKey: .endTime)?.first
    }

    var item: ItemID? {
        guard case .item(let item) = value else { return nil }
        return item
    }

    /// When it was so; nil where it is over and nothing tells when.
    var period: Period? {
        let start = start?.date
        // It has ended, and was so at the beginning: more is not known.
        guard let end, case .unknown = end else { return Period(start: start, end: end?.date) ?? .unknown }
        return start.flatMap { Period(start: $0, end: $0) }
    }
}

extension [Statement] {
    /// All that somebody stands by.
    var valid: [Statement] { filter { $0.rank != .deprecated } }

    /// Those that are preferred, or all that are valid where none is.
    var best: [Statement] {
        let preferred = filter { $0.rank == .preferred }
        return preferred.isEmpty ? valid : preferred
    }
}

/// The value of a property. There may be one that nobody knows, or none for certain.
enum Snak: Decodable {
    case item(ItemID)
    case time(WikidataTime)
    case text(String, language: String)
    /// A number, a file, an address …
    case other
    case unknown
    case none

    private enum Key: String, CodingKey { case snaktype, datavalue }
    private enum ValueKey: String, CodingKey { case type, value }
    private enum IDKey: String, CodingKey { case id }
    private enum TextKey: String, CodingKey { case text, language }

    init(from decoder: any Decoder) throws {
        let snak = try decoder.container(keyedBy: Key.self)
        switch try snak.decode(String.self, forKey: .snaktype) {
        case "somevalue": self = .unknown
        case "novalue": self = .none
        default: self = try Self.value(snak.nestedContainer(keyedBy: ValueKey.self, forKey: .datavalue))
        }
    }

    private static func value(_ value: KeyedDecodingContainer<ValueKey>) throws -> Snak {
        switch try value.decode(String.self, forKey: .type) {
        case "wikibase-entityid":
            let id = try value.nestedContainer(keyedBy: IDKey.self, forKey: .value).decode(String.self, forKey: .id)
            return ItemID(id).map(Snak.item) ?? .other
        case "time": return .time(try value.decode(WikidataTime.self, forKey: .value))
        case "monolingualtext":
            let text = try value.nestedContainer(keyedBy: TextKey.self, forKey: .value)
            return .text(
                try text.decode(String.self, forKey: .text), language: try text.decode(String.self, forKey: .language))
        default: return .other
        }
    }

    var date: PartialDate? {
        guard case .time(let time) = self else { return nil }
        return time.date
    }
}
