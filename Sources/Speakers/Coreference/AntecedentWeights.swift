import LanguageKit

/// How much each kind of evidence tells: their sum is the logarithm of how likely a person is meant, but for what all
/// persons have in common. Written by `python -m quoted_training.pronouns`; not to be changed by hand.
enum AntecedentWeights {
    static let model: AntecedentEvidence = [
        .paragraphs: -0.045,
        .sentences: -0.271,
        .sameSentence: -0.191,
        .lastSentence: 0.209,
        .latest: 0.341,
        .spoke: 0.539,
        .spokeLast: 0.682,
        .subject: 0.317,
        .lastSubject: 0.287,
        .introduced: 0.930,
        .possessor: -0.414,
        .quoted: -0.761,
        .unknownGender: -0.637,
        .mentions: 0.113,
        .prominence: 0.557,
        .meant: 2.640,
        .described: 2.456,
        .speaking: 0.746,
    ]

    static let rules: AntecedentEvidence = [
        .paragraphs: -0.093,
        .sentences: -0.214,
        .sameSentence: 0.683,
        .lastSentence: 0.845,
        .latest: 0.647,
        .spoke: 0.663,
        .spokeLast: 1.098,
        .subject: 0.173,
        .lastSubject: 1.177,
        .introduced: 1.009,
        .possessor: -0.756,
        .quoted: -0.893,
        .unknownGender: -0.342,
        .mentions: -0.246,
        .prominence: 0.761,
        .meant: 2.400,
        .described: 2.538,
        .speaking: 1.252,
    ]
}
