/// Captions that are the story, as those of slides: they have most of the page's sentences.
enum Captions {
    /// Some two hundred words are no caption. Chosen by hand (docs/pages.md, “Where the numbers come from”).
    private static let longest = 600

    /// Sentences in captions are paragraphs if those have more to read than all other sentences.
    ///
    /// So is one that is longer than captions are.
    static func read(_ blocks: [PageBlock]) -> [PageBlock] {
        let blocks = blocks.map { block in
            var block = block
            if block.kind == .caption, block.size >= longest { block.kind = .paragraph }
            return block
        }
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
