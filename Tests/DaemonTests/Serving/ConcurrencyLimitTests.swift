import Foundation
import Testing

@testable import Daemon

@Suite struct ConcurrencyLimitTests {
    private let one = Client.user(4_000_000)
    private let another = Client.thisMachine

    @Test func aSlotIsGivenOnceAndFreedOnce() {
        let limit = ConcurrencyLimit(perClient: 2, total: 4)
        let first = limit.slot(for: one)
        var second = limit.slot(for: one)
        #expect(first != nil && second != nil && limit.slot(for: one) == nil)
        first?.free()
        first?.free()
        let third = limit.slot(for: one)
        #expect(third != nil && limit.slot(for: one) == nil, "one who leaves twice frees one slot")
        // Whoever never came to free it.
        second = nil
        let fourth = limit.slot(for: one)
        #expect(fourth != nil && limit.slot(for: one) == nil)
        withExtendedLifetime((third, fourth, second)) {}
    }

    @Test func isNotAllForOne() {
        let limit = ConcurrencyLimit(perClient: 2, total: 3)
        let taken = [limit.slot(for: one), limit.slot(for: one), limit.slot(for: one)]
        #expect(taken.compactMap(\.self).count == 2)
        let other = limit.slot(for: another)
        #expect(other != nil && limit.slot(for: another) == nil, "there are three in all")
        withExtendedLifetime((taken, other)) {}
    }

    @Test(arguments: [Client.user(0), .user(geteuid())])
    func hasRoomForTheOwnerWhoeverElseIsThere(owner: Client) {
        let limit = ConcurrencyLimit(perClient: 2, total: 2)
        let taken = [limit.slot(for: one), limit.slot(for: one)]
        #expect(limit.slot(for: another) == nil)
        let own = [limit.slot(for: owner), limit.slot(for: owner)]
        #expect(own.allSatisfy { $0 != nil } && limit.slot(for: owner) == nil)
        withExtendedLifetime((taken, own)) {}
    }
}
