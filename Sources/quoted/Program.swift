import ArgumentParser
import Daemon
import Foundation

@main
enum Program {
    /// On the first thread, while there is no other.
    @MainActor static func main() async {
        if let status = Limits.check() { exit(status.rawValue) }
        await Quoted.main()
    }
}
