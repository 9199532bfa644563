/// Text formats that are recognised but not read: taken for plain text, their markup would end up in the record.
enum UnreadFormat: CaseIterable {
    case html, xml, json, jsonLines, rtf, email

    private var description: (kind: String, remedy: String) {
        switch self {
        case .html: ("an HTML page", "extract the article's text first and drop that in as plain text")
        case .xml: ("an XML document of an unknown kind", Self.asPlainText)
        case .json: ("a JSON document", Self.asPlainText)
        case .jsonLines: ("a file of JSON lines", "drop in the articles that it holds, one plain-text file each")
        case .rtf: ("a rich-text (RTF) document", "save it as plain text (UTF-8)")
        case .email: ("an e-mail message", "save its text as a plain-text file")
        }
    }

    private static let asPlainText = "convert the article to plain text (UTF-8), paragraphs a blank line apart"

    private func matches(_ sample: FileSample) -> Recognition {
        switch self {
        case .html: XMLSniffer.looksLikeHTML(sample) ? .certain : .no
        case .xml: sample.trimmed.begins(with: "<?xml") ? .likely : .no
        case .json: JSONSniffer.looksLikeJSON(sample) ? .likely : .no
        case .jsonLines: JSONSniffer.looksLikeJSONLines(sample) ? .certain : .no
        case .rtf: sample.trimmed.begins(with: "{\\rtf") ? .certain : .no
        case .email: EmailSniffer.looksLikeEmail(sample) ? .likely : .no
        }
    }
}

extension UnreadFormat: Reader {
    var format: String { "\(self)" }

    func recognise(_ sample: FileSample) -> Recognition { matches(sample) }

    func read(_ bytes: [UInt8], name: String) throws(NewswireError) -> Reading {
        throw NewswireError(
            .unknownFormat, reason: "the file is \(description.kind), which is not read yet",
            remedy: description.remedy)
    }
}
