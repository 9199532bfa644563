import Encoder
import Inbox
import LanguageKit
import Logging
import Newswire
import SystemPackage

extension Setting: CaseIterable {
    /// In the order of the help. Whatever is declared below stands here, too: reading one that does not stops the program.
    package static let allCases: [Setting] = [
        inbox, journal, status, done, failed, ledger, index, rules, workers, engine, model, precision, watch, ignore,
        after,
        repeats, keepDone, settle, rescan, retryFor, maxSize, deadline, omitText, minConfidence,
        minSpeakerConfidence, language, jsonFields,
        grace,
        socketMode,
        listen, tokenFile, statusConnections, statusRate, statusTime, statusSize, journalMode, logLevel,
    ]
}

// MARK: Places

extension Setting {
    package static let inbox = Setting("inbox", .folder, .required, "The folder that articles are dropped into.")

    package static let journal = Setting("journal", .file, .required, "The file that lines are appended to.")

    package static let status = Setting("status", .socket, .required, "Unix socket that serves the status.")

    package static let done = Setting(
        "done", .folder, .derived("done beside the inbox"), "Where files go when they are done.")

    package static let failed = Setting(
        "failed", .folder, .derived("failed beside the inbox"), "Where failed files go.")

    package static let ledger = Setting(
        "ledger", .file, .derived("the journal's name with .ledger"), "The ledger of files and articles that are done.")

    package static let index = Setting(
        "index", .index, .derived("the journal's name with .index"), "The index that `quoted find` searches, or none.")

    package static let rules = Setting(
        "rules", .folder, .derived("\(Settings.usualRules), where that is"),
        "Your own rules, laid over the shipped ones.")
}

// MARK: Work

extension Setting {
    package static let workers = Setting(
        "workers", .wholeNumber(upTo: Settings.mostWorkers, suchAs: 4), .derived("one for each core"),
        "How many files are worked on at once.")

    package static let engine = Setting(
        "engine", ValueKind<EngineChoice.Kind>.word("engine"), .text("model"),
        "What finds the quotations: model or rules.")

    package static let model = Setting(
        "model", .model, .text("standard"), "Which model: standard, or a folder that holds one.")

    package static let precision = Setting(
        "precision", ValueKind<Precision>.word("precision"), .text("int8"),
        "What the model computes with: int8, or f32, which is slower.")

    package static let maxSize = Setting(
        "max-size", .size, .text("64M"), "The largest file that is read; larger ones fail.")

    package static let deadline = Setting(
        "deadline", .positiveTime, .text("10m"), "How long an article may take before it fails.")

    package static let omitText = Setting(
        "omit-text", .truth, .text("false"), "Leave the articles' text out of the journal.")

    package static let minConfidence = Setting(
        "min-confidence", .confidence, .text("0"), "Leave out quotations that are less sure, from 0 to 1.")

    package static let minSpeakerConfidence = Setting(
        "min-speaker-confidence", .confidence, .text("0.5"),
        "Name no person as a speaker who is less sure, from 0 to 1; who may be meant is told.")

    package static let language = Setting(
        "language", ValueKind<LanguageChoice>.language, .text("auto"),
        "auto: each article is read in its own language; a language's code: all are read in that one.")

    package static let jsonFields = Setting(
        "json-fields", .jsonFields, .text("usual"),
        "JSON fields to try before the usual ones: text=story.body,title=story.head.")

    package static let grace = Setting(
        "grace", .positiveTime, .text("30s"), "How long work may take to finish when the daemon stops.")

    package static let journalMode = Setting("journal-mode", .mode, .text("0640"), "Permission bits of the journal.")

    package static let logLevel = Setting(
        "log-level", ValueKind<Logger.Level>.word("level"), .text("info"), "The least severe messages to log.")
}

// MARK: Files of the inbox

extension Setting {
    package static let watch = Setting(
        "watch", ValueKind<Settings.Watch>.word("how"), .text("events"),
        "How files are noticed: by events, or by scan where the file system sends none.")

