/// A page's blocks, with prefix sums: what an element contains is found in O(1).
struct StoryPage {
    let tree: MarkupTree
    let blocks: [PageBlock]
    /// By node, the number of blocks that begin before it; one more at the end.
    private let begun: [Int]
    /// By block, the node after its last: this is asked of each element several times.
    private let ends: [Int]
    /// By block, the prose in those before it; one more at the end.
    private let proseBefore: [Int]

    init(tree: MarkupTree, blocks: [PageBlock]) {
        self.tree = tree
        self.blocks = blocks
        var begun = [Int](repeating: 0, count: tree.nodes.count + 1)
        for block in blocks { begun[block.nodes.lowerBound + 1] += 1 }
        for i in 1..<begun.count { begun[i] += begun[i - 1] }
        self.begun = begun
        ends = blocks.map(\.nodes.upperBound)
        proseBefore = blocks.reduce(into: [0]) { sums, block in
            sums.append(sums[sums.count - 1] + (block.isProse ? block.size - block.linked : 0))
        }
    }

    /// The blocks that stand in an element: not one that only begins there, as a paragraph may with a picture's credit.
    func blocks(in node: Int) -> Range<Int> {
        let begun = begun[node]..<begun[tree.nodes[node].end]
        guard let last = begun.last, ends[last] > tree.nodes[node].end else { return begun }
        return begun.lowerBound..<last
    }

    /// How much prose stands in an element.
    func prose(in node: Int) -> Int { prose(in: blocks(in: node)) }

    func prose(in blocks: Range<Int>) -> Int { proseBefore[blocks.upperBound] - proseBefore[blocks.lowerBound] }

    /// Whether it shows a text from elsewhere: all of it is quoted.
    func isEmbeddedPost(_ node: Int) -> Bool {
        let inside = blocks[blocks(in: node)]
        return !inside.isEmpty && inside.allSatisfy { $0.kind == .quote }
    }

    var prose: Int { proseBefore[blocks.count] }
}
