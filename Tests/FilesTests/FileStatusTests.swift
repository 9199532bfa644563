import Files
import Foundation
import SystemPackage
import TestSupport
import Testing

@Suite struct FileStatusTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test func aLinkIsFollowedUnlessItselfIsMeant() throws {
        try folder.write("five!", to: "file")
        try FileManager.default.createSymbolicLink(
            atPath: folder("link").string, withDestinationPath: folder("file").string)
        let (file, link) = (try FileStatus(folder("file")), try FileStatus(ofLink: folder("link")))
        #expect(try FileStatus(folder("link")) == file && file.kind == .file && file.size == 5 && file.links == 1)
        #expect(link.kind == .symlink && link.identity != file.identity)
        #expect(folder("link").linkTarget == folder("file") && folder("file").linkTarget == nil)
    }

    @Test func eachKindIsTold() throws {
        #expect(try FileStatus(folder.path).kind == .folder && FileStatus("/dev/null").kind == .device)
        #expect(throws: Errno.noSuchFileOrDirectory) { try FileStatus(folder("absent")) }
    }

    @Test func aPathWithALinkIsResolvedEvenIfNothingIsThere() throws {
        try folder.make("real")
        try FileManager.default.createSymbolicLink(
            atPath: folder("way").string, withDestinationPath: folder("real").string)
        #expect(folder("way/new").resolved == folder.path.resolved.appending("real/new"))
        #expect(FilePath(bytes: [0x61, 0xFF]).appending(suffix: ".lock").bytes == [0x61, 0xFF] + Array(".lock".utf8))
    }
}
