extension Record {
    /// The same without quotations that are less sure, and without speakers who then have none.
    ///
    /// What stays keeps its id. A quotation within one that goes is within the next one around it, or in none.
    package func keeping(confidence minimum: Double) -> Record {
        guard quotations.contains(where: { !$0.isSure(minimum) }) else { return self }
        var record = self
        let kept = quotations.filter { $0.isSure(minimum) }
        let (ids, around) = (Set(kept.map(\.id)), enclosing())
        record.quotations = kept.map { quotation in
            var quotation = quotation
            while let outer = quotation.inside, !ids.contains(outer) { quotation.inside = around[outer] }
            return quotation
        }
        record.speakers = speakers(of: kept)
        return record
    }

    /// The quotation around each that is within one.
    private func enclosing() -> [String: String] {
        let pairs = quotations.compactMap { quotation in quotation.inside.map { (quotation.id, $0) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// Those with a quotation, as many as they have, and the members of groups among them.
    private func speakers(of quotations: [Quotation]) -> [Speaker] {
        let counts = quotations.compactMap(\.speaker).reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        var kept = Set(counts.keys)
        func members() -> [String] { speakers.filter { kept.contains($0.id) }.flatMap(\.members) }
        while !kept.isSuperset(of: members()) { kept.formUnion(members()) }
        return speakers.filter { kept.contains($0.id) }.map { speaker in
            var speaker = speaker
            speaker.quotations = counts[speaker.id] ?? 0
            return speaker
        }
    }
}

extension Record.Quotation {
    /// Compared as it is written, with four decimals: an export of a journal has what annotating anew has.
    private static let decimals = 10_000.0

    fileprivate func isSure(_ minimum: Double) -> Bool {
        (confidence * Self.decimals).rounded() >= (minimum * Self.decimals).rounded()
    }
}
