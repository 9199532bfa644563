internal import Newswire
internal import Yams

/// `calendar.yaml`: months, weekdays, time zones and the halves of the day.
enum CalendarFile: RuleFile {
    struct Entry {
        enum Kind {
            case month(Int), weekday, zone(String), beforeNoon, afterNoon
        }

        var word: String
        var kind: Kind
    }

    static let name = "calendar.yaml"
    private static let lists: [(String, Entry.Kind)] = [
        ("weekdays", .weekday), ("before-noon", .beforeNoon), ("after-noon", .afterNoon),
    ]
    static let sections = ["months", "weekdays", "zones", "before-noon", "after-noon"]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Entry>, _ reader: inout RuleReader) {
        if let months = sections["months"] { readMonths(months, into: &sheet, &reader) }
        if let zones = sections["zones"] { readZones(zones, into: &sheet, &reader) }
        for (section, kind) in lists {
            guard let list = sections[section] else { continue }
            for word in reader.texts(list, of: section) { add(word, kind, of: section, to: &sheet, &reader) }
        }
    }

    private static func readMonths(_ node: Node, into sheet: inout Sheet<Entry>, _ reader: inout RuleReader) {
        for (number, names) in reader.pairs(node, of: "months") {
            guard let month = Int(number.text), (1...12).contains(month) else {
                reader.report(
                    .unknownValue, at: number.spot, "\"\(number.text)\" is no month", expected: "a number from 1 to 12")
                continue
            }
            for word in reader.texts(names, of: "month \(month)") {
                add(word, .month(month), of: "months", to: &sheet, &reader)
            }
        }
    }

    private static func readZones(_ node: Node, into sheet: inout Sheet<Entry>, _ reader: inout RuleReader) {
        for (zone, value) in reader.pairs(node, of: "zones") {
            guard let offset = reader.text(value, of: zone.text) else { continue }
            guard offset.text.wholeMatch(of: /Z|[+-][0-9]{2}:[0-9]{2}|several/) != nil else {
                reader.report(
                    .unknownValue, at: offset.spot, "\"\(offset.text)\" is no offset",
                    expected: "\"+01:00\", Z, or several")
                continue
            }
            add(zone, .zone(offset.text == "several" ? "" : offset.text), of: "zones", to: &sheet, &reader)
        }
    }

    /// "May" and "mai" may stand in several lists; `remove` takes the list's name too ("months: sept").
    private static func add(
        _ word: RuleReader.Text, _ kind: Entry.Kind, of section: String, to sheet: inout Sheet<Entry>,
        _ reader: inout RuleReader
    ) {
        sheet.add(word, as: "\(section): \(word.key)", Entry(word: word.key, kind: kind), &reader)
    }

    static func enter(_ sheet: Sheet<Entry>, into rulebook: inout Rulebook) {
        var calendar = CalendarWords()
        for entry in sheet.inOrder {
            let word = entry.word
            switch entry.kind {
            case .month(let number): calendar.months[word] = number
            case .weekday: calendar.weekdays.insert(word)
            case .zone(let offset): calendar.zones[word] = offset
            case .beforeNoon: calendar.beforeNoon.insert(word)
            case .afterNoon: calendar.afterNoon.insert(word)
            }
        }
        rulebook.news.calendar = calendar
    }
}
