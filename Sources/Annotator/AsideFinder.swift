package import LanguageKit
package import Newswire
package import Rulebook
import Text

/// Says how an article would be read, without annotating it: in which language, and in which stretches no quotations
/// would be looked for (what its reader set aside, and what the rules call furniture). Immutable.
package struct AsideFinder: Sendable {
    private let segmenter: Segmenter
    private let recogniser: LanguageRecogniser

    package init(rulebook: Rulebook, language: LanguageChoice = .recognise) {
        segmenter = Segmenter(rulebook: rulebook)
        recogniser = LanguageRecogniser(language)
    }

    /// In the order of the text.
    package func asides(in article: Article) -> [SetAside] { segmenter.document(of: article).setAside }

    package func language(of article: Article) -> ArticleLanguage {
        recogniser.language(of: segmenter.document(of: article), declared: article.metadata.language)
    }
}
