internal import Yams

/// Composes a rule file's text into YAML nodes that know their lines and columns.
enum RuleTree {
    /// Each duplicate key costs one more reading of the file; whoever has more finds them the next time.
    private static let mostDuplicates: UInt32 = 20

    /// The root node; nil if the text holds nothing but comments or cannot be composed. What is wrong goes to `reader`.
    static func compose(_ text: String, _ reader: inout RuleReader) -> Node? {
        if let alias = AliasScan.first(in: text) {
            reader.report(
                .alias, at: Spot(line: alias.line, column: alias.column), "a YAML anchor or alias",
                expected: "plain text, in quotes if it starts with & or *")
            return nil
        }
        var text = text
        for attempt in 0..<mostDuplicates {
            do {
                // Nothing here is read as a number or a truth value, so that "no" and "on" stay words.
                return try Yams.compose(yaml: text, .basic).flatMap { checked($0, text, &reader) }
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let key = keys.min() ?? ""
                let duplicate = DuplicateKey.second(of: key, after: Spot(context.mark), in: text)
                reader.report(
                    .duplicate, at: duplicate?.spot ?? Spot(context.mark),
                    "\"\(key)\" is already given in line \(context.mark.line)", expected: "each key once")
                guard let duplicate else { return nil }
                // With another key there the rest of the file can be checked in the same go.
                text = duplicate.masked(in: text, attempt: attempt)
            } catch {
                reader.report(error, in: text)
                return nil
            }
        }
        return nil
    }

    /// Every node takes at least a byte to write, unless it stands there by an alias that the scan did not see.
    private static func checked(_ root: Node, _ text: String, _ reader: inout RuleReader) -> Node? {
        var budget = text.utf8.count
        spend(&budget, on: root)
        if budget > 0 { return root }
        reader.report(
            .alias, at: root.spot, "YAML aliases make this file too large", expected: "no anchors and aliases")
        return nil
    }

    private static func spend(_ budget: inout Int, on node: Node) {
        budget -= 1
        guard budget > 0 else { return }
        switch node {
        case .scalar, .alias: break
        case .sequence(let sequence): for node in sequence { spend(&budget, on: node) }
        case .mapping(let mapping):
            for (key, value) in mapping {
                spend(&budget, on: key)
                spend(&budget, on: value)
            }
        }
    }
}

/// Finds where a key is given for the second time, which the YAML library does not say.
struct DuplicateKey {
    var spot: Spot
    private var range: Range<String.Index>

    /// Private-use characters that mark a masked key, one for each attempt.
    private static let masks = Unicode.Scalar(0xE000)!..<Unicode.Scalar(0xE100)!

    static func isMask(_ key: String) -> Bool { key.unicodeScalars.first.map(masks.contains) ?? false }

    /// The text with the key replaced by one as long, so that later columns stay right.
    func masked(in text: String, attempt: UInt32) -> String {
        let mask = Unicode.Scalar(0xE000 + attempt) ?? "\u{E000}"
        var masked = text
        let length = text.unicodeScalars[range].count
        masked.unicodeScalars.replaceSubrange(range, with: repeatElement(mask, count: length))
        return masked
    }

    static func second(of key: String, after first: Spot, in text: String) -> DuplicateKey? {
        let scalars = text.unicodeScalars
        var (line, column) = (1, 1)
        var (atStart, inComment) = (true, false)
        for index in scalars.indices {
            let scalar = scalars[index]
            // A quoted key's mark is its quote mark, one before the key itself.
            let isLater = line > first.line || line == first.line && column > first.column + 1
            if isLater, atStart, !inComment, let end = keyEnd(key, at: index, in: scalars) {
                return DuplicateKey(spot: Spot(line: line, column: column), range: index..<end)
            }
            inComment = scalar != "\n" && (inComment || atStart && scalar == "#")
            atStart = " \n{,\"'".unicodeScalars.contains(scalar)
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        return nil
    }

    /// The end of the key if it stands at `index` with a colon after it.
    private static func keyEnd(
        _ key: String, at index: String.Index, in scalars: String.UnicodeScalarView
    ) -> String.Index? {
        guard scalars[index...].starts(with: key.unicodeScalars) else { return nil }
        let end = scalars.index(index, offsetBy: key.unicodeScalars.count)
        return scalars[end...].drop { $0 == "\"" || $0 == "'" || $0 == " " }.first == ":" ? end : nil
    }
}
