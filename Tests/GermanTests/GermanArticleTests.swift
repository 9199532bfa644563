import Evaluation
import LanguageKit
import TestSupport
import Testing

@testable import Attribution

/// How much of what a careful reader marked in Tests/German is found, by the rules.
@Suite struct GermanArticleTests {
    @Test func attributionsOfTheArticlesAreFound() throws {
        #expect(Shipped.germanArticles.count == 10)
        var all = Tally()
        for article in Shipped.germanArticles {
            let marks = try Gold.quotations(of: article).filter { $0.inside == nil }
                .map { MarkedAttribution(source: $0.source, cue: $0.cue, content: $0.content) }
            let found = GermanFinding(article.text).quotations.filter { $0.inside == nil }
                .map { MarkedAttribution(source: $0.source, cue: $0.cue?.spans ?? [], content: $0.content) }
            all += Tally(marks: marks, finds: found, in: article.text)
        }
        let numbers = try #require(Scores(all)["attribution"]?.numbers)
        #expect(numbers[0] >= 0.88 && numbers[1] >= 0.87, "precision \(numbers[0]), recall \(numbers[1])")
    }
}
