import Foundation
import HTTPTypes

/// Whether a browser asks for a page that is somebody else's. Such a page cannot read the answer, but it could take places
/// and have searches made.
enum Origin {
    /// - Parameters:
    ///   - authority: The request's Host.
    ///   - path: What is asked for.
    static func isForeign(_ headers: HTTPFields, authority: String?, path: String) -> Bool {
        // Browsers say from where they ask, and no page can say it for them. (W3C, Fetch Metadata Request Headers.)
        if let site = headers[.secFetchSite] {
            if site == "same-origin" || site == "none" { return false }
            // A link that somebody followed.
            return path == "/events" || headers[.secFetchMode] != "navigate" || headers[.secFetchDest] != "document"
        }
        // Older ones say at least where a page is from that wants to read the answer. (RFC 6454)
        guard let origin = headers[.origin] else { return false }
        guard let scheme = origin.range(of: "://"), let authority else { return true }
        return origin[scheme.upperBound...].lowercased() != authority.lowercased()
    }
}

extension HTTPField.Name {
    static let secFetchSite = Self("Sec-Fetch-Site")!
    static let secFetchMode = Self("Sec-Fetch-Mode")!
    static let secFetchDest = Self("Sec-Fetch-Dest")!
}
