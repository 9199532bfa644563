import LanguageKit
import Rulebook
import Text

// "Q: Why now?", "A: Because it was finished."
extension SpeakerResolver {
    /// Where the printed conversation begins; nil where the article has none.
    static func conversation(in quotations: [Quotation], _ sources: [Range<Int>?]) -> Int? {
        zip(quotations, sources).lazy.filter { $0.0.construction == .turn }.compactMap { $0.1?.lowerBound }.min()
    }

    /// Whether a turn has no name before it, only a letter.
    func isLetter(_ source: Range<Int>) -> Bool {
        source.count == 1 && (isQuestion(source) || analysis.is(source.lowerBound, .answerLabel))
    }

    /// Who asks is not told by a Q. Who answers is the only person that was named before they began to talk.
    ///
    /// - Returns: nil rather than a guess.
    mutating func letter(_ source: Range<Int>, begun: Int) -> (Int, Resolution)? {
        if isQuestion(source) {
            let mention = Mention(tokens: source, shape: .unknown)
            return (entry(.unnamed, name: nil, key: "u:q", mention), .description)
        }
        let named = Set(antecedents.people.naming(before: begun).map(\.person))
        guard let person = named.first, named.count == 1 else { return nil }
        return (speaker(ofPerson: person, source), .alias)
    }

    private func isQuestion(_ source: Range<Int>) -> Bool { analysis.is(source.lowerBound, .questionLabel) }
}
