import Testing

@testable import Rulebook

@Suite struct EditDistanceTests {
    @Test(arguments: [("", "", 0), ("a", "", 1), ("settle", "settel", 1), ("workers", "worker", 1), ("abc", "xyz", 3)])
    func countsEdits(a: String, b: String, distance: Int) {
        #expect(editDistance(a, b) == distance)
        #expect(editDistance(b, a) == distance)
    }
}
