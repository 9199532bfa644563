import Files
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

/// Files that cannot be read or moved cost others nothing, and less and less themselves.
struct StuckFilesTests {
    /// Drops a file and hands it out.
    private static func take(_ path: RelativePath, at desk: inout ImaginedInbox) throws -> HandOut {
        desk.put(path)
        desk.see(path, by: .closed)
        return try desk.takeOne()
    }

    private static func paths(_ count: Int, in folder: String) -> [RelativePath] {
        (0..<count).map { RelativePath("\(folder)/\($0)")! }
    }

    @Test func theyTakeNoPlaces() throws {
        var desk = ImaginedInbox(heldLimit: 4)
        for path in Self.paths(20, in: "mine") { desk.stick(try Self.take(path, at: &desk)) }
        for path in Self.paths(20, in: "private") { #expect(desk.cannotRead(try Self.take(path, at: &desk))) }
        #expect(desk.arrivals.files.count == 0)
        #expect(desk.arrivals.counts.stuck == 20 && desk.arrivals.counts.unread == 20)
        desk.scan()
        #expect(!desk.arrivals.missed)
        #expect(try Self.take("others", at: &desk).path == "others")
    }

    @Test func aFolderIsTriedByOneFileLessAndLessOftenWhateverLiesInIt() throws {
        var desk = ImaginedInbox()
        for path in Self.paths(1000, in: "mine") { desk.stick(try Self.take(path, at: &desk)) }
        var waits: [Duration] = []
        var last = desk.now
        var tried: Set<RelativePath> = []
        for _ in 0..<12 {
            desk.now = try #require(desk.arrivals.deadline)
            let again = desk.moveAgain()
            #expect(again.count == 1)
            for arrived in again {
                tried.insert(arrived.path)
                desk.stick(arrived)
            }
            waits.append(desk.now - last)
            last = desk.now
            desk.scan()
        }
        #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300].map { .seconds($0) })
        // In turn, should one of them only be at fault.
        #expect(tried.count == 12)
    }

    @Test func whenOneGoesTheOthersFollow() throws {
        var desk = ImaginedInbox()
        for path in Self.paths(100, in: "mine") { desk.stick(try Self.take(path, at: &desk)) }
        desk.wait(.seconds(1))
        var numbers: [Int] = []
        while case let again = desk.moveAgain(), !again.isEmpty {
            numbers.append(again.count)
            for arrived in again { desk.finish(arrived, .gone) }
        }
        #expect(numbers == [1, 2, 8, 64, 25])
        #expect(desk.arrivals.counts == ArrivalCounts())
        #expect(desk.arrivals.deadline == nil)
    }

    @Test func oneThatIsTriedInVainHoldsTheOthersBackAgain() throws {
        var desk = ImaginedInbox()
        for path in Self.paths(3, in: "mine") { desk.stick(try Self.take(path, at: &desk)) }
        desk.wait(.seconds(1))
        desk.finish(try #require(desk.moveAgain().first), .gone)
        for arrived in desk.moveAgain() { desk.stick(arrived) }
        #expect(desk.moveAgain().isEmpty)
        #expect(desk.arrivals.counts.stuck == 2)
        desk.arrivals.tryStuck(at: desk.now)
        #expect(desk.moveAgain().count == 1)
    }

    @Test func foldersAreTriedEachForItself() throws {
        var desk = ImaginedInbox()
        for folder in ["a", "b", "c"] {
            for path in Self.paths(5, in: folder) { desk.stick(try Self.take(path, at: &desk)) }
        }
        desk.wait(.seconds(1))
        #expect(desk.moveAgain().map(\.path.parent) == ["a", "b", "c"])
    }

    @Test func oneThatWasRemovedByHandIsForgottenByTheNextScan() throws {
        var desk = ImaginedInbox()
        for path: RelativePath in ["mine/a", "mine/b"] { desk.stick(try Self.take(path, at: &desk)) }
        #expect(desk.cannotRead(try Self.take("private/a", at: &desk)))
        desk.remove("mine/a")
        desk.remove("private/a")
        desk.scan()
        #expect(desk.arrivals.stuckFolders(.unread).isEmpty)
        #expect(desk.arrivals.stuckFolders(.unmoved).map(\.files) == [1])
        desk.remove("mine/b")
        desk.scan()
        #expect(desk.arrivals.counts == ArrivalCounts())
    }

    @Test func whatIsToldIsOfAFileThatIsThere() throws {
        var desk = ImaginedInbox()
        for path: RelativePath in ["mine/a", "mine/b"] {
            desk.stick(try Self.take(path, at: &desk), "\(path) is stuck.")
        }
        desk.remove("mine/b")
        desk.scan()
        #expect(desk.arrivals.stuckFolders(.unmoved).map(\.reason) == ["mine/a is stuck."])
    }

    @Test func oneThatChangedIsANewArrival() throws {
        var desk = ImaginedInbox()
        desk.stick(try Self.take("mine/a", at: &desk))
        desk.put("mine/a")
        desk.scan()
        #expect(desk.arrivals.counts.settling == 1 && desk.arrivals.counts.stuck == 0)
        desk.wait(.seconds(2))
        #expect(desk.take() == "mine/a")
    }

    @Test func aFolderWithTooManyTakesInNoMoreUntilTheyGo() throws {
        var desk = ImaginedInbox(stuckLimit: 3)
        for path in Self.paths(3, in: "mine") { desk.stick(try Self.take(path, at: &desk)) }
        desk.put("mine/more")
        desk.see("mine/more", by: .closed)
        #expect(desk.take() == nil)
        // Nobody scans for it again and again.
        #expect(!desk.arrivals.missed && desk.arrivals.counts.pending == 4)
        #expect(try Self.take("others/a", at: &desk).path == "others/a")
        desk.wait(.seconds(1))
        while case let again = desk.moveAgain(), !again.isEmpty {
            for arrived in again {
                desk.remove(arrived.path)
                desk.finish(arrived, .gone)
            }
        }
        #expect(desk.arrivals.missed)
        desk.scan()
        desk.wait(.seconds(2))
        #expect(desk.take() == "mine/more")
    }

    @Test func aFolderThatCannotBeReadHidesNoneOfTheOthersThatWentAway() throws {
        var desk = ImaginedInbox()
        desk.stick(try Self.take("mine/a", at: &desk))
        desk.stick(try Self.take("locked/a", at: &desk))
        desk.arrivals.scanBegan()
        var findings = Findings()
        findings.cannotRead("locked", .permissionDenied)
        #expect(desk.arrivals.scanEnded(complete: true, covering: findings.covers, at: desk.now) == ["mine/a"])
    }

    @Test func theStatusCountsThemByFolder() throws {
        let folders = [("a", 5), ("b", 4), ("c", 3), ("d", 2), ("e", 1)].map { name, files in
            StuckFolder(path: RelativePath(name), trouble: .unmoved, files: files, reason: "\(name)/1 is stuck.")
        }
        #expect(
            StuckFolder.sentence(folders)
                == "15 files cannot be moved out of the inbox, 5 in a, 4 in b, 3 in c, 3 in 2 more. One of them: a/1 is "
                + "stuck.")
        #expect(StuckFolder.sentence([StuckFolder(path: nil, trouble: .unread, files: 1, reason: "x.")]) == "x.")
        #expect(StuckFolder.sentence([]) == nil)
    }
}
