import Crypto
package import Journal
package import Newswire

/// The digest that tells equal articles from different ones: provider's item id, version and text.
package enum ArticleIdentity {
    package static func fingerprint(of article: Article) -> Fingerprint {
        var hash = SHA256()
        // NUL parts the fields: it cannot stand in an id or a version.
        for field in [article.metadata.item ?? "", article.metadata.version ?? ""] {
            hash.update(data: Array(field.utf8) + [0])
        }
        var text = article.text
        text.withUTF8 { unsafe hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        guard let fingerprint = Fingerprint(bytes: hash.finalize()) else {
            preconditionFailure("SHA-256 gives 32 bytes")
        }
        return fingerprint
    }
}
