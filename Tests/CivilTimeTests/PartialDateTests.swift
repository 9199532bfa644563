import CivilTime
import Testing

struct PartialDateTests {
    @Test(arguments: ["2019", "2019-05", "2019-12", "2019-05-31", "2020-02-29", "0000", "-0043-03-15", "-0043"])
    func datesAreWrittenAsTheyWereRead(_ text: String) {
        #expect(PartialDate(iso: text)?.iso == text)
    }

    @Test(arguments: [
        "", "19", "2019-5", "2019-13", "2019-00", "2019-02-29", "2019-05-00", "2019-05-31T00", "2019-", "+2019", "May",
        "--2019", "2019-05-31-01",
    ])
    func whatIsNoDateIsRefused(_ text: String) {
        #expect(PartialDate(iso: text) == nil)
    }

    @Test(arguments: [
        ("2019", "2019-01-01", "2019-12-31"), ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019-12", "2019-12-01", "2019-12-31"), ("2019-05-31", "2019-05-31", "2019-05-31"),
    ])
    func aPartMeansAllOfItsDays(_ row: (date: String, first: String, last: String)) throws {
        let date = try #require(PartialDate(iso: row.date))
        #expect(date.days == (try day(row.first))...(try day(row.last)))
    }

    @Test(arguments: [
        ("2015-05", "2019", "2015-05-01", true), ("2015-05", "2019", "2015-04-30", false),
        ("2015-05", "2019", "2019-12-31", true), ("2015-05", "2019", "2020-01-01", false),
        (nil, "2019", "1900-01-01", true), ("2015", nil, "2100-01-01", true), (nil, nil, "1900-01-01", true),
    ])
    func aPeriodHasItsFirstAndItsLastDay(_ row: (start: String?, end: String?, day: String, isIn: Bool)) throws {
        let period = try #require(
            Period(start: row.start.flatMap { PartialDate(iso: $0) }, end: row.end.flatMap { PartialDate(iso: $0) }))
        let day = try day(row.day)
        #expect(period.mayMeet(day...day) == row.isIn)
    }

    @Test func noPeriodEndsBeforeItBegins() {
        #expect(Period(start: PartialDate(iso: "2019-05"), end: PartialDate(iso: "2019-04-30")) == nil)
        #expect(Period(start: PartialDate(iso: "2019-05-02"), end: PartialDate(iso: "2019")) != nil)
    }

    private func day(_ text: String) throws -> Int { try #require(UTCTime.days(date: text)) }
}
