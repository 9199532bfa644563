package import Records
package import SystemPackage

/// Takes settings out of their sources one after the other and gathers every mistake on the way.
package struct SettingsReader {
    private let sources: SettingsSources
    package private(set) var mistakes: [Mistake]
    /// The settings file, if there is one.
    var file: FilePath? { sources.file }
    /// Where each setting that was given came from.
    package private(set) var places: [Setting: String] = [:]

    package init(_ sources: SettingsSources) {
        self.sources = sources
        mistakes = sources.mistakes
    }

    /// - Parameters:
    ///   - flags: What the command line gave.
    ///   - file: The settings file; nil for the one that `QUOTED_CONFIG` names, if it does.
    /// - Throws: `SettingsError` where the file cannot be read.
    package init(
        flags: [Setting: String], file: String?, environment: [String: String] = GivenText.environment
    ) async throws(SettingsError) {
        let file = file ?? environment[SettingsSources.fileVariable]
        self.init(
            try await SettingsSources(
                flags: flags, environment: environment, file: file.map { FilePath(given: $0) }))
    }

    /// - Returns: The default where the setting is not given, or wrong.
    mutating func value<Value: Sendable>(_ setting: Setting) -> Value { given(setting) ?? setting.usualValue() }

    /// - Returns: Nil where the setting is not given, or wrong.
    package mutating func given<Value: Sendable>(_ setting: Setting) -> Value? {
        assert(Setting.named(setting.name) != nil, "\(setting.name) is missing among Setting.allCases")
        do throws(Mistake) {
            guard let found = try sources.find(setting) else { return nil }
            places[setting] = found.place
            let value: Value = try Self.value(of: setting, found)
            return value
        } catch {
            mistakes.append(error)
            return nil
        }
    }

    /// - Returns: Nil where the setting is missing, which is a mistake, or wrong.
    package mutating func required<Value: Sendable>(_ setting: Setting) -> Value? {
        let known = mistakes.count
        let value: Value? = given(setting)
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
    mutating func note(_ reason: String, _ remedy: String, at setting: Setting) {
        mistakes.append(Mistake(place: places[setting] ?? setting.flag, reason: reason, remedy: remedy))
    }

    /// - Throws: All mistakes, if there are any.
    package func finish() throws(SettingsError) {
        guard mistakes.isEmpty else { throw SettingsError(mistakes) }
    }

    private static func value<Value: Sendable>(
        of setting: Setting, _ found: SettingsSources.Found
    ) throws(Mistake) -> Value {
        let value: Value?
        do throws(Unfit) { value = try setting.value(found.text) } catch {
            throw Mistake(place: found.place, reason: error.reason, remedy: error.remedy)
        }
        if let value { return value }
        throw Mistake(
            place: found.place, reason: "“\(found.text)” is not \(setting.expected)",
            remedy: "change it, or leave the setting out for its default")
    }
}

extension SettingsReader {
    /// How sure quotations and speakers must be, for commands without a settings file.
    ///
    /// - Throws: `SettingsError` where one is no such number.
    package static func floor(
        flags: [Setting: String], environment: [String: String]
    ) async throws(SettingsError) -> ConfidenceFloor {
        var reader = SettingsReader(try await SettingsSources(flags: flags, environment: environment, file: nil))
        let floor = ConfidenceFloor(
            quotation: reader.value(.minConfidence), speaker: reader.value(.minSpeakerConfidence))
        try reader.finish()
        return floor
    }

    /// The same for lines that were written: nothing but what the flags say.
    package static func floorOfWritten(flags: [Setting: String]) async throws(SettingsError) -> ConfidenceFloor {
        var floor = try await floor(flags: flags, environment: [:])
        if flags[.minSpeakerConfidence] == nil { floor.speaker = 0 }
        return floor
    }
}

// MARK: Places that follow from others

extension SettingsReader {
    /// Beside the journal, unless somebody says otherwise.
    package mutating func ledger(of journal: FilePath?) -> FilePath? {
        let named: FilePath? = given(.ledger)
        return named ?? journal.map { FilePath($0.string + ".ledger") }
    }

    /// Beside the journal, unless somebody says otherwise.
    package mutating func index(of journal: FilePath?) -> IndexChoice? {
        let named: IndexChoice? = given(.index)
        return named ?? journal.map { .file(FilePath($0.string + ".index")) }
    }
}
