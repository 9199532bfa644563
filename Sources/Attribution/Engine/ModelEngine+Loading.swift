import Encoder
package import SystemPackage

extension ModelEngine {
    /// Why a model cannot be used, as a sentence without its stop, and what to do.
    package struct Unusable: Error, Sendable, Equatable {
        package var reason: String
        package var remedy: String

        package init(reason: String, remedy: String) {
            self.reason = reason
            self.remedy = remedy
        }
    }

    /// Reads a model's files; blocks while it does.
    package static func load(_ folder: FilePath, precision: Precision) throws(Unusable) -> ModelEngine {
        do {
            let model = try Model.load(directory: folder.string, precision: precision == .int8 ? .int8 : .f32)
            let quotations = try QuotationModel(model, in: folder.string)
            return ModelEngine(
                name: model.name, version: model.version, digest: model.digest, precision: precision,
                spotter: ModelSpotter(model: quotations))
        } catch {
            throw Unusable(reason: "\(error.place): \(error.what)", remedy: error.remedy)
        }
    }
}
