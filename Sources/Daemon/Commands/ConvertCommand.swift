import Annotator
import Newswire
import Rulebook

/// `quoted convert`.
package struct ConvertCommand: Sendable {
    private let files: [String]
    private let overlays: [String]
    private let json: Bool

    package init(files: [String], overlays: [String], json: Bool) {
        self.files = files
        self.overlays = overlays
        self.json = json
    }

    package func run() -> ExitStatus {
        do {
            let finder = AsideFinder(rulebook: try RulebookSource(RuleFolders.find(named: overlays)).current)
            let failed = try files.count { try !show($0, finder) }
            return failed == 0 ? .success : .failure
        } catch {
            Complaint.write("\(error)")
            return .failure
        }
    }

    /// - Returns: Whether all of the file could be read.
    private func show(_ name: String, _ finder: AsideFinder) throws -> Bool {
        let bytes = try NamedInput(name).read()
        do throws(NewswireError) {
            let reading = try Newswire.read(bytes: bytes, name: name)
            let file = ConvertedFile(reading, finder: finder)
            if json { try? print(file.json, terminator: "") } else { print(file.text, terminator: "") }
            return reading.failures.isEmpty
        } catch {
            Complaint.write("\(LogValue.escaped(name)): \(error.reason); \(error.remedy)")
            return false
        }
    }
}
