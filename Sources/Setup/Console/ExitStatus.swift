/// How a command ends, as a shell sees it.
package enum ExitStatus: Int32, Sendable {
    case success = 0
    case failure = 1
    /// Something about how the daemon was set up must be mended by hand: starting it again does not help.
    /// (`EX_CONFIG` of sysexits.h; the unit file does not restart after it.)
    case configuration = 78

    /// For commands that annotate files: a missing engine or a wrong setting is a mistake of configuration.
    package init(_ error: any Error) {
        self = error is SettingsError || error is EngineError ? .configuration : .failure
    }
}
