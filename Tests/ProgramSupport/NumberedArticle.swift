/// Articles for tests, each with one quotation that no other has.
package enum NumberedArticle {
    package static func text(_ number: Int) -> String {
        """
        Harbour wall to be rebuilt, part \(number)

        The harbour wall will be rebuilt before the winter, the mayor said on Monday.

        “We have waited \(number) years for this,” said Mayor Ines Aldana. “We shall not wait another.”
        """
    }
}
