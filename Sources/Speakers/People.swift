import LanguageKit
import Newswire
import Rulebook
import Text

/// The persons that an article names, found before anyone's mention is resolved: a surname in the first sentence may
/// get its given name in the tenth.
struct People {
    private(set) var persons: [Person] = []
    /// Person by the first token of a name run.
    private(set) var byToken: [Int: Int] = [:]
    /// All mentions by name, in the order of the text.
    private(set) var naming: [Naming] = []
    private var byEnds: [NameEnds: Int] = [:]
    private var bySurname: [String: [Int]] = [:]
    /// Persons with more than one name, by the first.
    private var byGivenName: [String: [Int]] = [:]
    /// By person, while they are being found.
    private var tellings: [Telling] = []
    /// Where a body is first named, by the first of the words in its name.
    private let bodiesByFirstWord: [String: Int]
    private let descriptions: DescriptionReader
    private let analysis: AnalyzedDocument

    struct Naming {
        var token: Int
        var person: Int
    }

    /// Where a person is named, as far as that is known.
    private struct Telling {
        var tokens = Moments()
        /// The first time by more than one word.
        var inFull: Int?
    }

    /// First and last word, in lower case.
    private struct NameEnds: Hashable { var first: String, last: String }

    /// How many mentions by name somebody who is named anew, or meant by "he" or "the minister", can lie back. No reader
    /// goes further either.
    static let reach = 250

    /// - Parameter checkpoint: Called once a run; what it throws ends the work.
    init<Interruption: Error>(
        _ runs: [NameRun], analysis: AnalyzedDocument, checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) {
        self.analysis = analysis
        descriptions = DescriptionReader(analysis: analysis)
        bodiesByFirstWord = Dictionary(
            runs.filter { $0.kind == .organization && $0.tokens.count > 1 }.map {
                (analysis.lower($0.tokens.lowerBound), $0.tokens.lowerBound)
            }, uniquingKeysWith: min)
        // "the Times" is no surname.
        let single = runs.filter {
            $0.tokens.count == 1
                && ($0.tokens.lowerBound == 0 || !analysis.is($0.tokens.lowerBound - 1, .definiteArticle))
        }
        let alone = Set(single.map { analysis.lower($0.tokens.lowerBound) })
        let houses = Self.withArticle(runs, analysis)
        let shorter = Set(runs.filter { $0.kind != .organization && $0.tokens.count > 1 }.map { words($0.tokens) })
        // The longest first, so that "Suu Kyi" finds "Aung San Suu Kyi"; but headlines last, whose names are hard to tell
        // from the words around them.
        let long = runs.filter { $0.tokens.count > 1 }.enumerated()
            .sorted { ($1.element.tokens.count, $0.offset) < ($0.element.tokens.count, $1.offset) }.map(\.element)
        let headline = Self.headline(of: analysis)
        let (headlines, others) = (
            long.filter { headline.contains($0.tokens.lowerBound) },
            long.filter { !headline.contains($0.tokens.lowerBound) }
        )
        for run in others
        where run.kind == .person
            || !houses.contains(words(run.tokens)) && (isNamedAgain(run, alone) || endsLike(run, shorter))
        {
            try checkpoint()
            add(run)
        }
        for run in headlines where !tieHeadline(run) {
            try checkpoint()
            if let cut = upToSurname(run, alone) {
                add(cut)
            } else if let first = surnameInFront(of: run) {
                tie(first)
            } else if run.kind == .person, !isHeadlineVerb(run.tokens.lowerBound) {
                add(run)
            }
        }
        for run in runs where run.kind != .organization && run.kind != .place && byToken[run.tokens.lowerBound] == nil {
            try checkpoint()
            tie(run)
        }
        for i in persons.indices { persons[i].mentions.sort { $0.lowerBound < $1.lowerBound } }
        tellings = []
        naming = byToken.map { Naming(token: $0.key, person: $0.value) }.sorted { $0.token < $1.token }
    }

    // MARK: Who was named

    /// The last mentions by name before a token, as far back as a reader would look.
    func naming(before token: Int) -> ArraySlice<Naming> {
        naming[..<naming.partitioningIndex(where: { $0.token >= token })].suffix(Self.reach)
    }

    func isNamed(between start: Int, and end: Int) -> Bool {
        let first = naming.partitioningIndex(where: { $0.token >= start })
        return first < naming.endIndex && naming[first].token < end
    }

