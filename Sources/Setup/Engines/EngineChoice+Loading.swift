package import Attribution
import Encoder
import Executors
import ModelSpotting
import SystemPackage

/// The engine that was chosen cannot work: nothing starts without it, rather than that another one takes its place
/// unseen.
package struct EngineError: Error, Equatable, CustomStringConvertible {
    package var description: String
}

extension EngineChoice {
    /// The engine, ready to work. Reading a model takes a moment.
    ///
    /// - Throws: `EngineError`.
    package func load() async throws -> Engine {
        switch kind {
        case .rules: .rules
        case .model: .model(try await onThread("model") { try loadModel() })
        }
    }

    private func loadModel() throws(EngineError) -> ModelEngine {
        let folder = try findModel()
        do {
            return try ModelEngine.load(folder, precision: precision)
        } catch {
            throw EngineError(description: error.description)
        }
    }

    private func findModel() throws(EngineError) -> FilePath {
        do {
            return try model.find()
        } catch {
            let places = error.tried.map(\.string).joined(separator: ", ")
            throw EngineError(
                description:
                    "the model \(error.name) that comes with quoted is in none of \(places); install quoted with "
                    + "`make install`, which puts it there, or use --engine rules, which needs no model")
        }
    }
}
