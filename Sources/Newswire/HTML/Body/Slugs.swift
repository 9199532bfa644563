extension MarkupTree {
    /// Whether an element's id is made of the heading that it is or begins with: `poll-of-passengers` of a section “Poll of
    /// passengers” is no poll.
    func isSlug(_ id: String, of node: Int) -> Bool {
        guard let heading = heading(of: node) else { return false }
        let slug = RegionHint.words(of: id)
        guard slug.count > 1 else { return false }
        let text = text(of: heading)
        guard !words.related.announces(text), !words.comments.isOne(text, isHeading: true) else { return false }
        let told = Set(RegionHint.words(of: text))
        return slug.allSatisfy(told.contains)
    }

    /// The element itself, or the heading that is its first text.
    private func heading(of node: Int) -> Int? {
        for i in node..<nodes[node].end {
            if let tag = tag(i) {
                if tag.isHeading { return i }
            } else if !bytes[nodes[i].range].span.isBlank {
                return nil
            }
        }
        return nil
    }
}
