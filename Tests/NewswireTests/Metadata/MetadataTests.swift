import TestSupport
import Testing

@testable import Newswire

@Suite struct MetadataTests {
    @Test(arguments: [
        ("20131020T192751+1100", "2013-10-20T19:27:51+11:00"), ("20190121T102721", "2019-01-21T10:27:21"),
        ("20190723", "2019-07-23"), ("2018-01-21T20:23:15.000Z", "2018-01-21T20:23:15Z"),
        ("2017-07-17 17:03:00", "2017-07-17T17:03:00"), ("2018-05-28", "2018-05-28"),
        ("2018-05-28T16:40+02", "2018-05-28T16:40:00+02:00"), ("Wed, 17 Oct 2018 10:30:00 GMT", "2018-10-17T10:30:00Z"),
        ("Sun, 28 Oct 2018 13:49:01 +0100", "2018-10-28T13:49:01+01:00"),
        ("7 Jul 99 08:05 EST", "1999-07-07T08:05:00-05:00"),
        ("2026", nil), ("tomorrow", nil), ("20261340", nil), ("", nil), (nil, nil),
    ])
    func bringsTimesToOneForm(raw: String?, expected: String?) {
        #expect(words.times.iso(raw) == expected)
    }

    /// A number in JSON may be anything: 1e300 fits into no integer.
    @Test(arguments: [
        (1_795_161_600, "2026-11-20T08:00:00Z"), (1_795_161_600_500, "2026-11-20T08:00:00Z"),
        (1_709_164_800.9, "2024-02-29T00:00:00Z"),
        (631_152_000, "1990-01-01T00:00:00Z"), (4_102_444_799, "2099-12-31T23:59:59Z"), (631_151_999, nil),
        (4_102_444_800, nil), (-1, nil), (1e300, nil), (.nan, nil),
    ])
    func bringsSecondsToOneForm(seconds: Double, expected: String?) {
        #expect(NewsTime.iso(seconds: seconds) == expected)
    }

    @Test(arguments: [
        ("1795161600", "2026-11-20T08:00:00Z"), ("1795161600500", "2026-11-20T08:00:00Z"),
        ("0946684800", "2000-01-01T00:00:00Z"),
        ("0946684799", nil), ("4102444800", nil), ("179516160", nil),
    ])
    func readsSecondsThatAreWrittenOut(raw: String, expected: String?) {
        #expect(words.times.iso(raw) == expected)
    }

    @Test(arguments: [
        ("By Bo Ek", ["Bo Ek"]), ("By BO EK and ANN VIK", ["BO EK", "ANN VIK"]),
        ("By Bo Ek, Strait News Political Correspondent", ["Bo Ek"]),
        ("Bo Ek & Ann de la Vik", ["Bo Ek", "Ann de la Vik"]),
        ("Von Bo Ek, dpa", ["Bo Ek"]), ("Frances d'Ek", ["Frances d'Ek"]), ("By Bo Ek in Ystad", ["Bo Ek"]),
        ("Bo Ek The Associated Press", ["Bo Ek"]), ("Bo Ek Associated Press", ["Bo Ek"]),
        ("Åsa Ek and Åsa Ek", ["Åsa Ek"]),
        ("STRAIT TV", []), ("By The Strait Press", []), ("A3576/_Bo Ek", []), ("admin", []),
        ("The Bridge Database", []), (nil, []),
    ])
    func splitsBylines(raw: String?, expected: [String]) {
        #expect(words.bylines.people(raw) == expected)
    }

    @Test(arguments: [
        ("By Bo Ek", true), ("BY BO EK, SN WRITER", true), ("By Friday, Mr Ek said, the bridge was closed.", false),
        ("By the time Bo Ek came", false), ("Bo Ek", false), ("By", false), ("By Bo Ek, who was there", false),
    ])
    func knowsBylines(paragraph: String, expected: Bool) {
        #expect(words.bylines.isByline(paragraph) == expected)
    }

    @Test(arguments: [
        ("YSTAD (SN) - It", "YSTAD", "SN"), ("NEW YORK, Jan 21 (Strait News) — It", "NEW YORK", "Strait News"),
        ("ROSCOE, South Dakota (SN) _ It", "ROSCOE, South Dakota", "SN"),
        ("MOSCOW, January 21. /SN/. It", "MOSCOW", "SN"),
        ("Jan 30 (SN) - It", nil, "SN"), ("AUSTIN, Texas, Feb. 1, 2017 /SN-AsiaNet/ --", "AUSTIN, Texas", "SN-AsiaNet"),
    ])
    func findsDatelines(text: String, place: String?, agency: String) {
        #expect(words.datelines.dateline(opening: text) == Dateline(place: place, agency: agency))
    }

    @Test(arguments: [
        "The council (all nine of them) met - and left.", "It rained.", "He said (again) that",
        "See https://a.example/b/c - it",
    ])
    func takesNothingElseForADateline(text: String) {
        let found = words.datelines.dateline(opening: text)
        #expect(found == nil, "\(String(describing: found))")
    }

    @Test(arguments: [("EN", "en"), ("en_GB", "en-GB"), ("de", "de"), ("English", nil), ("x", nil), (nil, nil)])
    func bringsLanguageTagsToOneForm(raw: String?, expected: String?) {
        #expect(Metadata.languageTag(raw) == expected)
    }
}
