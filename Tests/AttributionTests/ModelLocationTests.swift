import SystemPackage
import TestSupport
import Testing

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

@Suite struct ModelLocationTests {
    @Test func installedAndDevelopmentBuildsFindTheirs() throws {
        let scratch = try ScratchFolder()
        let root = scratch.path
        for folder in ["Models/en-news", "share/quoted/Models/en-news-small"] { try scratch.make(folder) }
        let development = root.appending(".build/x86_64-unknown-linux-gnu/debug/quoted")
        #expect(try ModelLocation.find("en-news", executable: development) == root.appending("Models/en-news"))
        let installed = try ModelLocation.find("en-news-small", executable: root.appending("bin/quoted"))
        #expect(installed == root.appending("share/quoted/Models/en-news-small"))
    }

    @Test func nothingFoundNamesEveryPlaceTried() {
        let error = #expect(throws: ModelLocation.NotFound.self) {
            try ModelLocation.find("tlh", executable: "/opt/bin/quoted")
        }
        #expect(
            error?.tried.map(\.string) == [
                "/opt/share/quoted/Models/tlh", "/opt/bin/Models/tlh", "/opt/Models/tlh", "/Models/tlh",
                "/usr/share/quoted/Models/tlh",
            ])
    }
}
