internal import Yams

/// `furniture.yaml`: paragraphs that a web site put around the story.
enum FurnitureFile: RuleFile {
    static let name = "furniture.yaml"
    static let sections = ["rules"]
    static let keys = ["rules": ["starts", "is", "contains", "all"]]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<FurnitureRule>, _ reader: inout RuleReader) {
        guard let rules = sections["rules"] else { return }
        for (reason, value) in reader.pairs(rules, of: "rules") {
            guard let fields = reader.fields(value, keys(of: "rules"), of: reason.text) else {
                continue
            }
            add(fields["starts"], "\(reason.text): starts", reason, &sheet, &reader) { .prefix($0) }
            add(fields["is"], "\(reason.text): is", reason, &sheet, &reader) { .whole(withoutEndPunctuation($0)) }
            add(fields["contains"], "\(reason.text): contains", reason, &sheet, &reader) { .contains($0) }
            if let all = fields["all"] { addAll(all, reason, &sheet, &reader) }
        }
    }

    private static func add(
        _ node: Node?, _ what: String, _ reason: RuleReader.Text, _ sheet: inout Sheet<FurnitureRule>,
        _ reader: inout RuleReader, _ match: (String) -> FurnitureRule.Match
    ) {
        guard let node else { return }
        for text in reader.texts(node, of: what) {
            sheet.add(text, FurnitureRule(match: match(text.key), reason: reason.text), &reader)
        }
    }

    private static func withoutEndPunctuation(_ text: String) -> String {
        String(text.reversed().drop { ".:!…".contains($0) }.reversed())
    }

    /// Each entry of `all` is a list itself: all of its texts must be there.
    private static func addAll(
        _ node: Node, _ reason: RuleReader.Text, _ sheet: inout Sheet<FurnitureRule>, _ reader: inout RuleReader
    ) {
        guard case .sequence(let lists) = node else {
            reader.report(
                .wrongType, at: node.spot, "\(reason.text): all is no list", expected: "lists in a list: [[one, two]]")
            return
        }
        for list in lists {
            let texts = reader.texts(list, of: "\(reason.text): all")
            guard !texts.isEmpty else { continue }
            let key = RuleReader.Text(text: texts.map(\.text).joined(separator: " + "), spot: list.spot)
            sheet.add(key, FurnitureRule(match: .all(texts.map(\.key)), reason: reason.text), &reader)
        }
    }

    /// Cheap tests before those that look through the whole paragraph.
    static func enter(_ sheet: Sheet<FurnitureRule>, into rulebook: inout Rulebook) {
        func cost(_ rule: FurnitureRule) -> Int {
            switch rule.match {
            case .whole: 0
            case .prefix: 1
            case .contains: 2
            case .all: 3
            }
        }
        rulebook.furniture = sheet.entries.sorted { (cost($0.value), $0.key) < (cost($1.value), $1.key) }.map(\.value)
    }
}
