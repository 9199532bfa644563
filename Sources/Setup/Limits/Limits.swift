import Foundation

/// What the system allows this process, seen to before anything begins.
package enum Limits {
    /// For any command, as its first act: before that there is one thread only.
    ///
    /// - Returns: nil, or how the process is to end; why was said.
    package static func check() -> ExitStatus? {
        MemoryLimit.saveAddresses(cores: cores)
        do throws(LimitTooLow) {
            try provide(for: .command(cores: cores))
            return nil
        } catch {
            StandardError.write("\(error)")
            return .configuration
        }
    }

    /// For `quoted run`.
    package static func provide(for settings: Settings) throws(LimitTooLow) {
        try provide(for: .daemon(workers: settings.workers, engine: settings.engine.kind, cores: cores))
    }

    private static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// Memory first: where there is none for its stack, no thread can be had either.
    private static func provide(for need: Need) throws(LimitTooLow) {
        try MemoryLimit.current.check(need)
        try ControlGroup().provideMemory(for: need)
        try ThreadLimit.provide(for: need)
    }
}
