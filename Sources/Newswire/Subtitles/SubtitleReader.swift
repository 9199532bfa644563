/// Subtitles: WebVTT (W3C) and SubRip. Cues become paragraphs, each of one speaker as far as that is told: by a voice tag, by a
/// label, by a dash.
enum SubtitleReader: CaseIterable {
    case webVTT, subRip
}

extension SubtitleReader: Reader {
    var format: String {
        switch self {
        case .webVTT: "webvtt"
        case .subRip: "subrip"
        }
    }

    func recognise(_ sample: FileSample) -> Recognition {
        let lines = sample.trimmed.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
        switch self {
        case .webVTT:
            let rest = lines.first?.dropFirst(6).first ?? 0x20
            return lines.first?.begins(with: "WEBVTT") ?? false && rest <= 0x20 ? .certain : .no
        case .subRip:
            guard lines.count > 1, lines[0].contains(where: { $0 > 0x20 }),
                lines[0].allSatisfy({ (0x30...0x39).contains($0) || $0 <= 0x20 })
            else { return .no }
            return SubtitleCues.isTiming(String(decoding: lines[1], as: UTF8.self)) ? .certain : .no
        }
    }

    func read(_ bytes: [UInt8], words: NewsWords) throws(NewswireError) -> Reading {
        let decoded = try DecodedText(bytes)
        var story = Story()
        for turn in SubtitleCues(decoded.text).turns {
            if let text = String.line(turn) { story.paragraphs.append(Story.Paragraph(text: text)) }
        }
        guard !story.isEmpty else { throw .noArticle("the subtitles have no text") }
        var metadata = Metadata()
        metadata.finish(with: &story, words)
        return Reading(
            format: format, encoding: decoded.charset.name,
            articles: [story.article(metadata, item: 1, warnings: decoded.warnings)])
    }
}
