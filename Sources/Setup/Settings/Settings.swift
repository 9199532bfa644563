package import Inbox
package import LanguageKit
package import Logging
package import Newswire
package import Records
package import SystemPackage

/// The settings of a daemon, checked. Nothing starts before all of them are right.
package struct Settings: Sendable {
    package var inbox: FilePath
    package var journal: FilePath
    /// Unix socket that serves the status.
    package var status: FilePath
    /// Where files go afterwards, on the inbox's file system.
    package var done: FilePath
    package var failed: FilePath
    package var ledger: FilePath
    /// What `quoted find` looks into.
    package var index: IndexChoice
    /// The users' own rules, laid over those that are shipped; nil where there are none.
    package var rules: FilePath?
    package var workers: Int
    package var engine: EngineChoice
    package var watch: Watch
    /// Which files of the inbox are left alone.
    package var ignore: SparedNames
    package var after: After
    package var repeats: Repeats
    /// How long `done/` keeps a file; nil is for ever.
    package var keepDone: Duration?
    /// How long a file must stay unchanged if nobody was seen to close it.
    package var settle: Duration
    /// How often the whole inbox is looked through, whatever the watcher says.
    package var rescan: Duration
    /// How long a file is tried again that cannot be read.
    package var retryFor: Duration
    /// In bytes; a larger file fails unread.
    package var maxSize: Int
    /// How long an article may take before it fails.
    package var deadline: Duration
    package var omitText: Bool
    /// Quotations that are less sure are not told.
    package var floor: ConfidenceFloor
    package var language: LanguageChoice
    /// In which fields of JSON articles are looked for.
    package var jsonFields: JSONMapping
    /// How long work in flight may take to finish when the daemon stops.
    package var grace: Duration
    /// Permission bits of the journal.
    package var journalMode: UInt32
    /// Who may ask for the status, and how often.
    package var serving: ServingSettings
    package var logLevel: Logger.Level

    /// `scan` is for file systems that send no events.
    package enum Watch: String, Sendable, CaseIterable { case events, scan }
    package enum After: String, Sendable, CaseIterable { case move, keep, delete }
    package enum Repeats: String, Sendable, CaseIterable { case drop, annotate }

    package static let mostWorkers = 256
    package static let mostConnections = 10_000
    package static let usualRules = FilePath("/etc/quoted/rules.d")
}

extension Settings {
    /// - Parameter cores: How many workers there are unless somebody says otherwise.
    /// - Throws: `SettingsError` with every mistake there is.
    package init(_ sources: SettingsSources, cores: Int) throws(SettingsError) {
        try self.init(SettingsReader(sources), cores: cores)
    }

    /// - Parameter cores: How many workers there are unless somebody says otherwise.
    /// - Throws: `SettingsError` with every mistake there is.
    package init(_ reader: consuming SettingsReader, cores: Int) throws(SettingsError) {
        // A setting that is missing is a mistake: the empty path in its place is never used.
        inbox = reader.required(.inbox) ?? ""
        journal = reader.required(.journal) ?? ""
        status = reader.required(.status) ?? ""
        done = reader.given(.done) ?? inbox.removingLastComponent().appending("done")
        failed = reader.given(.failed) ?? inbox.removingLastComponent().appending("failed")
        ledger = reader.ledger(of: journal) ?? ""
        index = reader.index(of: journal) ?? IndexChoice.none
        rules = reader.given(.rules)
        workers = reader.given(.workers) ?? cores
        engine = EngineChoice(&reader)
        watch = reader.value(.watch)
        ignore = reader.value(.ignore)
        after = reader.value(.after)
        repeats = reader.value(.repeats)
        keepDone = reader.value(.keepDone)
        settle = reader.value(.settle)
        rescan = reader.value(.rescan)
        retryFor = reader.value(.retryFor)
        maxSize = reader.value(.maxSize)
        deadline = reader.value(.deadline)
        omitText = reader.value(.omitText)
        floor = ConfidenceFloor(quotation: reader.value(.minConfidence), speaker: reader.value(.minSpeakerConfidence))
        language = reader.value(.language)
        jsonFields = reader.value(.jsonFields)
        grace = reader.value(.grace)
        journalMode = reader.value(.journalMode)
        serving = ServingSettings(&reader)
        logLevel = reader.value(.logLevel)
        try reader.finish()

        let preflight = SettingsPreflight(self, places: reader.places, file: reader.file)
        let mistakes = preflight.mistakes() + engine.mistakes(reader.places)
        guard mistakes.isEmpty else { throw SettingsError(mistakes) }
        if rules == nil, SettingsPreflight.isFolder(Self.usualRules) { rules = Self.usualRules }
    }
}
