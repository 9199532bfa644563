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

    /// A byte cannot write more than three nodes ("?" is a mapping of an empty key to an empty value): where there are more,
    /// some stand there by aliases that the scan did not see.
    private static func checked(_ root: Node, _ text: String, _ reader: inout RuleReader) -> Node? {
        var budget = 3 * text.utf8.count + 1
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
