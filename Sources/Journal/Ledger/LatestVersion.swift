import Records

/// The newest of an item's records that the journal has.
struct LatestVersion: Equatable, Sendable {
    var record: Fingerprint
    var version: String?
    /// The record that withdrew it.
    var withdrawal: Fingerprint?
}

extension LatestVersion {
    init(_ record: Fingerprint, _ version: ItemVersion) {
        self.init(record: record, version: version.version)
    }
}
