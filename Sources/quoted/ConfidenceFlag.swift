import ArgumentParser
import Setup

/// How sure a quotation must be to be told: the same flag wherever quotations are annotated or exported.
struct ConfidenceFlag: SettingFlags {
    @Option(.minConfidence) var minConfidence: GivenSetting?
}
