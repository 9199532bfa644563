import Annotator
import LanguageKit
import Records
import TestSupport
import Testing
import Text

/// What becomes of articles that are not English.
@Suite struct LanguageTests {
    private static let german = """
        Brücke bleibt bis Frühjahr gesperrt

        Die Brücke über den Fluss bleibt bis zum Frühjahr gesperrt. „Wir warten nicht noch einen Winter“, said Mayor Ines Falk,
        und sie ist damit nicht allein. Die Arbeiten werden nach ihren Angaben im März beginnen.
        """

    @Test func anArticleThatIsNotEnglishIsRecordedAndNotAnnotated() throws {
        let record = try #require(try Annotating.records(of: Self.german).first)
        #expect(record.article.language == "de")
        #expect(record.quotations.isEmpty && record.speakers.isEmpty)
        #expect(record.warnings == ["written in German (de): quotations are looked for in English only"])
        #expect(record.text == Self.german && record.article.title == "Brücke bleibt bis Frühjahr gesperrt")
        #expect(RecordCheck(record).mistakes().isEmpty)
    }

    @Test func itIsAnnotatedWhereSomebodySaysThatItIsEnglish() throws {
        let annotator = Annotator(rulebook: Shipped.rulebook, version: "0.0.0", language: .english)
        let record = try #require(try Annotating.records(of: Self.german, by: annotator).first)
        #expect(record.article.language == "en")
        #expect(record.quotations.map(\.source?.text) == ["Mayor Ines Falk"])
        #expect(record.warnings.isEmpty)
    }

    @Test func anEnglishArticleSaysSo() throws {
        for article in Shipped.articles {
            #expect(try Annotating.records(of: article.text).map(\.article.language) == ["en"], "\(article)")
        }
    }
}
