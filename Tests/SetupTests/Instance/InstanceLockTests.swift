import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Setup

@Suite struct InstanceLockTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test func keepsASecondOneAwayAndNamesTheFirst() throws {
        let lock = try InstanceLock(path: folder("x.lock"), subject: "the inbox x")
        let held = #expect(throws: InstanceLock.Held.self) {
            try InstanceLock(path: folder("x.lock"), subject: "the inbox x")
        }
        #expect(held?.pid == Int(getpid()))
        #expect(held?.description.contains("the inbox x is in use by process \(getpid())") == true)
        withExtendedLifetime(lock) {}
    }

    @Test func isFreeAgainWhenItsHolderIsGone() throws {
        do { _ = try InstanceLock(path: folder("x.lock"), subject: "x") }
        let second = try InstanceLock(path: folder("x.lock"), subject: "x")
        #expect(folder.text("x.lock") == "\(getpid())\n")
        withExtendedLifetime(second) {}
    }

    @Test func isTakenAgainWhenItsFileWasDeletedUnlessAnotherWasFaster() throws {
        let first = try InstanceLock(path: folder("x.lock"), subject: "x")
        try FileManager.default.removeItem(atPath: folder("x.lock").string)
        try first.renew()
        #expect(throws: InstanceLock.Held.self) { try InstanceLock(path: folder("x.lock"), subject: "x") }
        try FileManager.default.removeItem(atPath: folder("x.lock").string)
        let second = try InstanceLock(path: folder("x.lock"), subject: "x")
        #expect(throws: InstanceLock.Held.self) { try first.renew() }
        withExtendedLifetime(second) {}
    }

    @Test func followsNoLink() throws {
        try folder.write("precious", to: "target")
        try FileManager.default.createSymbolicLink(
            atPath: folder("x.lock").string, withDestinationPath: folder("target").string)
        #expect(throws: InstanceLock.Unavailable.self) { try InstanceLock(path: folder("x.lock"), subject: "x") }
        #expect(folder.text("target") == "precious")
    }

    @Test func liesBesideTheInboxOutOfItsSight() {
        #expect(InstanceLock.path(inbox: "/srv/wire/inbox") == "/srv/wire/.inbox.lock")
    }
}
