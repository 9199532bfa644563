import Evaluation
import Newswire

/// Takes the articles from saved pages and compares them with what people took.
struct ExtractionEvaluator: Sendable {
    let folder: PageFolder
    let words: NewsWords

    struct Outcome: Sendable {
        var page: ExtractionTally.Page
        /// Why nothing was taken from it.
        var refusal: String?
    }

    /// - Throws: What `PageFolder` does.
    func outcome(of truth: PageTruth) throws -> Outcome {
        let bytes = try folder.page(truth.id)
        do throws(NewswireError) {
            let reading = try HTMLReader().read(bytes, words: words)
            let story = reading.articles.map(\.story).joined(separator: "\n\n")
            return Outcome(page: ExtractionTally.Page(id: truth.id, truth: truth.body, found: story))
        } catch {
            return Outcome(
                page: ExtractionTally.Page(id: truth.id, truth: truth.body, found: ""), refusal: error.reason)
        }
    }
}

extension Article {
    /// The text as the benchmark has it: without the title and without captions.
    fileprivate var story: String {
        let scalars = Array(text.unicodeScalars)
        var story: [Unicode.Scalar] = []
        var at = metadata.title.map { min($0.unicodeScalars.count, scalars.count) } ?? 0
        for caption in setAside where caption.reason == "caption" && caption.span.start >= at {
            story += scalars[at..<caption.span.start]
            at = caption.span.end
        }
        story += scalars[at...]
        return String(String.UnicodeScalarView(story))
    }
}
