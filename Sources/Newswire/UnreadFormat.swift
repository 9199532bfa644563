/// Text formats that are recognised but not read: taken for plain text, their markup would end up in the record.
enum UnreadFormat: CaseIterable {
    case xml, rtf

    private var description: (kind: String, remedy: String) {
        switch self {
        case .xml: ("an XML document of an unknown kind", Self.asPlainText)
        case .rtf: ("a rich-text (RTF) document", "save it as plain text (UTF-8)")
        }
    }

    private static let asPlainText = "convert the article to plain text (UTF-8), paragraphs a blank line apart"

    private func matches(_ sample: FileSample) -> Recognition {
        switch self {
        case .xml: sample.trimmed.begins(with: "<?xml") || sample.trimmed.begins(with: "<!doctype") ? .likely : .no
        case .rtf: sample.trimmed.begins(with: "{\\rtf") ? .certain : .no
        }
    }
}

extension UnreadFormat: Reader {
    var format: String { "\(self)" }

    func recognise(_ sample: FileSample) -> Recognition { matches(sample) }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        throw NewswireError(
            .unknownFormat, reason: "the file is \(description.kind), which is not read yet",
            remedy: description.remedy)
    }
}
