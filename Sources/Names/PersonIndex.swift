import LanguageKit
import Rulebook

/// Persons by the words of their names, whatever their case.
struct PersonIndex {
    private let lexicon: Lexicon
    private var byEnds: [NameEnds: Int] = [:]
    private var bySurname: [String: [Int]] = [:]
    /// Persons with more than one name, by the first.
    private var byGivenName: [String: [Int]] = [:]

    /// First and last word, in lower case.
    private struct NameEnds: Hashable { var first: String, last: String }

    init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    /// The last word, "Jr." and the like aside.
    func surname(of name: [String]) -> String {
        name.last { !lexicon.is($0.lowercased(), .nameSuffix) } ?? name.last ?? ""
    }

    // MARK: Adding

    /// A person who is named for the first time. Of two with the same first and last word the first counts.
    mutating func add(_ person: Int, _ name: [String]) {
        addGivenName(of: person, name)
        let ends = ends(of: name)
        if byEnds[ends] == nil { byEnds[ends] = person }
        bySurname[ends.last, default: []].append(person)
    }

    mutating func add(surname: String, of person: Int) { bySurname[surname.lowercased(), default: []].append(person) }

    /// Where a person's name has more words than one.
    mutating func addGivenName(of person: Int, _ name: [String]) {
        if name.count > 1 { byGivenName[name[0].lowercased(), default: []].append(person) }
    }

    private func ends(of name: [String]) -> NameEnds {
        NameEnds(first: (name.first ?? "").lowercased(), last: surname(of: name).lowercased())
    }

    // MARK: Looking up

    /// The person whose name begins and ends like a name.
    func person(withEndsOf name: [String]) -> Int? { byEnds[ends(of: name)] }

    func person(first: String, last: String) -> Int? { byEnds[NameEnds(first: first, last: last)] }

    /// - Parameter surname: In lower case.
    func bearers(ofSurname surname: String) -> [Int] { bySurname[surname] ?? [] }

    /// - Parameter name: In lower case.
    func bearers(ofGivenName name: String) -> [Int] { byGivenName[name] ?? [] }

    /// The only person with a given name, in lower case.
    func bearer(ofGivenName name: String) -> Int? {
        guard let bearers = byGivenName[name], bearers.count == 1 else { return nil }
        return bearers[0]
    }
}
