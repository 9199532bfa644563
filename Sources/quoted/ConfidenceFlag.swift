import ArgumentParser
import Setup

/// How sure quotations and speakers must be to be told: the same flags wherever quotations are annotated or exported.
struct ConfidenceFlag: SettingFlags {
    @Option(.minConfidence) var minConfidence: GivenSetting?
    @Option(.minSpeakerConfidence) var minSpeakerConfidence: GivenSetting?
}
