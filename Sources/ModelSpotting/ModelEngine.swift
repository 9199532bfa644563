package import Encoder
package import LanguageKit

/// A trained model that finds quotations, loaded.
package struct ModelEngine: Sendable {
    package var name: String
    package var version: String
    /// Code of the language that it reads; nil for that of texts that tell none.
    package var language: String?
    /// "sha256:" and the digest of its weights.
    package var digest: String
    package var precision: Precision
    package let spotter: any Spotter

    init(
        name: String, version: String, language: String? = nil, digest: String, precision: Precision,
        spotter: any Spotter
    ) {
        self.name = name
        self.version = version
        self.language = language
        self.digest = digest
        self.precision = precision
        self.spotter = spotter
    }
}
