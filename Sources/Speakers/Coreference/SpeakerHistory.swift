import LanguageKit
import Text

/// Who spoke where, as far as an article was read: whom a pronoun or a noun can point back to.
struct SpeakerHistory {
    /// Where a speaker is named as the source of what is said.
    struct Turn {
        var speaker: Int
        var source: Range<Int>

        var token: Int { source.lowerBound }
    }

    /// Those of sources within quotations left out; in the order of the text.
    private var turns: [Turn] = []
    /// The group that spoke last: who "they" are.
    private(set) var lastGroup: Turn?
    /// The last one of each noun who stayed without a name: "a senior official" and then "the official".
    private var unnamedByNoun: [String: Int] = [:]

    mutating func note(_ speaker: Int, at source: Range<Int>) { turns.append(Turn(speaker: speaker, source: source)) }

    mutating func note(group: Int, at source: Range<Int>) { lastGroup = Turn(speaker: group, source: source) }

    mutating func note(unnamed speaker: Int, by noun: String) { unnamedByNoun[noun] = speaker }

    func unnamed(by noun: String) -> Int? { unnamedByNoun[noun] }

    /// Who spoke last of all.
    var last: Turn? { turns.last }

    /// Who spoke last before a token.
    func last(before token: Int) -> Turn? { turns(before: token).last }

    /// Of the last few who spoke before a token, the last who is such a one.
    func last(before token: Int, among few: Int, where isSuch: (Int) -> Bool) -> Turn? {
        turns(before: token).suffix(few).last { isSuch($0.speaker) }
    }

    private func turns(before token: Int) -> ArraySlice<Turn> {
        turns[..<turns.partitioningIndex(where: { $0.token >= token })]
    }
}
