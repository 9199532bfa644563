import Testing

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

@Suite struct MomentsTests {
    @Test func theLatestIsWhatBecameKnownLastOfThoseBefore() {
        var moments = Moments()
        // A pass through the text, and then one through what stands within quotations.
        for token in [3, 10, 20, 5, 12] { moments.append(token) }
        #expect(moments.latest(before: 30) == 12)
        #expect(moments.latest(before: 12) == 5)
        #expect(moments.latest(before: 5) == 3)
        #expect(moments.latest(before: 3) == nil)
        #expect(moments.last == 12)
    }

    @Test func whatWasNotedIsFoundInARange() {
        var moments = Moments()
        for token in [3, 10, 5] { moments.append(token) }
        #expect(moments.contains(in: 4..<6))
        #expect(moments.contains(in: 10..<11))
        #expect(!moments.contains(in: 6..<10))
        #expect(!Moments().contains(in: 0..<100))
    }
}
