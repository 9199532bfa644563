import Annotator
import Attribution
import Evaluation
import LanguageKit
import Newswire

/// Annotates articles that were marked, on all cores, and compares.
struct Evaluator: Sendable {
    let articles: [MarkedArticle]
    let annotator: Annotator
    /// How many articles are worked on at a time.
    let atOnce: Int

    /// - Parameter progress: Told how many are done.
    func tally(progress: (Int) -> Void) async -> Tally {
        await withTaskGroup(of: Tally.self) { group in
            var waiting = articles[...]
            func begin() {
                guard let article = waiting.popFirst() else { return }
                group.addTask { tally(of: article) }
            }
            for _ in 0..<atOnce { begin() }
            var sum = Tally()
            for await tally in group {
                sum += tally
                progress(sum.articles)
                begin()
            }
            return sum
        }
    }

    private func tally(of article: MarkedArticle) -> Tally {
        let found = annotator.attributions(in: Article(text: article.text)).quotations
        // Marks are not nested, so quotations inside others are left out.
        let finds = found.filter { $0.inside == nil }.map(RoleSpans.init)
        return Tally(marks: article.marks, finds: finds, in: article.text)
    }
}

extension RoleSpans {
    fileprivate init(_ quotation: Quotation) {
        self.init(source: quotation.source, cue: quotation.cue?.spans ?? [], content: quotation.content)
    }
}
