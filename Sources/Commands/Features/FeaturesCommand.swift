import Annotator
import Foundation
import Rulebook
package import Setup

/// `quoted features`.
package struct FeaturesCommand: Sendable {
    private let file: String
    private let overlays: [String]

    /// - Parameter file: JSON lines, each with "id" and "text"; - is standard input.
    package init(file: String, overlays: [String]) {
        self.file = file
        self.overlays = overlays
    }

    package func run() -> ExitStatus {
        do {
            let rules = try RulebookSource(RuleFolders.find(named: overlays))
            let lines = FeatureLines(rulebook: rules.current.main)
            let output = FileHandle.standardOutput
            try output.write(contentsOf: lines.header())
            for (number, line) in try input().split(separator: UInt8(ascii: "\n")).enumerated() {
                guard let text = try? JSONDecoder().decode(Text.self, from: Data(line)) else {
                    throw Malformed(file: file, line: number + 1)
                }
                try output.write(contentsOf: lines.line(id: text.id, text: text.text))
            }
            return .success
        } catch {
            StandardError.write("\(error)")
            return .failure
        }
    }

    private func input() throws -> Data {
        if file == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
        return try Data(contentsOf: URL(fileURLWithPath: file))
    }

    private struct Text: Decodable { var id: String, text: String }

    private struct Malformed: Error, CustomStringConvertible {
        var file: String
        var line: Int
        var description: String {
            "\(LogValue.escaped(file)), line \(line): not an object with \"id\" and \"text\"; give JSON lines of texts"
        }
    }
}
