/// A sentence as a language's grammar reads it: with its quotations folded, or one within a quotation.
package protocol SentenceGrammar {
    /// The attributions that it holds.
    func candidates() -> [Candidate]

    /// Of its main clause, in tokens. What is quoted behind it may be said by that person.
    func mainSubject() -> Range<Int>?

    /// What it goes on reporting of the attribution before it: "Er habe nichts gewusst."
    ///
    /// - Parameter candidates: Its own.
    func reportedSpeech(beside candidates: [Candidate]) -> Range<Int>?
}

extension SentenceGrammar {
    package func reportedSpeech(beside candidates: [Candidate]) -> Range<Int>? { nil }
}
