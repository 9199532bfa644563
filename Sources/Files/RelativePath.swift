/// Where a file lies below a folder such as the inbox, as the bytes that the file system has: names need not be UTF-8.
package struct RelativePath: Hashable, Sendable, Comparable {
    /// Components joined by `/`; neither empty nor absolute, no component is empty, `.` or `..`.
    package let bytes: [UInt8]

    /// Nil for bytes that could lead out of the folder or name no file.
    package init?(_ bytes: some Collection<UInt8>) {
        let components = bytes.split(separator: slash, omittingEmptySubsequences: false)
        for component in components {
            let name = Array(component)
            if name.isEmpty || name == [dot] || name == [dot, dot] || name.contains(0) { return nil }
        }
        self.bytes = Array(bytes)
    }

    package init?(_ string: String) { self.init(Array(string.utf8)) }

    /// For names that a directory listing gave, which need no check.
    package init(in parent: RelativePath?, name: [UInt8]) {
        bytes = parent.map { $0.bytes + [slash] + name } ?? name
    }

    package var components: [ArraySlice<UInt8>] { bytes.split(separator: slash) }

    /// The last component.
    package var name: ArraySlice<UInt8> {
        bytes.lastIndex(of: slash).map { bytes[($0 + 1)...] } ?? bytes[...]
    }

    /// Nil for what lies in the inbox itself.
    package var parent: RelativePath? {
        bytes.lastIndex(of: slash).map { RelativePath(unchecked: Array(bytes[..<$0])) }
    }

    /// The same place with another last component.
    package func renamed(_ name: some Sequence<UInt8>) -> RelativePath { RelativePath(in: parent, name: Array(name)) }

    /// The same path below a folder.
    package func below(_ folder: [UInt8]) -> RelativePath { RelativePath(unchecked: folder + [slash] + bytes) }

    private init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    package static func < (a: Self, b: Self) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}

package let slash = UInt8(ascii: "/")
package let dot = UInt8(ascii: ".")
