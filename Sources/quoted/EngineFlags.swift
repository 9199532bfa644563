import ArgumentParser
import Setup

/// What finds the quotations: the same flags wherever articles are annotated.
struct EngineFlags: SettingFlags {
    @Option(.engine) var engine: GivenSetting?
    @Option(.model) var model: GivenSetting?
    @Option(.precision) var precision: GivenSetting?
}
