/// Everything that reads what others wrote.
enum Targets {
    static let names = [
        "news", "reader", "pipeline", "model", "tokenizer", "weights", "rules", "settings", "marked", "dump",
    ]

    /// - Returns: nil where no target has the name.
    static func make(_ name: String) throws -> (any Target)? {
        switch name {
        case "news": try NewsTarget()
        case "reader": try ReaderTarget()
        case "pipeline": try PipelineTarget(.rules)
        case "model": try PipelineTarget(.model)
        case "tokenizer": try TokenizerTarget()
        case "weights": try WeightsTarget()
        case "rules": try RulesTarget()
        case "settings": try SettingsTarget()
        case "marked": MarkedTarget()
        case "dump": DumpTarget()
        default: nil
        }
    }
}
