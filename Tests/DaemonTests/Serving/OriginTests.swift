import HTTPTypes
import Testing

@testable import Daemon

@Suite struct OriginTests {
    private func isForeign(
        site: String? = nil, mode: String = "cors", for destination: String = "empty", origin: String? = nil,
        path: String = "/events"
    ) -> Bool {
        var headers: HTTPFields = [:]
        if let site {
            headers[.secFetchSite] = site
            headers[.secFetchMode] = mode
            headers[.secFetchDest] = destination
        }
        headers[.origin] = origin
        return Origin.isForeign(headers, authority: "localhost:8799", path: path)
    }

    @Test func letsProgramsAndTheOwnPageAsk() {
        #expect(!isForeign())
        #expect(!isForeign(site: "same-origin"))
        // Typed into the address bar.
        #expect(!isForeign(site: "none", mode: "navigate", for: "document", path: "/"))
        #expect(!isForeign(origin: "http://localhost:8799") && !isForeign(origin: "HTTP://LOCALHOST:8799"))
    }

    @Test(arguments: ["cross-site", "same-site", "anything"], ["/", "/events", "/find", "/status"])
    func refusesOthersPages(site: String, path: String) {
        #expect(isForeign(site: site, path: path))
        #expect(isForeign(site: site, mode: "no-cors", for: "image", path: path))
        // Within a frame of theirs.
        #expect(isForeign(site: site, mode: "navigate", for: "iframe", path: path))
    }

    @Test func letsALinkLeadHereButToNoEvents() {
        #expect(!isForeign(site: "cross-site", mode: "navigate", for: "document", path: "/"))
        #expect(isForeign(site: "cross-site", mode: "navigate", for: "document", path: "/events"))
    }

    @Test(arguments: [
        "http://evil.example", "http://localhost:8800", "http://localhost", "null", "", "localhost:8799",
        "http://localhost:8799.evil.example",
    ])
    func refusesOthersOriginsOfBrowsersThatTellNoMore(origin: String) { #expect(isForeign(origin: origin)) }
}
