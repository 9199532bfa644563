package import Files
import Glibc

/// Names that the inbox leaves alone, because writers use them while a file is incomplete. The rename to the final name
/// hands the file over.
///
/// Case does not count, since some of these programs come from systems where it does not.
package struct SparedNames: Sendable, Equatable {
    /// Dotfiles are rsync's `.story.xml.Xy12ab`, lftp's `.in.story.xml`, Syncthing's `.syncthing.story.xml.tmp`, and
    /// what editors and shares keep for themselves; `~$` and `~syncthing~` are the same on Windows.
    private static let beginnings = [".", "~"].map { Array($0.utf8) }
    /// Of curl, Firefox, WinSCP, Chrome, Safari, torrents, Opera, Nextcloud, aria2, lftp, Windows and old editors.
    private static let endings = [
        ".tmp", ".temp", ".part", ".filepart", ".partial", ".crdownload", ".download", ".opdownload", ".!ut", ".!qb",
        ".!bt", ".aria2", ".lftp-pget-status", "~",
    ].map { Array($0.utf8) }

    /// Shell patterns for more of them, each for one name and not for a path.
    package var patterns: [String]

    package init(patterns: [String] = []) { self.patterns = patterns }

    /// Whether a file or folder of that name is left alone, and with a folder all that is in it.
    package func spare(name: some Collection<UInt8>) -> Bool {
        let name = name.map(Self.lowercased)
        return Self.beginnings.contains { name.starts(with: $0) }
            || Self.endings.contains { name.suffix($0.count).elementsEqual($0) }
            || patterns.contains { Self.matches(name, $0) }
    }

    package func spare(_ path: RelativePath) -> Bool { path.components.contains { spare(name: $0) } }

    private static func matches(_ name: [UInt8], _ pattern: String) -> Bool {
        let pattern = pattern.lowercased()
        return unsafe withName(name) { name in unsafe fnmatch(pattern, name, 0) } == 0
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
