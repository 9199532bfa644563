import CivilTime
import Files
import Testing

@testable import Inbox

struct FreeNamesTests {
    private func names(_ name: String, reserve: Int = 0) -> [String] {
        FreeNames(name: Array(name.utf8), mark: "140203", reserve: reserve).prefix(3)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func theEndingStaysAtTheEnd() {
        #expect(names("a.xml") == ["a.xml", "a.140203.xml", "a.140203-2.xml"])
        #expect(names("a") == ["a", "a.140203", "a.140203-2"])
        #expect(names("archive.tar.gz") == ["archive.tar.gz", "archive.tar.140203.gz", "archive.tar.140203-2.gz"])
        #expect(names(".profile") == [".profile", ".profile.140203", ".profile.140203-2"])
        #expect(
            names("Mr. Smith goes home") == [
                "Mr. Smith goes home", "Mr. Smith goes home.140203", "Mr. Smith goes home.140203-2",
            ])
    }

    @Test func noNameIsTooLongForItsFolderAndNoCharacterIsCut() {
        let long = String(repeating: "é", count: 125) + ".html"
        #expect(long.utf8.count == FreeNames.longest)
        #expect(names(long).first == long)
        for name in names(long, reserve: 11) {
            #expect(name.utf8.count <= FreeNames.longest - 11)
            #expect(name.hasPrefix("éé") && name.hasSuffix(".html"))
            #expect(!name.contains("\u{FFFD}"))
        }
    }
}

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
