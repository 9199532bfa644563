internal import Yams

/// `quote-marks.yaml`: marks that open and close quotations.
enum QuoteMarkFile: RuleFile {
    enum Entry {
        case pair(QuoteMarks.Pair)
        case apostrophe(Unicode.Scalar)
    }

    static let name = "quote-marks.yaml"
    static let sections = ["neutral", "pairs", "single", "apostrophes"]

    static func read(_ sections: [String: Node], into sheet: inout Sheet<Entry>, _ reader: inout RuleReader) {
        // First, so that a mark that is in pairs as well is mostly neutral.
        if let neutral = sections["neutral"] {
            for text in reader.texts(neutral, of: "neutral") where isMarks([text.text], text, &reader) {
                add(text, .pair(QuoteMarks.Pair(text.text, text.text)), &sheet, &reader)
            }
        }
        addPairs("pairs", isSingle: false, sections, &sheet, &reader)
        addPairs("single", isSingle: true, sections, &sheet, &reader)
        guard let apostrophes = sections["apostrophes"] else { return }
        for text in reader.texts(apostrophes, of: "apostrophes") {
            guard let scalar = text.text.unicodeScalars.first, text.text.unicodeScalars.count == 1 else {
                reader.report(
                    .unknownValue, at: text.spot, "\"\(text.text)\" is no apostrophe", expected: "one character: \"’\"")
                continue
            }
            sheet.add(text, as: "apostrophes: \(text.text)", .apostrophe(scalar), &reader)
        }
    }

    private static func addPairs(
        _ section: String, isSingle: Bool, _ sections: [String: Node], _ sheet: inout Sheet<Entry>,
        _ reader: inout RuleReader
    ) {
        guard let list = sections[section] else { return }
        for text in reader.texts(list, of: section) {
            let marks = text.text.split(separator: " ").map(String.init)
            guard marks.count == 2 else {
                reader.report(
                    .unknownValue, at: text.spot, "\"\(text.text)\" is no pair of marks",
                    expected: "two marks with a space between: \"“ ”\"")
                continue
            }
            guard isMarks(marks, text, &reader) else { continue }
            add(text, .pair(QuoteMarks.Pair(marks[0], marks[1], isSingle: isSingle)), &sheet, &reader)
        }
    }

    /// A letter would be read as a word, and a mark of two words never found.
    private static func isMarks(_ marks: [String], _ text: RuleReader.Text, _ reader: inout RuleReader) -> Bool {
        let areMarks = marks.allSatisfy { mark in
            mark.unicodeScalars.allSatisfy {
                !$0.properties.isAlphabetic && $0.properties.numericType == nil && !$0.properties.isWhitespace
            }
        }
        if !areMarks {
            reader.report(
                .unknownValue, at: text.spot, "\"\(text.text)\" is no mark", expected: "neither letters nor numbers")
        }
        return areMarks
    }

    private static func add(
        _ text: RuleReader.Text, _ entry: Entry, _ sheet: inout Sheet<Entry>, _ reader: inout RuleReader
    ) {
        sheet.add(text, as: name(ofEntry: text.text), entry, &reader)
    }

    /// As it is written: what folds curly marks to straight ones would make “’ ’” and “' '” one.
    static func name(ofEntry text: String) -> String { text.split(separator: " ").joined(separator: " ") }

    static func enter(_ sheet: Sheet<Entry>, into rulebook: inout Rulebook) {
        var pairs: [QuoteMarks.Pair] = []
        var apostrophes: [Unicode.Scalar] = []
        for entry in sheet.inOrder {
            switch entry {
            case .pair(let pair): pairs.append(pair)
            case .apostrophe(let scalar): apostrophes.append(scalar)
            }
        }
        rulebook.quoteMarks = QuoteMarks(pairs: pairs, apostrophes: apostrophes)
    }
}
