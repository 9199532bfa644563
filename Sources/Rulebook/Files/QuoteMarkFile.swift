internal import Yams

/// `quote-marks.yaml`: marks that open and close quotations.
enum QuoteMarkFile: RuleFile {
    enum Entry {
        case pair(QuoteMarks.Pair)
        case neutral(String)
    }

    static let name = "quote-marks.yaml"
    static let sections = ["pairs", "single", "neutral"]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Entry>, _ reader: inout RuleReader) {
        for section in ["pairs", "single"] {
            guard let list = sections[section] else { continue }
            for text in reader.texts(list, of: section) {
                let marks = text.text.split(separator: " ").map(String.init)
                guard marks.count == 2 else {
                    reader.report(
                        .unknownValue, at: text.spot, "\"\(text.text)\" is no pair of marks",
                        expected: "two marks with a space between: \"“ ”\"")
                    continue
                }
                let pair = QuoteMarks.Pair(open: marks[0], close: marks[1], single: section == "single")
                sheet.add(text, as: name(ofEntry: text.text), .pair(pair), &reader)
            }
        }
        guard let neutral = sections["neutral"] else { return }
        for text in reader.texts(neutral, of: "neutral") {
            sheet.add(text, as: name(ofEntry: text.text), .neutral(text.text), &reader)
        }
    }

    /// As it is written: what folds curly marks to straight ones would make “’ ’” and “' '” one.
    static func name(ofEntry text: String) -> String { text.split(separator: " ").joined(separator: " ") }

    /// Longer marks first, so that `` wins over `.
    static func enter(_ sheet: Sheet<Entry>, into rulebook: inout Rulebook) {
        var marks = QuoteMarks()
        for (_, entry) in sheet.entries.sorted(by: { ($1.key.count, $0.key) < ($0.key.count, $1.key) }) {
            switch entry {
            case .pair(let pair): marks.pairs.append(pair)
            case .neutral(let mark): marks.neutral.append(mark)
            }
        }
        rulebook.quoteMarks = marks
    }
}
