import LanguageKit
import Text

/// Where a content really begins and ends.
struct ContentEdge {
    let analysis: AnalyzedDocument

    /// - Parameter addressee: Who is told; what stands there is not what is said.
    func trimmed(_ candidate: Candidate, addressee: Range<Int>?) -> [Range<Int>] {
        guard let cue = candidate.cue.first else { return candidate.content }
        var content = candidate.content.sorted { $0.lowerBound < $1.lowerBound }
        if let addressee, addressee.upperBound <= cue.lowerBound { content.removeAll { addressee.overlaps($0) } }
        content = behindConjunction(content, cue, candidate.source)
        content = ofRelative(content, cue, candidate.source)
        return content.isEmpty ? candidate.content : content
    }

    /// "That may help, but, according to Lund, it costs more": what stands before the "but" is the reporter's.
    private func behindConjunction(_ content: [Range<Int>], _ cue: Range<Int>, _ source: Range<Int>?) -> [Range<Int>] {
        guard cue.lowerBound > 2, analysis.tags[cue.lowerBound - 1] == .comma,
            analysis.tags[cue.lowerBound - 2] == .coordinator, analysis.tags[cue.lowerBound - 3] == .comma
        else { return content }
        let behind = content.filter { $0.lowerBound >= cue.lowerBound }
        return behind.isEmpty ? rest(behind: source).map { [$0] } ?? content : behind
    }

    /// What its sentence has behind a source and a comma.
    private func rest(behind source: Range<Int>?) -> Range<Int>? {
        guard let source, source.upperBound < analysis.tags.count, analysis.tags[source.upperBound] == .comma else {
            return nil
        }
        var end = analysis.sentenceTokens(of: source.lowerBound).upperBound
        while end > source.upperBound + 1, analysis.tags[end - 1] == .stop { end -= 1 }
        return end > source.upperBound + 1 ? source.upperBound + 1..<end : nil
    }

    /// "A system which she said was unfair is to change": "which" and "was unfair".
    private func ofRelative(_ content: [Range<Int>], _ cue: Range<Int>, _ source: Range<Int>?) -> [Range<Int>] {
        guard let rest = content.last, rest.lowerBound == cue.upperBound, analysis.tags[rest.lowerBound].isFinite,
            let relative = relative(before: cue, content, source)
        else { return content }
        let sentence = analysis.sentenceTokens(of: relative)
        guard !(sentence.lowerBound..<relative).contains(where: { analysis.tags[$0].isFinite }),
            let main = rest.dropFirst().first(where: isPredicate)
        else { return content }
        return [relative..<relative + 1, rest.lowerBound..<main]
    }

    /// The "which" that the content begins with, or that stands right before the source.
    private func relative(before cue: Range<Int>, _ content: [Range<Int>], _ source: Range<Int>?) -> Int? {
        let last = content.count == 2 && content[0].upperBound <= cue.lowerBound ? content[0].last : nil
        let first = content.count == 1 ? source?.lowerBound : nil
        return [last, first, first.map { $0 - 1 }].compactMap(\.self).first {
            $0 >= 0 && analysis.tags[$0] == .relative
        }
    }

    /// A verb right behind a noun, which no conjunction joins to one before.
    private func isPredicate(_ i: Int) -> Bool { analysis.tags[i].isFinite && analysis.tags[i - 1].isNominal }
}
