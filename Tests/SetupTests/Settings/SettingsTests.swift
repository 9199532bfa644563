import Encoder
import Foundation
import Inbox
import Logging
import Records
import SystemPackage
import TestSupport
import Testing

@testable import Setup

@Suite struct SettingsTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.make("inbox")
    }

    private var required: [Setting: String] {
        [
            .inbox: folder("inbox").string, .journal: folder("quotes.jsonl").string,
            .status: folder("status.sock").string,
        ]
    }

    private func settings(
        _ flags: [Setting: String] = [:], environment: [String: String] = [:], file: String? = nil
    ) async throws -> Settings {
        let path = try file.map { try folder.write($0, to: "quoted.yaml") }
        let sources = try await SettingsSources(
            flags: required.merging(flags) { $1 }, environment: environment, file: path)
        return try Settings(sources, cores: 4)
    }

    private func mistakes(
        _ flags: [Setting: String] = [:], environment: [String: String] = [:], file: String? = nil
    ) async -> [Mistake] {
        do {
            _ = try await settings(flags, environment: environment, file: file)
            return []
        } catch {
            return (error as? SettingsError)?.mistakes ?? []
        }
    }

    @Test func hasDefaultsForAllButThreeSettings() async throws {
        let settings = try await settings()
        #expect(settings.done == folder("done"))
        #expect(settings.failed == folder("failed"))
        #expect(settings.ledger == folder("quotes.jsonl.ledger"))
        #expect(settings.index == .file(folder("quotes.jsonl.index")))
        #expect(settings.workers == 4)
        #expect(settings.engine == EngineChoice(kind: .usual, model: .standard, precision: .int8))
        #expect(settings.after == .move)
        #expect(settings.repeats == .drop)
        #expect(settings.keepDone == nil)
        #expect(settings.settle == .seconds(2))
        #expect(settings.maxSize == 64 << 20)
        #expect(settings.logLevel == .info)
        #expect(!settings.omitText)
        #expect(settings.floor.quotation == 0 && settings.floor.speaker == 0.5)
        #expect(settings.journalMode == 0o640)
        #expect(settings.serving.socketMode == 0o660)
        #expect(settings.serving.listen == nil && settings.serving.token == nil)
        #expect(settings.serving.limits == ServingLimits())
    }

    @Test func listensToOtherMachinesOnlyWithAToken() async throws {
        let token = try folder.write("correct-horse-battery\n", to: "token")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: token.string)
        #expect(try await settings([.listen: "127.0.0.1:9464"]).serving.listen?.isLoopback == true)
        #expect(await mistakes([.listen: "0.0.0.0:9464"]).map(\.place) == ["--listen"])
        let open = try await settings([.listen: "0.0.0.0:9464", .tokenFile: token.string])
        #expect(open.serving.token?.admits("Bearer correct-horse-battery") == true)
        #expect(await mistakes([.tokenFile: folder("none").string]).map(\.place) == ["--token-file"])
    }

    @Test func takesFlagsBeforeVariablesBeforeTheFile() async throws {
        let file =
            "workers: 2\nkeep-done: 3d\nsettle: 7s\nomit-text: true\nmin-confidence: 0.7\nmin-speaker-confidence: 0.8\n"
        let environment = ["QUOTED_WORKERS": "3", "QUOTED_KEEP_DONE": "14d", "PATH": "/bin"]
        let settings = try await settings([.workers: "5"], environment: environment, file: file)
        #expect(settings.workers == 5)
        #expect(settings.keepDone == .seconds(14 * 86_400))
        #expect(settings.settle == .seconds(7))
        #expect(settings.omitText)
        #expect(settings.floor.quotation == 0.7 && settings.floor.speaker == 0.8)
    }

    @Test func readsTheFileThatIsShipped() async throws {
        let file = Shipped.root.appending(path: "systemd/quoted.yaml")
        let shipped = try String(contentsOf: file, encoding: .utf8)
        let plain = try await settings(file: shipped)
        // What is commented out there is said to be the default.
        let uncommented = shipped.split(separator: "\n").map { line in
            line.hasPrefix("#") && !line.hasPrefix("# ") ? String(line.dropFirst()) : String(line)
        }
        let spelled = uncommented.filter { line in
            !["done:", "failed:", "ledger:", "index:", "rules:", "workers:"].contains { line.hasPrefix($0) }
        }
        #expect(spelled.count == uncommented.count - 6)
        let all = try await settings(file: spelled.joined(separator: "\n"))
        #expect("\(all)" == "\(plain)")
        for setting in Setting.allCases {
            #expect(uncommented.contains { $0.hasPrefix(setting.name + ":") }, "\(setting.name) is not in the file")
        }
    }

    @Test(arguments: [
        (Setting.workers, "many", "whole number"), (.workers, "0", "whole number"), (.workers, "1000", "whole number"),
        (.after, "burn", "move, keep or delete"), (.repeats, "", "drop or annotate"), (.keepDone, "14", "14d"),
        (.keepDone, "0", "forever"), (.settle, "-1s", "500ms"), (.rescan, "0", "time"), (.maxSize, "64X", "64M"),
        (.maxSize, "0", "size"), (.omitText, "maybe", "true or false"), (.language, "fr", "auto, en or de"),
        (.minConfidence, "1.5", "from 0 to 1"), (.minConfidence, "-0.1", "from 0 to 1"),
        (.minConfidence, "0x0.8p0", "such as 0.7"), (.minConfidence, "nan", "such as 0.7"),
        (.minConfidence, "", "such as"), (.minSpeakerConfidence, "2", "from 0 to 1"),
        (.jsonFields, "head=a", "text=story.body"),
        (.jsonFields, "text", "text=story.body"), (.logLevel, "loud", "trace, debug"),
        (.engine, "magic", "rules or model"), (.model, "", "standard or the folder"),
        (.model, "/nowhere", "--engine rules"),
        (.precision, "f16", "int8 or f32"),
        (.inbox, "", "folder's path"),
        (.index, "", "path, or none"),
        (.ignore, "*", "*.uploading"), (.ignore, "", "*.uploading"), (.ignore, "a,,b", "*.uploading"),
        (.ignore, "feed/*", "*.uploading"),
        (.watch, "eyes", "events or scan"), (.grace, "0", "time"), (.journalMode, "0440", "octal"),
        (.journalMode, "0777", "octal"), (.socketMode, "rw", "octal"), (.socketMode, "0060", "octal"),
        (.listen, "9464", "127.0.0.1:9464"), (.listen, "0.0.0.0:9464", "token-file"),
        (.tokenFile, "/nowhere/token", "read"), (.statusConnections, "0", "whole number"),
        (.statusRate, "fast", "whole number"), (.statusTime, "0", "time"), (.statusSize, "0", "size"),
    ])
    func namesAMistakeAndItsPlace(setting: Setting, value: String, hint: String) async throws {
        for (place, found) in [
            (setting.flag, await mistakes([setting: value])),
            (
                setting.variable,
                await mistakes(environment: [setting.variable: value]).filter { _ in setting != .inbox }
            ),
        ] where !(setting == .inbox && place == setting.variable) {
            #expect(found.count == 1, "\(found)")
            #expect(found.first?.place == place)
            #expect(found.first?.description.contains(hint) == true, "\(found)")
            #expect(found.first?.remedy.isEmpty == false)
        }
    }

    @Test func namesTheLineOfTheFile() async throws {
        let found = await mistakes(file: "# how it runs\nsettle: 3s\nworkers: lots\n")
        #expect(found.map(\.place) == ["\(folder("quoted.yaml")):3"])
        #expect(found.first?.reason.contains("“lots”") == true)
    }

    @Test func namesSettingsThatThereAreNot() async throws {
        let found = await mistakes(
            environment: ["QUOTED_WORKER": "3", "QUOTED_CONFIG": "x", "QUOTED_BENCHMARK": "y"],
            file: "settel: 3s\nshine: bright\n")
        #expect(found.map(\.place) == ["QUOTED_WORKER", "\(folder("quoted.yaml")):1", "\(folder("quoted.yaml")):2"])
        #expect(found.first?.remedy == "did you mean QUOTED_WORKERS?")
        #expect(found.dropFirst().first?.remedy == "did you mean settle?")
        #expect(found.last?.remedy.contains("keep-done") == true)
    }

    @Test func namesAllMistakesAtOnce() async throws {
        let sources = try await SettingsSources(
            flags: [.workers: "many", .settle: "soon"], environment: ["QUOTED_AFTER": "burn"], file: nil)
        let error = #expect(throws: SettingsError.self) { try Settings(sources, cores: 4) }
        #expect(
            Set(error?.mistakes.map(\.place) ?? [])
                == ["--inbox", "--journal", "--status", "--workers", "--settle", "QUOTED_AFTER"])
    }

    @Test(arguments: ["workers: [1, 2]\n", "workers:\n  - 3\n"])
    func refusesListsWhereOneValueIsMeant(file: String) async throws {
        let found = await mistakes(file: file)
        #expect(found.count == 1 && found.first?.reason.contains("list") == true, "\(found)")
    }

    @Test(arguments: ["just words\n", "- a\n- b\n", "workers: 3\nworkers: 4\n", "workers: [\n"])
    func refusesAFileThatIsNoListOfSettings(file: String) async throws {
        let found = await mistakes(file: file)
        #expect(found.count == 1 && found.first?.place.contains("quoted.yaml") == true, "\(found)")
    }

    @Test func saysWhereAFileIsNoYAML() async throws {
        let twice = await mistakes(file: "workers: 3\nsettle: 3s\nworkers: 4\n")
        #expect(
            twice.map(\.description) == [
                "\(folder("quoted.yaml")):3: `workers` is set twice, in line 1 first; remove one of them"
            ])
        let broken = await mistakes(file: "settle: 3s\nworkers: [\n")
        #expect(
            broken.first?.place.hasPrefix("\(folder("quoted.yaml")):") == true
                && broken.first?.description.contains("\n") == false)
    }

    @Test(arguments: [
        ("a/b", "is for a path"), ("*", "every file"), ("**", "every file"), ("[a", "without its ]"),
        ("x]y[z", "without its ]"),
        ("a,,b", "empty"),
    ])
    func saysWhyAPatternWillNotDo(patterns: String, why: String) async {
        #expect(await mistakes([.ignore: patterns]).first?.reason.contains(why) == true)
    }

    @Test(arguments: ["none", "*.uploading, upload-*", "*.[ab]", "[[]x", "a]"])
    func takesPatterns(patterns: String) async throws {
        #expect(
            try await settings([.ignore: patterns]).ignore.patterns.count
                == (patterns == "none" ? 0 : patterns.split(separator: ",").count))
    }

    @Test func takesAnEmptyFileForNoSettings() async throws {
        #expect(try await settings(file: "# nothing\n").workers == 4)
        #expect(try await settings(file: "").workers == 4)
    }

    @Test(arguments: [
        Array("caf\u{E9} \u{1F600}".utf8), [0xE9], Array("a/".utf8) + [0xC3, 0x28, 0xFF, 0x80],
        Array("\u{10FFE9}\u{FFFD}".utf8),
        [],
    ])
    func givenTextsLoseNoByte(bytes: [UInt8]) {
        let text = GivenText.text(bytes)
        #expect(GivenText.bytes(text) == bytes)
    }

    @Test func takesAFileThatBeginsWithAByteOrderMark() async throws {
        #expect(try await settings(file: "\u{FEFF}workers: 7\r\nsettle: 3s\r\n").workers == 7)
        #expect(await mistakes(file: "\u{FEFF}workers: lots\n").map(\.place) == ["\(folder("quoted.yaml")):1"])
        #expect(try await settings(file: "\u{FEFF}").workers == 4)
    }

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
    func tellsUTF16FromOtherTextThatIsNoUTF8(encoding: String.Encoding) async throws {
        let path = folder("quoted.yaml")
        try #require("\u{FEFF}workers: 7\n".data(using: encoding)).write(to: URL(fileURLWithPath: path.string))
        let error = await #expect(throws: SettingsError.self) {
            try await SettingsSources(flags: [:], environment: [:], file: path)
        }
        #expect(error?.mistakes.first?.remedy.contains("iconv -f utf-16") == true)
    }

    @Test(arguments: [("# caf\u{E9}\n", 1), ("# one\r\nworkers: 4\n\n# caf\u{E9}\nsettle: 3s\n", 4)])
    func namesTheLineThatIsNotUTF8(text: String, line: Int) async throws {
        let path = folder("quoted.yaml")
        try #require(text.data(using: .windowsCP1252)).write(to: URL(fileURLWithPath: path.string))
        let error = await #expect(throws: SettingsError.self) {
            try await SettingsSources(flags: [:], environment: [:], file: path)
        }
        #expect(error?.mistakes.map(\.place) == ["\(path):\(line)"])
        #expect(error?.mistakes.first?.reason == "the settings file is not UTF-8 text")
        #expect(error?.mistakes.first?.remedy.contains("iconv") == true)
    }

    @Test func saysWhereAMissingFileWasLookedFor() async throws {
        let error = await #expect(throws: SettingsError.self) {
            try await SettingsSources(flags: [:], environment: [:], file: folder("absent.yaml"))
        }
        #expect(error?.mistakes.first?.place == folder("absent.yaml").string)
        #expect(error?.mistakes.first?.reason == "there is no such settings file")
        #expect(error?.mistakes.first?.remedy.contains("--config") == true)
        let other = await #expect(throws: SettingsError.self) {
            try await SettingsSources(flags: [:], environment: [:], file: folder("inbox"))
        }
        #expect(other?.mistakes.first?.description.contains("is a folder; name the settings file") == true)
    }
}
