import ArgumentParser
import Setup

/// What finds the quotations: the same flags wherever articles are annotated.
struct EngineFlags: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What finds the quotations: model or rules. (default: \(EngineChoice.Kind.usual))", valueName: "engine"),
        completion: .list(EngineChoice.Kind.allCases.map(\.rawValue)))
    var engine: String?

    @Option(
        help: ArgumentHelp(
            "Which model: standard, or a folder that holds one. (default: standard)", valueName: "model"),
        completion: .directory)
    var model: String?

    @Option(
        help: ArgumentHelp(
            "What the model computes with: int8, or f32, which is slower. (default: \(EngineChoice.usualPrecision))",
            valueName: "precision"), completion: .list(["int8", "f32"]))
    var precision: String?

    var settings: [Setting: String] {
        let given: [Setting: String?] = [.engine: engine, .model: model, .precision: precision]
        return given.compactMapValues(\.self)
    }
}
