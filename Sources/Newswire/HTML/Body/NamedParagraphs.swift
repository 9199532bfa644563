/// Paragraphs whose names say that they are apart, though they are the story: `<p class="paywall">` is what one pays for.
///
/// One paragraph is never most of a page, so those of one name are judged together.
struct NamedParagraphs {
    private let page: StoryPage
    /// By class, the prose in paragraphs of that class whose names say that they are apart.
    private let prose: [String: Int]

    /// Together they have more of the page's prose than notes between the paragraphs of a story have. Chosen by hand
    /// (docs/pages.md, “Where the numbers come from”).
    private static let story = Share(1, of: 5)

    init(_ page: StoryPage, _ hints: [RegionHint]) {
        self.page = page
        var prose: [String: Int] = [:]
        for node in hints.indices where hints[node].contains(.apart) && page.tree.tag(node) == .p {
            guard let name = page.tree.attribute(.class, of: node) else { continue }
            prose[name, default: 0] += page.prose(in: node)
        }
        self.prose = prose
    }

    /// Whether an element is one of paragraphs that have much of the page's prose together.
    func areStory(_ node: Int) -> Bool {
        guard page.tree.tag(node) == .p, let name = page.tree.attribute(.class, of: node) else { return false }
        return prose[name]?.isMore(than: Self.story, of: page.prose) ?? false
    }
}
