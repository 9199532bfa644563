import Language
import Newswire

/// Turns finds into quotations: spans, kind, nesting, order.
struct Assembly {
    let analysis: Analysis

    /// The quotations in the order of the text, and the source of each in tokens.
    ///
    /// - Parameter checkpoint: Called once a find; what it throws ends the work.
    func quotations<Interruption: Error>(
        from finds: [Find], checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> (sources: [Range<Int>?], quotations: [Quotation]) {
        let sorted = dropRepeated(finds).sorted { order($0) < order($1) }
        var quotations: [Quotation] = []
        quotations.reserveCapacity(sorted.count)
        for find in sorted {
            try checkpoint()
            quotations.append(quotation(find))
        }
        for (i, parent) in parents(sorted).enumerated() { quotations[i].inside = parent }
        return (sorted.map(\.source), quotations)
    }

    /// The finds, each once, that stand in no other's content, in the order of the text.
    func outermost(of finds: [Find]) -> [Find] {
        let sorted = dropRepeated(finds).sorted { order($0) < order($1) }
        return zip(sorted, parents(sorted)).filter { $0.1 == nil }.map(\.0)
    }

    private func order(_ find: Find) -> (Int, Int) {
        let first = find.content.map(\.lowerBound).min() ?? 0
        let cue = find.cue.first?.lowerBound ?? first
        return (min(first, cue), max(first, cue))
    }

    /// Two rules may find the same content: the surer one stays.
    private func dropRepeated(_ finds: [Find]) -> [Find] {
        struct Place: Hashable { var content: [Range<Int>], within: Int }
        var taken: Set<Place> = []
        return finds.sorted { $0.confidence > $1.confidence }
            .filter { taken.insert(Place(content: $0.content, within: $0.within)).inserted }
    }

    private func quotation(_ find: Find) -> Quotation {
        let features = VerbFeatures(of: find, in: analysis)
        let surroundings = features.surroundings
        let span = { (tokens: Range<Int>?) in tokens.map(analysis.document.span(ofTokens:)) }
        return Quotation(
            kind: kind(of: find.content), content: spans(find.content), cue: features.cue(surroundings: surroundings),
            source: find.source.map { [analysis.document.span(ofTokens: $0)] } ?? [],
            addressee: span(surroundings.addressee), target: span(features.target),
            setting: span(surroundings.setting), time: span(surroundings.time), inside: nil, speaker: nil,
            resolvedBy: nil,
            confidence: find.confidence, rule: find.rule)
    }

    /// In order; stretches with only white space between them are one, and none goes over what was set aside.
    private func spans(_ ranges: [Range<Int>]) -> [Span] {
        var result: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, last.upperBound >= range.lowerBound {
                result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result.flatMap(analysis.parts).map(analysis.document.span(ofTokens:))
    }

    private func kind(of content: [Range<Int>]) -> Quotation.Kind {
        var quoted = 0, words = 0
        for range in content {
            words += analysis.wordCount(range)
            for stretch in analysis.outermost(in: range) {
                quoted += analysis.wordCount(analysis.stretches[stretch].inner.clamped(to: range))
            }
        }
        if quoted == 0 { return .indirect }
        return Double(quoted) >= 0.9 * Double(words) ? .direct : .mixed
    }

    /// For each find the one whose content, the smallest of all such, holds this find's cue.
    private func parents(_ finds: [Find]) -> [Int?] {
        let places = finds.map { $0.cue.first?.lowerBound ?? $0.content.first?.lowerBound ?? -1 }
        let contents = finds.enumerated().flatMap { n, find in find.content.map { (find: n, tokens: $0) } }
        let holders = Holders.of(places, among: contents.map(\.tokens))
        var parents = [Int?](repeating: nil, count: finds.count)
        for i in finds.indices {
            let parent = holders[i].map { contents[$0] }
                .filter { $0.find != i && !isCued(finds[$0.find], in: finds[i]) }
                .min { ($0.tokens.count, $0.find) < ($1.tokens.count, $1.find) }?.find
            if let parent, !isInside(parent, i, parents) { parents[i] = parent }
        }
        return parents
    }

    /// Whether one find stands, at whatever depth, in the other: contents of several parts can hold each other's cues.
    private func isInside(_ find: Int, _ other: Int, _ parents: [Int?]) -> Bool {
        var outer: Int? = find
        while let next = outer, next != other { outer = parents[next] }
        return outer == other
    }

    /// Whether a find's cue stands in the other's content: then it is not around it.
    private func isCued(_ find: Find, in other: Find) -> Bool {
        find.cue.contains { cue in other.content.contains { $0.contains(cue.lowerBound) } }
    }
}
