import Records
import Testing

@testable import Daemon
@testable import Newswire

@Suite struct LineTimesTests {
    private func reading(withdrawn: Bool) -> Reading {
        let skipped = SkippedItem(
            item: 2, reason: "it was taken back",
            withdrawal: withdrawn ? Withdrawal(status: "canceled", Metadata()) : nil)
        return Reading(format: "newsml-g2", encoding: "utf-8", articles: [], skipped: [skipped])
    }

    @Test func aWithdrawalIsBetweenTheArticlesAroundIt() {
        let now = Timestamp(milliseconds: 1_000)
        var times = LineTimes(of: reading(withdrawn: true), begun: now)
        let articles = [1, 3, 4].map { times.time(ofArticle: $0, now: now) }
        #expect(articles == articles.sorted() && Set(articles).count == 3)
        #expect(times.time(ofWithdrawal: 2) > articles[0] && times.time(ofWithdrawal: 2) < articles[1])
        #expect(times.time(ofWithdrawal: 0) < articles[0])
        #expect(times.time(ofWithdrawal: 5) > articles[2])
    }

    @Test func otherArticlesHaveTheTimeThatItIs() {
        let now = Timestamp(milliseconds: 1_000)
        var times = LineTimes(of: reading(withdrawn: false), begun: now)
        #expect([1, 3].map { times.time(ofArticle: $0, now: now) } == [now, now])
    }
}
