/// A small generator whose sequence depends on nothing but its seed, so that every random test can be run again.
///
/// Sebastiano Vigna's SplitMix64, as published at https://prng.di.unimi.it/splitmix64.c (public domain).
package struct SplitMix: RandomNumberGenerator, Sendable {
    package var state: UInt64

    package init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}

extension RandomNumberGenerator {
    /// From 0 up to, not including, `bound`.
    package mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

    /// - Precondition: `choices` is not empty.
    package mutating func pick<Choices: Collection>(_ choices: Choices) -> Choices.Element {
        choices[choices.index(choices.startIndex, offsetBy: below(choices.count))]
    }
}
