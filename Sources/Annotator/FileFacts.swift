package import Records

/// What is known of the file that an article came in, before it is read.
package struct FileFacts: Sendable {
    /// Relative to the inbox, or as given on the command line.
    package var path: String
    package var bytes: Int
    package var sha256: Fingerprint

    package init(path: String, bytes: Int, sha256: Fingerprint) {
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
    }
}
