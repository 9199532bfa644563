import HTTPTypes
import Hummingbird

/// Lets those ask who may. On the Unix socket that is decided by its mode.
struct StatusGate: HTTPResponder {
    typealias Context = StatusResponder.Context

    let address: ServingAddress
    let board: ServingBoard
    let responder: StatusResponder

    func respond(to request: Request, context: Context) async throws -> Response {
        let refused = try refusal(request)
        var response = if let refused { refused } else { try await responder.respond(to: request, context: context) }
        // One answer a connection: whoever keeps one open for nothing takes no other's place for long.
        response.headers[.connection] = "close"
        return response
    }

    private func refusal(_ request: Request) throws -> Response? {
        guard case .network(_, let token) = address else { return nil }
        if let token {
            guard !token.admits(request.headers[.authorization]) else { return nil }
            board.refused()
            var response = try StatusResponder.problem(
                .unauthorized, "the token is missing or wrong",
                "send it: Authorization: Bearer …, or as the password of any name")
            // A field each: browsers, which know only the second, read no further than a field's first.
            response.headers.append(HTTPField(name: .wwwAuthenticate, value: "Bearer"))
            response.headers.append(HTTPField(name: .wwwAuthenticate, value: #"Basic realm="quoted""#))
            return response
        }
        guard !ListenAddress.isOwn(request.head.authority) else { return nil }
        board.refused()
        return try StatusResponder.problem(
            .misdirectedRequest, "this is not \(request.head.authority ?? "what was asked for")",
            "ask by address, such as 127.0.0.1, or as localhost")
    }
}
