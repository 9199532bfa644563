/// A plain text as it was meant. Quotations are looked for in it, since the file's own has other characters where
/// quotation marks were.
package struct MendedText: Sendable, Equatable {
    package let text: String
    /// Where its characters stand in the file's text.
    package let origins: Origins
    /// What is to be said of it.
    let warning: String

    /// - Returns: nil where there is nothing to mend.
    init?(_ text: String) {
        if let mended = Mojibake.mended(text) {
            self.text = mended.text
            origins = mended.origins
            warning = "took \(mended.count) \(Self.notice)"
        } else if let remapped = MacRoman.remap(text) {
            self.text = remapped
            origins = Origins()
            warning = "took \(Self.notice)"
        } else {
            return nil
        }
    }

    private static let notice =
        "wrongly decoded characters for what they were meant to be; `text` has them as the file does"
}
