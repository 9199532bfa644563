import LanguageKit
import Newswire
import Text

/// In which quotation's words, or turn of a conversation, the sources of others stand.
enum EnclosingQuotations {
    /// For each quotation the smallest one around its source, as a place among them.
    static func of(_ quotations: [Quotation], _ sources: [Range<Int>?], in analysis: AnalyzedDocument) -> [Int?] {
        let isConversation = quotations.contains { $0.construction == .turn }
        let spans = sources.map { source -> Span? in
            guard let source, isConversation || analysis.isQuoted(source.lowerBound) else { return nil }
            return analysis.document.span(ofTokens: source)
        }
        let contents = quotations.indices.flatMap { i in quotations[i].content.map { (quotation: i, span: $0) } }
        let sizes = quotations.map { $0.content.reduce(0) { $0 + $1.count } }
        let holders = IntervalIndex.of(spans.map { $0?.start }, among: contents.map { $0.span.start..<$0.span.end })
        return quotations.indices.map { i in
            guard let source = sources[i], let span = spans[i] else { return nil }
            let isQuoted = analysis.isQuoted(source.lowerBound)
            return holders[i].lazy.map { contents[$0] }.filter {
                $0.span.contains(span) && !quotations[$0.quotation].source.contains(span)
                    && (isQuoted || quotations[$0.quotation].construction == .turn)
            }
            .map(\.quotation).min { (sizes[$0], $0) < (sizes[$1], $1) }
        }
    }
}
