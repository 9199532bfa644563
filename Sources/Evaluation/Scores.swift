/// The figures of a tally.
package struct Scores: Sendable, Equatable {
    package struct Row: Sendable, Equatable {
        package var name: String
        package var figure: Figure
    }

    package enum Figure: Sendable, Equatable {
        /// Precision (share of finds that are right), recall (share of marks that were found), and their harmonic mean.
        case rates(precision: Ratio, recall: Ratio, f1: Ratio)
        case recall(Ratio)
        case share(Ratio)
        /// A measure that is no share, 1 at most.
        case number(Double)
    }

    /// A part of a whole; of nothing it is 0.
    package struct Ratio: Sendable, Equatable {
        package var part: Int
        package var whole: Int

        package var value: Double { Double(part) / Double(max(1, whole)) }
        /// Rounds as a hundred times the part, divided by the whole, does.
        package var percent: Double { Double(100 * part) / Double(max(1, whole)) }
    }

    /// In the order in which they are shown, what belongs together in one group.
    package var groups: [[Row]]

    package var rows: [Row] { groups.flatMap(\.self) }

    package init(_ tally: Tally) {
        groups = [Self.attributions(tally)]
        if tally.speakers.marked > 0 { groups.append(Self.speakers(tally)) }
        groups.append(Self.details(tally))
    }

    /// Both what is said and its source are found.
    private static func attributions(_ tally: Tally) -> [Row] {
        var rows = [rates("attribution", tally.right, of: tally)]
        if tally.depth == .all {
            rows.append(Row(name: "outer attribution", figure: Figure(tally.outer)))
            rows.append(Row(name: "nested attribution recall", figure: .recall(Ratio(tally.nested))))
        }
        for (kind, counts) in zip(ContentKind.allCases, tally.kinds) {
            let recall = Ratio(part: counts.right, whole: counts.marks)
            rows.append(Row(name: "\(kind) attribution recall", figure: .recall(recall)))
        }
        return rows
    }

    /// Who said it.
    private static func speakers(_ tally: Tally) -> [Row] {
        let names = tally.speakers.names
        func name(_ which: String, _ count: Int) -> Row {
            Row(name: "names \(which)", figure: .share(Ratio(part: count, whole: names.all)))
        }
        let shares = zip(MentionForm.allCases, tally.speakers.forms).map { form, share in
            Row(name: "names right by \(form)", figure: .share(Ratio(share)))
        }
        return [
            rates("who", tally.speakers.right, of: tally), name("right", names.right), name("wrong", names.wrong),
            name("none", names.none),
        ] + shares + [Row(name: "bodies right", figure: .share(Ratio(tally.speakers.bodies)))]
    }

    /// How exactly words and contents are found.
    private static func details(_ tally: Tally) -> [Row] {
        var rows = AttributionRole.allCases.enumerated().flatMap { n, role in
            [
                Row(name: "exact \(role)", figure: Figure(tally.exact[n])),
                Row(name: "overlap \(role)", figure: Figure(tally.overlap[n])),
            ]
        }
        rows += [rates("quote@0.5", tally.half, of: tally), rates("quote@0.8", tally.close, of: tally)]
        for (kind, counts) in zip(ContentKind.allCases, tally.kinds) {
            let recall = Ratio(part: counts.close, whole: counts.marks)
            rows.append(Row(name: "\(kind) quote@0.8 recall", figure: .recall(recall)))
        }
        rows.append(Row(name: "speaker", figure: .share(Ratio(part: tally.right, whole: tally.half))))
        rows.append(Row(name: "alpha", figure: .number(tally.agreement.alpha)))
        return rows
    }

    private static func rates(_ name: String, _ both: Int, of tally: Tally) -> Row {
        Row(name: name, figure: Figure(Matches(both: both, finds: tally.finds, marks: tally.marks)))
    }

    package subscript(name: String) -> Figure? { rows.first { $0.name == name }?.figure }
}

extension Scores.Figure {
    init(_ matches: Matches) {
        self = .rates(
            precision: .init(part: matches.both, whole: matches.finds),
            recall: .init(part: matches.both, whole: matches.marks),
            f1: .init(part: 2 * matches.both, whole: matches.finds + matches.marks))
    }

    /// Precision, recall and F1, or the one number, from 0 to 1.
    package var numbers: [Double] {
        switch self {
        case .rates(let precision, let recall, let f1): [precision.value, recall.value, f1.value]
        case .recall(let ratio), .share(let ratio): [ratio.value]
        case .number(let number): [number]
        }
    }
}

extension Scores.Ratio {
    fileprivate init(_ share: Share) { self.init(part: share.part, whole: share.all) }
}
