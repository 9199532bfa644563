import CivilTime
import Rulebook

/// Makes somebody of the directory of an item, or says why not.
struct ItemReader {
    let options: ImportOptions

    enum Verdict {
        /// However many sitelinks he or she has.
        case found(Found)
        case leftOut(ImportCounts.Reason)
    }

    func verdict(on item: Item, _ id: ItemID) -> Verdict {
        let kinds = Set(item[.instanceOf].best.compactMap(\.item))
        let isPerson = kinds.contains(Vocabulary.human)
        guard isPerson || !kinds.isDisjoint(with: options.bodies) else { return .leftOut(.otherKind) }
        guard let name = item.labels.first(where: { $0.contains(where: \.isLetter) }) else { return .leftOut(.unnamed) }
        var found = Found(
            id: id, kind: isPerson ? .person : .organization, name: name,
            aliases: aliases(of: item, but: name, areOfPerson: isPerson), lifetime: lifetime(of: item, isPerson),
            sitelinks: item.sitelinks ?? 0)
        guard isPerson else { return .found(found) }
        found.gender = gender(of: item)
        enterOffices(of: item, into: &found)
        return found.named.isEmpty ? .leftOut(.idle) : .found(found)
    }

    /// A single word beside somebody's name is mostly a part of it, “Falk” of Ines Falk: it is others' name, too.
    private func aliases(of item: Item, but name: String, areOfPerson: Bool) -> [String] {
        var seen: Set<String> = [name]
        return (item.labels + item.aliases).filter { alias in
            alias.contains(where: \.isLetter) && !(areOfPerson && !alias.contains(where: \.isWhitespace))
                && seen.insert(alias).inserted
        }
    }

    /// What is neither is nothing that a pronoun tells.
    private func gender(of item: Item) -> Gender? {
        let items = Set(item[.gender].best.compactMap(\.item))
        if items == [Vocabulary.female] { return .female }
        return items == [Vocabulary.male] ? .male : nil
    }

    private func enterOffices(of item: Item, into found: inout Found) {
        var seen: Set<Found.Office> = []
        var others: Set<ItemID> = []
        for statement in item[.positionHeld].valid {
            guard let office = statement.item else { continue }
            if let period = statement.period {
                let office = Found.Office(item: office, period: period)
                if seen.insert(office).inserted { found.offices.append(office) }
            } else if others.insert(office).inserted {
                found.occupations.append(office)
            }
        }
        for case let occupation? in item[.occupation].valid.map(\.item) where others.insert(occupation).inserted {
            found.occupations.append(occupation)
        }
    }

    /// Of several dates the widest that they allow.
    private func lifetime(of item: Item, _ isPerson: Bool) -> Period {
        let starts = item[isPerson ? .birth : .inception].best.compactMap(\.value.date)
        let ends = item[isPerson ? .death : .dissolution].best.compactMap(\.value.date)
        return Period(
            start: starts.min { $0.days.lowerBound < $1.days.lowerBound },
            end: ends.max { $0.days.upperBound < $1.days.upperBound }) ?? .unknown
    }
}
