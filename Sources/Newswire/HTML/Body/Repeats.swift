/// Paragraphs that a page has more than once: captions of a gallery, a text for small screens and one for large.
enum Repeats {
    /// Shorter ones may stand there twice on purpose: "Yes.", "He paused.". Chosen by hand, as `PageBlock`'s sentence.
    private static let shortest = 40

    /// Only the first of those that are equal.
    static func removed(from blocks: [PageBlock]) -> [PageBlock] {
        var seen: Set<String> = []
        return blocks.filter { block in
            block.size < shortest || block.kind != .paragraph && block.kind != .caption
                || seen.insert(block.text).inserted
        }
    }
}
