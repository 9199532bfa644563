package import SystemPackage

/// Why a text is no value of its setting, where that it is not what is expected would not tell.
package struct Unfit: Error, Equatable {
    package var reason: String
    package var remedy: String
}

/// Takes settings out of their sources one after the other and gathers every mistake on the way.
package struct SettingsReader {
    private let sources: SettingsSources
    package private(set) var mistakes: [Mistake]
    /// The settings file, if there is one.
    package var file: FilePath? { sources.file }
    /// Where each setting that was given came from.
    package private(set) var places: [Setting: String] = [:]

    package init(_ sources: SettingsSources) {
        self.sources = sources
        mistakes = sources.mistakes
    }

    /// - Parameter parse: Gives nil for what the setting does not allow.
    package mutating func value<Value>(
        _ setting: Setting, else fallback: Value, _ parse: (String) throws(Unfit) -> Value?
    ) -> Value {
        take(setting, parse) ?? fallback
    }

    package mutating func required<Value>(_ setting: Setting, _ parse: (String) throws(Unfit) -> Value?) -> Value? {
        let known = mistakes.count
        let value = take(setting, parse)
        if value == nil, mistakes.count == known {
            mistakes.append(
                Mistake(
                    place: setting.flag, reason: "is missing",
                    remedy: "give \(setting.expected) with \(setting.flag), \(setting.variable) or a line "
                        + "`\(setting.name): …` in the settings file"))
        }
        return value
    }

    /// A mistake that shows only when settings are looked at together, or at what they name.
    package mutating func note(_ reason: String, _ remedy: String, at setting: Setting) {
        mistakes.append(Mistake(place: places[setting] ?? setting.flag, reason: reason, remedy: remedy))
    }

    private mutating func take<Value>(_ setting: Setting, _ parse: (String) throws(Unfit) -> Value?) -> Value? {
        do throws(Mistake) {
            guard let found = try sources.find(setting) else { return nil }
            places[setting] = found.place
            if let value = try Self.value(of: found, parse) { return value }
            throw Mistake(
                place: found.place, reason: "“\(found.text)” is not \(setting.expected)",
                remedy: "change it, or leave the setting out for its default")
        } catch {
            mistakes.append(error)
            return nil
        }
    }

    private static func value<Value>(
        of found: SettingsSources.Found, _ parse: (String) throws(Unfit) -> Value?
    ) throws(Mistake) -> Value? {
        do throws(Unfit) { return try parse(found.text) } catch {
            throw Mistake(place: found.place, reason: error.reason, remedy: error.remedy)
        }
    }
}
