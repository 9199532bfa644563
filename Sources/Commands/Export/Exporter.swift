import Exports
import Foundation
import Records
import Setup
import SystemPackage

/// Writes records, one after the other, in the form of another program.
protocol Exporter {
    /// - Throws: `ExportError` where this record cannot be written, `Output.Failure` where nothing can.
    mutating func write(_ record: Record) throws
    /// After the last.
    mutating func finish() throws
}

extension ExportFormat {
    /// - Parameter path: nil for standard output.
    func exporter(to path: String?, rules: @escaping Rules) throws -> any Exporter {
        switch layout {
        case .lines(_, let make): try LineExporter(make(rules), to: Output(path))
        case .folder(_, let make): try FolderExporter(make(), name: name, folder: path ?? ".")
        }
    }
}

/// One file, or standard output.
struct LineExporter: Exporter {
    private let lines: any LineExport
    private let output: Output

    /// - Throws: `Output.Failure`.
    init(_ lines: any LineExport, to output: Output) throws {
        self.lines = lines
        self.output = output
        try output.write(lines.header)
    }

    func write(_ record: Record) throws { try output.write(lines.text(of: record)) }
    func finish() throws { try output.finish() }
}

/// A folder, made where there is none.
struct FolderExporter: Exporter {
    private var files: any FolderExport
    private let folder: URL

    /// - Parameter name: The form's.
    /// - Throws: `Output.Failure`.
    init(_ files: any FolderExport, name: String, folder: String) throws {
        self.files = files
        self.folder = URL(fileURLWithPath: folder, isDirectory: true)
        do {
            try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        } catch {
            throw Output.Failure(description: LogValue.escaped(folder) + Self.refusal(POSIXCause(error).code, name))
        }
        for file in files.common { try put(file) }
    }

    private static func refusal(_ cause: Errno, _ name: String) -> String {
        switch cause {
        case .fileExists, .notDirectory:
            " is a file, or lies below one, but \(name) needs a folder; name another with -o"
        default: " cannot be made: \(cause); name another folder with -o"
        }
    }

    mutating func write(_ record: Record) throws {
        for file in try files.files(of: record) { try put(file) }
    }

    func finish() {}

    private func put(_ file: ExportedFile) throws {
        let output = try Output(folder.appending(path: file.name).path(percentEncoded: false))
        try output.write(file.text)
        try output.finish()
    }
}
