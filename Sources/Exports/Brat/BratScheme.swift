import Records
import Rulebook

/// The names of annotations in brat, and the configuration files with them.
package enum BratScheme {
    static let inside = "Inside"

    static func type(_ part: Part) -> String { part.rawValue.prefix(1).uppercased() + part.rawValue.dropFirst() }

    /// From the content to a part.
    static func relation(_ part: Part) -> String {
        switch part {
        case .content: "Content"
        case .cue: "CuedBy"
        case .source: "SaidBy"
        case .addressee: "ToldTo"
        case .target: "AimedAt"
        case .setting: "SaidIn"
        case .time: "SaidOn"
        case .hedge: "HedgedBy"
        }
    }

    /// `annotation.conf`, to stand in the folder.
    package static var annotationConfiguration: String {
        let types = Part.allCases.map(type)
        let relations = Part.allCases.filter { $0 != .content }.map {
            "\(relation($0))\tArg1:Content, Arg2:\(type($0))"
        }
        let classes = VerbClass.allCases.map(\.rawValue).joined(separator: "|")
        let stances = Stance.allCases.map(\.rawValue).joined(separator: "|")
        let kinds = Record.QuotationType.allCases.map(\.rawValue).joined(separator: "|")
        let speakers = Record.SpeakerKind.allCases.map(\.rawValue).joined(separator: "|")
        return """
            [entities]
            \(types.joined(separator: "\n"))

            [relations]
            \(relations.joined(separator: "\n"))
            \(inside)\tArg1:Content, Arg2:Content
            Equiv\tArg1:Source, Arg2:Source, <REL-TYPE>:symmetric-transitive
            <OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

            [events]

            [attributes]
            Type\tArg:Content, Value:\(kinds)
            Speaker\tArg:Content, Value:\(speakers)
            Class\tArg:Cue, Value:\(classes)
            Stance\tArg:Cue, Value:\(stances)
            Negated\tArg:Cue
            Repeated\tArg:Cue

            """
    }

    /// `visual.conf`: the colours of `quoted view`.
    package static let visualConfiguration = """
        [labels]
        Content | Content | Said
        Cue | Cue
        Source | Source | By

        [drawing]
        SPAN_DEFAULT fgColor:black, bgColor:#d9d9d9, borderColor:darken
        Content bgColor:#c3ddf3
        Cue bgColor:#f6d9a8
        Source bgColor:#a9e3cf
        ARC_DEFAULT color:black, arrowHead:triangle-5

        """
}
