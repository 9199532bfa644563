/// What a language is recognised by: its commonest small words, and the letters that English does without.
///
/// The words were chosen for this project, by hand: none is common in English, and none stands within names, as "de", "la",
/// "van" and "der" do.
package struct LanguageProfile: Sendable {
    /// A language tag without region: "de".
    package let code: String
    /// In English: "German".
    package let name: String
    /// Other tags that texts in it are declared by: "nn" and "no" where the profile is "nb".
    let others: [String]
    let letters: String
    let words: [Substring]

    init(_ code: String, _ name: String, also others: [String] = [], letters: String, words: String) {
        self.code = code
        self.name = name
        self.others = others
        self.letters = letters
        self.words = words.split { $0 == " " || $0 == "\n" }
    }

    func isDeclared(by base: String) -> Bool { base == code || others.contains(base) }

    /// - Parameter code: "de".
    static func of(_ code: String) -> LanguageProfile? { all.first { $0.code == code } }

    /// English first.
    static let all = [english] + latinAtoH + latinItoZ + otherScripts

    static let english = LanguageProfile(
        "en", "English", also: ["eng"], letters: "",
        words: """
            the and that with from this which have been were are they their would said who his her its but about than
            after when what more you it could should there these those because while where between into other our she
            him them some before through according says
            """)
}

/// The profiles, turned round: which of them a word or a letter speaks for.
struct ProfileIndex: Sendable {
    /// One bit a profile, in the order of `LanguageProfile.all`.
    typealias Profiles = UInt64

    static let shared = ProfileIndex(LanguageProfile.all)
    static let english = 0

    private let words: [String: Profiles]
    private let letters: [Unicode.Scalar: Profiles]
    /// Bytes of the longest word: what is longer need not be looked up.
    private let longest: Int

    private init(_ profiles: [LanguageProfile]) {
        precondition(profiles.count <= Profiles.bitWidth, "there are more profiles than bits")
        var words: [String: Profiles] = [:]
        var letters: [Unicode.Scalar: Profiles] = [:]
        for (n, profile) in profiles.enumerated() {
            for word in profile.words { words[String(word), default: 0] |= 1 << n }
            for letter in profile.letters.unicodeScalars { letters[letter, default: 0] |= 1 << n }
        }
        (self.words, self.letters) = (words, letters)
        longest = words.keys.map(\.utf8.count).max() ?? 0
    }

    /// The languages that have the word among their commonest.
    func profiles(ofWord word: String) -> Profiles { word.utf8.count > longest ? 0 : words[word] ?? 0 }

    /// The languages that have all of the word's letters; none where it has only such as all or no languages have.
    func profiles(byLettersOf word: String) -> Profiles {
        word.unicodeScalars.reduce(nil as Profiles?) { known, letter in
            guard !letter.isASCII, let having = letters[letter] else { return known }
            return known.map { $0 & having } ?? having
        } ?? 0
    }
}
