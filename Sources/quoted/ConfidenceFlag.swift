import ArgumentParser
import Setup

/// How sure a quotation must be to be told: the same flag wherever quotations come from lines or articles.
struct ConfidenceFlag: SettingFlags {
    @Option(.minConfidence) var minConfidence: GivenSetting?
}
