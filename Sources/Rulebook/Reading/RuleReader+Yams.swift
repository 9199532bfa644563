internal import Yams

extension RuleReader {
    /// Reports what the YAML library says, at its place, with the usual reason.
    mutating func report(_ error: any Error, in text: String) {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            let because = context.map { " \($0.text.trimmingSuffixSpace)" } ?? ""
            report(
                .notYAML, at: Spot(mark), "this is not YAML: \(problem)\(because)",
                expected: remedy(problem, Spot(mark), text))
        case YamlError.reader(let problem, let offset, _, _):
            report(
                .notYAML, at: spot(ofCharacter: offset ?? 0, in: text), "this is not YAML: \(problem)",
                expected: "readable text")
        default:
            report(.notYAML, at: nil, "this is not YAML: \(error)", expected: "YAML")
        }
    }

    private func remedy(_ problem: String, _ spot: Spot, _ text: String) -> String {
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(spot.line - 1).first ?? ""
        if line.prefix(while: \.isWhitespace).contains("\t") { return "spaces, not tabs, at the start of a line" }
        if problem.contains("another document") { return "one document, without a second \"---\" line" }
        if problem.contains("mapping values") { return "quotes around a text that has a colon in it" }
        return "the shape of the lines above; check brackets, quotes and indentation here and in the line before"
    }

    private func spot(ofCharacter offset: Int, in text: String) -> Spot {
        let before = text.prefix(offset)
        let line = before.count(where: \.isNewline) + 1
        let column = before.reversed().prefix { !$0.isNewline }.count + 1
        return Spot(line: line, column: column)
    }
}

extension String {
    fileprivate var trimmingSuffixSpace: String {
        String(reversed().drop(while: \.isWhitespace).reversed())
    }
}
