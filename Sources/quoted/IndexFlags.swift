import ArgumentParser
import Setup

/// Where a daemon's index is: said by what the daemon itself was told.
struct IndexFlags: SettingFlags {
    @Option(.index, "The index.") var index: GivenSetting?
    @Option(.journal, "The journal.") var journal: GivenSetting?
    @OptionGroup var file: ConfigFlag
}
