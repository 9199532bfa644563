import Foundation
package import Hummingbird

/// Answers requests on the status socket. Nothing that anybody asks changes anything.
package struct StatusResponder: HTTPResponder {
    package typealias Context = BasicRequestContext

    private let report: @Sendable () async -> StatusReport

    package init(report: @escaping @Sendable () async -> StatusReport) { self.report = report }

    private enum Page: String, CaseIterable {
        case status = "/status"
        case health = "/health"
        case metrics = "/metrics"
    }

    package func respond(to request: Request, context: Context) async throws -> Response {
        var response = try await answer(request)
        // To HEAD, what GET would have said of itself, without saying it.
        if request.method == .head {
            let length = response.body.contentLength ?? 0
            response.body = ResponseBody()
            response.headers[.contentLength] = "\(length)"
        }
        return response
    }

    private func answer(_ request: Request) async throws -> Response {
        guard let page = Page(rawValue: request.uri.path) else {
            let pages = Page.allCases.map(\.rawValue).joined(separator: ", ")
            return try Self.problem(.notFound, "there is no \(request.uri.path) here", "ask for one of \(pages)")
        }
        guard request.method == .get || request.method == .head else {
            var response = try Self.problem(
                .methodNotAllowed, "\(request.method.rawValue) is not answered", "use GET: this socket only tells")
            response.headers[.allow] = "GET, HEAD"
            return response
        }
        let report = await report()
        switch page {
        case .status: return try Self.json(report)
        case .health: return try Self.json(Health(report), status: report.unhealthy.isEmpty ? .ok : .serviceUnavailable)
        case .metrics: return Self.text(report.metrics, type: PrometheusText.contentType)
        }
    }

    private struct Health: Encodable {
        var healthy: Bool
        var phase: String
        var reasons: [String]
        var degraded: [String]

        init(_ report: StatusReport) {
            healthy = report.unhealthy.isEmpty
            phase = report.phase
            reasons = report.unhealthy
            degraded = report.degraded
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
