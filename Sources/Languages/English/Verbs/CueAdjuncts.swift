import LanguageKit
import Rulebook
import Text

/// To whom, where and when something was said, and whether more than once; in tokens.
struct CueAdjuncts {
    var addressee: Range<Int>?
    var setting: Range<Int>?
    var time: Range<Int>?
    var repeated = false

    /// What is known already stays.
    mutating func complete(by other: CueAdjuncts) {
        addressee = addressee ?? other.addressee
        setting = setting ?? other.setting
        time = time ?? other.time
        repeated = repeated || other.repeated
    }
}

/// Reads a run of adjuncts from left to right and stops at the first words that are none.
struct Adjuncts {
    let analysis: AnalyzedDocument
    let limit: Int
    /// In tokens. Nobody says as much of when and where; and whoever repeats "on Friday" must not stop the daemon.
    private static let longest = 60
    private(set) var found = CueAdjuncts()
    /// The first token that was not read.
    private(set) var end: Int

    init(analysis: AnalyzedDocument, from start: Int, before limit: Int) {
        self.analysis = analysis
        self.limit = min(limit, start + Self.longest)
        end = start
    }

    /// What is read beside times and settings.
    struct Kinds: OptionSet {
        let rawValue: Int
        /// "told **reporters**": first, and only there.
        static let object = Kinds(rawValue: 1)
        /// "said **to reporters**"
        static let addressee = Kinds(rawValue: 2)
        /// "in **Kessing**": a name as a setting.
        static let places = Kinds(rawValue: 4)
    }

    mutating func read(_ kinds: Kinds) {
        if kinds.contains(.object) { object() }
        while end < limit, step(kinds) {}
    }

    private mutating func object() {
        while end < limit, analysis.tags[end] == .adverb, !skipsTime { end += 1 }
        guard !skipsTime, let object = NounPhrase(analysis: analysis).tokens(from: end, before: limit) else { return }
        found.addressee = object
        end = object.upperBound
    }

    private var skipsTime: Bool {
        end >= limit || TimePhrase(analysis: analysis).tokens(from: end, before: limit) != nil
    }

    private mutating func step(_ kinds: Kinds) -> Bool {
        if let mark = Modifiers(analysis: analysis).mark(beginningAt: end, of: .repetition) {
            found.repeated = true
            end = mark.tokens.upperBound
            return true
        }
        if adjunct(from: end, kinds) { return true }
        switch analysis.tags[end] {
        case .adverb: end += 1
        // ", in an interview"; "in a statement released on Friday"
        case .comma: return end + 1 < limit && adjunct(from: end + 1, kinds.subtracting(.addressee))
        case .participle, .finite, .gerund:
            guard found.setting?.upperBound == end, end + 1 < limit else { return false }
            return adjunct(from: end + 1, kinds)
        default: return false
        }
        return true
    }

    private mutating func adjunct(from start: Int, _ kinds: Kinds) -> Bool {
        if let time = TimePhrase(analysis: analysis).tokens(from: start, before: limit) {
            found.time = found.time ?? time
            end = time.upperBound
        } else if let setting = SettingPhrase(analysis: analysis)
            .tokens(from: start, before: limit, places: kinds.contains(.places))
        {
            found.setting = found.setting ?? setting
            end = setting.upperBound
        } else if kinds.contains(.addressee), let addressee = addressee(from: start) {
            found.addressee = found.addressee ?? addressee
            end = addressee.upperBound
        } else {
            return false
        }
        return true
    }

    /// "to the board", not "to explain".
    private func addressee(from start: Int) -> Range<Int>? {
        guard analysis.lower(start) == "to", analysis.tags[start] == .preposition else { return nil }
        return NounPhrase(analysis: analysis).tokens(from: start + 1, before: limit)
    }
}
