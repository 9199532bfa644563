import LanguageKit
import Names
import Newswire
import Rulebook

/// The speakers of an article as far as it was read, each once, with their mentions.
struct SpeakerStore {
    private(set) var speakers: [Speaker] = []
    private var byKey: [EntityKey: Int] = [:]
    /// Speakers by person, and persons by speaker.
    private var byPerson: [Int: Int] = [:]
    private var persons: [Int: Int] = [:]
    /// What each speaker's mentions are, to note none twice.
    private var noted: Set<SpokenMention> = []

    private struct SpokenMention: Hashable { var speaker: Int, span: Span }

    // MARK: Looking up

    subscript(speaker: Int) -> Speaker { speakers[speaker] }

    /// Nil for a person who has not spoken yet.
    func speaker(of person: Int) -> Int? { byPerson[person] }

    func speaker(of key: EntityKey) -> Int? { byKey[key] }

    /// The person that a speaker is, for one who has a name.
    func person(of speaker: Int) -> Int? { persons[speaker] }

    // MARK: Entering

    mutating func enter(_ speaker: Speaker, as person: Int) -> Int {
        byPerson[person] = speakers.count
        persons[speakers.count] = person
        speakers.append(speaker)
        return speakers.count - 1
    }

    mutating func enter(_ speaker: Speaker, as key: EntityKey) -> Int {
        byKey[key] = speakers.count
        speakers.append(speaker)
        return speakers.count - 1
    }

    // MARK: Telling more

    mutating func note(_ mention: Span, of speaker: Int) {
        let isNew = noted.insert(SpokenMention(speaker: speaker, span: mention)).inserted
        if isNew { speakers[speaker].mentions.append(mention) }
    }

    /// What a speaker is, where nothing is known of that yet.
    mutating func tell(role: String, of speaker: Int) {
        if speakers[speaker].role == nil { speakers[speaker].role = role }
    }

    /// What a pronoun says of a speaker's gender; the first counts.
    mutating func tell(gender: Gender, of speaker: Int) {
        if speakers[speaker].gender == nil { speakers[speaker].gender = StatedGender(gender, by: .pronoun) }
    }

    mutating func set(members: [Int], of speaker: Int) { speakers[speaker].members = members }

    mutating func countQuotation(of speaker: Int) { speakers[speaker].quotations += 1 }
}
