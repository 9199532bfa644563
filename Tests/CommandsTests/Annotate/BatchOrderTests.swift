import Testing

@testable import Commands

@Suite struct BatchOrderTests {
    /// Whatever order the work ends in, results come out in the order of the arguments, each once.
    @Test(arguments: 1...20)
    func keepsTheOrderWhateverEndsFirst(seed: Int) {
        var generator = SystemRandomNumberGenerator()
        var order = BatchOrder<Int>(count: 100, atOnce: seed % 5 + 1)
        var inWork: Set<Int> = []
        var written: [Int] = []
        while !order.isOver {
            while let index = order.begin() { #expect(inWork.insert(index).inserted) }
            #expect(inWork.count <= seed % 5 + 1)
            guard let index = inWork.randomElement(using: &generator) else {
                Issue.record("nothing is in work, and it is not over")
                return
            }
            inWork.remove(index)
            written += order.finish(index, index)
            #expect(order.written == written.count)
        }
        #expect(written == Array(0..<100))
    }

    @Test func doesNotRunAwayFromAFileThatTakesLong() {
        var order = BatchOrder<Int>(count: 1000, atOnce: 2)
        #expect(order.begin() == 0)
        var last = 0
        while let index = order.begin() {
            last = index
            #expect(order.finish(index, index).isEmpty)
        }
        #expect(last == 15)
        #expect(order.finish(0, 0) == Array(0...15))
        #expect(order.begin() == 16)
    }

    @Test func isOverWhereThereIsNothing() {
        var order = BatchOrder<Int>(count: 0, atOnce: 4)
        #expect(order.isOver && order.begin() == nil)
    }
}
