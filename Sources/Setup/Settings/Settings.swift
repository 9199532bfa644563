package import Inbox
package import Language
package import Logging
package import Newswire
package import SystemPackage

/// How a daemon is set up, checked: nothing starts before all of it is right.
package struct Settings: Sendable {
    package var inbox: FilePath
    package var journal: FilePath
    /// The Unix socket that answers about the daemon.
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
    /// How long a file that nobody was seen to close must lie still.
    package var settle: Duration
    /// How often the whole inbox is looked through, come what may.
    package var rescan: Duration
    /// How long a file that may not be read is tried again.
    package var retryFor: Duration
    /// In bytes; what is larger fails unread.
    package var maxSize: Int
    /// How long an article may take before it fails.
    package var deadline: Duration
    package var omitText: Bool
    package var language: LanguageChoice
    /// In which fields of JSON articles are looked for.
    package var jsonFields: JSONMapping
    /// How long work in flight may take to finish when the daemon stops.
    package var grace: Duration
    /// Permission bits of the journal.
    package var journalMode: UInt32
    /// Who may ask how the daemon is, and how much.
    package var serving: ServingSettings
    package var logLevel: Logger.Level

    /// `scan` is for file systems that send no events.
    package enum Watch: String, Sendable { case events, scan }
    package enum After: String, Sendable { case move, keep, delete }
    package enum Repeats: String, Sendable { case drop, annotate }

    package static let mostWorkers = 256
    package static let mostConnections = 10_000
    package static let usualRules = FilePath("/etc/quoted/rules.d")
}

extension Settings {
    /// - Parameter cores: How many workers there are unless somebody says otherwise.
    /// - Throws: `SettingsError` with every mistake there is.
    package init(_ sources: SettingsSources, cores: Int) throws(SettingsError) {
        var reader = SettingsReader(sources)
        let inbox = reader.required(.inbox, Self.path)
        let journal = reader.required(.journal, Self.path)
        let status = reader.required(.status, Self.path)
        let beside = inbox?.removingLastComponent() ?? "."
        let done = reader.value(.done, else: beside.appending("done"), Self.path)
        let failed = reader.value(.failed, else: beside.appending("failed"), Self.path)
        let ledger = reader.value(.ledger, else: Self.ledger(of: journal ?? ""), Self.path)
        let index = reader.value(.index, else: .file(Self.index(of: journal ?? "")), IndexChoice.init)
        let rules = reader.value(.rules, else: nil) { text throws(Unfit) in try Self.path(text) }
        let workers = reader.value(.workers, else: cores, Self.workers)
        let engine = EngineChoice(&reader)
        let watch = reader.value(.watch, else: .events, Watch.init(rawValue:))
        let ignore = reader.value(.ignore, else: SparedNames()) { text throws(Unfit) in
            try SparedNames(setting: text)
        }
        let after = reader.value(.after, else: .move, After.init(rawValue:))
        let repeats = reader.value(.repeats, else: .drop, Repeats.init(rawValue:))
        let keepDone = reader.value(.keepDone, else: .forever, Keeping.init)
        let settle = reader.value(.settle, else: .seconds(2), Quantity.duration)
        let rescan = reader.value(.rescan, else: .seconds(60), Self.positive)
        let retryFor = reader.value(.retryFor, else: .seconds(300), Quantity.duration)
        let maxSize = reader.value(.maxSize, else: 64 << 20, Self.size)
        let deadline = reader.value(.deadline, else: .seconds(600), Self.positive)
        let omitText = reader.value(.omitText, else: false, Self.truth)
        let language = reader.value(.language, else: .recognise, LanguageChoice.init(rawValue:))
        let jsonFields = reader.value(.jsonFields, else: .usual, JSONMapping.init(list:))
        let grace = reader.value(.grace, else: .seconds(30), Self.positive)
        let journalMode = reader.value(.journalMode, else: 0o640, Self.mode)
        let serving = ServingSettings(&reader)
        let logLevel = reader.value(.logLevel, else: .info, Logger.Level.init(rawValue:))
        guard reader.mistakes.isEmpty, let inbox, let journal, let status else { throw SettingsError(reader.mistakes) }

        self.init(
            inbox: inbox, journal: journal, status: status, done: done, failed: failed, ledger: ledger, index: index,
            rules: rules, workers: workers, engine: engine, watch: watch, ignore: ignore, after: after,
            repeats: repeats,
            keepDone: keepDone.duration,
            settle: settle,
            rescan: rescan, retryFor: retryFor, maxSize: maxSize, deadline: deadline, omitText: omitText,
            language: language, jsonFields: jsonFields, grace: grace, journalMode: journalMode, serving: serving,
            logLevel: logLevel)
        let surroundings = Surroundings(self, places: reader.places, file: reader.file)
        let mistakes = surroundings.mistakes() + engine.mistakes(reader.places)
        guard mistakes.isEmpty else { throw SettingsError(mistakes) }
        if self.rules == nil, Surroundings.isFolder(Self.usualRules) { self.rules = Self.usualRules }
    }

    /// Absolute, so that neither a change of folder nor a relative name in a log leads astray.
    ///
    /// - Throws: Where a relative one begins in a folder that is gone.
    package static func path(_ text: String) throws(Unfit) -> FilePath? {
        guard !text.isEmpty, !text.utf8.contains(0) else { return nil }
        let path = FilePath(given: text)
        if path.isAbsolute { return path.lexicallyNormalized() }
        guard let folder = Surroundings.workingFolder else {
            throw Unfit(
                reason: "“\(text)” begins in the working folder, which was removed",
                remedy: "name the whole path, or start in a folder that is there (cd, or WorkingDirectory= in a unit)")
        }
        return folder.pushing(path).lexicallyNormalized()
    }

    /// Beside the journal, unless somebody says otherwise.
    package static func ledger(of journal: FilePath) -> FilePath { FilePath(journal.string + ".ledger") }

    /// Beside the journal as well.
    package static func index(of journal: FilePath) -> FilePath { FilePath(journal.string + ".index") }

    private static func workers(_ text: String) -> Int? {
        Int(text).flatMap { (1...mostWorkers).contains($0) ? $0 : nil }
    }

    static func positive(_ text: String) -> Duration? {
        Quantity.duration(text).flatMap { $0 > .zero ? $0 : nil }
    }

    static func size(_ text: String) -> Int? { Quantity.size(text).flatMap { $0 > 0 ? $0 : nil } }

    /// Of a file that its owner reads and writes and that nobody executes.
    static func mode(_ text: String) -> UInt32? {
        UInt32(text, radix: 8).flatMap { $0 & ~0o666 == 0 && $0 & 0o600 == 0o600 ? $0 : nil }
    }

    private static func truth(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "on": true
        case "false", "no", "off": false
        default: nil
        }
    }

    private enum Keeping {
        case forever
        case time(Duration)

        init?(_ text: String) {
            if text == "forever" {
                self = .forever
            } else {
                guard let time = Quantity.duration(text), time > .zero else { return nil }
                self = .time(time)
            }
        }

        var duration: Duration? {
            if case .time(let duration) = self { duration } else { nil }
        }
    }
}
