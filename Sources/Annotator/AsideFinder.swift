package import LanguageKit
package import Newswire
package import Rulebook
import Text

/// Says how an article would be read, without annotating it: in which language, and in which stretches no quotations
/// would be looked for (what its reader set aside, and what the rules call furniture). Immutable.
package struct AsideFinder: Sendable {
    private let main: Segmenter
    private let others: [String: Segmenter]
    private let recogniser: LanguageRecogniser

    package init(rulebooks: Rulebooks, language: LanguageChoice = .recognise) {
        main = Segmenter(rulebook: rulebooks.main)
        others = Dictionary(uniqueKeysWithValues: rulebooks.others.map { ($0.language, Segmenter(rulebook: $0)) })
        recogniser = LanguageRecogniser(language, packs: rulebooks.all.map(\.language))
    }

    /// In the order of the text.
    /// - Parameter language: The article's, as `language(of:)` has it.
    package func asides(in article: Article, language: ArticleLanguage) -> [SetAside] {
        let document = (language.pack.flatMap { others[$0] } ?? main).document(of: article)
        return document.setAside.map { SetAside(span: document.origin(of: $0.span), reason: $0.reason) }
    }

    package func language(of article: Article) -> ArticleLanguage {
        recogniser.language(of: article)
    }
}
