import Attribution
package import Encoder
import ModelSpotting
package import SystemPackage

/// Which engine is to find the quotations and, where it is a model, which one.
package struct EngineChoice: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case rules, model

        /// What there is unless somebody says otherwise.
        package static let usual: Kind = Setting.engine.usualValue()
    }

    package enum Model: Sendable, Equatable {
        /// The two that come with quoted.
        case standard, small
        case folder(FilePath)
    }

    package var kind: Kind
    package var model: Model
    package var precision: Precision

    package init(
        kind: Kind = .usual, model: Model = .standard, precision: Precision = Setting.precision.usualValue()
    ) {
        self.kind = kind
        self.model = model
        self.precision = precision
    }
}

extension EngineChoice {
    /// Whoever names a model and no engine wants the model.
    init(_ reader: inout SettingsReader) {
        let (kind, model): (Kind?, Model?) = (reader.given(.engine), reader.given(.model))
        let precision: Precision = reader.value(.precision)
        self.init(
            kind: kind ?? (model == nil ? .usual : .model), model: model ?? Setting.model.usualValue(),
            precision: precision)
    }

    /// For commands that have no settings file.
    ///
    /// - Throws: `SettingsError` with every mistake of the three settings.
    package init(flags: [Setting: String], environment: [String: String]) async throws(SettingsError) {
        var reader = SettingsReader(try await SettingsSources(flags: flags, environment: environment, file: nil))
        self.init(&reader)
        let mistakes = reader.mistakes + mistakes(reader.places)
        guard mistakes.isEmpty else { throw SettingsError(mistakes) }
    }

    /// - Parameter places: Where each setting came from.
    func mistakes(_ places: [Setting: String]) -> [Mistake] {
        guard kind == .model, case .folder(let folder) = model, !SettingsPreflight.isFolder(folder) else { return [] }
        return [
            Mistake(
                place: places[.model] ?? Setting.model.flag, reason: "there is no folder \(folder)",
                remedy: "name \(Setting.model.expected), or use --engine rules, which needs no model")
        ]
    }
}

extension EngineChoice.Model {
    init?(_ text: String) throws(Unfit) {
        switch text {
        case "standard": self = .standard
        case "small": self = .small
        default:
            guard let path = try FilePath(setting: text) else { return nil }
            self = .folder(path)
        }
    }

    /// - Throws: Where the model that comes with quoted is in none of its places.
    func find() throws(ModelLocation.NotFound) -> FilePath {
        switch self {
        case .standard: try ModelLocation.find("en-news")
        case .small: try ModelLocation.find("en-news-small")
        case .folder(let folder): folder
        }
    }
}
