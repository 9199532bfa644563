import ArgumentParser
import Setup

/// What the command line gives for a setting, as it was written: variables and the settings file say the same things, so all
/// three are checked in one place.
struct GivenSetting: Sendable {
    let setting: Setting
    let text: String
}

/// Flags that set something. One property is all that a flag needs: `@Option(.settle) var settle: GivenSetting?`
protocol SettingFlags: ParsableArguments {
    var settings: [Setting: String] { get }
}

extension SettingFlags {
    var settings: [Setting: String] { given }

    /// What is given by the properties, and by those of groups among them.
    var given: [Setting: String] {
        Mirror(reflecting: self).children.compactMap { $0.value as? any SettingFlag }
            .reduce(into: [:]) { all, flag in all.merge(flag.given) { $1 } }
    }
}

/// A property that gives settings.
private protocol SettingFlag {
    var given: [Setting: String] { get }
}

extension Option: SettingFlag where Value == GivenSetting? {
    /// - Parameters:
    ///   - other: Another name of the flag.
    ///   - summary: In place of the setting's own, which speaks of the daemon.
    init(_ setting: Setting, or other: String? = nil, _ summary: String? = nil) {
        let names = [setting.name] + (other.map { [$0] } ?? [])
        self.init(
            name: NameSpecification(names.map { .customLong($0) }), help: ArgumentHelp(setting, summary),
            completion: CompletionKind(setting.kind.completion), transform: { GivenSetting(setting: setting, text: $0) }
        )
    }

    fileprivate var given: [Setting: String] { wrappedValue.map { [$0.setting: $0.text] } ?? [:] }
}

extension OptionGroup: SettingFlag where Value: SettingFlags {
    fileprivate var given: [Setting: String] { wrappedValue.settings }
}

extension ArgumentHelp {
    init(_ setting: Setting, _ summary: String? = nil) {
        self.init(stringLiteral: setting.help(summary))
        valueName = setting.kind.placeholder
    }
}

extension CompletionKind {
    init?(_ completion: Completion) {
        switch completion {
        case .none: return nil
        case .file: self = .file()
        case .folder: self = .directory
        case .words(let words): self = .list(words)
        }
    }
}
