import CivilTime
import Foundation

extension SpeakerDirectoryFile {
    /// An entry as a line, without its newline. What is empty is left out.
    package static func line(of entry: SpeakerDirectory.Entry) -> String {
        var line = LineWriter()
        line.add("id", entry.id)
        line.add("kind", entry.kind?.rawValue)
        line.add("name", entry.name)
        line.add("aliases", entry.aliases)
        line.add("gender", entry.gender?.rawValue)
        line.add("role", entry.role)
        line.add("offices", list: entry.offices.map(text))
        line.add("occupations", entry.occupations)
        line.add("start", entry.lifetime.start?.iso)
        line.add("end", entry.lifetime.end?.iso)
        return line.text
    }

    private static func text(of office: SpeakerDirectory.Office) -> String {
        var line = LineWriter()
        line.add("name", office.name)
        line.add("aliases", office.aliases)
        line.add("start", office.period.start?.iso)
        line.add("end", office.period.end?.iso)
        return line.text
    }
}

/// An object of JSON with its members in the order in which they are told: people look for the id first.
private struct LineWriter {
    private var members: [String] = []

    var text: String { "{\(members.joined(separator: ", "))}" }

    mutating func add(_ key: String, _ value: String?) { add(key, json: value.map(Self.json)) }

    mutating func add(_ key: String, _ values: [String]) { add(key, list: values.map(Self.json)) }

    /// - Parameter list: JSON each.
    mutating func add(_ key: String, list: [String]) {
        add(key, json: list.isEmpty ? nil : "[\(list.joined(separator: ", "))]")
    }

    private mutating func add(_ key: String, json: String?) {
        if let json { members.append("\"\(key)\": \(json)") }
    }

    private static func json(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        guard let data = try? encoder.encode(text) else { preconditionFailure("a text is JSON") }
        return String(decoding: data, as: UTF8.self)
    }
}
