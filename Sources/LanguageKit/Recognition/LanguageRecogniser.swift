package import Text

/// The language of an article, as far as it can be told, and whether it is to be read as English.
package struct ArticleLanguage: Sendable, Equatable {
    /// A language tag; nil where neither the article nor its source tells.
    package var tag: String?
    package var isEnglish: Bool
    /// What a consumer should know: that it is not English, or not what it was declared to be.
    package var warning: String?

    package init(tag: String?, isEnglish: Bool, warning: String? = nil) {
        self.tag = tag
        self.isEnglish = isEnglish
        self.warning = warning
    }
}

/// How an article's language is settled.
package enum LanguageChoice: String, Sendable, CaseIterable {
    /// By the article itself, with what its source declares as a hint.
    case recognise = "auto"
    /// Everything is read as English.
    case english = "en"
}

/// Tells whether an article is English by counting small words, as Cavnar and Trenkle's and later programs count
/// n-grams; but so that it can be followed by hand.
///
/// A text that is short, or that speaks for no language, is what its source declares, and English where that says nothing.
/// The declaration is overruled by a text that is sure.
package struct LanguageRecogniser: Sendable {
    private let choice: LanguageChoice

    package init(_ choice: LanguageChoice = .recognise) { self.choice = choice }

    /// - Parameter declared: The language tag that the article's source gave it.
    package func language(of document: Document, declared: String?) -> ArticleLanguage {
        let declared = Declaration(declared)
        guard choice == .recognise else {
            return ArticleLanguage(tag: declared?.isEnglish == true ? declared?.tag : "en", isEnglish: true)
        }
        switch Finding(LanguageEvidence(document.tokens)) {
        case .english: return Self.english(declared)
        case .other(let found): return Self.other(found, declared)
        case .unsure:
            guard let declared, !declared.isEnglish else { return ArticleLanguage(tag: declared?.tag, isEnglish: true) }
            return ArticleLanguage(
                tag: declared.tag, isEnglish: false, warning: "declared as \(declared.name): \(Self.consequence)")
        }
    }

    private static let consequence = "quotations are looked for in English only"

    private static func english(_ declared: Declaration?) -> ArticleLanguage {
        guard let declared, !declared.isEnglish else {
            return ArticleLanguage(tag: declared?.tag ?? "en", isEnglish: true)
        }
        return ArticleLanguage(
            tag: "en", isEnglish: true, warning: "declared as \(declared.name), but written in English")
    }

    private static func other(_ found: Finding.Other, _ declared: Declaration?) -> ArticleLanguage {
        // Which of several languages it is that are much alike, its source knows best.
        if let declared, !declared.isEnglish, found.allows(declared.base) {
            let name = found.tag == declared.base ? found.name : nil
            return ArticleLanguage(
                tag: declared.tag, isEnglish: false, warning: "written in \(name ?? declared.name): \(consequence)")
        }
        let name = found.name ?? "another language than English"
        let contrast = declared.map { "declared as \($0.name), but " } ?? ""
        return ArticleLanguage(
            tag: found.tag, isEnglish: false, warning: "\(contrast)written in \(name): \(consequence)")
    }
}

/// A language tag as an article's source gave it.
private struct Declaration {
    var tag: String
    /// Without region and script: "de".
    var base: String

    /// - Returns: nil where there is none, and for those that name no language.
    init?(_ tag: String?) {
        guard let tag, let base = tag.split(separator: "-").first?.lowercased(),
            !["und", "mul", "zxx", "mis"].contains(base)
        else { return nil }
        self.tag = tag
        self.base = base
    }

    var isEnglish: Bool { base == "en" || base == "eng" }

    /// "German (de-AT)", or the tag alone where the language has no profile.
    var name: String {
        LanguageProfile.all.first { $0.isDeclared(by: base) }.map { "\($0.name) (\(tag))" } ?? "“\(tag)”"
    }
}
