import Attribution
import Dispatch
import Foundation
import Rulebook
import Setup
import SystemPackage
import TestSupport
import Wikidata

/// Users' own rule files over small ones of ours: the first byte chooses which file.
struct RulesTarget: Target {
    private let scratch: ScratchFolder
    private let rules: FilePath
    private let names = RulebookLoader.fileNames + ["speakers.jsonl"]

    init() throws {
        scratch = try .inMemory()
        rules = FilePath(Shipped.root.appending(path: "Tests/Fuzz/rules").path)
    }

    func feed(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let name = names[Int(first) % names.count]
        scratch.put(Data(bytes.dropFirst()), as: name)
        _ = try? RulebookLoader.load(
            RuleFolders(shipped: rules, overlays: [scratch.path], languages: Array(LanguagePacks.rules.prefix(1))))
        try? FileManager.default.removeItem(at: scratch.url(name))
    }
}

/// A dump of Wikidata: what is made of it is a directory that can be read.
struct DumpTarget: Target {
    func feed(_ bytes: [UInt8]) {
        var directory = DirectoryImport(
            ImportOptions(languages: ["en", "de"], bodies: Vocabulary.bodies, minSitelinks: 1, largest: 1 << 20))
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        for line in lines { try? directory.read(line) }
        for line in lines { try? directory.readAgain(line) }
        let made = directory.entries.map { SpeakerDirectoryFile.line(of: $0) + "\n" }.joined()
        let (entries, problems) = SpeakerDirectoryFile.read(made, file: SpeakerDirectoryFile.name)
        expect(problems.isEmpty && entries == Array(directory.entries), "a directory that reads otherwise")
    }
}

/// The settings file.
struct SettingsTarget: Target {
    private let scratch: ScratchFolder
    private let flags: [Setting: String]

    init() throws {
        scratch = try .inMemory()
        flags = [
            .inbox: scratch.path.string, .journal: scratch("j").string, .status: scratch("s").string, .done: "/done",
            .failed: "/failed",
        ]
    }

    func feed(_ bytes: [UInt8]) {
        scratch.put(Data(bytes), as: "quoted.yaml")
        let file = scratch("quoted.yaml")
        let finished = DispatchSemaphore(value: 0)
        Task { [flags] in
            if let sources = try? await SettingsSources(flags: flags, environment: [:], file: file) {
                _ = try? Settings(sources, cores: 4)
            }
            finished.signal()
        }
        finished.wait()
    }
}
