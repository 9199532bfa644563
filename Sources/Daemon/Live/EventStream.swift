import Foundation
import HTTPTypes
import Hummingbird

/// Server-sent events: the live view, then its changes. (WHATWG, HTML: server-sent events.)
///
/// No event is queued. The next one is made when the one before has been taken, so that slow clients get fewer.
/// A client that takes none for `status-time` is dropped by `ConnectionLimitsHandler`.
struct EventStream: Sendable {
    let source: LiveSource
    let limit: ConcurrencyLimit
    let pace: LivePace

    static let headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]

    /// - Returns: nil where the client, or all together, have as many streams as they may.
    func response(for client: Client) -> Response? {
        guard let slot = limit.slot(for: client) else { return nil }
        let body = ResponseBody { writer in
            defer { slot.free() }
            // Milliseconds until a browser that lost the connection comes back.
            try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
            var seen: LiveReport?
            var sentAt = ContinuousClock.now
            // Whoever leaves, and a daemon that stops, close the connection: then writing throws.
            while !Task.isCancelled {
                let live = await source.live()
                let change = LiveChange(from: seen, to: live)
                if !change.isEmpty {
                    try await writer.write(ByteBuffer(string: "data: "))
                    try await writer.write(ByteBuffer(bytes: try change.data() + Data("\n\n".utf8)))
                    (seen, sentAt) = (live, .now)
                } else if .now - sentAt > pace.silence {
                    try await writer.write(ByteBuffer(string: ": nothing new\n\n"))
                    sentAt = .now
                }
                try await Task.sleep(for: pace.look)
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: Self.headers, body: body)
    }
}

/// How often the live view is sent, and to how many clients.
package struct LivePace: Sendable {
    /// From one event to the next, at least.
    var look = Duration.seconds(1)
    /// After so much silence something is sent in any case: it tells both sides that the other is there.
    var silence = Duration.seconds(4)
    /// Of one client; twice as many in all, the owner's not counted.
    var streams = 16
}
