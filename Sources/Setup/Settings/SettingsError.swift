/// Everything that is wrong with how the daemon was set up, so that all of it can be mended at one go.
package struct SettingsError: Error, Equatable, CustomStringConvertible {
    package var mistakes: [Mistake]

    package init(_ mistakes: [Mistake]) { self.mistakes = mistakes }

    package var description: String {
        mistakes.map(\.description).joined(separator: "\n")
    }
}

package struct Mistake: Error, Equatable, Sendable, CustomStringConvertible {
    /// Where the value came from: "--workers", "QUOTED_WORKERS", "/etc/quoted/quoted.yaml:12".
    package var place: String
    package var reason: String
    package var remedy: String

    package init(place: String, reason: String, remedy: String) {
        self.place = place
        self.reason = reason
        self.remedy = remedy
    }

    package var description: String { "\(place): \(reason); \(remedy)" }
}
