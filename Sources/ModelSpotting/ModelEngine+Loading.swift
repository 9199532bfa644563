package import Encoder
import LanguageKit
package import SystemPackage

extension ModelEngine {
    /// Reads a model's files; blocks while it does.
    package static func load(_ folder: FilePath, precision: Precision) throws(ModelError) -> ModelEngine {
        let model = try Model.load(directory: folder.string, precision: precision)
        return ModelEngine(
            name: model.name, version: model.version, language: model.language, digest: model.digest,
            precision: precision,
            spotter: ModelSpotter(model: try QuotationModel(model, in: folder.string)))
    }
}
