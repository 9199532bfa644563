import Testing

@testable import Rulebook

@Suite struct EditDistanceTests {
    @Test(arguments: [("", "", 0), ("a", "", 1), ("settle", "settel", 1), ("workers", "worker", 1), ("abc", "xyz", 3)])
    func countsEdits(a: String, b: String, distance: Int) {
        #expect(editDistance(a, b) == distance)
        #expect(editDistance(b, a) == distance)
        #expect(areOneEditApart(a, b) == (distance == 1))
        #expect(areOneEditApart(b, a) == (distance == 1))
    }

    @Test(arguments: [
        ("falkenberg", "falkenburg", 1), ("falkenberg", "falkenbergs", 1), ("falkenberg", "falkenebrg", 1),
        ("falkenberg", "alkenberg", 1), ("falkenberg", "falkenberg", 0), ("falkenberg", "falkenbugr", 2),
        ("anna", "ana", 1), ("aab", "aba", 1), ("abab", "baba", 2),
    ])
    func aSlipOfThePenIsOneLetterOrTwoSwapped(one: String, other: String, distance: Int) {
        #expect(editDistance(one, other) == distance)
        #expect(areOneEditApart(one, other) == (distance == 1))
    }
}
