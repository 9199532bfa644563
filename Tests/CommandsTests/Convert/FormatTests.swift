import Daemon
import Foundation
import ProgramSupport
import SystemPackage
import TestSupport
import Testing

@testable import Commands

/// Files of several articles, of one, and of none, as the daemon and the commands deal with them.
@Suite struct FormatTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private static let feed = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Strait News</title>
        <item><title>Bridge</title><guid>1</guid><description>The bridge is unsafe, the mayor said.</description></item>
        <item><title>Broken</title><description>salt & fish</description></item>
        <item><title>Ferry</title><guid>3</guid><description>The ferry is late, the harbour master said.</description></item>
        </channel></rss>
        """
    private static let picture = """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="p"><itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>
        """

    private func note(_ name: String) throws -> [String: [[String: Any]]] {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder("done/" + name).string))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: [[String: Any]]])
    }

    @Test func aFeedGivesALineAnItemAndSaysWhichFailed() async throws {
        let daemon = try await RunningDaemon(in: folder)
        try folder.write(Self.feed, to: "inbox/feed.txt")
        try await daemon.settled(files: 1)
        let lines = try daemon.lines()
        #expect(lines.count == 2)
        #expect(Set(try folder.ids()).count == 2)
        let files = lines.compactMap { $0["file"] as? [String: Any] }
        #expect(files.map { $0["item"] as? Int } == [1, 3])
        #expect(files.map { $0["format"] as? String } == ["rss", "rss"])
        let sidecar = try #require(folder.files("done").first { $0.hasSuffix(".json") })
        let failed = try #require(note(sidecar)["failed_items"])
        #expect(failed.map { $0["item"] as? Int } == [2])
        // The same items and a new one, as a feed that is polled has them.
        let longer = Self.feed.replacingOccurrences(
            of: "</channel>", with: "<item><title>Tide</title><description>It was high.</description></item></channel>")
        try folder.write(longer, to: "inbox/feed.txt")
        try await daemon.settled(files: 2)
        #expect(try daemon.lines().count == 3)
        try await daemon.stop()
    }

    @Test func aFileWithoutArticlesIsDoneAndSaysWhy() async throws {
        let daemon = try await RunningDaemon(in: folder)
        try folder.write(Self.picture, to: "inbox/picture.xml")
        try await daemon.settled(files: 1)
        #expect(try daemon.lines().isEmpty)
        #expect(folder.files("failed").isEmpty)
        let sidecar = try #require(folder.files("done").first { $0.hasSuffix(".json") })
        #expect(try note(sidecar)["skipped_items"]?.first?["reason"] as? String == "No article, since it is a picture.")
        try await daemon.stop()
    }

    private func bridge(version: Int, _ status: String, _ text: String) -> String {
        """
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:sn,2026:bridge" version="\(version)">
        <itemMeta><itemClass qcode="ninat:text"/><pubStatus qcode="stat:\(status)"/></itemMeta>
        <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>\(text)</p></body></html></inlineXML></contentSet>
        </newsItem>
        """
    }

    @Test func versionsAndAWithdrawalNameTheRecordsBeforeThem() async throws {
        let first = try await RunningDaemon(in: folder)
        try folder.write(bridge(version: 7, "canceled", ""), to: "inbox/0.xml")
        try await first.settled(files: 1)
        #expect(try first.lines().isEmpty, "there is nothing to take back")
        try folder.write(bridge(version: 8, "usable", "The bridge is open, the mayor said."), to: "inbox/1.xml")
        try await first.settled(files: 2)
        try await first.stop()
        // The next daemon knows it from the ledger.
        let daemon = try await RunningDaemon(in: folder)
        try folder.write(bridge(version: 9, "usable", "The bridge is closed, the mayor said."), to: "inbox/2.xml")
        try await daemon.settled(files: 1)
        try await waitUntil("what was said is shown") { try await daemon.client.live().quotations.count == 1 }
        for name in ["3", "4"] {
            try folder.write(bridge(version: 10, "canceled", ""), to: "inbox/\(name).xml")
            try await waitUntil("\(name) is done") { folder.files("inbox").isEmpty }
        }
        try await waitUntil("what was taken back is gone") { try await daemon.client.live().quotations.isEmpty }
        let lines = try daemon.lines()
        #expect(lines.map { $0["kind"] as? String } == ["article", "article", "withdrawal"])
        let superseded = lines.map { ($0["article"] as? [String: Any])?["supersedes"] as? String }
        #expect(superseded == [nil, lines[0]["id"] as? String, nil])
        #expect(lines[2]["withdraws"] as? String == lines[1]["id"] as? String)
        #expect(lines[2]["text"] == nil && (lines[2]["quotations"] as? [Any])?.isEmpty == true)
        let article = try #require(lines[2]["article"] as? [String: Any])
        #expect(article["item"] as? String == "tag:sn,2026:bridge" && article["version"] as? String == "10")
        #expect(Set(try folder.ids()).count == 3)
        try await daemon.stop()
    }

    @Test func aVersionBehindItsWithdrawalStands() async throws {
        let daemon = try await RunningDaemon(in: folder)
        try folder.write(bridge(version: 1, "usable", "“The bridge is unsafe,” the mayor said."), to: "inbox/1.xml")
        try await daemon.settled(files: 1)
        let items =
            bridge(version: 2, "canceled", "") + bridge(version: 3, "usable", "“The bridge is safe,” the mayor said.")
        try folder.write(
            "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>\(items)</itemSet></newsMessage>",
            to: "inbox/2.xml")
        try await daemon.settled(files: 2)
        try await daemon.stop()
        #expect(try daemon.lines().map { $0["kind"] as? String } == ["article", "withdrawal", "article"])
        let found = try await Program.run("find", "--journal", "quotes.jsonl", "bridge", in: folder)
        #expect(found.output.contains("is safe") && !found.output.contains("unsafe"), "\(found)")
        let exported = try await Program.run("export", "--to", "csv", "quotes.jsonl", in: folder)
        #expect(exported.output.contains("The bridge is safe") && !exported.output.contains("unsafe"), "\(exported)")
    }

    @Test func annotateSaysWhatHoldsNoArticle() async throws {
        try folder.write(Self.picture, to: "picture.xml")
        let result = try await Program.run("annotate", "--engine", "rules", "picture.xml", in: folder)
        #expect(result.status == 0 && result.output.isEmpty, "\(result)")
        #expect(result.errors == "quoted: picture.xml, item 1: no article, since it is a picture\n")
    }

    @Test func convertShowsWhatIsSetAsideAndWhy() async throws {
        let text = """
            <nitf><body><body.head><hedline><hl1>Bridge</hl1></hedline></body.head><body.content><p>By Bo Ek</p><p>(Adds detail)</p>
            <p>It is unsafe.</p><p>ends</p></body.content></body></nitf>
            """
        try folder.write(text, to: "a.xml")
        let shown = try await Program.run("convert", "a.xml", in: folder)
        #expect(shown.status == 0)
        #expect(
            shown.output == """
                format: nitf, utf-8, item 1
                title: Bridge
                byline: Bo Ek

                Bridge

                [byline: By Bo Ek]

                [editorial: (Adds detail)]

                It is unsafe.

                [editorial: ends]

                """)
        let json = try await Program.run("convert", "--json", "a.xml", in: folder)
        let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let article = try #require((object["articles"] as? [[String: Any]])?.first)
        #expect(article["text"] as? String == "Bridge\n\nBy Bo Ek\n\n(Adds detail)\n\nIt is unsafe.\n\nends")
        #expect(
            (article["set_aside"] as? [[String: Any]])?.map { $0["reason"] as? String } == [
                "byline", "editorial", "editorial",
            ])
    }

    @Test func convertComplainsOfWhatCannotBeRead() async throws {
        try folder.write("<nitf>", to: "a.xml")
        let result = try await Program.run("convert", "a.xml", "absent.xml", in: folder)
        #expect(result.status == 1)
        #expect(result.errors.contains("a.xml: the file is not well-formed XML: line 1"), "\(result)")
        #expect(result.errors.contains("absent.xml"), "\(result)")
    }

    private static let french = """
        Le pont sur la rivière reste fermé jusqu'au printemps, et ce n'est pas tout. « Nous attendons », said Mayor Ines Falk.
        """

    @Test(arguments: [["annotate", "--engine", "rules"], ["convert", "--json"]])
    func whatIsInALanguageWithoutRulesIsSaidToBeSo(_ command: [String]) async throws {
        try folder.write(Self.french, to: "a.txt")
        func article(_ flags: String...) async throws -> (language: String?, warnings: [String]?, quotations: Int?) {
            let program = try Program(command + flags + ["a.txt"], in: folder, name: "run\(flags.count)")
            let result = try await program.result()
            #expect(result.status == 0, "\(result)")
            let object = try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
            // `convert` has the article's fields among the others.
            let article = (object["articles"] as? [[String: Any]])?.first ?? object["article"] as? [String: Any]
            return (
                article?["language"] as? String, (article?["warnings"] ?? object["warnings"]) as? [String],
                (object["quotations"] as? [Any])?.count
            )
        }
        let recognised = try await article()
        #expect(recognised.language == "fr" && recognised.quotations ?? 0 == 0)
        #expect(recognised.warnings == ["written in French (fr): quotations are looked for in English and German only"])
        let overridden = try await article("--language", "en")
        #expect(overridden.language == "en" && overridden.quotations ?? 1 == 1)
        #expect(overridden.warnings == [])
        let refused = try await Program(command + ["--language", "fr", "a.txt"], in: folder, name: "refused").result()
        #expect(refused.status != 0 && refused.errors.contains("--language"), "\(refused)")
    }

    @Test func aDaemonTakesEverythingForEnglishWhereItIsToldTo() async throws {
        let daemon = try await RunningDaemon(in: folder, ["--language", "en"])
        try folder.write(Self.french, to: "inbox/a.txt")
        try await daemon.settled(files: 1)
        #expect(try daemon.lines().compactMap { ($0["quotations"] as? [Any])?.count } == [1])
        try await daemon.stop()
    }

    @Test func formatsListsWhatIsRead() async throws {
        let result = try await Program.run("formats", in: folder)
        #expect(result.status == 0)
        let names = result.output.split(separator: "\n").map { $0.split(separator: " ")[0] }
        #expect(
            names.contains("nitf") && names.contains("newsml-g2") && names.contains("rss") && names.contains("email"))
    }
}
