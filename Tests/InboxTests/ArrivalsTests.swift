import Files
import TestSupport
import Testing

@testable import Inbox

/// The decisions, with a clock and files that exist only here.
struct ArrivalsTests {
    @Test func aClosedFileIsTakenAtOnce() {
        var desk = ImaginedInbox()
        desk.put("a")
        desk.see("a", by: .closed)
        #expect(desk.take() == "a")
        #expect(desk.take() == nil)
    }

    @Test func aListedFileIsTakenWhenItStayedTheSameForTheSettleTime() {
        var desk = ImaginedInbox()
        desk.put("a")
        desk.scan()
        #expect(desk.take() == nil)
        desk.wait(.milliseconds(1999))
        #expect(desk.take() == nil)
        desk.wait(.milliseconds(1))
        #expect(desk.take() == "a")
    }

    @Test func aFileThatGrowsKeepsSettling() {
        var desk = ImaginedInbox()
        desk.put("a")
        desk.scan()
        for _ in 0..<5 {
            desk.wait(.seconds(1.5))
            desk.put("a")
            desk.wait(.seconds(0.5))
            #expect(desk.take() == nil)
        }
        desk.wait(.seconds(2))
        #expect(desk.take() == "a")
    }

    @Test func aFileSeenToBeMadeWaitsForItsWriterLongerThanOneThatWasLinked() {
        var desk = ImaginedInbox()
        desk.put("written")
        desk.put("linked", links: 2)
        desk.see("written", by: .created)
        desk.see("linked", by: .created)
        desk.wait(.seconds(2))
        #expect(desk.takeAll() == ["linked"])
        desk.wait(.milliseconds(17_999))
        #expect(desk.take() == nil)
        desk.wait(.milliseconds(1))
        #expect(desk.take() == "written")
    }

    @Test func aFileThatOneOfTwoWritersClosedSettlesLikeAnyOther() {
        var desk = ImaginedInbox()
        desk.put("a")
        desk.see("a", by: .created)
        desk.wait(.seconds(1))
        desk.put("a")
        desk.see("a", by: .paused)
        #expect(desk.take() == nil)
        desk.wait(.seconds(2))
        #expect(desk.take() == "a")
    }

    @Test func closingEndsTheWaitForTheWriter() {
        var desk = ImaginedInbox()
        desk.put("a")
        desk.see("a", by: .created)
        desk.wait(.seconds(10))
        desk.put("a")
        desk.see("a", by: .closed)
        #expect(desk.take() == "a")
    }

    @Test func anEmptyFileThatWasClosedSettles() {
        var desk = ImaginedInbox()
        desk.put("a", size: 0)
        desk.see("a", by: .closed)
        #expect(desk.take() == nil)
        desk.wait(.seconds(2))
        #expect(desk.take() == "a")
    }

    @Test func anEmptyFileThatWasMadeAndClosedSettlesNoLonger() {
        var desk = ImaginedInbox()
        desk.put("a", size: 0)
        desk.see("a", by: .created)
        desk.see("a", by: .closed)
        desk.wait(.seconds(2))
        #expect(desk.take() == "a")
    }

    @Test func aChangeOfModeHoldsNothingUp() throws {
        var desk = ImaginedInbox()
        desk.put("a")
        desk.see("a", by: .closed)
        desk.changeMode("a")
        let arrived = try desk.takeOne()
        #expect(desk.look("a") == .file(arrived.stamp))
    }

    @Test func aChangeOfModeEndsTheWaitingForPermission() throws {
        var desk = ImaginedInbox()
        desk.put("a")
        desk.see("a", by: .closed)
        #expect(desk.cannotRead(try desk.takeOne()))
        for seconds in [1, 2] {
            desk.wait(.seconds(seconds))
            #expect(desk.moveAgain().isEmpty)
            #expect(desk.cannotRead(try desk.takeOne()))
        }
        // The next try would be in four seconds.
        desk.changeMode("a")
        desk.see("a", by: .scanned)
        desk.wait(.seconds(2))
        #expect(desk.take() == "a")
    }

    @Test(arguments: [
        ".hidden", "a.tmp", "a.part", ".folder/a", "upload.part/a", "x/.y/z", "a.xml.filepart", "A.XML.PART",
        "a.crdownload", "a.download", "a.!ut", "a.xml~", "~$a.docx", ".a.xml.Xy12ab", ".in.a.xml", "a.lftp-pget-status",
        ".syncthing.a.xml.tmp", "~syncthing~a.xml.tmp", "a.partial", "a.aria2",
    ])
    func unfinishedNamesAreLeftAlone(_ path: RelativePath) {
        var desk = ImaginedInbox()
        desk.put(path)
        desk.see(path, by: .created)
        desk.see(path, by: .closed)
        desk.scan()
        desk.wait(.seconds(60))
        #expect(desk.take() == nil)
        #expect(desk.arrivals.counts == ArrivalCounts())
    }

