import Hashing
package import Newswire
package import Records

/// The digests that tell equal records from different ones.
package enum ArticleIdentity {
    /// Of provider's item id, version and text.
    package static func fingerprint(of article: Article) -> Fingerprint {
        fingerprint([article.metadata.item ?? "", article.metadata.version ?? ""], article.text)
    }

    /// Of provider's item id, version and the record that is taken back.
    ///
    /// - Parameter withdrawn: nil as long as nobody knows.
    static func fingerprint(ofWithdrawal info: Record.ArticleInfo, of withdrawn: Fingerprint?) -> Fingerprint {
        fingerprint(["withdrawal", info.item ?? "", info.version ?? ""], withdrawn?.hex ?? "")
    }

    /// NUL parts the fields: it cannot stand in an id or a version.
    private static func fingerprint(_ fields: [String], _ text: String) -> Fingerprint {
        var hash = SHA256()
        for field in fields { hash.update(Array(field.utf8) + [0]) }
        var text = text
        text.withUTF8 { unsafe hash.update(UnsafeRawBufferPointer($0)) }
        guard let fingerprint = Fingerprint(bytes: hash.finalize()) else {
            preconditionFailure("SHA-256 gives 32 bytes")
        }
        return fingerprint
    }
}
