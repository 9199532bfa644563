import CivilTime
import Testing

struct UTCTimeTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
            (1_719_410_523, "2024-06-26T14:02:03Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
        ] as [(Int64, String)])
    func timesArePrintedAsDateDoes(_ seconds: Int64, _ text: String) {
        #expect(UTCTime(seconds).iso8601 == text)
    }

    @Test func everyDayOfFourHundredYearsIsReadBack() {
        for day in 0..<146_097 {
            let time = UTCTime(Int64(day) * 86_400)
            guard UTCTime.days(date: time.date) == day else {
                Issue.record("\(time.date) is not day \(day)")
                return
            }
        }
    }

    @Test(arguments: [
        "2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-01", "24-01-01", "2024-01-01x", "+024-01-01",
    ])
    func otherNamesAreNoDates(_ name: String) {
        #expect(UTCTime.days(date: name) == nil)
    }
}
