/// Names that many elements share and that say of each that it is apart, though together they are the story: `<p class="paywall">`
/// is what one pays for, `<section class="part--ads">` a part with an advertisement in it.
///
/// One paragraph or section is never most of a page, so those of one name are judged together.
struct SharedNames {
    private let page: StoryPage
    /// By the name that says so, the prose in all elements of that name.
    private let prose: [Substring: Int]

    /// Chosen by hand (docs/pages.md, “Where the numbers come from”).
    private enum Limits {
        /// Paragraphs of one name that have more of the page's prose than this are no notes between those of the story.
        static let paragraphs = Share(1, of: 5)
        /// Elements of one name that have more than this are the story.
        static let elements = Share(6, of: 10)
    }

    init(_ page: StoryPage, _ hints: [RegionHint]) {
        self.page = page
        var prose: [Substring: Int] = [:]
        // Where the last element of a name ends: what is within it counts once.
        var ends: [Substring: Int] = [:]
        for node in hints.indices where hints[node].contains(.apart) {
            // Of most there is nothing to lose; and to read a name costs more than all else here.
            let told = page.prose(in: node)
            guard told > 0, let name = Self.name(of: node, page.tree), node >= ends[name, default: 0] else { continue }
            prose[name, default: 0] += told
            ends[name] = page.tree.nodes[node].end
        }
        self.prose = prose
    }

    /// Whether an element is one of several that have much of the page's prose together.
    func areStory(_ node: Int) -> Bool {
        guard page.prose(in: node) > 0, let name = Self.name(of: node, page.tree), let prose = prose[name] else {
            return false
        }
        return prose.isMore(
            than: page.tree.tag(node) == .p ? Limits.paragraphs : Limits.elements, of: page.prose)
    }

    /// Of an element's classes, the first that says that it is apart.
    private static func name(of node: Int, _ tree: MarkupTree) -> Substring? {
        tree.attribute(.class, of: node)?.split(separator: " ").first { RegionHint(name: String($0)).contains(.apart) }
    }
}
