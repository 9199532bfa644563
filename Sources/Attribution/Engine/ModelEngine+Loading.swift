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
        throw Unusable(
            reason: "the model in \(folder) cannot be used: this build reads no models", remedy: "build one that does")
    }
}
