extension InboxPath {
    /// Whether the inbox leaves this alone: dotfiles, `*.tmp` and `*.part`, and all that lies in folders so named.
    ///
    /// These are the names that writers use while a file is not complete, rsync's `.story.xml.Xy12ab` among them; the
    /// rename to the final name is what hands the file over.
    package var isIgnored: Bool { components.contains(where: Self.isIgnored) }

    package static func isIgnored(name: some Collection<UInt8>) -> Bool {
        name.first == dot || unfinished.contains { name.suffix($0.count).elementsEqual($0) }
    }

    private static let unfinished = [Array(".tmp".utf8), Array(".part".utf8)]
}
