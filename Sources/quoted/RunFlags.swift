import ArgumentParser
import Setup

/// The flags of `quoted run`: each setting has one.
struct RunFlags: SettingFlags {
    @Option(.inbox) var inbox: GivenSetting?
    @Option(.journal) var journal: GivenSetting?
    @Option(.status) var status: GivenSetting?
    @OptionGroup var file: ConfigFlag
    @Option(.done) var done: GivenSetting?
    @Option(.failed) var failed: GivenSetting?
    @Option(.ledger) var ledger: GivenSetting?
    @Option(.index) var index: GivenSetting?
    @Option(.rules) var rules: GivenSetting?
    @Option(.workers) var workers: GivenSetting?
    @OptionGroup var engine: EngineFlags
    @Option(.watch) var watch: GivenSetting?
    @Option(.ignore) var ignore: GivenSetting?
    @Option(.after) var after: GivenSetting?
    @Option(.repeats) var `repeat`: GivenSetting?
    @Option(.keepDone) var keepDone: GivenSetting?
    @Option(.settle) var settle: GivenSetting?
    @Option(.rescan) var rescan: GivenSetting?
    @Option(.retryFor) var retryFor: GivenSetting?
    @Option(.maxSize) var maxSize: GivenSetting?
    @Option(.deadline) var deadline: GivenSetting?
    // The one setting whose flag takes no value.
    @Flag(name: .customLong(Setting.omitText.name), help: ArgumentHelp(stringLiteral: Setting.omitText.summary))
    var omitText = false
    @OptionGroup var confidence: ConfidenceFlag
    @Option(.language) var language: GivenSetting?
    @Option(.jsonFields) var jsonFields: GivenSetting?
    @Option(.grace) var grace: GivenSetting?
    @Option(.socketMode) var socketMode: GivenSetting?
    @Option(.listen) var listen: GivenSetting?
    @Option(.tokenFile) var tokenFile: GivenSetting?
    @Option(.statusConnections) var statusConnections: GivenSetting?
    @Option(.statusRate) var statusRate: GivenSetting?
    @Option(.statusTime) var statusTime: GivenSetting?
    @Option(.statusSize) var statusSize: GivenSetting?
    @Option(.journalMode) var journalMode: GivenSetting?
    @Option(.logLevel) var logLevel: GivenSetting?

    var settings: [Setting: String] { omitText ? given.merging([.omitText: "true"]) { $1 } : given }
}
