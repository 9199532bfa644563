import Attribution
package import LanguageKit

// How people write the choice: "auto", or the code of a language that has a pack.

extension LanguageChoice {
    package init?(word: String) {
        if word == Self.automatic {
            self = .recognise
        } else if LanguagePacks.pack(for: word) != nil {
            self = .only(word)
        } else {
            return nil
        }
    }

    package var word: String {
        switch self {
        case .recognise: Self.automatic
        case .only(let code): code
        }
    }

    package static let words = [automatic] + languages

    /// Those that have a pack, of ISO 639-1.
    package static let languages = LanguagePacks.all.map(\.code)

    private static let automatic = "auto"
}

extension ValueKind where Value == LanguageChoice {
    static var language: ValueKind {
        ValueKind(word: "language", among: LanguageChoice.words, parse: LanguageChoice.init(word:))
    }
}
