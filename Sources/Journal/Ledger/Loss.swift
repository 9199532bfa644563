package import Records

/// Why the line of a journalled article is gone.
package enum Loss: Int, Sendable, CaseIterable {
    /// The journal was cut short or damaged. Nobody wants that, so its articles are annotated again if their files are
    /// kept.
    case cut = 1
    /// The journal was deleted or emptied. That may have been meant, so a person decides.
    case gone = 2
}

/// An article whose line is gone. The ledger takes it for new until its line is written again.
package struct LostArticle: Sendable, Equatable {
    package var id: Fingerprint
    package var loss: Loss
    /// Its file, relative to the inbox; nil if the line did not say.
    package var path: String?
    /// That file's digest; nil in old ledgers.
    package var file: Fingerprint?
    /// The journal that had the line.
    package var journal: String
}

/// How many articles' lines are gone.
package struct LossCount: Sendable, Equatable {
    package var cut = 0
    package var gone = 0

    package init(cut: Int = 0, gone: Int = 0) {
        self.cut = cut
        self.gone = gone
    }

    package var all: Int { cut + gone }
}
