import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Setup

/// That all there is to a setting follows from its declaration.
@Suite struct SettingTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.make("inbox")
    }

    private var required: [Setting: String] {
        [
            .inbox: folder("inbox").string, .journal: folder("quotes.jsonl").string,
            .status: folder("status.sock").string,
        ]
    }

    private func settings(
        _ flags: [Setting: String], environment: [String: String] = [:], file: FilePath? = nil
    ) async throws -> Settings {
        try Settings(try await SettingsSources(flags: flags, environment: environment, file: file), cores: 4)
    }

    private func places(
        _ flags: [Setting: String], environment: [String: String] = [:], file: FilePath? = nil
    ) async throws -> [String] {
        let error = await #expect(throws: SettingsError.self) {
            _ = try await settings(flags, environment: environment, file: file)
        }
        return error?.mistakes.map(\.place) ?? []
    }

    @Test func noTwoHaveOneName() {
        #expect(Set(Setting.allCases.map(\.name)).count == Setting.allCases.count)
        for setting in Setting.allCases {
            #expect(setting.name.allSatisfy { $0.isLowercase || $0 == "-" })
            #expect(setting.summary.last == "." || setting.summary.last == "…", "\(setting.name)")
        }
    }

    @Test(arguments: Setting.allCases)
    func theDefaultThatIsToldIsTheOneThatIsTaken(setting: Setting) async throws {
        guard case .text(let text) = setting.usual else { return }
        let (told, taken) = (try await settings(required.merging([setting: text]) { $1 }), try await settings(required))
        #expect("\(told)" == "\(taken)")
    }

    /// Whatever is listed is read, from wherever it may be given, and a wrong value is told with its place.
    @Test(arguments: Setting.allCases)
    func everySettingIsReadFromAllSources(setting: Setting) async throws {
        let others = required.filter { $0.key != setting }
        // An empty list of fields is a list.
        let wrong = setting == .jsonFields ? "=" : ""
        #expect(try await places(others.merging([setting: wrong]) { $1 }) == [setting.flag])
        #expect(try await places(others, environment: [setting.variable: wrong]) == [setting.variable])
        let file = try folder.write("\(setting.name): '\(wrong)'\n", to: "quoted.yaml")
        #expect(try await places(others, file: file) == ["\(file):1"])
    }

    @Test func theTableOfTheDocumentationIsThatOfTheDeclarations() throws {
        let page = try String(contentsOf: Shipped.root.appending(path: "docs/running.md"), encoding: .utf8)
        let isThere = page.contains(Self.table)
        #expect(isThere, "put this table into docs/running.md:\n\(Self.table)")
    }

    private static let table = (["| setting | values | default | |", "| --- | --- | --- | --- |"] + rows)
        .map { $0 + "\n" }.joined()

    private static let rows = Setting.allCases.map { setting in
        let usual =
            switch setting.usual {
            case .required: "it has to be given"
            case .text(let text): "`\(text)`"
            case .derived(let told): escaped(told)
            }
        return "| `\(setting.name)` | \(escaped(setting.expected)) | \(usual) | \(escaped(setting.summary)) |"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("*", with: "\\*").replacing("|", with: "\\|")
    }
}
