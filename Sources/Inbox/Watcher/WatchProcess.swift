import Subprocess
package import SystemPackage

/// Watches by `quoted-watch`, a program of its own, and starts it again whenever it ends.
///
/// The program ends when its standard input is closed, so that it never outlives this process, however that ends.
package struct WatchProcess: Watcher {
    let executable: FilePath

    package init(executable: FilePath) { self.executable = executable }

    package func watch(_ inbox: FilePath, report: @Sendable ([Hint]) async -> Void) async {
        var delay = RestartDelay()
        while !Task.isCancelled {
            let start = ContinuousClock.now
            let reason = await run(inbox, report)
            if Task.isCancelled { return }
            // What happens until it runs again is found by the scan that its `ready` asks for, and by those that the
            // inbox makes more often meanwhile.
            await report([.restarted(reason: reason), .blind(reason: reason)])
            try? await Task.sleep(for: delay.next(afterRunning: .now - start))
        }
    }

    /// - Returns: why it ended.
    private func run(_ inbox: FilePath, _ report: @Sendable ([Hint]) async -> Void) async -> String {
        var options = PlatformOptions()
        // Not to get the terminal's interrupt with everybody else: this process ends it when it is time.
        options.processGroupID = 0
        do {
            let result = try await Subprocess.run(
                // Bytes are taken as a C string is: up to the NUL, which has to be there.
                .path(executable), arguments: Arguments([inbox.bytes + [0], Array("\(InboxPath.deepest)\0".utf8)]),
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

    /// - Returns: the last trouble that the watcher told of.
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
