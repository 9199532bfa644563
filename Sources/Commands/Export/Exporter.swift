import Exports
import Foundation
import Journal
import Rulebook
import Setup
import SystemPackage

/// Writes records, one after the other, in the form of another program.
protocol Exporter {
    /// - Throws: `ExportError` where this record cannot be written, `Output.Failure` where nothing can.
    mutating func write(_ record: Record) throws
    /// After the last.
    mutating func finish() throws
}

/// One file, or standard output, to which each record adds some lines.
struct LineExporter: Exporter {
    private let output: Output
    private let text: (Record) throws -> String

    /// - Parameter header: What stands at the file's beginning.
    init(_ output: Output, header: String = "", text: @escaping (Record) throws -> String) throws {
        self.output = output
        self.text = text
        try output.write(header)
    }

    func write(_ record: Record) throws { try output.write(text(record)) }
    func finish() throws { try output.finish() }
}

/// A folder with two files for each article, and those that tell brat what the annotations are.
struct BratExporter: Exporter {
    private let folder: URL
    private var names = BratNames()

    /// - Throws: `Output.Failure`.
    init(folder: String) throws {
        self.folder = URL(fileURLWithPath: folder, isDirectory: true)
        do {
            try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        } catch {
            throw Output.Failure(description: LogValue.escaped(folder) + Self.refusal(POSIXCause(error).code))
        }
        try put(BratScheme.annotationConfiguration, "annotation.conf")
        try put(BratScheme.visualConfiguration, "visual.conf")
    }

    private static func refusal(_ cause: Errno) -> String {
        switch cause {
        case .fileExists, .notDirectory: " is a file, or lies in one, and brat takes a folder; name another with -o"
        default: " cannot be made: \(cause); name a folder that can with -o"
        }
    }

    mutating func write(_ record: Record) throws {
        let article = try BratArticle(record)
        let name = names.name(record.file)
        try put(article.text, name + ".txt")
        try put(article.annotations, name + ".ann")
    }

    func finish() {}

    private func put(_ text: String, _ name: String) throws {
        let output = try Output(folder.appending(path: name).path(percentEncoded: false))
        try output.write(text)
        try output.finish()
    }
}

extension ExportFormat {
    /// - Parameters:
    ///   - output: nil for standard output.
    ///   - rules: Asked for where text has to be cut into tokens.
    func exporter(to output: String?, rules: () throws -> Rulebook) throws -> any Exporter {
        switch self {
        case .brat: return try BratExporter(folder: output ?? ".")
        case .webannotation:
            return try LineExporter(Output(output), text: WebAnnotations().text)
        case .csv:
            let table = CSVTable()
            return try LineExporter(Output(output), header: table.header, text: table.text)
        case .conll:
            let columns = CoNLLColumns(cutter: TokenCutter(rulebook: try rules()))
            return try LineExporter(Output(output), header: columns.header, text: columns.text)
        case .spacy:
            let lines = SpaCyLines(cutter: TokenCutter(rulebook: try rules()))
            return try LineExporter(Output(output), text: lines.text)
        }
    }
}
