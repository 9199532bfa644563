package import Newswire

extension NewsWords {
    /// The words of several languages together, since an article is read before its language is known.
    package convenience init(_ rulebooks: Rulebooks) {
        self.init(rulebooks.all.reduce(into: NewsVocabulary()) { $0.formUnion($1.newsVocabulary) })
    }
}

extension Rulebook {
    /// `news`, and what names and bylines have in common.
    fileprivate var newsVocabulary: NewsVocabulary {
        var vocabulary = news
        vocabulary[.nameConnector] += words(.conjunction)
        vocabulary[.nameParticle] += words(.nameParticle)
        vocabulary[.nameSuffix] += words(.nameSuffix)
        vocabulary[.placePreposition] += words(.placePreposition)
        return vocabulary
    }
}
