internal import Yams

/// One of the rule files: its name, its sections and how its entries are read.
protocol RuleFile: SendableMetatype {
    /// What one entry says, whatever file of the layers it stands in.
    associatedtype Entry
    static var name: String { get }
    /// The keys at the top of the file, without `remove`, which every file of a user's own may have.
    static var sections: [String] { get }
    /// The keys that the entries of a section can have, by section; none for sections that list words.
    static var keys: [String: [String]] { get }

    /// Reads the sections into entries and reports what is wrong.
    static func read(_ sections: [String: Node], into sheet: inout Sheet<Entry>, _ reader: inout RuleReader)

    /// The name by which the sheet knows an entry that is written like this: `remove` finds entries by it.
    static func name(ofEntry text: String) -> String

    /// Puts what all layers together say into the rulebook.
    static func enter(_ sheet: Sheet<Entry>, into rulebook: inout Rulebook)
}

extension RuleFile {
    static var keys: [String: [String]] { [:] }

    static func name(ofEntry text: String) -> String { folded(text) }

    static func keys(of section: String) -> [String] { keys[section] ?? [] }

    /// Reads the text of a file: its sections, and what a user's file removes.
    static func read(
        _ text: String, into sheet: inout Sheet<Entry>, _ reader: inout RuleReader, isOverlay: Bool
    ) {
        guard let root = RuleTree.compose(text, &reader) else {
            let isTemplate = isOverlay && !text.isEmpty
            if reader.problems.isEmpty, !isTemplate {
                reader.report(.empty, at: nil, "the file is empty", expected: "\(sections[0]): and entries below it")
            }
            return
        }
        guard let fields = reader.fields(root, sections + ["remove"], of: "this file") else { return }
        read(fields, into: &sheet, &reader)
        guard let remove = fields["remove"] else { return }
        if isOverlay {
            for word in reader.texts(remove, of: "remove") { sheet.remove(word, as: name(ofEntry: word.text), reader) }
        } else {
            reader.report(
                .misplacedRemoval, at: remove.spot, "a shipped file removes entries",
                expected: "remove: only in files laid over the shipped ones")
        }
    }
}

extension RuleReader {
    /// Adds every word of a list (or lists by a key such as "female") with the same entry.
    mutating func add<Entry>(_ node: Node?, of what: String, to sheet: inout Sheet<Entry>, as entry: Entry) {
        guard let node else { return }
        for word in texts(node, of: what) { sheet.add(word, entry, &self) }
    }

    /// Whether a phrase has one gap at most, with words around it; what is wrong is reported.
    mutating func isWhole(_ text: Text) -> Bool {
        if PhrasePattern.isWhole(text.key) { return true }
        report(
            .unknownValue, at: text.spot, "the ~ of \"\(text.text)\" has no words on both sides",
            expected: "one ~, between words: \"in ~ view\"")
        return false
    }

    /// The class and stance that every reporting word has; the class must be given.
    mutating func meaning(_ fields: [String: Node], of key: Text, _ what: String) -> (VerbClass, Stance)? {
        let stance = choice(fields["stance"], of: "stance", as: Stance.self)
        let verbClass = choice(fields["class"], of: "class", as: VerbClass.self)
        if fields["class"] == nil {
            report(.missingKey, at: key.spot, "\(what) has no class", expected: "class: say, or another class")
        }
        return verbClass.map { ($0, stance ?? .neutral) }
    }
}
