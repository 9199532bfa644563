import LanguageKit
import Rulebook
import Text

/// Finds the persons of an article: first those of the longest names, so that "Suu Kyi" finds "Aung San Suu Kyi", then
/// those of the headline, and last whom surnames alone mean.
struct PersonFinder {
    private(set) var persons: [Person] = []
    /// Person by the first token of a name run.
    private(set) var byToken: [Int: Int] = [:]
    private(set) var index: PersonIndex
    /// Who speaks by name, and where.
    private(set) var voices: [(token: Int, person: Int)] = []
    private var tellings: [Telling] = []
    /// The first tokens of the quotations' sources, and those behind them.
    private let sourceEnds: Set<Int>
    private let evidence: PersonEvidence
    private let descriptions: DescriptionReader
    private let analysis: AnalyzedDocument

    /// Where a person is named, as far as that is known.
    private struct Telling {
        var tokens = Moments()
        /// The first time by more than one word.
        var inFull: Int?
        /// Where he or she speaks.
        var spoke = Moments()
    }

    /// - Parameter checkpoint: Called once a run; what it throws ends the work.
    static func found<Interruption: Error>(
        in runs: [NameRun], _ analysis: AnalyzedDocument, sources: [Range<Int>] = [],
        _ checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> PersonFinder {
        var finder = PersonFinder(runs, analysis, sources)
        let long = longestFirst(runs)
        for run in long
        where !finder.evidence.isInHeadline(run) && finder.evidence.isPersons(run) && !finder.evidence.isOffice(run) {
            try checkpoint()
            finder.add(run)
        }
        for run in long where finder.evidence.isInHeadline(run) && !finder.tieHeadline(run) {
            try checkpoint()
            finder.addFromHeadline(run)
        }
        for run in runs
        where run.kind != .organization && run.kind != .place && finder.byToken[run.tokens.lowerBound] == nil {
            try checkpoint()
            finder.tie(run)
        }
        return finder
    }

    private init(_ runs: [NameRun], _ analysis: AnalyzedDocument, _ sources: [Range<Int>]) {
        self.analysis = analysis
        sourceEnds = Set(sources.flatMap { [$0.lowerBound, $0.upperBound] })
        evidence = PersonEvidence(runs, analysis)
        descriptions = DescriptionReader(analysis: analysis)
        index = PersonIndex(analysis.lexicon)
    }

    /// Names of several words; those of as many in the order of the text.
    private static func longestFirst(_ runs: [NameRun]) -> [NameRun] {
        runs.filter { $0.tokens.count > 1 }.enumerated()
            .sorted { ($1.element.tokens.count, $0.offset) < ($0.element.tokens.count, $1.offset) }.map(\.element)
    }

    /// Without a nickname in quotation marks.
    private func words(_ tokens: Range<Int>) -> [String] {
        guard let nickname = nickname(in: tokens) else { return analysis.words(tokens) }
        return analysis.words(tokens.lowerBound..<nickname.lowerBound - 1)
            + analysis.words(nickname.upperBound + 1..<tokens.upperBound)
    }

    /// "Big A" of "Ann “Big A” Lee".
    private func nickname(in tokens: Range<Int>) -> Range<Int>? {
        let marks = tokens.filter { analysis.tags[$0] == .quoteMark }
        guard marks.count == 2, marks[0] > tokens.lowerBound, marks[1] + 1 < tokens.upperBound else { return nil }
        return marks[0] + 1..<marks[1]
    }

    // MARK: Full names

    /// A full name: the same person if one with it, or with the same first and last word, is there.
    private mutating func add(_ run: NameRun) {
        let name = words(run.tokens)
        let i = index.person(withEndsOf: name) ?? longer(than: name) ?? append(name, run)
        if persons[i].name.count < name.count { rename(i, name) }
        if let nickname = nickname(in: run.tokens) {
            index.addGivenName(of: i, analysis.words(nickname) + name.suffix(1))
        }
        note(run, of: i)
    }

    /// The one person whose longer name ends with all of these words.
    private func longer(than name: [String]) -> Int? {
        let folded = name.map { $0.lowercased() }
        let bearers = index.bearers(ofSurname: index.surname(of: name).lowercased())
        let longer = bearers.suffix(People.reach).filter {
            let other = persons[$0].name
            return other.count > folded.count && other.suffix(folded.count).map { $0.lowercased() } == folded
        }
        return longer.count == 1 ? longer[0] : begun(with: folded)
    }

    /// The one person whose longer name begins with two words or more: "Te Kauri" of Te Kauri Paratene.
    private func begun(with folded: [String]) -> Int? {
        guard folded.count > 1 else { return nil }
        let begun = index.bearers(ofGivenName: folded[0]).suffix(People.reach).filter {
            persons[$0].name.count > folded.count
                && persons[$0].name.prefix(folded.count).map { $0.lowercased() } == folded
        }
        return begun.count == 1 ? begun[0] : nil
    }

    private mutating func append(_ name: [String], _ run: NameRun) -> Int {
        let gender = genderOfTitle(run) ?? genderInDirectory(of: name)
        persons.append(Person(name: name, gender: gender, mentions: []))
        tellings.append(Telling())
        index.add(persons.count - 1, name)
        return persons.count - 1
    }

    private mutating func rename(_ person: Int, _ name: [String]) {
        if persons[person].name.count <= 1 { index.addGivenName(of: person, name) }
        persons[person].name = name
        persons[person].gender = genderInDirectory(of: name) ?? persons[person].gender
    }

    private func genderOfTitle(_ run: NameRun) -> Gender? {
        run.titles.lazy.compactMap { analysis.entry($0)?.title?.gender }.first
    }

    /// What the users' directory says counts for more than a given name: Andrea is a man's name in Italy.
    private func genderInDirectory(of name: [String]) -> Gender? {
        guard name.count > 1, !analysis.lexicon.speakers.entries.isEmpty else { return nil }
        return analysis.lexicon.speakers.gender(ofPersonNamed: name.joined(separator: " "))
    }

    // MARK: Headlines

    /// In words: a headline in capitals can be one run of a megabyte.
    private static let longestName = 12

    /// "Hillary Clinton Goes After Trump": the person whose whole name, or surname, is part of a headline's run.
    private mutating func tieHeadline(_ run: NameRun) -> Bool {
        let folded = words(run.tokens).map { $0.lowercased() }
        for count in stride(from: min(folded.count, Self.longestName), to: 1, by: -1) {
            for start in 0...folded.count - count {
                let part = Array(folded[start..<start + count])
                guard let i = index.person(first: part[0], last: part[count - 1]),
                    persons[i].name.map({ $0.lowercased() }) == part
                else { continue }
                let first = run.tokens.lowerBound + start
                note(NameRun(tokens: first..<first + count, titles: first..<first, kind: .person, gender: nil), of: i)
                return true
            }
        }
        return false
    }

    private mutating func addFromHeadline(_ run: NameRun) {
        if let cut = evidence.upToSurname(run) {
            add(cut)
        } else if let first = surnameInFront(of: run) {
            tie(first)
        } else if run.kind == .person, !evidence.isHeadlineVerb(run.tokens.lowerBound), !evidence.isOffice(run) {
            add(run)
        }
    }

    /// "Clinton Breaks" as "Clinton", where a person of that name is in the story.
    private func surnameInFront(of run: NameRun) -> NameRun? {
        let first = run.tokens.lowerBound
        let isSurname = !index.bearers(ofSurname: words(first..<first + 1)[0].lowercased()).isEmpty
        guard isSurname, analysis.entry(first)?.givenName == nil else { return nil }
        return NameRun(tokens: first..<first + 1, titles: first..<first, kind: .unknown, gender: nil)
    }

    // MARK: Surnames

    /// A surname alone, or with a title, or a name whose kind is not clear by itself.
    private mutating func tie(_ run: NameRun) {
        let name = words(run.tokens)
        guard !name.isEmpty else { return }
        let last = index.surname(of: name)
        if let i = candidate(last, name, run) ?? (name.count > 1 ? longer(than: name) : nil) {
            // "Norvik" of Norvik Motors, where Gustaf Norvik is named only later.
            if evidence.mayBeBody(run), tellings[i].inFull ?? 0 > run.tokens.lowerBound { return }
            if persons[i].name.count == 1, index.surname(of: persons[i].name) != last { addSurname(last, to: i) }
            note(run, of: i)
        } else if run.kind == .person, !evidence.isOffice(run),
            !evidence.isInHeadline(run) || !evidence.isHeadlineVerb(run.tokens.lowerBound)
        {
            note(run, of: append(name, run))
        }
    }

    /// The surname of one who had none yet.
    private mutating func addSurname(_ surname: String, to person: Int) {
        rename(person, persons[person].name + [surname])
        index.add(surname: surname, of: person)
    }

    /// Of several with that surname: one of the title's gender, then the one named last before.
    private func candidate(_ surname: String, _ name: [String], _ run: NameRun) -> Int? {
        let same = near(index.bearers(ofSurname: surname.lowercased()), run).filter { i in
            name.count == 1 || persons[i].name[0].lowercased() == name[0].lowercased()
        }
        // "Brandt" alone is no man for being a given name of men.
        let gender = run.tokens.count == 1 && run.titles.isEmpty ? nil : run.gender
        let fitting = same.filter { gender == nil || persons[$0].gender == nil || persons[$0].gender == gender }
        if fitting.isEmpty, !same.isEmpty, isCourteous(run) { return spouse(surname, run) }
        // "Ms. Smithers" is Nadia rather than Robin.
        let known = fitting.filter { gender != nil && persons[$0].gender == gender }
        let pool = withVoice(fitting.isEmpty ? same[...] : known.isEmpty ? fitting[...] : known[...], run)
        // Who was not named yet comes before all who were.
        let last = { (i: Int) in tellings[i].tokens.latest(before: run.tokens.lowerBound) ?? Int.min }
        if let nearest = pool.max(by: { last($0) < last($1) }) { return nearest }
        if name.count == 1, let bearer = index.bearer(ofGivenName: surname.lowercased()) { return bearer }
        return misspelt(surname, name) ?? (name.count == 1 ? bearer(ofInnerName: surname.lowercased()) : nil)
    }

    /// In words: names that long are mostly called by one within. Chosen by hand.
    private static let leastLong = 4

    /// "Lula" of Luiz Inacio Lula da Silva, "Kilroy" of Robert Kilroy-Silk: the only one with that word within the name.
    private func bearer(ofInnerName word: String) -> Int? {
        let bearers = persons.indices.suffix(People.reach).filter { i in
            let name = persons[i].name
            if name.count >= Self.leastLong, name.dropFirst().dropLast().contains(where: { $0.lowercased() == word }) {
                return true
            }
            return name.count > 1 && (name.last?.contains("-") ?? false)
                && index.surname(of: name).lowercased().hasPrefix(word + "-")
        }
        return bearers.count == 1 ? bearers[0] : nil
    }

    /// Of two, the one who has spoken before where the other never does by a whole name: "Brandt said" of the father who is quoted, and
    /// not of the son who died.
    private func withVoice(_ persons: ArraySlice<Int>, _ run: NameRun) -> ArraySlice<Int> {
        guard persons.count > 1, speaks(run) else { return persons }
        let voiced = persons.filter { tellings[$0].spoke.latest(before: run.tokens.lowerBound) != nil }
        return voiced.isEmpty || !persons.allSatisfy({ voiced.contains($0) || tellings[$0].spoke.last == nil })
            ? persons : voiced[...]
    }

    /// Whether a source begins or ends with a name, and not with what is somebody's.
    private func speaks(_ run: NameRun) -> Bool {
        let end = run.tokens.upperBound
        let isOwner = end < analysis.tags.count && analysis.tags[end] == .genitive
        return !isOwner && (sourceEnds.contains(run.titles.lowerBound) || sourceEnds.contains(end))
    }

    /// Of many with one surname, those first named just before and just after a run.
    private func near(_ persons: [Int], _ run: NameRun) -> ArraySlice<Int> {
        guard persons.count > People.reach else { return persons[...] }
        let here = persons.partitioningIndex(where: {
            (self.persons[$0].mentions.first?.lowerBound ?? 0) >= run.tokens.lowerBound
        })
        return persons[max(0, here - People.reach)..<min(persons.count, here + 1)]
    }

    /// "Mrs." and "Mr." tell people of one surname apart.
    private func isCourteous(_ run: NameRun) -> Bool {
        run.titles.contains { analysis.entry($0)?.title?.courtesy == true }
    }

    /// "His wife, Corazon" and then "Mrs. Baptista": whom the article gave no surname, named just before.
    private func spouse(_ surname: String, _ run: NameRun) -> Int? {
        let relatives = persons.indices.suffix(People.reach).filter { i in
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
        let wanted = surname.lowercased()
        let near = persons.indices.suffix(People.reach).filter {
            let other = index.surname(of: persons[$0].name).lowercased()
            return !goesOn(other, behind: wanted) && !goesOn(wanted, behind: other) && areOneEditApart(other, wanted)
        }
        return near.count == 1 ? near.first : nil
    }

    /// "Karvian" behind "Karvia", but not "Hassell" behind "Hassel".
    private func goesOn(_ word: String, behind other: String) -> Bool {
        word.hasPrefix(other) && word.dropFirst(other.count).first != other.last
    }

    // MARK: Mentions

    private mutating func note(_ run: NameRun, of i: Int) {
        // A given name that is a surname here says nothing: "Joseph" of Ann Joseph.
        let isSurname = run.tokens.count == 1 && run.titles.isEmpty && persons[i].name.count > 1
        if !isSurname { persons[i].gender = persons[i].gender ?? run.gender }
        persons[i].mentions.append(run.tokens)
        persons[i].description.add(descriptions.description(of: run))
        tellings[i].tokens.append(run.tokens.lowerBound)
        if run.tokens.count > 1 { tellings[i].inFull = min(tellings[i].inFull ?? Int.max, run.tokens.lowerBound) }
        byToken[run.tokens.lowerBound] = i
        guard speaks(run) else { return }
        tellings[i].spoke.append(run.tokens.lowerBound)
        voices.append((run.tokens.lowerBound, i))
    }
}
