package import Records
package import Rulebook

/// A form that `quoted export` writes.
///
/// The file that makes a form declares it here: `extension ExportFormat { static let csv = … }`, and `all` names it. Help,
/// completion, messages, manual page and the table in docs/exports.md follow from that.
package struct ExportFormat: Sendable {
    /// What `--to` calls it.
    package let name: String
    /// What it is, in a line.
    package let summary: String
    /// Whether it cannot be made of a record without the article's text.
    package let needsText: Bool
    package let layout: Layout

    package enum Layout: Sendable {
        /// One file, usually with this ending, to which each record adds some lines.
        case lines(ending: String, @Sendable (Rules) throws -> any LineExport)
        /// A folder with some files, usually with these endings, for each record.
        case folder(endings: [String], @Sendable () -> any FolderExport)
    }

    /// Asked for the rulebook where text has to be cut into tokens.
    package typealias Rules = () throws -> Rulebooks

    package init(name: String, summary: String, needsText: Bool, layout: Layout) {
        self.name = name
        self.summary = summary
        self.needsText = needsText
        self.layout = layout
    }

    package var isFolder: Bool { if case .folder = layout { true } else { false } }

    /// In the order of the help.
    package static let all: [ExportFormat] = [.brat, .webannotation, .csv, .conll, .spacy]
}

/// Makes lines of records.
package protocol LineExport: Sendable {
    /// Stands once, at the file's beginning.
    var header: String { get }

    /// - Throws: Where the record cannot be written in this form.
    func text(of record: Record) throws(ExportError) -> String
}

extension LineExport {
    package var header: String { "" }
}

/// Makes files of records.
package protocol FolderExport {
    /// Those that there are once, however many records.
    var common: [ExportedFile] { get }

    /// - Throws: Where the record cannot be written in this form.
    mutating func files(of record: Record) throws(ExportError) -> [ExportedFile]
}

package struct ExportedFile: Sendable, Equatable {
    package var name: String
    package var text: String

    package init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }
}

/// Why a record cannot be written in a form.
package struct ExportError: Error, Equatable, CustomStringConvertible {
    package var description: String
}
