import Foundation

/// What Unix domain sockets ask of their paths.
package enum UnixSocket {
    /// In bytes: `sun_path` less its closing NUL.
    package static let longestPath = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1
}
