package import SystemPackage

/// Who may ask how the daemon is, and how much.
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
        let usual = ServingLimits()
        socketMode = reader.value(.socketMode, else: 0o660, Settings.mode)
        listen =
            reader.value(.listen, else: nil) { text throws(Unfit) in
                try Choice(text, ListenAddress.init)
            }?.value
        tokenFile =
            reader.value(.tokenFile, else: nil) { text throws(Unfit) in
                try Choice(text, Settings.path)
            }?.value
        limits = ServingLimits()
        limits.connections = reader.value(.statusConnections, else: usual.connections, Self.count)
        limits.rate = reader.value(.statusRate, else: usual.rate, Self.count)
        limits.time = reader.value(.statusTime, else: usual.time, Settings.positive)
        limits.size = reader.value(.statusSize, else: usual.size, Settings.size)
        readToken(&reader)
    }

    private mutating func readToken(_ reader: inout SettingsReader) {
        if let tokenFile {
            do throws(AccessToken.Unusable) { token = try AccessToken(file: tokenFile) } catch {
                reader.note(error.reason, error.remedy, at: .tokenFile)
            }
        } else if let listen, !listen.isLoopback {
            reader.note(
                "other machines reach \(listen), and anybody on them could ask",
                "name a file with a token with \(Setting.tokenFile.name), or listen on 127.0.0.1:\(listen.port)",
                at: .listen)
        }
    }

    private static func count(_ text: String) -> Int? {
        Int(text).flatMap { (1...Settings.mostConnections).contains($0) ? $0 : nil }
    }

    /// "none", or a value.
    private struct Choice<Value> {
        var value: Value?

        init?(_ text: String, _ parse: (String) throws(Unfit) -> Value?) throws(Unfit) {
            guard text != "none" else { return }
            guard let value = try parse(text) else { return nil }
            self.value = value
        }
    }
}
