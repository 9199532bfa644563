/// One thing about `quoted run` that can be set: by a flag, an environment variable or a line of the settings file.
package enum Setting: String, CaseIterable, Sendable {
    case inbox, journal, status
    case done, failed, ledger, index, rules
    case workers, engine, model, precision, watch
    case ignore
    case after, repeats = "repeat", keepDone = "keep-done"
    case settle, rescan, retryFor = "retry-for", maxSize = "max-size", deadline
    case omitText = "omit-text"
    case language
    case jsonFields = "json-fields"
    case grace
    case journalMode = "journal-mode", socketMode = "socket-mode"
    case listen, tokenFile = "token-file"
    case statusConnections = "status-connections", statusRate = "status-rate"
    case statusTime = "status-time", statusSize = "status-size"
    case logLevel = "log-level"

    /// As the settings file spells it.
    package var name: String { rawValue }
    package var flag: String { "--" + rawValue }
    package var variable: String { "QUOTED_" + rawValue.uppercased().replacing("-", with: "_") }

    /// What a value must be, as it completes "… is not …", with an example.
    var expected: String {
        switch self {
        case .inbox, .done, .failed, .rules: "a folder's path"
        case .journal, .status, .ledger: "a file's path"
        case .index: "a file's path, or none"
        case .workers: "a whole number from 1 to \(Settings.mostWorkers), such as 4"
        case .engine: "rules or model"
        case .model: "standard or the folder of a model, such as ./my-model"
        case .precision: "int8 or f32"
        case .watch: "events or scan"
        case .ignore: "none, or patterns of names, such as *.uploading,upload-*"
        case .after: "move, keep or delete"
        case .repeats: "drop or annotate"
        case .keepDone: "forever or a time such as 14d, 36h or 1w"
        case .settle, .rescan, .retryFor, .deadline, .grace, .statusTime: "a time such as 500ms, 2s, 5m or 1h30m"
        case .maxSize, .statusSize: "a size such as 512K, 64M or 1G"
        case .journalMode, .socketMode: "an octal mode that lets its owner read and write, such as 0640"
        case .listen: "none, or an address and a port, such as 127.0.0.1:9464 or [::1]:9464"
        case .tokenFile: "none, or a file's path"
        case .statusConnections, .statusRate: "a whole number from 1 to \(Settings.mostConnections), such as 64"
        case .omitText: "true or false"
        case .language: "auto or en"
        case .jsonFields: "usual, or fields by what they hold, such as text=story.body,title=story.head"
        case .logLevel: "trace, debug, info, notice, warning, error or critical"
        }
    }
}
