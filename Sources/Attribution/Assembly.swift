import Language
import Newswire

/// Turns finds into quotations: spans, kind, nesting, order.
struct Assembly {
    let analysis: Analysis

    /// The quotations in the order of the text, and the source of each in tokens.
    func quotations(from finds: [Find]) -> (sources: [Range<Int>?], quotations: [Quotation]) {
        let sorted = dropRepeated(finds).sorted { order($0) < order($1) }
        var quotations = sorted.map(quotation)
        for i in quotations.indices { quotations[i].inside = parent(of: i, sorted) }
        return (sorted.map(\.source), quotations)
    }

    private func order(_ find: Find) -> (Int, Int) {
        let first = find.content.map(\.lowerBound).min() ?? 0
        let cue = find.cue.first?.lowerBound ?? first
        return (min(first, cue), max(first, cue))
    }

    /// Two rules may find the same content: the surer one stays.
    private func dropRepeated(_ finds: [Find]) -> [Find] {
        var kept: [Find] = []
        for find in finds.sorted(by: { $0.confidence > $1.confidence }) {
            let repeated = kept.contains { $0.content == find.content && $0.within == find.within }
            if !repeated { kept.append(find) }
        }
        return kept
    }

    private func quotation(_ find: Find) -> Quotation {
        Quotation(
            kind: kind(of: find.content), content: spans(find.content),
            cue: VerbFeatures(analysis: analysis).cue(of: find),
            source: find.source.map { [analysis.document.span(ofTokens: $0)] } ?? [],
            addressee: find.addressee.map(analysis.document.span(ofTokens:)),
            target: find.target.map(analysis.document.span(ofTokens:)), inside: nil, speaker: nil, resolvedBy: nil,
            confidence: find.confidence, rule: find.rule)
    }

    /// In order; stretches with only white space between them are one.
    private func spans(_ ranges: [Range<Int>]) -> [Span] {
        var result: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, last.upperBound >= range.lowerBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result.map(analysis.document.span(ofTokens:))
    }

    private func kind(of content: [Range<Int>]) -> Quotation.Kind {
        var quoted = 0, words = 0
        for range in content {
            words += analysis.wordCount(range)
            for stretch in analysis.stretches where stretch.level == 0 && stretch.tokens.overlaps(range) {
                quoted += analysis.wordCount(stretch.inner.clamped(to: range))
            }
        }
        if quoted == 0 { return .indirect }
        return Double(quoted) >= 0.9 * Double(words) ? .direct : .mixed
    }

    /// The smallest content that holds this find's cue and its content.
    private func parent(of i: Int, _ finds: [Find]) -> Int? {
        let find = finds[i]
        guard let place = find.cue.first?.lowerBound ?? find.content.first?.lowerBound else { return nil }
        var best: (index: Int, size: Int)?
        for (j, other) in finds.enumerated() where j != i {
            guard let range = other.content.first(where: { $0.contains(place) }) else { continue }
            if other.cue.contains(where: { cue in find.content.contains { $0.contains(cue.lowerBound) } }) { continue }
            if best.map({ range.count < $0.size }) ?? true { best = (j, range.count) }
        }
        return best?.index
    }
}
