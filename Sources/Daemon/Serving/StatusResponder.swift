import Foundation
package import Hummingbird
package import QuotationIndex
import Setup

/// Answers requests on the status socket. Nothing that anybody asks changes anything.
package struct StatusResponder: HTTPResponder {
    package typealias Context = StatusContext

    private let report: @Sendable () async -> StatusReport

    /// Finds quotations in an index.
    package typealias Searching = @Sendable (Query) async throws(IndexError) -> [Found]

    private let search: Searching?
    private let progress: @Sendable () -> IndexProgress?
    private let live: LiveSource
    private let events: EventStream
    /// One search is made at a time.
    private let searches = ConcurrencyLimit(perClient: searchesAtOnce, total: 2 * searchesAtOnce)

    /// - Parameters:
    ///   - search: Of the quotations; nil where there is no index.
    ///   - progress: How much of the journals can be found.
    ///   - board: What just happened.
    package init(
        report: @escaping @Sendable () async -> StatusReport, search: Searching? = nil,
        progress: @escaping @Sendable () -> IndexProgress? = { nil }, board: LiveBoard = LiveBoard(),
        pace: LivePace = LivePace()
    ) {
        self.report = report
        self.search = search
        self.progress = progress
        live = LiveSource(report: report, board: board, canFind: search != nil, pace: pace)
        events = EventStream(
            source: live, limit: ConcurrencyLimit(perClient: pace.streams, total: 2 * pace.streams), pace: pace)
    }

    /// Of one client. The others wait.
    static let searchesAtOnce = 9

    private enum Page: String, CaseIterable {
        case status = "/status"
        case health = "/health"
        case metrics = "/metrics"
        case find = "/find"
        case start = "/"
        case live = "/live"
        case events = "/events"
    }

    package func respond(to request: Request, context: Context) async throws -> Response {
        var response = try await answer(request, context.client)
        // HEAD has the headers of GET, and no body.
        if request.method == .head {
            let length = response.body.contentLength ?? 0
            response.body = ResponseBody()
            response.headers[.contentLength] = "\(length)"
        }
        return response
    }

    private func answer(_ request: Request, _ client: Client) async throws -> Response {
        guard let page = Page(rawValue: request.uri.path) else {
            let pages = Page.allCases.map(\.rawValue).joined(separator: ", ")
            return try Self.problem(.notFound, "there is no \(request.uri.path) here", "ask for one of \(pages)")
        }
        guard request.method == .get || request.method == .head else {
            var response = try Self.problem(
                .methodNotAllowed, "\(request.method.rawValue) is not answered", "use GET: this socket changes nothing")
            response.headers[.allow] = "GET, HEAD"
            return response
        }
        switch page {
        case .status: return try Self.json(await report())
        case .health:
            let health = Health(await report())
            return try Self.json(health, status: health.healthy ? .ok : .serviceUnavailable)
        case .metrics: return Self.text(await report().metrics, type: PrometheusText.contentType)
        case .start: return LivePage.response()
        case .live: return try Self.json(await live.live())
        case .events: return try lookOn(request, client)
        case .find: return try await find(FindRequest(query: request.uri.query ?? ""), client)
        }
    }

    private func lookOn(_ request: Request, _ client: Client) throws -> Response {
        if request.method == .head { return Response(status: .ok, headers: EventStream.headers) }
        if let response = events.response(for: client) { return response }
        return try Self.busy(
            "too many live views are open", "close another page, or ask /live repeatedly", seconds: 10)
    }

    private static func busy(_ error: String, _ remedy: String, seconds: Int) throws -> Response {
        var response = try problem(.serviceUnavailable, error, remedy)
        response.headers[.retryAfter] = "\(seconds)"
        return response
    }

    private func find(_ request: FindRequest, _ client: Client) async throws -> Response {
        guard let search else {
            return try Self.problem(.notFound, "the daemon keeps no index", "start it without --index none")
        }
        guard let slot = searches.slot(for: client) else {
            return try Self.busy("too many searches are waiting", "try again in a moment", seconds: 1)
        }
        defer { slot.free() }
        do {
            // Before the search, so that lines which come meanwhile do not count as searched.
            let progress = progress()
            let answer = FindAnswer(try await search(try request.query(named: \.self)), progress)
            let bytes = try Found.encoder.encode(answer) + [UInt8(ascii: "\n")]
            return Self.text(String(decoding: bytes, as: UTF8.self), type: "application/json; charset=utf-8")
        } catch let error as SettingsError {
            let first = error.mistakes.first
            return try Self.problem(.badRequest, first.map { "\($0.place): \($0.reason)" } ?? "", first?.remedy ?? "")
        } catch let error as IndexError {
            return try Self.problem(.serviceUnavailable, error.reason, error.remedy)
        }
    }

    private struct Health: Encodable {
        var healthy: Bool
        var phase: String
        var reasons: [String]
        var degraded: [String]
        var notices: [String]

        init(_ report: StatusReport) {
            healthy = report.unhealthy.isEmpty
            phase = report.phase
            reasons = report.unhealthy
            degraded = report.degraded
            notices = report.journal.notices
        }
    }

    private struct Problem: Encodable {
        var error: String
        var remedy: String
    }

    static func problem(_ status: HTTPResponse.Status, _ error: String, _ remedy: String) throws -> Response {
        try json(Problem(error: error, remedy: remedy), status: status)
    }

    private static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let data = try StatusReport.encoder.encode(value) + [UInt8(ascii: "\n")]
        return text(String(decoding: data, as: UTF8.self), type: "application/json; charset=utf-8", status: status)
    }

    private static func text(_ text: String, type: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
