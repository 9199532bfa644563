import Annotator
import LanguageKit
import Newswire
import TestSupport
import Testing
import Text

/// No stage's work grows faster than the text, and none works long without asking whether it is to go on.
///
/// What is counted are checkpoints, which every stage passes for each paragraph, sentence, name and quotation: no clock is
/// looked at. `Tests/Acceptance/doubling.py` counts the processor's instructions, which tells of the work between them too.
@Suite struct DoublingTests {
    private static let size = 1 << 12
    /// Which language it is in may change with a text's length, and with it whether it is annotated at all.
    private static let annotator = Annotator(rulebooks: Shipped.rulebooks, version: "0.0.0", language: .only("en"))

    @Test(arguments: Pathology.texts)
    func twiceTheTextPassesTwiceTheCheckpoints(_ pathology: Pathology) throws {
        let (once, twice) = (try passed(pathology, Self.size), try passed(pathology, 2 * Self.size))
        for (stage, count) in twice {
            #expect(count <= 2 * once[stage, default: 0] + once[stage, default: 0] / 4 + 16, "\(stage) of \(pathology)")
        }
    }

    /// Half of them are after the quotations were found, where once none was: `SpeakerResolver` was deaf to its deadline.
    @Test func everyStageAsksForEachQuotation() throws {
        let article = Article(text: String(repeating: "“It is bad,” Holm said.\n\n", count: 40))
        var (asked, atEnd) = (0, 0)
        _ = try Annotating.annotator.annotate(
            article, of: Reading(format: "text", encoding: "utf-8", articles: [article]),
            file: Annotating.facts(of: [], path: "a"),
            observe: { stage, _ in if stage == .language { atEnd = asked } },
            checkpoint: { () throws(Never) in asked += 1 })
        // Reading: a paragraph. Finding: paragraph, sentence, stretch. Then assembly, names, persons, speakers, record.
        #expect(atEnd >= 40)
        #expect(asked - atEnd >= 40 * 7)
    }

    @Test func aParagraphThatIsAllOfAnArticleIsNotReadInOneGo() throws {
        let article = Article(text: String(repeating: "a ", count: 1 << 16))
        var asked = 0
        _ = try Annotating.annotator.annotate(
            article, of: Reading(format: "text", encoding: "utf-8", articles: [article]),
            file: Annotating.facts(of: [], path: "a"),
            observe: { _, _ in }, checkpoint: { () throws(Never) in asked += 1 })
        #expect(asked > 300)
    }

    private func passed(_ pathology: Pathology, _ size: Int) throws -> [Stage: Int] {
        let bytes = Array(pathology.text(size: size).utf8)
        guard let reading = try? Newswire.read(bytes: bytes) else { return [:] }
        var (asked, before) = (0, 0)
        var passed: [Stage: Int] = [:]
        for article in reading.articles {
            _ = Self.annotator.annotate(
                article, of: reading, file: try Annotating.facts(of: bytes, path: pathology.name),
                observe: { stage, _ in
                    passed[stage, default: 0] += asked - before
                    before = asked
                }, checkpoint: { () throws(Never) in asked += 1 })
        }
        return passed
    }
}
