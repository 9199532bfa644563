import Files
import Testing

struct FreeNamesTests {
    private func names(_ name: String, reserve: Int = 0) -> [String] {
        FreeNames(name: Array(name.utf8), mark: "140203", reserve: reserve).prefix(3)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func theEndingStaysAtTheEnd() {
        #expect(names("a.xml") == ["a.xml", "a.140203.xml", "a.140203-2.xml"])
        #expect(names("a") == ["a", "a.140203", "a.140203-2"])
        #expect(names("archive.tar.gz") == ["archive.tar.gz", "archive.tar.140203.gz", "archive.tar.140203-2.gz"])
        #expect(names(".profile") == [".profile", ".profile.140203", ".profile.140203-2"])
        #expect(
            names("Mr. Smith goes home") == [
                "Mr. Smith goes home", "Mr. Smith goes home.140203", "Mr. Smith goes home.140203-2",
            ])
    }

    @Test func noNameIsTooLongForItsFolderAndNoCharacterIsCut() {
        let long = String(repeating: "é", count: 125) + ".html"
        #expect(long.utf8.count == FreeNames.longest)
        #expect(names(long).first == long)
        for name in names(long, reserve: 11) {
            #expect(name.utf8.count <= FreeNames.longest - 11)
            #expect(name.hasPrefix("éé") && name.hasSuffix(".html"))
            #expect(!name.contains("\u{FFFD}"))
        }
    }
}
