/// A line of the journal, before it is written.
package struct RecordLine: Sendable {
    package let id: Fingerprint
    /// From a `RecordEncoder`: one JSON object, newline last. Empty for a withdrawal, until it is known of what.
    package private(set) var bytes: [UInt8]
    /// What the ledger has to be asked about before the line is written.
    package let subject: Subject?

    package enum Subject: Sendable {
        /// Where `slot` says stands null in place of the record that this version supersedes.
        case version(ItemVersion, slot: Int)
        /// Makes the line that takes a record back. Where there is none, nothing is written.
        case withdrawal(ItemVersion, line: @Sendable (Fingerprint) -> RecordLine)
    }

    package init(id: Fingerprint, bytes: [UInt8], subject: Subject? = nil) {
        assert(bytes.firstIndex(of: UInt8(ascii: "\n")) == bytes.count - 1, "a line is one line")
        self.id = id
        self.bytes = bytes
        self.subject = subject
    }

    /// - Parameters:
    ///   - id: Of the withdrawal as long as nobody knows what it takes back.
    ///   - line: Makes the line, given the record that is taken back.
    package init(
        withdrawing version: ItemVersion, id: Fingerprint, line: @escaping @Sendable (Fingerprint) -> RecordLine
    ) {
        self.id = id
        bytes = []
        subject = .withdrawal(version, line: line)
    }

    package func superseding(_ record: Fingerprint?) -> RecordLine {
        guard let record, case .version(_, let slot)? = subject else { return self }
        var line = self
        line.bytes.replaceSubrange(slot..<slot + 4, with: Array("\"sha256:".utf8) + record.hexBytes + [0x22])
        return line
    }
}
