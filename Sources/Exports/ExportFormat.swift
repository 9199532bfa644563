/// The forms that other programs take annotations in.
package enum ExportFormat: String, Sendable, CaseIterable {
    /// brat's standoff, a text and a file of annotations for each article.
    case brat
    /// W3C Web Annotation, as JSON-LD.
    case webannotation
    /// A table of quotations.
    case csv
    /// A token a line, as CoNLL-U Plus.
    case conll
    /// JSON lines of spaCy and Prodigy.
    case spacy
}

/// Why a record cannot be written in a form.
package struct ExportError: Error, Equatable, CustomStringConvertible {
    package var description: String
}
