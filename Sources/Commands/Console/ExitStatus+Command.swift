import Setup

extension ExitStatus {
    /// Runs a command, and tells on standard error why it failed.
    static func of(_ command: () async throws -> ExitStatus) async -> ExitStatus {
        do {
            return try await command()
        } catch let error as Output.Failure where error.isBrokenPipe {
            // Whoever reads has enough, and knows it.
            return .failure
        } catch {
            StandardError.write("\(error)")
            return ExitStatus(error)
        }
    }
}
