package import SystemPackage

/// Who may ask for the status, and how often.
package struct ServingSettings: Sendable {
    /// Permission bits of the status socket.
    package var socketMode: UInt32
    /// Where questions are answered over the network too.
    package var listen: ListenAddress?
    package var tokenFile: FilePath?
    /// What has to be known to ask over the network; nil where nothing has.
    package var token: AccessToken?
    package var limits: ServingLimits
}

extension ServingSettings {
    /// Only this machine may ask without a token.
    init(_ reader: inout SettingsReader) {
        socketMode = reader.value(.socketMode)
        listen = reader.value(.listen)
        tokenFile = reader.value(.tokenFile)
        limits = ServingLimits()
        limits.connections = reader.value(.statusConnections)
        limits.rate = reader.value(.statusRate)
        limits.time = reader.value(.statusTime)
        limits.size = reader.value(.statusSize)
        readToken(&reader)
    }

    private mutating func readToken(_ reader: inout SettingsReader) {
        if let tokenFile {
            do throws(AccessToken.Unusable) { token = try AccessToken(file: tokenFile) } catch {
                reader.note(error.reason, error.remedy, at: .tokenFile)
            }
        } else if let listen, !listen.isLoopback {
            reader.note(
                "anybody on another machine could ask at \(listen)",
                "require a token with \(Setting.tokenFile.name), or listen on 127.0.0.1:\(listen.port)",
                at: .listen)
        }
    }
}
