internal import Language
package import Newswire
package import Rulebook

/// Says in which stretches of an article no quotations would be looked for: what its reader set aside, and what the
/// rules call furniture. Immutable.
package struct AsideFinder: Sendable {
    private let segmenter: Segmenter

    package init(rulebook: Rulebook) { segmenter = Segmenter(rulebook: rulebook) }

    /// In the order of the text.
    package func asides(in article: Article) -> [SetAside] { segmenter.document(of: article).setAside }
}
