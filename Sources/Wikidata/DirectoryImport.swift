import Foundation
package import Rulebook

/// A directory of speakers made of the lines of a dump, one after the other. Memory grows with those who are kept, and
/// with the names of offices, not with the dump.
///
/// Offices and occupations are items of their own, anywhere in the dump. Their names are taken in the first pass where
/// whoever has them came before, or where they say themselves what they are; later passes over the same lines take the
/// others. They also take namesakes of those who are kept: without them a name that several have would seem to be one
/// person's.
package struct DirectoryImport {
    package private(set) var counts = ImportCounts()
    private let options: ImportOptions
    private let reader: ItemReader
    private let decoder = JSONDecoder()
    private var found: [Found] = []
    private var ids: Set<ItemID> = []
    private var names: [ItemID: ItemNames] = [:]
    /// Offices and occupations without a name as yet.
    private var nameless: Set<ItemID> = []
    /// Those of them that a whole pass has looked for; nil before the second.
    private var sought: Set<ItemID>?
    /// Names of those who have enough sitelinks, in lower case.
    private var knownNames: Set<String> = []
    private var leastSize = 0
    /// What persons and bodies are said to be.
    private let kinds: Set<ItemID>
    /// What an entity mentions that has to be looked at.
    private let interesting: Set<ItemID>

    package init(_ options: ImportOptions) {
        self.options = options
        reader = ItemReader(options: options)
        kinds = options.bodies.union([Vocabulary.human])
        interesting = kinds.union(Vocabulary.positions)
        if let key = Item.languages { decoder.userInfo[key] = options.languages }
    }

    // MARK: Reading

    /// Takes a line in the first pass.
    ///
    /// - Parameter bytes: Without its newline.
    /// - Throws: `ImportError`; after one of a broken line the next can be taken.
    package mutating func read(_ bytes: ArraySlice<UInt8>) throws(ImportError) {
        switch DumpLine(bytes) {
        case .empty: return
        case .broken: throw broken("it does not hold one entity between { and }")
        case .entity(let entity): try read(entity: entity)
        }
    }

    /// Counts a line that was too long to be read.
    package mutating func tooLong(bytes: Int) -> ImportError { broken("it has \(bytes) bytes, more than any entity") }

    private mutating func read(entity: ArraySlice<UInt8>) throws(ImportError) {
        let isNameless = ItemScan.id(of: entity).map(nameless.contains) ?? true
        guard isNameless || ItemScan.mentions(anyOf: interesting, in: entity) else { return leaveOut(.otherKind) }
        let item = try parsed(entity)
        guard let id = item.id else { return leaveOut(.otherKind) }
        switch reader.verdict(on: item, id) {
        case .leftOut(let reason):
            leaveOut(reason)
            if nameless.contains(id) || isPosition(item) { enterNames(of: item, id) }
        case .found(let somebody): try take(somebody)
        }
    }

    private mutating func take(_ somebody: Found) throws(ImportError) {
        if somebody.sitelinks >= options.minSitelinks {
            try keep(somebody)
            if options.minSitelinks > 0 { knownNames.formUnion(somebody.keys) }
        } else if isNamesake(somebody) {
            try keepNamesake(somebody)
        } else {
            leaveOut(.fewSitelinks)
        }
    }

    /// By the name itself: “J. Lee” among the aliases of one would make namesakes of thousands.
    private func isNamesake(_ somebody: Found) -> Bool { knownNames.contains(somebody.name.lowercased()) }

    private mutating func keepNamesake(_ somebody: Found) throws(ImportError) {
        let known = ids.count
        try keep(somebody.shortened(to: knownNames))
        if ids.count > known { counts.namesakes += 1 }
    }

    private func isPosition(_ item: Item) -> Bool {
        let kinds: [Property] = [.instanceOf, .subclassOf]
        return kinds.contains { property in
            item[property].valid.contains { statement in
                guard let kind = statement.item else { return false }
                return Vocabulary.positions.contains(kind)
            }
        }
    }

    private mutating func keep(_ somebody: Found) throws(ImportError) {
        guard ids.insert(somebody.id).inserted else { return leaveOut(.repeated) }
        counts.entities += 1
        if somebody.kind == .person { counts.persons += 1 } else { counts.bodies += 1 }
        found.append(somebody)
        nameless.formUnion(somebody.named.filter { names[$0] == nil })
        leastSize += somebody.leastSize
        guard leastSize <= options.largest else { throw .tooLarge }
    }

    private mutating func leaveOut(_ reason: ImportCounts.Reason) {
        counts.entities += 1
        counts.leftOut[reason, default: 0] += 1
    }

    // MARK: Reading again

    /// Whether another pass over the lines would tell more.
    package var needsAnotherPass: Bool {
        sought.map { !nameless.isSubset(of: $0) } ?? (!nameless.isEmpty || options.minSitelinks > 0)
    }

    package mutating func beginAnotherPass() { sought = nameless }

    /// Takes a line in a later pass. One that is broken was told of in the first.
    ///
    /// - Throws: `ImportError.tooLarge`.
    package mutating func readAgain(_ bytes: ArraySlice<UInt8>) throws(ImportError) {
        guard case .entity(let entity) = DumpLine(bytes) else { return }
        let isNameless = ItemScan.id(of: entity).map(nameless.contains) ?? true
        guard isNameless || options.minSitelinks > 0 && ItemScan.mentions(anyOf: kinds, in: entity),
            let item = try? decoder.decode(Item.self, from: Data(entity)), let id = item.id
        else { return }
        if nameless.contains(id) { enterNames(of: item, id) }
        guard case .found(let somebody) = reader.verdict(on: item, id), !ids.contains(id), isNamesake(somebody) else {
            return
        }
        try keepNamesake(somebody)
        counts.entities -= 1
        counts.leftOut[.fewSitelinks, default: 0] -= 1
    }

    // MARK: Names of offices

    private mutating func enterNames(of item: Item, _ id: ItemID) {
        let found = ItemNames(labels: item.labels, femaleForms: item.femaleForms(in: options.languages))
        guard !found.labels.isEmpty else { return }
        names[id] = found
        nameless.remove(id)
    }

    /// Offices and occupations of those who are kept that have no name, in the order of their numbers.
    package var withoutNames: [ItemID] { nameless.sorted() }

    // MARK: The directory

    /// The entries, those with the most sitelinks first, and else as they came.
    package var entries: some Sequence<SpeakerDirectory.Entry> {
        let order = found.indices.sorted { (found[$1].sitelinks, $0) < (found[$0].sitelinks, $1) }
        return order.lazy.map { [found, names] in found[$0].entry(names) }
    }

    // MARK: Broken lines

    private mutating func parsed(_ entity: ArraySlice<UInt8>) throws(ImportError) -> Item {
        do {
            return try decoder.decode(Item.self, from: Data(entity))
        } catch {
            throw broken(Self.reason(error))
        }
    }

    private mutating func broken(_ reason: String) -> ImportError {
        counts.broken += 1
        return .brokenLine(reason)
    }

    private static func reason(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        let keys: [any CodingKey] =
            switch error {
            case .keyNotFound(let key, let context): context.codingPath + [key]
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                context.codingPath
            @unknown default: []
            }
        guard !keys.isEmpty else { return "it is no JSON" }
        let place = keys.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
        return "it is no entity as dumps have them, see “\(place)”"
    }
}
