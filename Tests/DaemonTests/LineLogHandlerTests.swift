import Foundation
import Logging
import Synchronization
import Testing

@testable import Daemon
@testable import Rulebook

@Suite struct LineLogHandlerTests {
    private final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func add(_ bytes: [UInt8]) { lines.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) } }
    }

    private let lines = Lines()

    private func logger(_ style: LineLogHandler.Style, level: Logger.Level = .info) -> Logger {
        Logger(label: "test") { [lines] _ in LineLogHandler(level: level, style: style) { lines.add($1) } }
    }

    @Test func writesTimeLevelMessageAndSortedMetadata() throws {
        logger(.terminal).info("file annotated", metadata: ["file.path": "wire/a b.txt", "articles": "2"])
        let line = try #require(lines.all.first)
        #expect(line.hasSuffix("Z info file annotated articles=2 file.path=\"wire/a b.txt\"\n"))
        #expect(try Date(String(line.prefix(20)), strategy: .iso8601).timeIntervalSinceNow < 1)
    }

    @Test(arguments: [
        (Logger.Level.debug, "<7>"), (.info, "<6>"), (.notice, "<5>"), (.warning, "<4>"), (.error, "<3>"),
        (.critical, "<2>"),
    ])
    func writesTheJournalsPriorities(level: Logger.Level, prefix: String) {
        logger(.journal, level: .trace).log(level: level, "stopped")
        #expect(lines.all == [prefix + "stopped\n"])
    }

    @Test func givesEachMistakeOfRulesALineAndTellsHowManyThereAre() {
        let problems = (1...5).map { line in
            RulebookProblem(
                code: .unknownKey, severity: .error, place: Place(file: "a.yaml", line: line, column: 1), what: "odd")
        }
        RuleReloader.log(RulebookProblems(problems: problems), to: logger(.journal), atMost: 2)
        #expect(
            lines.all == [
                "<3>rules problem=\"a.yaml:1:1: odd\"\n", "<3>rules problem=\"a.yaml:2:1: odd\"\n",
                "<3>rules not loaded mistakes=5 remedy=\"correct the files; `quoted rules check` lists all mistakes\"\n",
            ])
    }

    @Test func leavesOutWhatIsBelowTheLevel() {
        logger(.terminal, level: .warning).info("file annotated")
        #expect(lines.all.isEmpty)
    }

    @Test(arguments: [
        "a\n<3>forged", "a\r\nb", "a\u{85}b", "a\u{2028}b", "a\u{1B}[2Jb", "a\u{202E}b", "a\u{0}b", "\n",
    ])
    func keepsAnyFileNameOnOneLine(name: String) throws {
        logger(.journal).info("file failed", metadata: ["file.path": "\(name)"])
        let line = try #require(lines.all.first)
        #expect(line.dropLast().unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        #expect(line.split(whereSeparator: \.isNewline).count == 1)
        #expect(line.hasPrefix("<6>file failed file.path="))
    }

    @Test(arguments: [
        ("", "\"\""), ("plain", "plain"), ("two words", "\"two words\""), ("a=b", "\"a=b\""),
        ("say \"no\"", "\"say \\\"no\\\"\""), ("back\\slash", "back\\\\slash"), ("naïve", "naïve"),
    ])
    func quotesValuesThatAreNoSingleWord(value: String, written: String) throws {
        logger(.journal).info("x", metadata: ["v": "\(value)"])
        #expect(lines.all == ["<6>x v=\(written)\n"])
    }
}
