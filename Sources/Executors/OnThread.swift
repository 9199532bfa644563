import Foundation

/// Runs a blocking call on a thread of its own, without holding up the cooperative pool.
///
/// For single long calls, such as those at the start. For many small ones use an actor on a `ThreadExecutor`.
package func onThread<Value>(
    _ name: String, _ body: @escaping @Sendable () throws -> sending Value
) async throws -> sending Value {
    try await withCheckedThrowingContinuation { continuation in
        let thread = Thread {
            do { continuation.resume(returning: try body()) } catch { continuation.resume(throwing: error) }
        }
        thread.name = name
        thread.stackSize = 8 << 20
        thread.start()
    }
}