    @Test func aFileThatChangedAfterItBecameReadySettlesAgain() {
        var desk = ImaginedInbox()
        desk.put("a")
        desk.see("a", by: .closed)
        desk.put("a")
        #expect(desk.take() == nil)
        desk.wait(.seconds(2))
        #expect(desk.take() == "a")
    }

    @Test func aFileThatChangedWhileItWasWorkedOnSettlesAndItsClosingIsNotBelieved() throws {
        var desk = ImaginedInbox()
        desk.put("a")
        desk.see("a", by: .closed)
        let arrived = try desk.takeOne()
        desk.put("a")
        desk.finish(arrived, .changed(desk.look("a")))
        desk.put("a")
        desk.see("a", by: .closed)
        #expect(desk.take() == nil)
        desk.wait(.seconds(2))
        #expect(desk.take() == "a")
    }

    @Test func aFileRenamedOverTheOneThatIsWorkedOnIsTakenAtOnceAfterwards() throws {
        var desk = ImaginedInbox()
        desk.put("a")
        desk.see("a", by: .closed)
        let arrived = try desk.takeOne()
        desk.replace("a")
        desk.see("a", by: .closed)
        #expect(desk.take() == nil)
        desk.finish(arrived, .changed(desk.look("a")))
        #expect(desk.take() == "a")
    }

    @Test func whatIsNoFileIsRefusedOnce() {
        var desk = ImaginedInbox()
        desk.putSpecial("pipe", .fifo)
        guard case .refuse(let arrived, .fifo) = desk.see("pipe", by: .created) else {
            Issue.record("not refused")
            return
        }
        #expect(desk.see("pipe", by: .scanned) == nil)
        desk.remove("pipe")
        desk.finish(arrived, .gone)
        #expect(desk.arrivals.counts == ArrivalCounts())
    }

    @Test func aFileThatMayNotBeReadIsTriedAgainLessAndLessOftenUntilTheWindowCloses() throws {
        var desk = ImaginedInbox()
        desk.put("a")
        desk.see("a", by: .closed)
        var tries = 0
        let start = desk.now
        while true {
            guard let arrived = desk.takeArrived() else {
                desk.now = try #require(desk.arrivals.deadline)
                desk.tick()
                #expect(desk.moveAgain().isEmpty)
                continue
            }
            tries += 1
            if !desk.cannotRead(arrived) { break }
            #expect(desk.take() == nil)
        }
        // At 0, 1, 3, 7, 15, 31 and then every 30 seconds until 180 have passed.
        #expect(tries == 11)
        #expect(desk.now - start == .seconds(181))
    }

    @Test func aFileThatIsPutOffComesAgain() throws {
        var desk = ImaginedInbox()
        desk.put("a")
        desk.see("a", by: .closed)
        desk.finish(try desk.takeOne(), .later)
        #expect(desk.take() == nil)
        desk.wait(.seconds(1))
        #expect(desk.take() == "a")
    }

    @Test func aKeptFileIsNotTakenAgainUntilItChanges() throws {
        var desk = ImaginedInbox()
        desk.put("a")
        desk.see("a", by: .closed)
        let arrived = try desk.takeOne()
        desk.finish(arrived, .kept(arrived.stamp))
        desk.scan()
        desk.see("a", by: .closed)
        desk.wait(.seconds(60))
        #expect(desk.take() == nil)
        #expect(desk.arrivals.counts.pending == 0)
        desk.put("a")
        desk.see("a", by: .closed)
        #expect(desk.take() == "a")
    }

    @Test func filesThatACompleteScanDoesNotFindAreLookedAtAndForgottenIfGone() {
        var desk = ImaginedInbox()
        for path: RelativePath in ["gone", "missed"] {
            desk.put(path)
            desk.see(path, by: .created)
        }
        desk.remove("gone")
        desk.arrivals.scanBegan()
        #expect(desk.arrivals.scanEnded(complete: true, at: desk.now) == ["gone", "missed"])
        desk.see("gone", by: .scanned)
        desk.see("missed", by: .scanned)
        #expect(desk.arrivals.counts.settling == 1)
    }

    @Test func anIncompleteScanForgetsNothing() {
        var desk = ImaginedInbox()
        desk.put("a")
        desk.see("a", by: .created)
        desk.arrivals.scanBegan()
        #expect(desk.arrivals.scanEnded(complete: false, at: desk.now) == [])
    }

    @Test func aFinishThatComesTwiceIsIgnored() throws {
        var desk = ImaginedInbox()
        desk.put("a")
        desk.see("a", by: .closed)
        let first = try desk.takeOne()
        desk.finish(first, .later)
        desk.wait(.seconds(1))
        let second = try desk.takeOne()
        desk.finish(first, .gone)
        #expect(desk.arrivals.isWorking(second))
        #expect(!desk.arrivals.isWorking(first))
    }
}