    /// Persons named within a range, but for those to whom something there belongs.
    func named(in tokens: Range<Int>) -> [Int] {
        let first = naming.partitioningIndex(where: { $0.token >= tokens.lowerBound })
        return naming[first...].prefix { $0.token < tokens.upperBound }.filter { !isGenitive($0) }.map(\.person)
    }

    private func isGenitive(_ naming: Naming) -> Bool {
        guard let mention = mentions(of: naming.person, before: naming.token + 1).last else { return false }
        return mention.upperBound < analysis.tags.count && analysis.tags[mention.upperBound] == .genitive
    }

    /// Persons who are named for the first time within some paragraphs behind a token.
    func introduced(behind token: Int, within paragraphs: Int) -> [Int] {
        let first = naming.partitioningIndex(where: { $0.token >= token })
        let last = analysis.paragraph(of: token) + paragraphs
        return naming[first...].prefix(Self.reach).prefix { analysis.paragraph(of: $0.token) <= last }.map(\.person)
            .filter { persons[$0].mentions.first.map { $0.lowerBound >= token } ?? false }
    }

    /// Of a person's mentions by name, those before a token.
    func mentions(of i: Int, before token: Int) -> ArraySlice<Range<Int>> {
        persons[i].mentions[..<persons[i].mentions.partitioningIndex(where: { $0.lowerBound >= token })]
    }

    // MARK: Finding persons

    /// The tokens of a first paragraph that has nearly all of its words in capitals.
    private static func headline(of analysis: AnalyzedDocument) -> Range<Int> {
        guard let first = analysis.document.paragraphs.first(where: { $0.setAside == nil }) else { return 0..<0 }
        let words = first.tokens.filter { analysis.document.tokens[$0].kind == .word && analysis.lower($0).count > 3 }
        let capitals = words.count { analysis.document.tokens[$0].shape.contains(.capitalized) }
        return words.count >= 3 && capitals * 10 >= words.count * 9 ? first.tokens : 0..<0
    }

    /// "Ann Lee Goes" as "Ann Lee", where "Lee" stands alone elsewhere.
    private func upToSurname(_ run: NameRun, _ alone: Set<String>) -> NameRun? {
        guard let last = run.tokens.dropFirst().first(where: { alone.contains(analysis.lower($0)) }) else { return nil }
        var cut = run
        cut.tokens = run.tokens.lowerBound..<last + 1
        return cut.tokens.count <= 3 && isFreeOfPlaces(cut) ? cut : nil
    }

    /// "Energy Chief Defends Pipeline Rule": a verb behind a title is nobody's name.
    private func isHeadlineVerb(_ i: Int) -> Bool {
        analysis.entry(i)?.givenName == nil && analysis.classes[i].contains(.verbThirdPerson)
    }

    /// "Clinton Breaks" as "Clinton", where a person of that name is in the story.
    private func surnameInFront(of run: NameRun) -> NameRun? {
        let first = run.tokens.lowerBound
        guard bySurname[folded(words(first..<first + 1)[0])] != nil, analysis.entry(first)?.givenName == nil else {
            return nil
        }
        return NameRun(tokens: first..<first + 1, titles: first..<first, kind: .unknown, gender: nil)
    }

    /// In words: a headline in capitals can be one run of a megabyte.
    private static let longestName = 12

    /// "Hillary Clinton Goes After Trump": the person whose whole name, or surname, is part of a headline's run.
    private mutating func tieHeadline(_ run: NameRun) -> Bool {
        let folded = words(run.tokens).map(folded)
        for count in stride(from: min(folded.count, Self.longestName), to: 1, by: -1) {
            for start in 0...folded.count - count {
                let part = Array(folded[start..<start + count])
                guard let i = byEnds[NameEnds(first: part[0], last: part[count - 1])],
                    persons[i].name.map(self.folded) == part
                else { continue }
                let first = run.tokens.lowerBound + start
                note(NameRun(tokens: first..<first + count, titles: first..<first, kind: .person, gender: nil), of: i)
                return true
            }
        }
        return false
    }

    /// Names that stand behind "the" somewhere without a title: "the New York Times". Nobody is called so.
    private static func withArticle(_ runs: [NameRun], _ analysis: AnalyzedDocument) -> Set<[String]> {
        Set(
            runs.filter { run in
                run.titles.isEmpty && run.tokens.lowerBound > 0
                    && analysis.is(run.tokens.lowerBound - 1, .definiteArticle)
            }
            .map { run in run.tokens.map { analysis.document.text(analysis.document.tokens[$0].span) } })
    }

