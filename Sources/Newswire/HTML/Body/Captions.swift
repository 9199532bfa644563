/// Captions that are the story, as those of slides: they have most of the page's sentences.
enum Captions {
    /// Sentences in captions are paragraphs if those have more to read than all other sentences.
    static func read(_ blocks: [PageBlock]) -> [PageBlock] {
        let captions = blocks.filter { $0.kind == .caption && $0.isProse }
        guard captions.count > 1 else { return blocks }
        let size = captions.reduce(0) { $0 + $1.size }
        guard size > blocks.sentenceSize else { return blocks }
        return blocks.map { block in
            var block = block
            if block.kind == .caption, block.isProse { block.kind = .paragraph }
            return block
        }
    }
}
