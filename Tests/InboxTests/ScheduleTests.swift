import Files
import SystemPackage
import TestSupport
import Testing

@testable import Inbox

struct ScanScheduleTests {
    private let start = ContinuousClock.now

    private func schedule() -> ScanSchedule {
        ScanSchedule(interval: .seconds(60), degradedInterval: .seconds(5))
    }

    @Test func aScanThatWasGoingOnWhileTheMachineSleptDoesNotPutOffTheNext() {
        var schedule = schedule()
        #expect(schedule.begin(at: start) == .all)
        schedule.ended(at: start, took: .seconds(8 * 3600))
        schedule.request()
        #expect(schedule.begin(at: start + .seconds(59)) == nil)
        #expect(schedule.begin(at: start + .seconds(60)) == .all)
    }

    /// A sender who makes a folder for each story must not keep the others' from being found.
    @Test func foldersThatKeepComingDoNotPutOffTheScanOfAll() {
        var schedule = schedule()
        #expect(schedule.begin(at: start) == .all)
        schedule.ended(at: start, took: .milliseconds(1))
        for second in 1..<60 {
            let folder = RelativePath("\(second)")!
            schedule.request(folder)
            #expect(schedule.begin(at: start + .seconds(second)) == .folders([folder]))
        }
        schedule.request("60")
        #expect(schedule.begin(at: start + .seconds(60)) == .all)
    }

    @Test func theFirstScanIsDueAtOnceAndTheNextAfterTheInterval() {
        var schedule = schedule()
        #expect(schedule.begin(at: start) == .all)
        schedule.ended(at: start, took: .seconds(1))
        #expect(schedule.deadline == start + .seconds(60))
        #expect(schedule.begin(at: start + .seconds(59)) == nil)
        #expect(schedule.begin(at: start + .seconds(60)) == .all)
    }

    @Test func aWatcherThatMissesThingsMakesScansMoreFrequent() {
        var schedule = schedule()
        _ = schedule.begin(at: start)
        schedule.ended(at: start, took: .zero)
        schedule.isDegraded = true
        #expect(schedule.begin(at: start + .seconds(5)) == .all)
    }

    @Test func howeverOftenItIsAskedForAScanRestsTwiceAsLongAsItTook() {
        var schedule = schedule()
        _ = schedule.begin(at: start)
        schedule.ended(at: start, took: .seconds(3))
        schedule.request()
        #expect(schedule.begin(at: start + .milliseconds(5999)) == nil)
        schedule.request()
        #expect(schedule.deadline == start + .seconds(6))
        #expect(schedule.begin(at: start + .seconds(6)) == .all)
        schedule.ended(at: start + .seconds(6), took: .seconds(3))
        // Both requests were answered by the one scan.
        #expect(schedule.deadline == start + .seconds(66))
    }

    @Test func aRequestThatComesDuringAScanIsAnsweredByAnother() {
        var schedule = schedule()
        #expect(schedule.begin(at: start) == .all)
        schedule.request()
        schedule.ended(at: start, took: .zero)
        #expect(schedule.begin(at: start + .seconds(1)) == .all)
    }

    @Test func aFolderIsScannedAtOnceAndManyTogetherWithAll() {
        var schedule = schedule()
        _ = schedule.begin(at: start)
        schedule.ended(at: start, took: .seconds(10))
        schedule.request("b")
        schedule.request("a")
        #expect(schedule.begin(at: start) == .folders(["a", "b"]))
        #expect(schedule.begin(at: start) == nil)
        for number in 0...ScanSchedule.folderLimit { schedule.request(RelativePath("\(number)")!) }
        #expect(schedule.begin(at: start + .seconds(20)) == .all)
        schedule.ended(at: start + .seconds(20), took: .zero)
        #expect(schedule.begin(at: start + .seconds(21)) == nil)
    }
}

struct RechecksTests {
    private func recheck(_ path: RelativePath) -> Recheck {
        let stamp = Stamp(device: 1, inode: 1, size: 1, modified: 1, changed: 1)
        return Recheck(place: RootedPath(root: "/done", path: path), path: path, stamp: stamp)
    }

    @Test func aFileThatWasPutBackIsNotLookedAtAgain() {
        let start = ContinuousClock.now
        var rechecks = Rechecks(first: .seconds(2))
        rechecks.insert(recheck("a"), at: start)
        #expect(rechecks.next(at: start + .seconds(2)) != nil)
        #expect(rechecks.due == nil)
    }

    @Test func aFileIsLookedAtThreeTimes() {
        let start = ContinuousClock.now
        var rechecks = Rechecks(first: .seconds(2))
        rechecks.insert(recheck("a"), at: start)
        var times: [Duration] = []
        while let due = rechecks.due {
            #expect(rechecks.next(at: due - .nanoseconds(1)) == nil)
            guard let recheck = rechecks.next(at: due) else { break }
            #expect(recheck.path == "a")
            rechecks.unchanged(recheck)
            times.append(due - start)
        }
        #expect(times == [.seconds(2), .seconds(10), .seconds(30)])
    }

    @Test func ofTooManyTheOldestAreLetGo() {
        let start = ContinuousClock.now
        var rechecks = Rechecks(first: .seconds(2))
        for number in 0..<(Rechecks.limit + 5) { rechecks.insert(recheck(RelativePath("\(number)")!), at: start) }
        #expect(rechecks.next(at: start + .seconds(2))?.path == "5")
    }
}

struct BackOffTests {
    @Test func theWaitDoublesToAHalfMinuteAndStartsAgainAfterASoundRun() {
        var delay = RestartDelay()
        let waits = (0..<11).map { _ in delay.next(afterRunning: .seconds(1)) }
        #expect(waits.prefix(3) == [.milliseconds(100), .milliseconds(200), .milliseconds(400)])
        #expect(waits.suffix(2) == [.seconds(30), .seconds(30)])
        #expect(delay.next(afterRunning: .seconds(60)) == .milliseconds(100))
    }
}

struct QueueTests {
    /// Each seed is a run of its own.
    @Test(arguments: 0..<50) func aQueueGivesWhatAnArrayWould(_ seed: Int) {
        var random = SplitMix(seed: seed)
        var queue = Queue<Int>()
        var array: [Int] = []
        for number in 0..<3000 {
            switch random.below(5) {
            case 0...2:
                queue.append(number)
                array.append(number)
            case 3: #expect(queue.popFirst() == (array.isEmpty ? nil : array.removeFirst()))
            default: #expect(random.below(4) > 0 || queue.popLast() == array.popLast())
            }
            #expect(queue.count == array.count && queue.first == array.first)
        }
    }

    @Test(arguments: 0..<50) func aTimetableGivesTheEarliestFirst(_ seed: Int) {
        var random = SplitMix(seed: seed)
        let start = ContinuousClock.now
        var timetable = Timetable<RelativePath>()
        var dues: [(Int, UInt64)] = []
        for ticket in 0..<200 as Range<UInt64> {
            let due = random.below(50)
            dues.append((due, ticket))
            timetable.insert(.init(due: start + .seconds(due), ticket: ticket, subject: "a"))
        }
        #expect(timetable.popDue(at: start - .seconds(1)) == nil)
        let order = dues.sorted { $0 < $1 }.map(\.1)
        #expect(order.map { _ in timetable.popDue(at: start + .seconds(50))?.ticket } == order)
        #expect(timetable.next == nil)
    }
}
