internal import Yams

/// Walks the nodes of one rule file and gathers what is wrong with them, each with its place.
struct RuleReader {
    let file: String
    private(set) var problems: [RulebookProblem] = []

    init(file: String) { self.file = file }

    mutating func report(
        _ code: RulebookProblem.Code, _ severity: RulebookProblem.Severity = .error, at spot: Spot?, _ what: String,
        expected: String? = nil, suggestion: String? = nil
    ) {
        problems.append(
            RulebookProblem(
                code: code, severity: severity, place: place(spot), what: what, expected: expected,
                suggestion: suggestion))
    }

    func place(_ spot: Spot?) -> Place { Place(file: file, line: spot?.line ?? 1, column: spot?.column ?? 1) }

    /// A word with its place.
    struct Text {
        var text: String
        var spot: Spot?
        /// What the word is looked up by.
        var key: String { folded(text) }
    }

    /// The pairs of a mapping. `what` says what the mapping is of, for the message: `verb "say"`.
    mutating func pairs(_ node: Node, of what: String) -> [(key: Text, value: Node)] {
        guard case .mapping(let mapping) = node else {
            report(.wrongType, at: node.spot, "\(what) is \(kind(node))", expected: "keys with values: \"key: value\"")
            return []
        }
        var pairs: [(key: Text, value: Node)] = []
        for (key, value) in mapping {
            guard let text = text(key, of: "a key of \(what)") else { continue }
            if !DuplicateKey.isMask(text.text) { pairs.append((text, value)) }
        }
        return pairs
    }

    /// The values of a mapping whose keys are all known; others are reported. Nil if it is no mapping.
    mutating func fields(_ node: Node, _ known: [String], of what: String) -> [String: Node]? {
        guard node.mapping != nil else {
            _ = pairs(node, of: what)
            return nil
        }
        var fields: [String: Node] = [:]
        for (key, value) in pairs(node, of: what) {
            if known.contains(key.text) {
                fields[key.text] = value
            } else {
                report(
                    .unknownKey, at: key.spot, "unknown key \"\(key.text)\" in \(what)",
                    expected: "one of \(known.joined(separator: ", "))", suggestion: nearest(to: key.text, among: known)
                )
            }
        }
        return fields
    }

    mutating func text(_ node: Node, of what: String) -> Text? {
        guard case .scalar(let scalar) = node else {
            report(.wrongType, at: node.spot, "\(what) is \(kind(node))", expected: "a word or phrase")
            return nil
        }
        guard scalar.string.contains(where: { !$0.isWhitespace }) else {
            report(.wrongType, at: node.spot, "\(what) has no value", expected: "a word or phrase")
            return nil
        }
        return Text(text: scalar.string, spot: node.spot)
    }

    /// The words of a list; a single word is a list of one.
    mutating func texts(_ node: Node, of what: String) -> [Text] {
        switch node {
        case .sequence(let sequence):
            return sequence.compactMap { text($0, of: "an entry of \(what)") }
        case .scalar:
            return text(node, of: what).map { [$0] } ?? []
        case .mapping, .alias:
            report(.wrongType, at: node.spot, "\(what) is \(kind(node))", expected: "a list: [one, two]")
            return []
        }
    }

    mutating func choice<Value>(
        _ text: Text, of what: String, among values: [(name: String, value: Value)]
    ) -> Value? {
        if let value = values.first(where: { $0.name == text.text }) { return value.value }
        let names = values.map(\.name)
        report(
            .unknownValue, at: text.spot, "unknown \(what) \"\(text.text)\"",
            expected: "one of \(names.joined(separator: ", "))", suggestion: nearest(to: text.text, among: names))
        return nil
    }

    mutating func choice<Value: CaseIterable & RawRepresentable>(
        _ node: Node?, of what: String, as type: Value.Type = Value.self
    ) -> Value? where Value.RawValue == String {
        guard let node, let text = text(node, of: what) else { return nil }
        return choice(text, of: what, among: Value.allCases.map { ($0.rawValue, $0) })
    }

    mutating func flag(_ node: Node?, of what: String) -> Bool? {
        guard let node, let text = text(node, of: what) else { return nil }
        return choice(text, of: "\(what) value", among: [("true", true), ("false", false)])
    }

    /// A number from 0 to 1.
    mutating func share(_ node: Node?, of what: String) -> Double? {
        guard let node, let text = text(node, of: what) else { return nil }
        if let value = Double(text.text), (0...1).contains(value) { return value }
        report(.unknownValue, at: text.spot, "\(what) is \"\(text.text)\"", expected: "a number from 0 to 1")
        return nil
    }

    private func kind(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar): scalar.string.isEmpty ? "empty" : "the text \"\(scalar.string.prefix(40))\""
        case .sequence: "a list"
        case .mapping: "a group of keys"
        case .alias: "an alias"
        }
    }
}

/// A line and a column of a file, both from 1.
struct Spot {
    var line: Int
    var column: Int
}

extension Node {
    var spot: Spot? { mark.map(Spot.init) }
}

extension Spot {
    init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}