    /// Two or three words whose last one stands alone elsewhere are a person's, unless the first is a place's or people's.
    private func isNamedAgain(_ run: NameRun, _ alone: Set<String>) -> Bool {
        guard run.kind == .unknown, run.tokens.count <= 3, let last = run.tokens.last else { return false }
        guard alone.contains(analysis.lower(last)), analysis.entry(last)?.role == nil else { return false }
        return isFreeOfPlaces(run)
    }

    /// "Aung San Suu Kyi", where "Suu Kyi" stands alone elsewhere.
    private func endsLike(_ run: NameRun, _ shorter: Set<[String]>) -> Bool {
        guard run.kind == .unknown, (3...4).contains(run.tokens.count) else { return false }
        return shorter.contains(Array(words(run.tokens).suffix(2))) && isFreeOfPlaces(run)
    }

    private func isFreeOfPlaces(_ run: NameRun) -> Bool {
        !run.tokens.contains {
            analysis.entry($0)?.nationality != nil || analysis.tags[$0] == .time
                || analysis.lexicon.countries.contains(analysis.lower($0))
        }
    }

    private func words(_ range: Range<Int>) -> [String] {
        range.map { analysis.document.text(analysis.document.tokens[$0].span) }
    }

    /// A full name: the same person if one with it, or with the same first and last word, is there.
    private mutating func add(_ run: NameRun) {
        let name = words(run.tokens)
        let known = byEnds[ends(of: name)] ?? longer(than: name)
        let i = known ?? append(name)
        if persons[i].name.count < name.count { rename(i, name) }
        note(run, of: i)
    }

    /// The one person whose longer name ends with all of these words.
    private func longer(than name: [String]) -> Int? {
        let folded = name.map(folded)
        let longer = (bySurname[self.folded(surname(of: name))] ?? []).suffix(Self.reach).filter {
            let other = persons[$0].name
            return other.count > folded.count && other.suffix(folded.count).map(self.folded) == folded
        }
        return longer.count == 1 ? longer[0] : nil
    }

    /// A surname alone, or with a title, or a name whose kind is not clear by itself.
    private mutating func tie(_ run: NameRun) {
        let name = words(run.tokens)
        guard !name.isEmpty else { return }
        let last = surname(of: name)
        if let i = candidate(last, name, run) ?? (name.count > 1 ? longer(than: name) : nil) {
            if isBodysShortName(run, i) { return }
            if persons[i].name.count == 1, surname(of: persons[i].name) != last { addSurname(last, to: i) }
            note(run, of: i)
        } else if run.kind == .person {
            note(run, of: append(name))
        }
    }

    /// "Norvik" of Norvik Motors, where Gustaf Norvik is named only later.
    private func isBodysShortName(_ run: NameRun, _ person: Int) -> Bool {
        guard run.tokens.count == 1, run.titles.isEmpty,
            let body = bodiesByFirstWord[folded(words(run.tokens)[0])], body < run.tokens.lowerBound
        else { return false }
        return tellings[person].inFull ?? 0 > run.tokens.lowerBound
    }

    /// The surname of one who had none yet.
    private mutating func addSurname(_ surname: String, to person: Int) {
        rename(person, persons[person].name + [surname])
        bySurname[folded(surname), default: []].append(person)
    }

    private mutating func rename(_ person: Int, _ name: [String]) {
        if persons[person].name.count <= 1, name.count > 1 { byGivenName[folded(name[0]), default: []].append(person) }
        persons[person].name = name
    }

    private mutating func append(_ name: [String]) -> Int {
        let i = persons.count
        persons.append(Person(name: [], gender: nil, mentions: []))
        tellings.append(Telling())
        rename(i, name)
        let ends = ends(of: name)
        if byEnds[ends] == nil { byEnds[ends] = i }
        bySurname[ends.last, default: []].append(i)
        return i
    }

    private func ends(of name: [String]) -> NameEnds {
        NameEnds(first: folded(name.first ?? ""), last: folded(surname(of: name)))
    }

