import LanguageKit
import Rulebook
import Text

/// Finds quotations by patterns over the rulebook: no model, and every find is explained by its rule.
struct RuleSpotter {
    func finds(in analysis: Analysis) -> [Find] { finds(in: analysis) { () throws(Never) in } }

    func finds<Interruption: Error>(
        in analysis: Analysis, checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) -> [Find] {
        var finds: [Find] = []
        let views = SentenceViews(analysis: analysis)
        var last = LastQuotation()
        var turns = TurnRule(analysis: analysis)
        for (p, paragraph) in analysis.document.paragraphs.enumerated() where paragraph.setAside == nil {
            try checkpoint()
            guard !turns.take(p, into: &finds) else {
                last = LastQuotation()
                continue
            }
            for view in views.views(ofParagraph: p) {
                try checkpoint()
                spot(view, analysis, &finds, &last)
            }
        }
        for (s, stretch) in analysis.stretches.enumerated() {
            try checkpoint()
            let paragraph = analysis.paragraph(of: stretch.tokens.lowerBound)
            for view in views.views(ofStretch: s, paragraph: paragraph) {
                try checkpoint()
                finds += ViewSpotter.finds(in: view, analysis)
            }
        }
        return finds
    }

    /// The attribution that a quotation standing alone may continue.
    private struct LastQuotation {
        var find: Int?
        var paragraph = -1
        /// Nothing but quotations has come since the attribution.
        var unbroken = false
        /// The subject of the last sentence without an attribution.
        var subject: Range<Int>?
    }

    private func spot(_ view: SentenceView, _ analysis: Analysis, _ finds: inout [Find], _ last: inout LastQuotation) {
        let continuation = Continuation(analysis: analysis)
        if let stretches = continuation.alone(view) {
            attach(stretches, view, analysis, &finds, &last)
            return
        }
        let found = ViewSpotter.finds(in: view, analysis)
        let outermost = found.indices.last { i in
            let content = found[i].content
            return content.contains { range in holdsQuotation(range, analysis) }
        }
        if let outermost {
            last.find = finds.count + outermost
            last.unbroken = true
            last.paragraph = view.paragraph
        } else {
            last.unbroken = false
            if last.paragraph != view.paragraph
                || found.contains(where: { $0.match?.verb.frames.contains(.quote) ?? false })
            {
                last.find = found.isEmpty ? nil : finds.count + found.count - 1
            }
            last.paragraph = view.paragraph
        }
        last.subject = found.last?.source ?? mainSubject(view, analysis)
        finds += found
    }

    private func holdsQuotation(_ range: Range<Int>, _ analysis: Analysis) -> Bool {
        range.contains { analysis.tags[$0] == .quoteMark }
    }

    private func mainSubject(_ view: SentenceView, _ analysis: Analysis) -> Range<Int>? {
        let groups = VerbGroupFinder(analysis: analysis).groups(in: view)
        guard let main = groups.first(where: { $0.tag == .finite }) else { return nil }
        return SubjectFinder(analysis: analysis, view: view).subject(endingAt: main.items.lowerBound).map(view.tokens)
    }

    private func attach(
        _ stretches: [Int], _ view: SentenceView, _ analysis: Analysis, _ finds: inout [Find],
        _ last: inout LastQuotation
    ) {
        let content = stretches.map { analysis.stretches[$0].tokens }
        if let find = last.find, view.paragraph - last.paragraph <= 1,
            last.unbroken || view.paragraph == last.paragraph || opensWith(finds[find], analysis)
        {
            finds[find].content += content
            last.paragraph = view.paragraph
            last.unbroken = true
            return
        }
        guard view.paragraph - last.paragraph <= 1, let source = last.subject else { return }
        let find = Find(
            rule: .quoteAlone, source: source, cue: [], content: content, match: nil, verbClass: .say, stance: .neutral,
            head: nil, paragraph: view.paragraph, within: -1)
        last.find = finds.count
        last.paragraph = view.paragraph
        last.unbroken = true
        finds.append(find)
    }

    /// An attribution whose sentence ended with a colon or a verb of saying opens the next paragraph's quotation.
    private func opensWith(_ find: Find, _ analysis: Analysis) -> Bool {
        find.match?.verb.frames.contains(.quote) ?? false
    }
}
