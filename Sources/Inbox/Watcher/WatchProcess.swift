import Files
import Subprocess
package import SystemPackage

/// Watches by running `quoted-watch`, and restarts it whenever it ends.
///
/// The program ends when its standard input is closed, so it never outlives this process.
package struct WatchProcess: Watcher {
    let executable: FilePath

    package init(executable: FilePath) { self.executable = executable }

    package func watch(_ inbox: FilePath, report: @Sendable ([Hint]) async -> Void) async {
        var delay = RestartDelay()
        while !Task.isCancelled {
            let start = ContinuousClock.now
            let reason = await run(inbox, report)
            if Task.isCancelled { return }
            // The scan that its `ready` asks for finds what happens until it runs again. Until then the inbox scans
            // more often.
            await report([.restarted(reason: reason), .blind(reason: reason)])
            try? await Task.sleep(for: delay.next(afterRunning: .now - start))
        }
    }

    /// - Returns: why it ended.
    private func run(_ inbox: FilePath, _ report: @Sendable ([Hint]) async -> Void) async -> String {
        var options = PlatformOptions()
        // In a process group of its own it does not get the terminal's interrupt: this process ends it in time.
        options.processGroupID = 0
        do {
            let result = try await Subprocess.run(
                // Bytes are read as a C string, so they need a NUL at the end.
                .path(executable), arguments: Arguments([inbox.bytes + [0], Array("\(RelativePath.deepest)\0".utf8)]),
                platformOptions: options,
                input: .inputWriter, output: .sequence, error: .currentStandardError
            ) { execution in
                try await Self.pass(execution.standardOutput, to: report)
            }
            return result.closureResult ?? "\(WatchProcess.name) ended (\(result.terminationStatus))"
        } catch {
            return "\(executable.printed) cannot be run: \(error)"
        }
    }

    /// - Returns: the last trouble that the watcher reported.
    private static func pass(
        _ output: SubprocessOutputSequence, to report: @Sendable ([Hint]) async -> Void
    ) async throws -> String? {
        var parser = HintParser()
        var trouble: String?
        for try await buffer in output {
            let hints = unsafe buffer.withUnsafeBytes { unsafe parser.parse($0) }
            for case .blind(let reason) in hints { trouble = reason }
            if !hints.isEmpty { await report(hints) }
        }
        return trouble
    }
}
