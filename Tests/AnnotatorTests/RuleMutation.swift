import Foundation
import TestSupport
import Yams

@testable import Rulebook

/// Something that the shipped rules say, taken away.
struct RuleMutation: CustomStringConvertible {
    enum Part: Hashable {
        case section(String)
        /// A key that the entries of a section can have.
        case key(String, of: String)
        /// An entry, by its name in the sheet.
        case entry(String)
    }

    var file: String
    var part: Part

    var description: String {
        switch part {
        case .section(let section): "\(file)/\(section)"
        case .key(let key, let section): "\(file)/\(section)/\(key)"
        case .entry(let name): "\(file): \(name)"
        }
    }
}

/// One shipped rule file, read once, and the rulebooks that lack a part of it.
struct MutableRuleFile<File: RuleFile> {
    private let sections: [String: Node]
    private let base: Rulebook

    /// - Parameter base: Of the language whose file it is.
    init(_ file: File.Type, of base: Rulebook) throws {
        self.base = base
        let path = Shipped.root.appending(path: "Rules/\(base.language)/\(File.name)")
        var reader = RuleReader(file: File.name)
        let root = RuleTree.compose(try String(contentsOf: path, encoding: .utf8), &reader)
        sections = root.flatMap { reader.fields($0, File.sections, of: File.name) } ?? [:]
    }

    /// Each section that the file has, and each key that its entries have.
    var mutations: [RuleMutation] {
        File.sections.filter { sections[$0] != nil }.flatMap { section in
            [RuleMutation(file: File.name, part: .section(section))]
                + File.keys(of: section).filter { has($0, in: sections[section]) }
                .map { RuleMutation(file: File.name, part: .key($0, of: section)) }
        }
    }

    private func has(_ key: String, in node: Node?) -> Bool {
        guard case .mapping(let mapping) = node else { return false }
        return mapping.contains { $0.key.string == key || has(key, in: $0.value) }
    }

    /// Each entry.
    var entries: [RuleMutation] {
        sheet(sections).entries.keys.sorted().map { RuleMutation(file: File.name, part: .entry($0)) }
    }

    /// - Parameter base: The rulebook that has the part.
    func rulebook(without part: RuleMutation.Part, in base: Rulebook? = nil) -> Rulebook {
        var sections = sections
        switch part {
        case .section(let section): sections[section] = nil
        case .key(let key, let section):
            sections[section] = sections[section].map { without(key, $0, File.keys(of: section)) }
        case .entry: break
        }
        var sheet = sheet(sections)
        if case .entry(let name) = part { remove(name, from: &sheet) }
        var rulebook = base ?? self.base
        File.enter(sheet, into: &rulebook)
        return rulebook
    }

    private func sheet(_ sections: [String: Node]) -> Sheet<File.Entry> {
        var sheet = Sheet<File.Entry>()
        var reader = RuleReader(file: File.name)
        File.read(sections, into: &sheet, &reader)
        return sheet
    }

    /// As a user's file does.
    private func remove(_ name: String, from sheet: inout Sheet<File.Entry>) {
        var upper = Sheet<File.Entry>()
        var problems: [RulebookProblem] = []
        upper.remove(RuleReader.Text(text: name), as: name, RuleReader(file: File.name))
        sheet.lay(over: upper, problems: &problems)
    }

    /// The entries of a section without a key, or with a plain value where they must have one.
    private func without(_ key: String, _ node: Node, _ keys: [String]) -> Node {
        guard case .mapping(var mapping) = node else { return node }
        if mapping.keys.allSatisfy({ keys.contains($0.string ?? "") }) {
            if mapping[key] != nil { mapping[key] = Self.plain[key] }
            return .mapping(mapping)
        }
        let pairs = mapping.map { ($0.key, without(key, $0.value, keys)) }
        return Node(pairs)
    }

    private static var plain: [String: Node] { ["class": "say", "frames": ["that"], "source": "after"] }
}
