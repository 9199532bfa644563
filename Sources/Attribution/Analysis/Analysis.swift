import Language
import Newswire

/// A document with what every rule asks of it: dictionary entries, tags and quoted stretches by token.
struct Analysis {
    let document: Document
    let lexicon: Lexicon
    /// Index into the lexicon's entries, or -1, by token.
    let entries: [Int32]
    let tags: [Tag]
    let stretches: [QuotedStretch]

    init(_ document: Document, lexicon: Lexicon) {
        self.document = document
        self.lexicon = lexicon
        entries = document.tokens.map { lexicon.lookup($0.lower) }
        tags = Tagger(lexicon: lexicon, tokens: document.tokens, entries: entries).tags()
        let pairing = QuotePairing(tokens: document.tokens)
        var stretches: [QuotedStretch] = []
        for paragraph in document.paragraphs where paragraph.setAside == nil {
            let base = stretches.count
            for var stretch in pairing.stretches(in: paragraph.tokens) {
                stretch.parent = stretch.parent.map { $0 + base }
                stretches.append(stretch)
            }
        }
        self.stretches = stretches
    }

    func entry(_ token: Int) -> Lexicon.Entry? {
        let i = entries[token]
        return i < 0 ? nil : lexicon.entries[Int(i)]
    }

    func lower(_ token: Int) -> String { document.tokens[token].lower }

    func wordCount(_ range: Range<Int>) -> Int { document.tokens[range].count { $0.isWord } }
}
