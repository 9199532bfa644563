import Foundation

/// Runs something that blocks on a thread of its own and waits for it without holding up the cooperative pool.
///
/// For single long calls, such as what happens once at start; an actor on a `ThreadExecutor` is for many small ones.
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
