import Annotator
import Foundation
import Rulebook
package import Setup

/// `quoted features`.
package struct FeaturesCommand: Sendable {
    private let file: String
    private let overlays: [String]
    private let speakers: Bool
    private let engine: [Setting: String]

    /// - Parameters:
    ///   - file: JSON lines, each with "id" and "text"; - is standard input.
    ///   - speakers: Who was found to speak, and by what evidence, instead of what the model sees.
    ///   - engine: What the flags say of what finds the quotations.
    package init(file: String, overlays: [String], speakers: Bool, engine: [Setting: String]) {
        self.file = file
        self.overlays = overlays
        self.speakers = speakers
        self.engine = engine
    }

    package func run() async -> ExitStatus {
        do {
            let rulebook = try RulebookSource(RuleFolders.find(named: overlays)).current.main
            if speakers {
                let engine = try await EngineChoice(flags: engine, environment: ProcessInfo.processInfo.environment)
                    .load()
                let lines = SpeakerLines(rulebook: rulebook, engine: engine)
                return try write(lines.header(), lines.line)
            }
            let lines = FeatureLines(rulebook: rulebook)
            return try write(lines.header(), lines.line)
        } catch {
            StandardError.write("\(error)")
            return .failure
        }
    }

    private func write(_ header: [UInt8], _ line: (_ id: String, _ text: String) throws -> [UInt8]) throws -> ExitStatus
    {
        let output = FileHandle.standardOutput
        try output.write(contentsOf: header)
        for (number, bytes) in try input().split(separator: UInt8(ascii: "\n")).enumerated() {
            guard let text = try? JSONDecoder().decode(Text.self, from: Data(bytes)) else {
                throw Malformed(file: file, line: number + 1)
            }
            try output.write(contentsOf: line(text.id, text.text))
        }
        return .success
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
