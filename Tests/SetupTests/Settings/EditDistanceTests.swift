import Testing

@testable import Setup

@Suite struct EditDistanceTests {
    @Test(arguments: [("", "", 0), ("a", "", 1), ("settle", "settel", 2), ("workers", "worker", 1), ("abc", "xyz", 3)])
    func countsEdits(a: String, b: String, distance: Int) {
        #expect(a.distance(to: b) == distance)
        #expect(b.distance(to: a) == distance)
    }
}
