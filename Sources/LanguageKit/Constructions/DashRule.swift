package import Rulebook

/// “…” — Ann Lee: the speaker behind a dash.
package struct DashRule {
    package let view: SentenceView

    package init(view: SentenceView) {
        self.view = view
    }

    package func find() -> Find? {
        guard let dash = view.items.lastIndex(where: { $0.tag == .dash }), dash > 0, dash + 1 < view.items.count,
            view.items[dash - 1].tag == .quote
        else { return nil }
        var end = view.items.count
        while end > dash + 1, view.items[end - 1].tag == .stop { end -= 1 }
        let source = dash + 1..<end
        guard !source.isEmpty, source.count <= 12, view.items[source.lowerBound].tag == .name,
            !source.contains(where: { view.items[$0].tag.isFinite || view.items[$0].tag == .quote })
        else { return nil }
        return Find(
            rule: .speakerDash, source: view.tokens(source), cue: [view.items[dash].tokens],
            content: [view.items[dash - 1].tokens], match: nil, verbClass: .say, stance: .neutral, head: nil,
            paragraph: view.paragraph, within: view.within)
    }
}
