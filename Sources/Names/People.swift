package import LanguageKit
import Newswire
package import Rulebook
import Text

/// The persons that an article names, found before anyone's mention is resolved: a surname in the first sentence may
/// get its given name in the tenth. `PersonFinder` finds them.
package struct People {
    package private(set) var persons: [Person]
    /// Person by the first token of a name run.
    package let byToken: [Int: Int]
    /// All mentions by name, in the order of the text.
    package let naming: [Naming]
    /// Who speaks by name, in the order of the text.
    private let voices: [Naming]
    private let index: PersonIndex
    private let analysis: AnalyzedDocument

    package struct Naming {
        package var token: Int
        package var person: Int
    }

    /// How many mentions by name somebody who is named anew, or meant by "he" or "the minister", can lie back. No
    /// reader goes further either.
    package static let reach = 250

    /// - Parameter checkpoint: Called once a run; what it throws ends the work.
    init<Interruption: Error>(
        _ runs: [NameRun], analysis: AnalyzedDocument, sources: [Range<Int>] = [],
        checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) {
        let found = try PersonFinder.found(in: runs, analysis, sources: sources, checkpoint)
        self.analysis = analysis
        persons = found.persons
        byToken = found.byToken
        index = found.index
        voices = found.voices.map { Naming(token: $0.token, person: $0.person) }.sorted { $0.token < $1.token }
        for i in persons.indices { persons[i].mentions.sort { $0.lowerBound < $1.lowerBound } }
        naming = byToken.map { Naming(token: $0.key, person: $0.value) }.sorted { $0.token < $1.token }
    }

    package mutating func setGender(_ gender: Gender, of i: Int) {
        if persons[i].gender == nil { persons[i].gender = gender }
    }

    // MARK: Who was named

    /// The last mentions by name before a token, as far back as a reader would look.
    package func naming(before token: Int) -> ArraySlice<Naming> {
        naming[..<naming.partitioningIndex(where: { $0.token >= token })].suffix(Self.reach)
    }

    package func isNamed(between start: Int, and end: Int) -> Bool {
        let first = naming.partitioningIndex(where: { $0.token >= start })
        return first < naming.endIndex && naming[first].token < end
    }

    /// Persons named within a range, but for those to whom something there belongs.
    package func named(in tokens: Range<Int>) -> [Int] {
        let first = naming.partitioningIndex(where: { $0.token >= tokens.lowerBound })
        return naming[first...].prefix { $0.token < tokens.upperBound }.filter { !isGenitive($0) }.map(\.person)
    }

    private func isGenitive(_ naming: Naming) -> Bool {
        guard let mention = mentions(of: naming.person, before: naming.token + 1).last else { return false }
        return mention.upperBound < analysis.tags.count && analysis.tags[mention.upperBound] == .genitive
    }

    /// Persons who are named for the first time within some paragraphs behind a token.
    package func introduced(behind token: Int, within paragraphs: Int) -> [Int] {
        let first = naming.partitioningIndex(where: { $0.token >= token })
        let last = analysis.paragraph(of: token) + paragraphs
        return naming[first...].prefix(Self.reach).prefix { analysis.paragraph(of: $0.token) <= last }.map(\.person)
            .filter { persons[$0].mentions.first.map { $0.lowerBound >= token } ?? false }
    }

    /// The first who speaks by name behind a token, within some paragraphs, if he or she was not named before.
    package func firstVoice(behind token: Int, within paragraphs: Int) -> Int? {
        let first = voices.partitioningIndex(where: { $0.token >= token })
        guard first < voices.endIndex,
            analysis.paragraph(of: voices[first].token) - analysis.paragraph(of: token) <= paragraphs
        else { return nil }
        let person = voices[first].person
        return persons[person].mentions.first.map { $0.lowerBound >= token } ?? false ? person : nil
    }

    /// Of a person's mentions by name, those before a token.
    package func mentions(of i: Int, before token: Int) -> ArraySlice<Range<Int>> {
        persons[i].mentions[..<persons[i].mentions.partitioningIndex(where: { $0.lowerBound >= token })]
    }

    /// Whether others have somebody's surname.
    package func hasNamesakes(_ i: Int) -> Bool {
        index.bearers(ofSurname: index.surname(of: persons[i].name).lowercased()).count > 1
    }

    /// The others who have somebody's surname; of many, those named first.
    package func namesakes(of i: Int) -> [Int] {
        index.bearers(ofSurname: index.surname(of: persons[i].name).lowercased()).prefix(Self.reach).filter { $0 != i }
    }

    /// The same with a given name.
    package func bearer(ofGivenName name: String) -> Int? { index.bearer(ofGivenName: name) }

    /// The person with a surname, in lower case, where only one has it.
    package func bearer(of surname: String) -> Int? {
        let bearers = index.bearers(ofSurname: surname)
        return bearers.count == 1 ? bearers[0] : nil
    }
}
