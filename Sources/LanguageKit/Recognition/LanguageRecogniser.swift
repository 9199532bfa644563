package import Newswire

/// The language of an article, as far as it can be told, and whose rules it is read by.
package struct ArticleLanguage: Sendable, Equatable {
    /// A language tag; nil where neither the article nor its source tells.
    package var tag: String?
    /// The code of the language pack that reads it; nil where there is none for its language.
    package var pack: String?
    /// What a consumer should know: that nothing is looked for, or that it is not what it was declared to be.
    package var warning: String?

    package init(tag: String?, pack: String?, warning: String? = nil) {
        self.tag = tag
        self.pack = pack
        self.warning = warning
    }
}

/// How an article's language is settled.
package enum LanguageChoice: Sendable, Hashable {
    /// By the article itself, with what its source declares as a hint.
    case recognise
    /// Everything is read as this language: "en".
    case only(String)
}

/// Tells an article's language by counting small words, as Cavnar and Trenkle's and later programs count n-grams; but so
/// that it can be followed by hand.
///
/// A text that is short, or that speaks for no language, is what its source declares, and English where that says nothing.
/// The declaration is overruled by a text that is sure.
package struct LanguageRecogniser: Sendable {
    private let choice: LanguageChoice
    /// Codes of the languages that quotations are looked for in; the first is that of texts that tell nothing.
    private let packs: [String]

    /// - Parameter packs: Codes of the languages that quotations are looked for in, at least one; the first is that of texts
    ///   that tell nothing.
    package init(_ choice: LanguageChoice = .recognise, packs: [String]) {
        self.choice = choice
        self.packs = packs
    }

    /// By the article's text and by the language tag that its source gave it.
    package func language(of article: Article) -> ArticleLanguage {
        let declared = Declaration(article.metadata.language)
        if case .only(let code) = choice {
            return ArticleLanguage(tag: declared?.isOf(code) == true ? declared?.tag : code, pack: code)
        }
        switch LanguageVerdict(LanguageEvidence(article)) {
        case .sure(let language): return written(in: language, declared)
        case .unsure:
            guard let declared else { return ArticleLanguage(tag: nil, pack: packs[0]) }
            let pack = packs.first(where: declared.isOf)
            return ArticleLanguage(
                tag: declared.tag, pack: pack,
                warning: pack == nil ? "declared as \(declared.name): \(consequence)" : nil)
        }
    }

    /// - Parameter found: What the text is sure to be in.
    private func written(in found: LanguageVerdict.Language, _ declared: Declaration?) -> ArticleLanguage {
        guard let declared, found.allows(declared.base) else {
            let pack = packs.first { $0 == found.tag }
            let contrast = declared.map { "declared as \($0.name), but " }
            return ArticleLanguage(tag: found.tag, pack: pack, warning: warning(found.name, pack, contrast: contrast))
        }
        // Which of several languages it is that are much alike, its source knows best.
        let pack = packs.first(where: declared.isOf)
        let name = declared.base == found.tag ? found.name : declared.name
        return ArticleLanguage(tag: declared.tag, pack: pack, warning: warning(name, pack))
    }

    private func warning(_ language: String, _ pack: String?, contrast: String? = nil) -> String? {
        guard pack == nil else { return contrast.map { "\($0)written in \(language)" } }
        return "\(contrast ?? "")written in \(language): \(consequence)"
    }

    private var consequence: String {
        let names = packs.map { LanguageProfile.of($0)?.name ?? $0 }
        return "quotations are looked for in \(names.joined(separator: " and ")) only"
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

    func isOf(_ code: String) -> Bool { base == code || LanguageProfile.of(code)?.isDeclared(by: base) == true }

    /// "German (de-AT)", or the tag alone where the language has no profile.
    var name: String {
        LanguageProfile.all.first { $0.isDeclared(by: base) }.map { "\($0.name) (\(tag))" } ?? "“\(tag)”"
    }
}
