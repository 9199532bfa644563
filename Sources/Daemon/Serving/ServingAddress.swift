package import SystemPackage

/// Where questions come in, and who may ask there.
package enum ServingAddress: Sendable {
    /// Those whom the mode lets connect.
    case socket(FilePath, mode: UInt32)
    /// Whoever reaches it, with the token where there is one.
    case network(ListenAddress, AccessToken?)
}
