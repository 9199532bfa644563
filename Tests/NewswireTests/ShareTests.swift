import Testing

@testable import Newswire

struct ShareTests {
    /// As a binary fraction 0.7 is not quite seven tenths.
    @Test func comparesWithoutRounding() {
        let share = Share(7, of: 10)
        #expect(!7.isLess(than: share, of: 10) && !7.isMore(than: share, of: 10))
        #expect(7.isAtLeast(share, of: 10) && 7.isAtMost(share, of: 10))
        #expect(6.isLess(than: share, of: 10) && 8.isMore(than: share, of: 10))
        #expect(!6.isAtLeast(share, of: 10) && !8.isAtMost(share, of: 10))
    }
}
