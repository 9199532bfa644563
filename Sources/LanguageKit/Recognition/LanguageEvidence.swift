import Text

/// What speaks for each language in a text: counts, so that every decision can be looked into.
struct LanguageEvidence: Sendable {
    /// How many words were looked at.
    private(set) var words = 0
    /// By profile, in half words: two for one of a language's commonest words, one for a word in its letters.
    private(set) var points = [Int](repeating: 0, count: LanguageProfile.all.count)
    /// By profile: how many different words there were among them.
    private(set) var variety = [Int](repeating: 0, count: LanguageProfile.all.count)
    /// Letters of each script, by their weight.
    private(set) var letters: [Script: Int] = [:]

    private var seen: Set<String> = []
    private var plainLetters = 0

    /// Of long texts the beginning, the middle and the end are enough, in tokens each.
    private static let window = 1000

    init(_ tokens: [Token]) {
        let index = ProfileIndex.shared
        for range in Self.windows(tokens.count) {
            for token in tokens[range] where token.kind == .word && !token.shape.contains(.clitic) {
                add(token, index)
            }
        }
        if plainLetters > 0 { letters[.latin, default: 0] += plainLetters }
    }

    private static func windows(_ count: Int) -> [Range<Int>] {
        guard count > 3 * window else { return [0..<count] }
        let middle = (count - window) / 2
        return [0..<window, middle..<middle + window, count - window..<count]
    }

    private mutating func add(_ token: Token, _ index: ProfileIndex) {
        words += 1
        let isPlain = token.lower.utf8.allSatisfy { $0 < 0x80 }
        if isPlain { plainLetters += token.lower.utf8.count } else { addScripts(of: token.lower) }
        var profiles = index.profiles(ofWord: token.lower)
        if profiles == 0 { profiles = Self.halves(of: token.lower).reduce(0) { $0 | index.profiles(ofWord: $1) } }
        // Names keep their letters in every language.
        let byLetters =
            isPlain || token.shape.contains(.capitalized) ? 0 : index.profiles(byLettersOf: token.lower) & ~profiles
        // Most words speak for none.
        guard profiles | byLetters != 0 else { return }
        let isNew = seen.insert(token.lower).inserted
        award(2, to: profiles, isNew)
        award(1, to: byLetters, isNew)
    }

    private mutating func addScripts(of word: String) {
        for scalar in word.unicodeScalars {
            guard let script = Script(scalar) else { continue }
            letters[script, default: 0] += script.weight
        }
    }

    private mutating func award(_ count: Int, to profiles: ProfileIndex.Profiles, _ isNew: Bool) {
        var rest = profiles
        while rest != 0 {
            let profile = rest.trailingZeroBitCount
            points[profile] += count
            if isNew { variety[profile] += 1 }
            rest &= rest - 1
        }
    }

    /// "l'accord" is "l'" and "accord".
    private static func halves(of word: String) -> [String] {
        guard let apostrophe = word.utf8.firstIndex(of: UInt8(ascii: "'")) else { return [] }
        let rest = word.utf8.index(after: apostrophe)
        return [String(word[..<rest]), String(word[rest...])]
    }
}
