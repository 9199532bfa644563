extension Record {
    /// The same with what is sure enough.
    package func keeping(_ floor: ConfidenceFloor) -> Record {
        var record = self
        for i in quotations.indices where quotations[i].speaker != nil { record.withhold(i, below: floor.speaker) }
        let named = { (record: Record) in record.quotations.count { $0.speaker != nil } }
        if named(record) < named(self) { record.speakers = record.speakers(of: record.quotations) }
        return record.keeping(confidence: floor.quotation)
    }

    /// Names no person who is less sure: who is meant by a quotation's source is then a candidate among others.
    private mutating func withhold(_ i: Int, below minimum: Double) {
        let quotation = quotations[i]
        guard let speaker = quotation.speaker, let person = speakers.first(where: { $0.id == speaker }),
            person.kind == .person, let name = person.name, let confidence = quotation.speakerConfidence,
            !Self.isEnough(confidence, minimum)
        else {
            quotations[i].speakerCandidates = []
            return
        }
        let first = SpeakerCandidate(speaker: speaker, name: name, confidence: confidence)
        quotations[i].speakerCandidates = [first] + (quotation.speakerCandidates ?? [])
        quotations[i].speaker = nil
        quotations[i].resolvedBy = nil
        quotations[i].speakerConfidence = nil
    }

    /// Compared as it is written, with four decimals: an export of a journal has what annotating anew has.
    fileprivate static func isEnough(_ confidence: Double, _ minimum: Double) -> Bool {
        (confidence * decimals).rounded() >= (minimum * decimals).rounded()
    }

    private static let decimals = 10_000.0

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
        var kept = Set(counts.keys).union(quotations.flatMap { ($0.speakerCandidates ?? []).compactMap(\.speaker) })
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
    fileprivate func isSure(_ minimum: Double) -> Bool { Record.isEnough(confidence, minimum) }
}
