import Testing

@testable import LanguageKit

@Suite struct IntervalIndexTests {
    @Test func eachPlaceGetsTheRangesThatHoldIt() {
        let found = IntervalIndex.of([5, nil, 0, 12], among: [0..<10, 4..<6, 12..<12])
        #expect(found.map { $0.sorted() } == [[0, 1], [], [0], []])
    }
}
