import Newswire
import Rulebook

/// Recognises the paragraphs that a web site puts around a story.
struct FurnitureFinder {
    let rules: [FurnitureRule]

    /// The reason to set this paragraph aside, or nil for the story's own.
    func reason(_ paragraph: ArraySlice<Unicode.Scalar>) -> String? {
        guard paragraph.count <= 1_500 else { return nil }
        let folded = fold(paragraph)
        return rules.first { matches($0.match, folded) }?.reason
    }

    private func matches(_ match: FurnitureRule.Match, _ text: String) -> Bool {
        switch match {
        case .prefix(let needle): text.hasPrefix(needle)
        case .whole(let needle): text == needle
        case .contains(let needle): text.contains(needle)
        case .all(let needles): needles.allSatisfy { text.contains($0) }
        }
    }

    /// Lower case, straight apostrophes, single spaces, no full stop or colon at the end.
    private func fold(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var result = String.UnicodeScalarView()
        var space = false
        for c in scalars {
            if c.isSpace {
                space = true
                continue
            }
            if space, !result.isEmpty { result.append(" ") }
            space = false
            result.append(c.isApostrophe ? "'" : c)
        }
        var text = String(result).lowercased()
        while let last = text.last, last == "." || last == ":" || last == "!" { text.removeLast() }
        return text
    }
}
