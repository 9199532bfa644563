import Daemon
import Foundation
package import Setup
import SystemPackage

/// `quoted status`.
package struct StatusCommand: Sendable {
    package static let usualSocket = "/run/quoted/status.sock"

    private let socket: FilePath
    private let json: Bool

    /// - Parameter socket: nil for what `QUOTED_STATUS` names, or the usual one.
    package init(socket: String?, json: Bool) {
        self.socket = Self.socket(socket)
        self.json = json
    }

    /// - Parameter named: nil for what `QUOTED_STATUS` names, or the usual one.
    static func socket(_ named: String?) -> FilePath {
        FilePath(named ?? ProcessInfo.processInfo.environment[Setting.status.variable] ?? usualSocket)
    }

    package func run() async -> ExitStatus {
        do {
            let report = try await StatusClient(socket: socket).status()
            let text = json ? try Self.json(report) : report.text
            print(text, terminator: "")
            return report.unhealthy.isEmpty ? .success : .failure
        } catch {
            StandardError.write("\(error)")
            return .failure
        }
    }

    private static func json(_ report: StatusReport) throws -> String {
        String(decoding: try StatusReport.encoder.encode(report), as: UTF8.self) + "\n"
    }
}
