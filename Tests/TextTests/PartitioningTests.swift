import Testing
import Text

@Suite struct PartitioningTests {
    @Test(arguments: [(0, 0), (1, 0), (2, 1), (5, 2), (7, 4), (9, 4)])
    func theFirstThatPassesIsFound(least: Int, index: Int) {
        #expect([1, 3, 5, 5].partitioningIndex { $0 >= least } == index)
    }

    @Test func aSliceKeepsItsIndices() {
        #expect([1, 3, 5, 7][2...].partitioningIndex { $0 >= 7 } == 3)
        #expect([Int]().partitioningIndex { $0 >= 7 } == 0)
    }
}
