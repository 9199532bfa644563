package import Encoder
package import SystemPackage

extension ModelEngine {
    /// Reads a model's files; blocks while it does.
    package static func load(_ folder: FilePath, precision: Precision) throws(ModelError) -> ModelEngine {
        let model = try Model.load(directory: folder.string, precision: precision)
        throw ModelError(.unsupported, file: folder.string, "nothing in this build spots quotations with \(model.name)")
    }
}
