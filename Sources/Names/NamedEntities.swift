package import LanguageKit
package import Text

/// All that an article names, found before anyone's mention is resolved.
package struct NamedEntities {
    /// In the order of the text.
    package let runs: [NameRun]
    package let people: People
    package let bodies: Organizations
    package let places: PlaceNames

    /// - Parameters:
    ///   - sources: Tokens of the quotations' sources: a name stands alone in "Shell said".
    ///   - checkpoint: Called once a name; what it throws ends the work.
    package init<Interruption: Error>(
        analysis: AnalyzedDocument, hints: MentionHints, sources: [Range<Int>],
        checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) {
        let found = try NameFinder(analysis: analysis, hints: hints, sources: sources).runs(checkpoint: checkpoint)
        let abbreviations = Abbreviations(found, analysis)
        let whole = abbreviations.applied(to: found)
        runs = NameTyping(whole, analysis: analysis, hints: hints, sources: sources).typed(whole)
        people = try People(runs, analysis: analysis, sources: sources, checkpoint: checkpoint)
        bodies = try Organizations(runs, abbreviations, analysis: analysis, checkpoint: checkpoint)
        places = PlaceNames(runs, analysis)
    }
}
