import HTTPTypes
import Hummingbird
import Setup

/// Refuses requests over TCP without the token, or from other sites' pages. A Unix socket is guarded by its mode.
struct StatusGate: HTTPResponder {
    typealias Context = StatusResponder.Context

    let address: ServingAddress
    let board: ServingBoard
    let responder: StatusResponder

    func respond(to request: Request, context: Context) async throws -> Response {
        var context = context
        context.client = board.client(of: context.channel)
        let refused = try refusal(request, context.client)
        var response = if let refused { refused } else { try await responder.respond(to: request, context: context) }
        // One answer a connection: whoever keeps one open for nothing takes no other's place for long.
        response.headers[.connection] = "close"
        return response
    }

    private func refusal(_ request: Request, _ client: Client) throws -> Response? {
        if Origin.isForeign(request.headers, authority: request.head.authority, path: request.uri.path) {
            board.refused()
            return try StatusResponder.problem(
                .forbidden, "a page of another site asks", "open this page by itself, or follow a link to it")
        }
        return switch address {
        case .socket: nil
        case .owner: try ownersRefusal(client)
        case .network(_, let token): try networkRefusal(request, token)
        }
    }

    /// Whoever connected before the file had its mode.
    private func ownersRefusal(_ client: Client) throws -> Response? {
        if client.isOwner { return nil }
        board.refused()
        return try StatusResponder.problem(
            .forbidden, "this socket is for the daemon's own user and for root", "use the socket that --status names")
    }

    private func networkRefusal(_ request: Request, _ token: AccessToken?) throws -> Response? {
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
            .misdirectedRequest, "this machine is not \(request.head.authority ?? "what was asked for")",
            "use an address such as 127.0.0.1, or localhost")
    }
}
