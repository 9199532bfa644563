/// One thing about the daemon that can be set: by a flag, an environment variable or a line of the settings file.
///
/// Setting+Declarations.swift declares each once. Flag, variable, key of the file, help, completion, manual page, default,
/// messages and the table in docs/running.md follow from that.
package struct Setting: Sendable {
    /// As the settings file spells it: "keep-done".
    package let name: String
    /// What it is for, in a sentence; the default is said after it.
    package let summary: String
    package let usual: Default
    package let kind: any AnyValueKind

    package enum Default: Sendable, Equatable {
        /// There is none: the setting has to be given.
        case required
        /// As somebody would write it: "2s".
        case text(String)
        /// It depends on something else, as this says: "one for each core".
        case derived(String)
    }

    init<Value: Sendable>(_ name: String, _ kind: ValueKind<Value>, _ usual: Default, _ summary: String) {
        self.name = name
        self.kind = kind
        self.usual = usual
        self.summary = summary
    }

    package var flag: String { "--" + name }
    package var variable: String { "QUOTED_" + name.uppercased().replacing("-", with: "_") }
    /// What a value must be, as it completes "… is not …", with an example.
    package var expected: String { kind.expected }

    /// The summary, or another, with the default behind it.
    package func help(_ other: String? = nil) -> String {
        let summary = other ?? summary
        return switch usual {
        case .required: summary
        case .text(let text), .derived(let text): "\(summary) (default: \(text))"
        }
    }

    package static func named(_ name: String) -> Setting? { byName[name] }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}

extension Setting: Hashable {
    package static func == (one: Setting, other: Setting) -> Bool { one.name == other.name }
    package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

extension Setting {
    /// Reads a value of this setting.
    ///
    /// - Returns: Nil for what the setting does not allow.
    func value<Value: Sendable>(_ text: String) throws(Unfit) -> Value? {
        guard let kind = kind as? ValueKind<Value> else { preconditionFailure("\(name) is no \(Value.self)") }
        return try kind.parse(text)
    }

    /// The default, where it is one that can be written.
    package func usualValue<Value: Sendable>() -> Value {
        guard case .text(let text) = usual, let value: Value = try? value(text) else {
            preconditionFailure("the default of \(name) is no value of it")
        }
        return value
    }
}
