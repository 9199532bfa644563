import Attribution
import Dispatch
import Foundation
import Rulebook
import Setup
import SystemPackage

/// Users' own rule files over small ones of ours: the first byte chooses which file.
struct RulesTarget: Target {
    private let scratch: Scratch
    private let rules: FilePath
    private let names = RulebookLoader.fileNames + ["speakers.jsonl"]

    init() throws {
        scratch = try Scratch("rules")
        rules = FilePath(Scratch.repository("Tests/Fuzz/rules").path)
    }

    func feed(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let name = names[Int(first) % names.count]
        scratch.write(Data(bytes.dropFirst()), to: name)
        _ = try? RulebookLoader.load(
            RuleFolders(
                shipped: rules, overlays: [FilePath(scratch.path)], languages: Array(LanguagePacks.rules.prefix(1))))
        scratch.remove(name)
    }
}

/// The settings file.
struct SettingsTarget: Target {
    private let scratch: Scratch
    private let flags: [Setting: String]

    init() throws {
        scratch = try Scratch("settings")
        flags = [
            .inbox: scratch.path, .journal: scratch.path + "/j", .status: scratch.path + "/s", .done: "/done",
            .failed: "/failed",
        ]
    }

    func feed(_ bytes: [UInt8]) {
        scratch.write(Data(bytes), to: "quoted.yaml")
        let file = FilePath(scratch.path + "/quoted.yaml")
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
