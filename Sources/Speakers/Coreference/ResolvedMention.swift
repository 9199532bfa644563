import Foundation
import LanguageKit
import Names
import Rulebook

/// The persons whom a mention may mean by their scores, the best first.
struct Ranking {
    struct Place {
        var person: Int
        /// In whatever unit; divided by `Ranking.unit` it is comparable.
        var score: Double
        /// Where that was weighed.
        var evidence: AntecedentEvidence?
    }

    var places: [Place]
    /// What a clear lead is.
    var unit: Double

    /// The logarithm of how much likelier the first is than all others, up to three.
    var lead: Double {
        guard let first = places.first, places.count > 1 else { return Self.most }
        let others = places.dropFirst().reduce(0) { $0 + exp(($1.score - first.score) / unit) }
        return min(Self.most, -log(others))
    }

    private static let most = 3.0
}

/// The decision whom a mention stands for, before any of it is entered.
struct ResolvedMention {
    enum Referent {
        /// One whom the article names.
        case person(Int)
        /// One who was entered before.
        case speaker(Int)
        /// Entered with the mention, unless the key is known.
        case entity(EntityKey, name: String?)
        /// Who is quoted around the mention: the "I" of "“I will go”" is no mention of its own.
        case quoted(Int)
    }

    var referent: Referent
    var how: Resolution
    /// The mention's own.
    var tokens: Range<Int>

    /// Of a person whose gender the mention tells: "she".
    var gender: Gender?
    /// The words of the mention that tell a role: "the mayor".
    var role: Range<Int>?
    /// What one without a name goes by from now on: "the official".
    var noun: String?
    /// Where the name stands that the mention means, if not in it: that of "the carmaker".
    var name: Range<Int>?
    /// Whom else it may mean, where scores decided.
    var ranking: Ranking?
    /// Of several, between the conjunctions: "the mayor" and "Bo Berg".
    var parts: [Range<Int>] = []

    init(_ referent: Referent, _ how: Resolution, _ tokens: Range<Int>) {
        self.referent = referent
        self.how = how
        self.tokens = tokens
    }

    /// Of one without a person's name.
    init(_ key: EntityKey, name: String? = nil, _ how: Resolution, _ tokens: Range<Int>) {
        self.init(.entity(key, name: name), how, tokens)
    }
}