    package static let ignore = Setting(
        "ignore", .patterns, .text("none"),
        "More names to leave alone, besides those of unfinished uploads, such as *.uploading,upload-*.")

    package static let after = Setting(
        "after", ValueKind<Settings.After>.word("what"), .text("move"),
        "What happens to a file that is done: move, keep or delete.")

    package static let repeats = Setting(
        "repeat", ValueKind<Settings.Repeats>.word("what"), .text("drop"),
        "What happens to an article that the journal already has: drop or annotate.")

    package static let keepDone = Setting(
        "keep-done", .keeping, .text("forever"), "How long done/ keeps a file, such as 14d.")

    package static let settle = Setting(
        "settle", .time, .text("2s"), "How long a file must stay unchanged if nobody was seen to close it.")

    package static let rescan = Setting(
        "rescan", .positiveTime, .text("1m"), "How often the whole inbox is looked through.")

    package static let retryFor = Setting(
        "retry-for", .time, .text("5m"), "How long a file that cannot be read is tried again.")
}

// MARK: Who may ask for the status, and how much

extension Setting {
    package static let socketMode = Setting(
        "socket-mode", .mode, .text("0660"), "Permission bits of the status socket.")

    package static let listen = Setting(
        "listen", .address, .text("none"),
        "Serve the status over TCP too: 127.0.0.1:9464, or any address with --token-file.")

    package static let tokenFile = Setting(
        "token-file", .orNone(.file), .text("none"),
        "A file whose first line clients must send over TCP: Authorization: Bearer …")

    package static let statusConnections = Setting(
        "status-connections", .wholeNumber(upTo: Settings.mostConnections, suchAs: 64), .text("64"),
        "Connections to the status at once; beyond them the oldest is closed.")

    package static let statusRate = Setting(
        "status-rate", .wholeNumber(upTo: Settings.mostConnections, suchAs: 64), .text("200"),
        "Connections to the status in a second; beyond them clients wait.")

    package static let statusTime = Setting(
        "status-time", .positiveTime, .text("10s"), "How long a connection to the status may last.")

    package static let statusSize = Setting("status-size", .size, .text("16K"), "The largest request to the status.")
}

// MARK: Kinds of values that one setting has

extension ValueKind where Value == IndexChoice {
    fileprivate static var index: ValueKind {
        ValueKind("file", "a file's path, or none", completion: .file) { text throws(Unfit) in try IndexChoice(text) }
    }
}

extension ValueKind where Value == EngineChoice.Model {
    fileprivate static var model: ValueKind {
        ValueKind("model", "standard or the folder of a model, such as ./my-model", completion: .folder) {
            text throws(Unfit) in try EngineChoice.Model(text)
        }
    }
}

extension ValueKind where Value == Double {
    fileprivate static var confidence: ValueKind {
        ValueKind("number", "a number from 0 to 1, such as 0.7") { Quantity.confidence($0) }
    }
}

extension ValueKind where Value == SparedNames {
    fileprivate static var patterns: ValueKind {
        ValueKind("patterns", "none, or patterns of names, such as *.uploading,upload-*") { text throws(Unfit) in
            try SparedNames(setting: text)
        }
    }
}

extension ValueKind where Value == Duration? {
    /// How long files are kept; nil is for ever.
    fileprivate static var keeping: ValueKind {
        .or("forever", ValueKind<Duration>("time", "a time such as 14d, 36h or 1w", parse: Quantity.positiveDuration))
    }
}

extension ValueKind where Value == JSONMapping {
    fileprivate static var jsonFields: ValueKind {
        ValueKind("part=field,…", "usual, or a field for each part, such as text=story.body,title=story.head") {
            JSONMapping(list: $0)
        }
    }
}

extension ValueKind where Value == ListenAddress? {
    fileprivate static var address: ValueKind {
        .orNone(
            ValueKind<ListenAddress>("address:port", "an address and a port, such as 127.0.0.1:9464 or [::1]:9464") {
                ListenAddress($0)
            })
    }
}
