import Configuration
import Rulebook
package import SystemPackage

/// Where settings come from, the first that has one wins: flags, environment, file.
package struct SettingsSources: Sendable {
    /// A value as somebody wrote it, with the place to name when it is wrong.
    package struct Found: Equatable {
        package var text: String
        package var place: String
    }

    private struct Source: Sendable {
        var provider: any ConfigProvider
        var place: @Sendable (Setting) -> String
    }

    private var sources: [Source]
    /// Mistakes of the sources themselves: names that are no setting.
    package private(set) var mistakes: [Mistake]
    /// The settings file, if one is named, as an absolute path.
    package let file: FilePath?

    /// - Parameters:
    ///   - flags: What the command line gave.
    ///   - environment: All variables; those that begin with `QUOTED_` are looked at.
    ///   - file: The settings file, if one is named.
    /// - Throws: `SettingsError` where the file cannot be read.
    package init(
        flags: [Setting: String], environment: [String: String], file: FilePath?
    ) async throws(SettingsError) {
        let given = flags.map { (AbsoluteConfigKey([$0.key.name]), ConfigValue(.string($0.value), isSecret: false)) }
        sources = [
            Source(
                provider: InMemoryProvider(name: "flags", values: Dictionary(uniqueKeysWithValues: given)),
                place: { $0.flag }),
            Source(
                provider: EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "quoted"),
                place: { $0.variable }),
        ]
        mistakes = Self.strangers(in: environment)
        self.file = file.flatMap { $0.isAbsolute ? $0 : SettingsPreflight.workingFolder?.pushing($0) }
        guard let file else { return }
        do {
            let file = try SettingsFile(path: file)
            sources.append(Source(provider: file.provider, place: { file.place(of: $0) }))
            mistakes += file.strangers.map { Self.stranger($0.key, at: file.place(line: $0.line), among: \.name) }
        } catch {
            throw SettingsError(mistakes + [error])
        }
    }

    /// - Throws: `Mistake` where a source has the setting but not as one value.
    package func find(_ setting: Setting) throws(Mistake) -> Found? {
        for source in sources {
            do {
                let result = try source.provider.value(forKey: AbsoluteConfigKey([setting.name]), type: .string)
                guard case .string(let text) = result.value?.content else { continue }
                return Found(text: text, place: source.place(setting))
            } catch {
                throw Mistake(
                    place: source.place(setting), reason: "\(setting.name) has a list of values",
                    remedy: "give one value, \(setting.expected)")
            }
        }
        return nil
    }

    /// The variable that names the file itself is no setting.
    package static let fileVariable = "QUOTED_CONFIG"

    /// Only what looks like a slip: an environment is inherited, and others may have uses for the prefix.
    private static func strangers(in environment: [String: String]) -> [Mistake] {
        let known = Set(Setting.allCases.map(\.variable) + [fileVariable])
        return environment.keys.filter { $0.hasPrefix("QUOTED_") && !known.contains($0) }.sorted()
            .filter { nearest($0, among: \.variable) != nil }
            .map { stranger($0, at: $0, among: \.variable) }
    }

    private static func stranger(_ name: String, at place: String, among spelling: (Setting) -> String) -> Mistake {
        let remedy =
            if let nearest = nearest(name, among: spelling) {
                "did you mean \(nearest)?"
            } else {
                "remove it; the settings are \(Setting.allCases.map(spelling).joined(separator: ", "))"
            }
        return Mistake(place: place, reason: "there is no setting \(name)", remedy: remedy)
    }

    /// The name that was probably meant.
    private static func nearest(_ name: String, among spelling: (Setting) -> String) -> String? {
        Setting.allCases.map(spelling).map { (name: $0, distance: editDistance($0, name)) }
            .filter { $0.distance <= 2 }.min { $0.distance < $1.distance }?.name
    }
}
