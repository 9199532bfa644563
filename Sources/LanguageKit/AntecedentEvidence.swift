/// What tells whether a pronoun means a person, in numbers: what `AntecedentWeights` weighs.
package struct AntecedentEvidence: Sendable, Equatable {
    /// Flags are 0 or 1, and so are those that nothing else is said of.
    package enum Kind: Int, Sendable, CaseIterable {
        /// How many since the person was named or spoke: up to twelve, and up to eight.
        case paragraphs, sentences
        /// Named or spoke in the pronoun's own sentence; in the one before.
        case sameSentence, lastSentence
        /// Of all in view the one whom the reporter named last.
        case latest
        /// Spoke in this paragraph or the one before; spoke last of all.
        case spoke, spokeLast
        /// Last named as a subject.
        case subject
        /// That subject stands in the sentence before, and nobody is meant since: "Lee paused. He said".
        case lastSubject
        /// The subject whom the sentence before introduced with what he or she is.
        case introduced
        /// Last named as the one to whom something belongs: "Lee's".
        case possessor
        /// Named within others' words alone: "Brandt fell in," said Holm. He said
        case quoted
        /// Nothing tells whether it is a man or a woman.
        case unknownGender
        /// Logarithm of one and the mentions before; of one and those in all the article.
        case mentions, prominence
        /// The probability that a model gives the person.
        case meant
        /// Meant by a noun of office in the pronoun's sentence: "the president’s face before he".
        case described
        /// Whose words, not quoted ones, the pronoun stands in: "Ek said that she hoped".
        case speaking
    }

    /// One for each kind; the rest is zero.
    private var numbers = SIMD32<Double>()

    package init() {}

    package subscript(kind: Kind) -> Double {
        get { numbers[kind.rawValue] }
        set { numbers[kind.rawValue] = newValue }
    }

    package var values: [Double] { Kind.allCases.map { self[$0] } }

    /// The sum of all, each times its weight.
    package func weighed(by weights: AntecedentEvidence) -> Double { (numbers * weights.numbers).sum() }
}

extension AntecedentEvidence: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (Kind, Double)...) {
        for (kind, value) in elements { self[kind] = value }
    }
}
