import Annotator
import LanguageKit
import Records
import TestSupport
import Testing
import Text

/// What becomes of articles in languages without a pack.
@Suite struct LanguageTests {
    private static let french = """
        Le pont reste fermé jusqu'au printemps

        Le pont sur la rivière reste fermé jusqu'au printemps. « Nous n'attendrons pas un autre hiver », said Mayor Ines Falk,
        et elle n'est pas la seule. Les travaux vont commencer en mars avec une équipe qui est plus petite que prévu.
        """

    @Test func anArticleThatIsNotEnglishIsRecordedAndNotAnnotated() throws {
        let record = try #require(try Annotating.records(of: Self.french).first)
        #expect(record.article.language == "fr")
        #expect(record.quotations.isEmpty && record.speakers.isEmpty)
        #expect(
            record.warnings.count == 1 && record.warnings[0].hasPrefix("written in French (fr): quotations are looked"))
        #expect(record.text == Self.french && record.article.title == "Le pont reste fermé jusqu'au printemps")
        #expect(RecordCheck(record).mistakes().isEmpty)
    }

    @Test func itIsAnnotatedWhereSomebodySaysThatItIsEnglish() throws {
        let annotator = Annotator(rulebooks: Shipped.rulebooks, version: "0.0.0", language: .only("en"))
        let record = try #require(try Annotating.records(of: Self.french, by: annotator).first)
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
