import Newswire
package import Setup

/// `quoted formats`.
package struct FormatsCommand: Sendable {
    package init() {}

    package func run() -> ExitStatus {
        let width = Newswire.formats.map(\.name.count).max() ?? 0
        for format in Newswire.formats {
            print(format.name + String(repeating: " ", count: width - format.name.count + 2) + format.description)
        }
        return .success
    }
}
