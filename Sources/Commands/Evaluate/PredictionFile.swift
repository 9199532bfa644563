import Evaluation
import Foundation
import Journal
import Records

/// What was found in articles before: lines of a journal, or of the form that marks have.
enum PredictionFile {
    private static let form =
        #"a line of quoted's journal, or as {"id": "…", "attributions": [{"source": [[begin, end], …], …}, …]}"#

    /// - Throws: `InputMistakes` with every line that is neither.
    static func read(_ bytes: [UInt8], file: String) throws(InputMistakes) -> Predictions {
        let decoder = JSONDecoder()
        let lines = try JSONLines.read(bytes, file: file, form: form) { data -> Predictions.Entry? in
            switch try decoder.decode(Line.self, from: data) {
            case .marks(let line):
                Predictions.Entry(id: line.id, text: line.text, finds: try line.marks())
            case .record(let record): entry(of: record)
            }
        }
        return Predictions(lines.compactMap(\.value))
    }

    /// - Returns: Nil for an article that was taken back.
    private static func entry(of record: Record) -> Predictions.Entry? {
        guard record.kind == .article else { return nil }
        return Predictions.Entry(id: id(ofFile: record.file.path), text: record.text, finds: record.finds)
    }

    /// The file's name without folder and ending.
    static func id(ofFile path: String) -> String {
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        let dots = name.prefix { $0 == "." }
        guard let ending = name[dots.endIndex...].lastIndex(of: ".") else { return String(name) }
        return String(name[..<ending])
    }

    private enum Line: Decodable {
        case marks(MarkedLine)
        case record(Record)

        private enum CodingKeys: String, CodingKey { case attributions }

        init(from decoder: any Decoder) throws {
            let hasMarks = try decoder.container(keyedBy: CodingKeys.self).contains(.attributions)
            self = hasMarks ? .marks(try MarkedLine(from: decoder)) : .record(try Record(from: decoder))
        }
    }
}
