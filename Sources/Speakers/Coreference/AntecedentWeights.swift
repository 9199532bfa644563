import LanguageKit

/// How much each kind of evidence tells: their sum is the logarithm of how likely a person is meant, but for what all
/// persons have in common. Written by `python -m quoted_training.pronouns`; not to be changed by hand.
enum AntecedentWeights {
    static let model: AntecedentEvidence = [
        .paragraphs: -0.000,
        .sentences: -0.295,
        .sameSentence: -0.389,
        .lastSentence: 0.168,
        .latest: 0.479,
        .spoke: 0.514,
        .spokeLast: 0.429,
        .subject: 0.415,
        .lastSubject: 0.468,
        .introduced: 1.038,
        .possessor: -0.856,
        .quoted: -0.828,
        .unknownGender: -0.859,
        .mentions: -0.088,
        .prominence: 0.870,
        .meant: 2.801,
        .described: 2.377,
        .speaking: 0.178,
    ]

    static let rules: AntecedentEvidence = [
        .paragraphs: -0.100,
        .sentences: -0.289,
        .sameSentence: 0.267,
        .lastSentence: 0.591,
        .latest: 0.540,
        .spoke: 0.866,
        .spokeLast: 0.697,
        .subject: 0.331,
        .lastSubject: 0.769,
        .introduced: 0.985,
        .possessor: -0.440,
        .quoted: -0.766,
        .unknownGender: -0.367,
        .mentions: 0.018,
        .prominence: 0.506,
        .meant: 2.400,
        .described: 2.513,
        .speaking: 1.202,
    ]
}
