import Wikidata

/// What an import tells at its end.
struct ImportReport {
    let counts: ImportCounts
    /// Offices and occupations that the dump does not name.
    let withoutNames: [ItemID]
    let options: ImportOptions
    /// Whether a second pass could look for their names.
    let wasReadTwice: Bool

    /// Items that are told by their ids.
    private static let mostTold = 5

    /// A sentence a line.
    var lines: [String] { [summary] + leftOut + [broken, nameless].compactMap(\.self) }

    private var summary: String {
        "of \(Self.count(counts.entities, "entity", "entities")) \(counts.kept) are in the directory: "
            + "\(Self.count(counts.persons, "person", "persons")) and \(Self.count(counts.bodies, "body", "bodies"))"
            + (counts.namesakes > 0 ? ", \(counts.namesakes) of them as namesakes of others" : "")
    }

    private var leftOut: [String] {
        let reasons = ImportCounts.Reason.allCases.compactMap { reason in
            counts.leftOut[reason].flatMap { $0 > 0 ? "\($0) \(why(reason))" : nil }
        }
        return reasons.isEmpty ? [] : ["left out: " + reasons.joined(separator: "; ")]
    }

    private var broken: String? {
        counts.broken > 0 ? Self.count(counts.broken, "line is", "lines are") + " broken" : nil
    }

    private func why(_ reason: ImportCounts.Reason) -> String {
        switch reason {
        case .otherKind: "neither a person nor a body that was asked for"
        case .unnamed: "without a name in \(options.languages.joined(separator: ", "))"
        case .idle: "persons without an office or occupation"
        case .fewSitelinks: "with fewer sitelinks than \(options.minSitelinks)"
        case .repeated: "whose id was there before"
        }
    }

    private var nameless: String? {
        guard !withoutNames.isEmpty else { return nil }
        let told = withoutNames.prefix(Self.mostTold).map(\.description).joined(separator: ", ")
        let more = withoutNames.count > Self.mostTold ? " …" : ""
        let remedy =
            wasReadTwice
            ? "name a dump that has them with another --from"
            : "name the dump as a file, which can be read twice, or one that has them with another --from"
        return "offices and occupations without a name, left out: \(withoutNames.count) (\(told)\(more)); \(remedy)"
    }

    static func count(_ number: Int, _ one: String, _ several: String) -> String {
        "\(number) \(number == 1 ? one : several)"
    }
}
