import Files
import TestSupport
import Testing

@testable import Inbox

/// Who goes first, and how much is held.
struct ArrivalsOrderTests {
    @Test func announcedFilesGoInTheOrderInWhichTheyCame() {
        var desk = ImaginedInbox()
        for path: RelativePath in ["z", "m", "a"] {
            desk.put(path)
            desk.see(path, by: .closed)
        }
        #expect(desk.takeAll() == ["z", "m", "a"])
    }

    @Test func aBacklogGoesOldestFirst() {
        var desk = ImaginedInbox()
        for (path, time) in [("new", 30), ("old", 10), ("middle", 20)] as [(RelativePath, Int64)] {
            desk.put(path, modified: time)
        }
        desk.scan()
        desk.wait(.seconds(2))
        #expect(desk.takeAll() == ["old", "middle", "new"])
    }

    @Test func freshFilesPassTheBacklogWithoutStarvingIt() {
        var desk = ImaginedInbox()
        for number in 0..<100 { desk.put(RelativePath("old/\(number)")!) }
        desk.scan()
        desk.wait(.seconds(2))
        for number in 0..<9 {
            desk.put(RelativePath("new/\(number)")!)
            desk.see(RelativePath("new/\(number)")!, by: .closed)
        }
        let order = (0..<12).compactMap { _ in desk.take() }.map { $0.bytes[0] == UInt8(ascii: "n") }
        #expect(order == [true, true, true, false, true, true, true, false, true, true, true, false])
    }

    @Test func smallFilesCanPassLargeOnes() {
        var desk = ImaginedInbox()
        desk.put("backlog", size: 1)
        desk.scan()
        desk.wait(.seconds(2))
        for (path, size) in [("a", 100), ("b", 10), ("c", 11), ("d", 9)] as [(RelativePath, Int64)] {
            desk.put(path, size: size)
            desk.see(path, by: .closed)
        }
        #expect((0..<4).map { _ in desk.takeSmall(atMost: 10) } == ["b", "d", "backlog", nil])
        #expect(desk.takeAll() == ["a", "c"])
    }

    @Test func smallFilesFarBackInABacklogWaitTheirTurn() {
        var desk = ImaginedInbox()
        for number in 0..<100 { desk.put(RelativePath("\(number)")!, size: number < 99 ? 100 : 10) }
        desk.scan()
        desk.wait(.seconds(2))
        #expect(desk.takeSmall(atMost: 10) == nil)
        for _ in 0..<50 { _ = desk.take() }
        #expect(desk.takeSmall(atMost: 10) == "99")
    }

    @Test func aSmallFileThatGrewPassesNobody() {
        var desk = ImaginedInbox()
        desk.put("a", size: 10)
        desk.see("a", by: .closed)
        desk.put("a", size: 11)
        #expect(desk.takeSmall(atMost: 10) == nil)
        desk.wait(.seconds(2))
        #expect(desk.takeSmall(atMost: 10) == nil)
        #expect(desk.takeAll() == ["a"])
    }

    @Test func anUrgentFilePassesABulkDeliveryThatWasAnnouncedBeforeIt() throws {
        var desk = ImaginedInbox()
        for number in 0..<5000 {
            desk.put(RelativePath("bulk/\(number)")!)
            desk.see(RelativePath("bulk/\(number)")!, by: .closed)
        }
        desk.put("urgent")
        desk.see("urgent", by: .closed)
        let order = desk.takeAll()
        let position = try #require(order.firstIndex(of: "urgent"))
        #expect(position < Lanes.freshLimit * 4 / 3 + 1)
    }

    @Test func allOfABulkDeliveryIsTakenOnce() {
        var desk = ImaginedInbox()
        for number in 0..<5000 {
            desk.put(RelativePath("\(number)")!)
            desk.see(RelativePath("\(number)")!, by: .created)
            desk.see(RelativePath("\(number)")!, by: .closed)
        }
        let taken = desk.takeAll()
        #expect(taken.count == 5000)
        #expect(Set(taken).count == 5000)
    }

    @Test func noMoreThanTheLimitIsHeldAndTheRestIsFoundLater() {
        var desk = ImaginedInbox(heldLimit: 10)
        for number in 0..<35 { desk.put(RelativePath("\(number)")!) }
        desk.scan()
        // Two places are kept for files that come meanwhile.
        #expect(desk.arrivals.counts == .init(settling: 8, leftOut: 27))
        #expect(!desk.arrivals.hasRoomForMissed)
        var worked: Set<RelativePath> = []
        var scans = 1
        while worked.count < 35 {
            desk.wait(.seconds(2))
            while let arrived = desk.takeArrived() {
                #expect(worked.insert(arrived.path).inserted)
                desk.remove(arrived.path)
                desk.finish(arrived, .gone)
            }
            guard desk.arrivals.hasRoomForMissed else { break }
            desk.scan()
            scans += 1
        }
        #expect(worked.count == 35)
        #expect(scans == 5)
        #expect(desk.arrivals.counts == ArrivalCounts())
    }

    @Test func aFreshFileFindsRoomWhileAFullBacklogSettles() {
        var desk = ImaginedInbox(heldLimit: 8)
        for number in 0..<20 { desk.put(RelativePath("\(number)")!) }
        desk.scan()
        desk.put("fresh")
        desk.see("fresh", by: .closed)
        #expect(desk.take() == "fresh")
    }

    @Test func aFreshFileDisplacesTheNewestOfAFullBacklog() {
        var desk = ImaginedInbox(heldLimit: 3)
        for (path, time) in [("a", 1), ("b", 2), ("c", 3)] as [(RelativePath, Int64)] { desk.put(path, modified: time) }
        desk.scan()
        desk.wait(.seconds(2))
        desk.put("fresh")
        desk.see("fresh", by: .closed)
        #expect(desk.takeAll() == ["fresh", "a", "b"])
        #expect(desk.arrivals.leftOut == 1)
        #expect(desk.arrivals.missed)
    }
}
