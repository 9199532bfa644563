import Foundation
import HTTPTypes
import Hashing
import Hummingbird
import Rulebook

/// The page at `/`: one file of HTML, its style and its script in it, and nothing from anywhere else. What comes later, over
/// `/events` and `/find`, the script shows as text.
enum LivePage {
    static func response() -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-store", .contentSecurityPolicy: policy,
                .xContentTypeOptions: "nosniff", .referrerPolicy: "no-referrer",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }

    static let html = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>quoted</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <link rel="icon" href="data:,">
        <style>\(style)</style>
        </head>
        <body>
        \(body)
        <script>\(script)</script>
        </body>
        </html>

        """

    /// Style and script are known by their digests. (W3C, Content Security Policy Level 3.)
    static let policy =
        "default-src 'none'; style-src '\(digest(style))'; script-src '\(digest(script))'; connect-src 'self'; "
        + "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

    private static let style = String(decoding: PackageResources.live_css, as: UTF8.self)
    private static let script = String(decoding: PackageResources.live_js, as: UTF8.self)
    private static let body = String(decoding: PackageResources.live_html, as: UTF8.self)
        .replacing("</select>", with: classes + "</select>")

    /// Those that a search can be for, as choices behind "any"; their names are letters only.
    private static let classes = VerbClass.allCases.map { "<option>\($0.rawValue)</option>" }.joined()

    private static func digest(_ text: String) -> String {
        "sha256-" + Data(SHA256.hash(Data(text.utf8))).base64EncodedString()
    }
}

extension HTTPField.Name {
    fileprivate static let referrerPolicy = Self("Referrer-Policy")!
}
