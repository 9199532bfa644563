import Annotator
import Newswire
import TestSupport
import Testing

/// The pipeline asks often enough whether it is to go on that a deadline can be kept by it.
@Suite struct CheckpointTests {
    private struct Enough: Error {}

    private static let paragraphs = 60
    private static let text = (0..<paragraphs)
        .map {
            "The warden, Pia Holm, said that gate \($0) had been shut for the night and would stay so until Monday."
        }
        .joined(separator: "\n\n")

    private func annotate(by annotator: Annotator, checkpoint: () throws(Enough) -> Void) throws {
        let bytes = Array(Self.text.utf8)
        let reading = try Newswire.read(bytes: bytes)
        _ = try annotator.annotate(
            reading.articles[0], of: reading, file: try Annotating.facts(of: bytes, path: "a.txt"),
            observe: { _, _ in }, checkpoint: checkpoint)
    }

    @Test func theRulesAskAtEachParagraph() throws {
        var asked = 0
        try annotate(by: Annotating.annotator) { () throws(Enough) in asked += 1 }
        #expect(asked >= Self.paragraphs)
    }

    @Test func theModelAsksAtEachWindowBesides() throws {
        var (byRules, byModel) = (0, 0)
        try annotate(by: Annotating.annotator) { () throws(Enough) in byRules += 1 }
        try annotate(by: Annotating.modelAnnotator.get()) { () throws(Enough) in byModel += 1 }
        // Sixty paragraphs of some twenty pieces are several windows, of 384 pieces at most.
        #expect(byModel - byRules >= 3)
    }

    @Test func whatACheckpointThrowsEndsTheWorkAtOnce() throws {
        var asked = 0
        #expect(throws: Enough.self) {
            try annotate(by: Annotating.annotator) { () throws(Enough) in
                asked += 1
                if asked == 10 { throw Enough() }
            }
        }
        #expect(asked == 10)
    }
}
