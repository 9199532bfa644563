import Foundation
import Newswire
import Records
import TestSupport
import Testing

/// A trap ends the process, and with it the daemon: whatever text comes, the annotator has to give a line for it.
///
/// The short form runs with the suite. `QUOTED_LONG=minutes` runs mutants for so long, and the pathologies at a megabyte.
@Suite struct RobustnessTests {
    private static let minutes = ProcessInfo.processInfo.environment["QUOTED_LONG"].flatMap(Int.init)
    /// When no further mutants are made; counted from the first.
    private static let end = ContinuousClock.now + .seconds(60 * (minutes ?? 0))
    /// Large enough that work growing with the square of the text would be felt, small enough for a debug build.
    private static let size = minutes == nil ? 1 << 12 : 1 << 20

    @Test(arguments: 0..<8)
    func mutilatedArticlesAreAnnotated(_ seed: Int) throws {
        var generator = SplitMix(seed: seed)
        var rounds = 0
        repeat {
            let before = generator.state
            let text = generator.mutant(of: generator.pick(Shipped.articles).text)
            try expectWhole(text, "the generator's state was \(before)")
            rounds += 1
        } while rounds < 3 || ContinuousClock.now < Self.end
    }

    @Test(arguments: Pathology.texts)
    func pathologicalTextsAreAnnotated(_ pathology: Pathology) throws {
        try expectWhole(pathology.text(size: Self.size), "\(pathology)")
    }

    /// Annotates, and checks that all spans are in the text, in order, and hold what the record says they hold.
    private func expectWhole(_ text: String, _ what: Comment, sourceLocation: SourceLocation = #_sourceLocation) throws
    {
        for record in try Annotating.records(of: text) {
            let mistakes = RecordCheck(record).mistakes()
            #expect(mistakes.isEmpty, "\(what): \(mistakes.prefix(3))", sourceLocation: sourceLocation)
        }
    }
}
