import Evaluation
import Records

extension Record {
    /// Its quotations, to be compared with what a person marked.
    var finds: [MarkedAttribution] {
        let speakers = Dictionary(speakers.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        return quotations.map { quotation in
            let speaker = quotation.speaker.flatMap { speakers[$0] }
            return MarkedAttribution(
                source: quotation.source?.spans ?? [], cue: quotation.cue?.spans ?? [], content: quotation.content,
                isNested: quotation.inside != nil,
                speaker: speaker.flatMap { MarkedSpeaker(kind: $0.kind.rawValue, name: $0.name, role: $0.role) })
        }
    }
}
