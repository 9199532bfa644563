import Language
import Newswire
import Rulebook

/// A document with what every rule asks of it: dictionary entries, tags and quoted stretches by token.
final class Analysis: Sendable {
    let document: Document
    let lexicon: Lexicon
    /// Index into the lexicon's entries, or -1, by token.
    let entries: [Int32]
    /// Classes of each token's word: asked for far more often than the rest of its entry.
    let classes: [WordClass]
    let tags: [Tag]
    let stretches: [QuotedStretch]

    init(_ document: Document, lexicon: Lexicon) {
        self.document = document
        self.lexicon = lexicon
        entries = document.tokens.map { lexicon.lookup($0.lower) }
        classes = entries.map { $0 < 0 ? [] : lexicon.entries[Int($0)].classes }
        tags = Tagger(tokens: document.tokens, classes: classes).tags()
        let pairing = QuotePairing(tokens: document.tokens)
        var stretches: [QuotedStretch] = []
        for paragraph in document.paragraphs where paragraph.setAside == nil {
            let base = stretches.count
            for var stretch in pairing.stretches(in: paragraph.tokens) {
                if !stretch.closed, let end = Self.attribution(in: stretch, document, lexicon, entries) {
                    stretch.tokens = stretch.tokens.lowerBound..<end
                }
                stretch.parent = stretch.parent.map { $0 + base }
                stretches.append(stretch)
            }
        }
        self.stretches = stretches
    }

    /// “I do not believe it, she told us: where a closing mark is missing, the words end at the comma before a short
    /// attribution.
    private static func attribution(
        in stretch: QuotedStretch, _ document: Document, _ lexicon: Lexicon, _ entries: [Int32]
    ) -> Int? {
        stretch.inner.first { i in
            guard document.tokens[i].kind == .comma else { return false }
            let follow = i + 1..<min(i + 5, document.tokens.count)
            guard follow.count > 1, document.tokens[follow.lowerBound].isWord else { return false }
            return follow.dropFirst(0).contains { j in
                guard entries[j] >= 0 else { return false }
                return lexicon.entries[Int(entries[j])].verbs.contains {
                    $0.verb.frames.contains(.inversion) && !$0.forms.isDisjoint(with: [.past, .thirdPerson])
                }
            }
        }.map { $0 + 1 }
    }

    func entry(_ token: Int) -> Lexicon.Entry? {
        let i = entries[token]
        return i < 0 ? nil : lexicon.entries[Int(i)]
    }

    func lower(_ token: Int) -> String { document.tokens[token].lower }

    func wordCount(_ range: Range<Int>) -> Int { document.tokens[range].count { $0.isWord } }
}
