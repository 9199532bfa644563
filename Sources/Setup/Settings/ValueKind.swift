import SystemPackage

/// What the values of a setting are like.
package struct ValueKind<Value: Sendable>: AnyValueKind {
    /// What stands for the value in the help: "time".
    package let placeholder: String
    /// Completes "… is not …", with an example: "a time such as 500ms, 2s, 5m or 1h30m".
    package let expected: String
    package let completion: Completion
    /// Gives nil for a value that is not `expected`, and throws where there is more to say.
    let parse: @Sendable (String) throws(Unfit) -> Value?

    init(
        _ placeholder: String, _ expected: String, completion: Completion = .none,
        parse: @escaping @Sendable (String) throws(Unfit) -> Value?
    ) {
        self.placeholder = placeholder
        self.expected = expected
        self.completion = completion
        self.parse = parse
    }
}

/// A kind of values, whatever the program makes of them.
package protocol AnyValueKind: Sendable {
    var placeholder: String { get }
    var expected: String { get }
    var completion: Completion { get }
}

/// What a shell offers.
package enum Completion: Sendable, Equatable {
    case none, file, folder
    case words([String])
}

/// Why a text is no value of its setting, where "… is not …" would not explain it.
package struct Unfit: Error, Equatable {
    package var reason: String
    package var remedy: String
}

extension ValueKind {
    /// One of a few words.
    init(word placeholder: String, among words: [String], parse: @escaping @Sendable (String) -> Value?) {
        let listed = words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
        self.init(placeholder, listed, completion: .words(words)) { parse($0) }
    }

    /// The same, or "none".
    static func orNone<Wrapped>(_ kind: ValueKind<Wrapped>) -> ValueKind where Value == Wrapped? {
        .or("none", kind)
    }

    /// The same, or a word for nil.
    static func or<Wrapped>(_ word: String, _ kind: ValueKind<Wrapped>) -> ValueKind where Value == Wrapped? {
        ValueKind(kind.placeholder, "\(word), or \(kind.expected)", completion: kind.completion) { text throws(Unfit) in
            text == word ? .some(nil) : try kind.parse(text).map { .some($0) }
        }
    }
}

extension ValueKind where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
    /// One of a few words.
    static func word(_ placeholder: String) -> ValueKind {
        ValueKind(word: placeholder, among: Value.allCases.map(\.rawValue), parse: Value.init(rawValue:))
    }
}

extension ValueKind where Value == FilePath {
    static var folder: ValueKind { path("folder", completion: .folder) }
    static var file: ValueKind { path("file", completion: .file) }
    static var socket: ValueKind { path("socket", completion: .file) }

    private static func path(_ placeholder: String, completion: Completion) -> ValueKind {
        let expected = completion == .folder ? "a folder's path" : "a file's path"
        return ValueKind(placeholder, expected, completion: completion) { text throws(Unfit) in
            try FilePath(setting: text)
        }
    }
}

extension ValueKind where Value == Int {
    static func wholeNumber(upTo most: Int, suchAs example: Int) -> ValueKind {
        ValueKind("number", "a whole number from 1 to \(most), such as \(example)") { text in
            Int(text).flatMap { (1...most).contains($0) ? $0 : nil }
        }
    }

    /// In bytes, and some.
    static var size: ValueKind {
        ValueKind("size", "a size such as 512K, 64M or 1G") { Quantity.size($0).flatMap { $0 > 0 ? $0 : nil } }
    }
}

extension ValueKind where Value == Duration {
    static var time: ValueKind {
        ValueKind("time", "a time such as 500ms, 2s, 5m or 1h30m", parse: Quantity.duration)
    }

    /// More than none.
    static var positiveTime: ValueKind { ValueKind("time", time.expected, parse: Quantity.positiveDuration) }
}

extension ValueKind where Value == UInt32 {
    /// Permission bits of a file that its owner reads and writes and that nobody executes.
    static var mode: ValueKind {
        ValueKind("mode", "an octal mode that lets its owner read and write, such as 0640") { text in
            UInt32(text, radix: 8).flatMap { $0 & ~0o666 == 0 && $0 & 0o600 == 0o600 ? $0 : nil }
        }
    }
}

extension ValueKind where Value == Bool {
    /// A flag without a value.
    static var truth: ValueKind {
        ValueKind("", "true or false") { text in
            switch text.lowercased() {
            case "true", "yes", "on": true
            case "false", "no", "off": false
            default: nil
            }
        }
    }
}