    /// Of several with that surname: one of the title's gender, then the one named last before.
    private func candidate(_ surname: String, _ name: [String], _ run: NameRun) -> Int? {
        let same = near(bySurname[folded(surname)] ?? [], run).filter { i in
            name.count == 1 || folded(persons[i].name[0]) == folded(name[0])
        }
        // "Brandt" alone is no man for being a given name of men.
        let gender = run.tokens.count == 1 && run.titles.isEmpty ? nil : run.gender
        let fitting = same.filter { gender == nil || persons[$0].gender == nil || persons[$0].gender == gender }
        if fitting.isEmpty, !same.isEmpty, isCourteous(run) { return spouse(surname, run) }
        let pool = fitting.isEmpty ? same : fitting
        if let nearest = pool.max(by: {
            lastMention($0, before: run.tokens.lowerBound) < lastMention($1, before: run.tokens.lowerBound)
        }) {
            return nearest
        }
        if name.count == 1 {
            if let given = byGivenName[folded(surname)], given.count == 1 { return given[0] }
        }
        return misspelt(surname, name)
    }

    /// "Mrs." and "Mr." tell people of one surname apart.
    private func isCourteous(_ run: NameRun) -> Bool {
        run.titles.contains { analysis.entry($0)?.title?.courtesy == true }
    }

    /// "His wife, Corazon" and then "Mrs. Baptista": whom the article gave no surname, named just before.
    private func spouse(_ surname: String, _ run: NameRun) -> Int? {
        let relatives = persons.indices.suffix(Self.reach).filter { i in
            let person = persons[i]
            guard person.name.count == 1, person.gender == nil || person.gender == run.gender,
                let named = person.mentions.first, named.lowerBound < run.tokens.lowerBound
            else { return false }
            return person.description.offices.contains { analysis.lexicon.is($0, .kin) }
        }
        return relatives.count == 1 ? relatives[0] : nil
    }

    /// In letters. Shorter surnames that are a letter apart are mostly two people's. Chosen by hand.
    private static let leastMisspelt = 6

    /// "Gevogryan" for "Gevorgyan": long surnames a slip apart are one person's.
    private func misspelt(_ surname: String, _ name: [String]) -> Int? {
        guard surname.count >= Self.leastMisspelt, name.count == 1 else { return nil }
        let wanted = folded(surname)
        let near = persons.indices.suffix(Self.reach).filter {
            let other = folded(self.surname(of: persons[$0].name))
            // "Karvia" and "Karvian"
            return !other.hasPrefix(wanted) && !wanted.hasPrefix(other) && areOneEditApart(other, wanted)
        }
        return near.count == 1 ? near.first : nil
    }

    /// Of many with one surname, those first named just before and just after a run.
    private func near(_ persons: [Int], _ run: NameRun) -> ArraySlice<Int> {
        guard persons.count > Self.reach else { return persons[...] }
        let here = persons.partitioningIndex(where: {
            (self.persons[$0].mentions.first?.lowerBound ?? 0) >= run.tokens.lowerBound
        })
        return persons[max(0, here - Self.reach)..<min(persons.count, here + 1)]
    }

    private func lastMention(_ i: Int, before token: Int) -> Int {
        tellings[i].tokens.latest(before: token) ?? -1
    }

    private mutating func note(_ run: NameRun, of i: Int) {
        // A given name that is a surname here says nothing: "Joseph" of Ann Joseph.
        let isSurname = run.tokens.count == 1 && run.titles.isEmpty && persons[i].name.count > 1
        if !isSurname { persons[i].gender = persons[i].gender ?? run.gender }
        persons[i].mentions.append(run.tokens)
        tellings[i].tokens.append(run.tokens.lowerBound)
        if run.tokens.count > 1 { tellings[i].inFull = min(tellings[i].inFull ?? Int.max, run.tokens.lowerBound) }
        byToken[run.tokens.lowerBound] = i
        let description = descriptions.description(of: run)
        persons[i].description.offices.formUnion(description.offices)
        persons[i].description.words.formUnion(description.words)
        persons[i].description.nationalities.formUnion(description.nationalities)
        persons[i].description.age = persons[i].description.age ?? description.age
        if persons[i].description.role == nil { persons[i].description.role = description.role }
    }

    mutating func setGender(_ gender: Gender, of i: Int) { if persons[i].gender == nil { persons[i].gender = gender } }

    /// The person with a surname, where only one has it.
    func bearer(of surname: String) -> Int? {
        guard let bearers = bySurname[surname], bearers.count == 1 else { return nil }
        return bearers.first
    }

    /// The last word, "Jr." and the like aside.
    private func surname(of name: [String]) -> String {
        name.last { !analysis.lexicon.is($0.lowercased(), .nameSuffix) } ?? name.last ?? ""
    }

    private func folded(_ word: String) -> String { word.lowercased() }
}
