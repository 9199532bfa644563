import Files

extension RelativePath {
    /// How many folders may lie within one another in the inbox. What lies deeper is not looked at.
    package static let deepest = 32

    /// In how many folders it lies.
    var depth: Int { bytes.count { $0 == slash } }

    var isTooDeep: Bool { depth > Self.deepest }

    /// Whether the inbox leaves this alone, whatever the settings say.
    package var isIgnored: Bool { SparedNames().spare(self) }
}
