import ArgumentParser
import Foundation
import Setup

@main
enum Program {
    /// On the first thread, while there is no other.
    @MainActor static func main() async {
        if let status = Limits.check() { exit(status.rawValue) }
        // Of the daemon's folders any name will do, be it UTF-8 or not.
        let given = GivenText.arguments
        await Quoted.main(["run", "retry"].contains(given.first) ? given : nil)
    }
}
