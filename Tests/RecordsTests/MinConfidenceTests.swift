import Newswire
import Records
import TestSupport
import Testing

@Suite struct MinConfidenceTests {
    /// "A said B had told C’s friends that D said …": each within the one before, and two who speak together.
    private func record(_ confidences: [Double]) -> Record {
        var record = SampleRecords.record()
        record.quotations = confidences.enumerated().map { place, confidence in
            .init(
                id: "q\(place + 1)", type: .indirect, content: [Span(place, place + 1)], text: "x",
                speaker: "s\(place + 1)", inside: place > 0 ? "q\(place)" : nil, confidence: confidence,
                foundBy: .init(engine: .model))
        }
        record.speakers = confidences.indices.map { place in
            .init(
                id: "s\(place + 1)", kind: .person, name: "\(place)", mentions: [Span(place, place + 1)], quotations: 1)
        }
        return record
    }

    @Test func allAreToldUnlessSomebodySaysOtherwise() {
        let record = record([0, 0.4, 1])
        #expect(record.keeping(confidence: 0) == record)
        #expect(record.keeping(confidence: 1).quotations.map(\.id) == ["q3"])
    }

    /// The written value counts: 0.89996 is written as 0.9.
    @Test(arguments: [(0.89996, true), (0.8999, false), (0.9, true)])
    func aConfidenceIsComparedAsItIsWritten(_ confidence: Double, isTold: Bool) {
        #expect(record([confidence]).keeping(confidence: 0.9).quotations.count == (isTold ? 1 : 0))
    }

    @Test func whatStoodInOneThatGoesStandsInTheNextAroundIt() {
        let kept = record([0.9, 0.2, 0.1, 0.8]).keeping(confidence: 0.5)
        #expect(kept.quotations.map(\.id) == ["q1", "q4"] && kept.quotations.map(\.inside) == [nil, "q1"])
        let outermost = record([0.1, 0.9]).keeping(confidence: 0.5)
        #expect(outermost.quotations.map(\.id) == ["q2"] && outermost.quotations[0].inside == nil)
    }

    @Test func speakersStayWhoHaveAQuotationOrBelongToAGroupThatHas() {
        var record = record([0.9, 0.2, 0.8, 0.1])
        record.quotations[2].speaker = "s1"
        record.speakers[0].quotations = 2
        record.speakers[2].quotations = 0
        // "s4 and s3" said the first, of whom only s4 was quoted alone.
        record.speakers[0].members = ["s4", "s3"]
        let kept = record.keeping(confidence: 0.85)
        #expect(kept.speakers.map(\.id) == ["s1", "s3", "s4"])
        #expect(kept.speakers.map(\.quotations) == [1, 0, 0])
        #expect(kept.speakers[0].mentions == record.speakers[0].mentions)
    }

    // MARK: Speakers

    private func record(speaker confidence: Double?, kind: Record.SpeakerKind = .person) -> Record {
        var record = record([0.9, 0.8])
        record.quotations[0].speakerConfidence = confidence
        record.quotations[0].resolvedBy = .pronoun
        record.quotations[0].speakerCandidates = [.init(speaker: "s2", name: "1", confidence: 0.3)]
        record.quotations[1].speakerConfidence = 0.99
        record.quotations[1].speakerCandidates = []
        record.speakers[0].kind = kind
        return record
    }

    @Test func aPersonWhoIsNotSureEnoughIsACandidate() {
        let kept = record(speaker: 0.4).keeping(ConfidenceFloor(speaker: 0.5))
        let quotation = kept.quotations[0]
        #expect(quotation.speaker == nil && quotation.resolvedBy == nil && quotation.speakerConfidence == nil)
        #expect(quotation.speakerCandidates?.map(\.name) == ["0", "1"])
        #expect(quotation.speakerCandidates?.map(\.confidence) == [0.4, 0.3])
        #expect(kept.speakers.map(\.id) == ["s1", "s2"] && kept.speakers.map(\.quotations) == [0, 1])
    }

    @Test(
        arguments: [(0.5, .person), (0.49996, .person), (0.1, .organization), (nil, .person)]
            as [(Double?, Record.SpeakerKind)])
    func othersAreTold(_ confidence: Double?, kind: Record.SpeakerKind) {
        let quotation = record(speaker: confidence, kind: kind).keeping(ConfidenceFloor(speaker: 0.5)).quotations[0]
        #expect(quotation.speaker == "s1" && quotation.resolvedBy == .pronoun)
        #expect(quotation.speakerCandidates == [])
    }
}
