/// How well texts extracted from pages agree with those that people took from them.
///
/// The benchmark counts runs of four words that both texts have, that only the extracted one has, and that are missing.
/// Each page's counts become shares, so long articles weigh no more than short ones. Precision and recall are means
/// over pages.
package struct ExtractionTally: Sendable, Equatable {
    /// Shares of one page, 0 to 1; they add up to 1 if either text has words.
    package struct Page: Sendable, Equatable {
        package var id: String
        var both: Double
        var tooMany: Double
        var missing: Double

        package init(id: String, truth: String, found: String) {
            let (truth, found) = (Shingles(truth).counts, Shingles(found).counts)
            let both = truth.reduce(0) { $0 + min($1.value, found[$1.key] ?? 0) }
            let tooMany = found.values.reduce(0, +) - both
            let missing = truth.values.reduce(0, +) - both
            let whole = Double(max(1, both + tooMany + missing))
            self.id = id
            (self.both, self.tooMany) = (Double(both) / whole, Double(tooMany) / whole)
            self.missing = Double(missing) / whole
        }

        /// Finding nothing is right if there is nothing to find.
        package var precision: Double {
            if tooMany == 0, missing == 0 { return 1 }
            return both + tooMany > 0 ? both / (both + tooMany) : 0
        }

        package var recall: Double {
            if tooMany == 0, missing == 0 { return 1 }
            return both + missing > 0 ? both / (both + missing) : 0
        }

        package var f1: Double { harmonicMean(precision, recall) }
        fileprivate var hasFound: Bool { both + tooMany > 0 }
        fileprivate var hasTruth: Bool { both + missing > 0 }
    }

    package private(set) var pages: [Page] = []

    package init(_ pages: [Page]) { self.pages = pages }

    /// Mean over pages from which a text was extracted.
    package var precision: Double { mean(pages.filter(\.hasFound).map(\.precision)) }
    /// Mean over pages that have an article.
    package var recall: Double { mean(pages.filter(\.hasTruth).map(\.recall)) }
    /// F1 of the two means, not the mean of the pages' F1.
    package var f1: Double { harmonicMean(precision, recall) }

    private func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
}

private func harmonicMean(_ a: Double, _ b: Double) -> Double { a + b > 0 ? 2 * a * b / (a + b) : 0 }
