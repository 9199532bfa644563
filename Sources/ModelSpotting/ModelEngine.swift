package import Encoder
package import LanguageKit

/// A trained model that finds quotations, loaded.
package struct ModelEngine: Sendable {
    package var name: String
    package var version: String
    /// "sha256:" and the digest of its weights.
    package var digest: String
    package var precision: Precision
    package let spotter: any Spotter

    init(name: String, version: String, digest: String, precision: Precision, spotter: any Spotter) {
        self.name = name
        self.version = version
        self.digest = digest
        self.precision = precision
        self.spotter = spotter
    }
}
