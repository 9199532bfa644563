import LanguageKit

/// How much each kind of evidence tells: their sum is the logarithm of how likely a person is meant, but for what all
/// persons have in common. Written by `python -m quoted_training.pronouns`; not to be changed by hand.
enum AntecedentWeights {
    static let model: AntecedentEvidence = [
        .paragraphs: -0.003,
        .sentences: -0.294,
        .sameSentence: -0.499,
        .lastSentence: 0.269,
        .latest: 0.390,
        .spoke: 0.462,
        .spokeLast: 0.562,
        .subject: 0.361,
        .lastSubject: 0.464,
        .introduced: 1.045,
        .possessor: -0.754,
        .quoted: -0.826,
        .unknownGender: -0.854,
        .mentions: -0.078,
        .prominence: 0.893,
        .meant: 2.872,
        .described: 2.416,
        .speaking: 0.132,
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
