/// How a command ends, as a shell sees it.
package enum ExitStatus: Int32, Sendable {
    case success = 0
    case failure = 1
    /// Something about how the daemon was set up must be mended by hand: starting it again does not help.
    /// (`EX_CONFIG` of sysexits.h; the unit file does not restart after it.)
    case configuration = 78

    /// Of a command that annotates files: whatever is not the files' fault is that of how it was set up.
    package init(_ error: any Error) {
        self = error is SettingsError || error is EngineError ? .configuration : .failure
    }
}
