import Annotator
import Evaluation

/// Annotates articles that were marked, on all cores, and compares.
struct Evaluator: Sendable {
    let articles: [MarkedArticle]
    let depth: Depth
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
            var sum = Tally(depth)
            for await tally in group {
                sum += tally
                progress(sum.articles)
                begin()
            }
            return sum
        }
    }

    private func tally(of article: MarkedArticle) -> Tally {
        let finds = annotator.record(ofText: article.text, path: article.id).finds
        return Tally(marks: article.marks, finds: finds, in: article.text, depth)
    }
}
