/// Something did not come about in a time in which it does on any machine.
package struct WaitedInVain: Error, CustomStringConvertible {
    package let description: String
}

/// Waits for what others do. Ends at last, and says what it waited for.
///
/// - Parameters:
///   - what: what is to come about: "the daemon is ready".
///   - limit: shorter than a suite's time limit, which would say nothing, and far longer than anything takes.
package func waitUntil(
    _ what: @autoclosure () -> String, within limit: Duration = .seconds(480), fileID: String = #fileID,
    line: Int = #line, _ holds: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + limit
    while try await !holds() {
        guard ContinuousClock.now < end else {
            throw WaitedInVain(description: "\(fileID):\(line): waited \(limit) in vain until \(what())")
        }
        try await Task.sleep(for: .milliseconds(5))
    }
}
