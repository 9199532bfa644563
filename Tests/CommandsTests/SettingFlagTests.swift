import Foundation
import ProgramSupport
import Setup
import TestSupport
import Testing

/// That the flags of `quoted run` are the settings.
@Suite struct SettingFlagTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    @Test func eachSettingHasAFlagAndAllMistakesAreToldAtOnce() async throws {
        let settings = Setting.allCases.filter { $0 != .omitText }
        let result = try await Program(
            ["run"] + settings.flatMap { [$0.flag, $0 == .jsonFields ? "=" : ""] }, in: folder, name: "run",
            environment: [Setting.omitText.variable: "perhaps"]
        ).result()
        #expect(result.status == 78)
        #expect(result.errors.split(separator: "\n").count == Setting.allCases.count, "\(result.errors)")
        for place in settings.map(\.flag) + [Setting.omitText.variable] {
            #expect(result.errors.contains("quoted: \(place): "), "\(place)")
        }
    }

    @Test func theHelpIsThatOfTheDeclarations() async throws {
        let help = try await Program.run("run", "--help", in: folder).output.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        for setting in Setting.allCases where setting != .omitText {
            #expect(help.contains("\(setting.flag) <\(setting.kind.placeholder)> \(setting.help())"), "\(setting.name)")
        }
        #expect(help.contains("\(Setting.omitText.flag) \(Setting.omitText.summary)"))
    }
}
