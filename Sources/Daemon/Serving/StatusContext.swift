package import Hummingbird
import NIOCore

/// What is known of a request beside what it says.
package struct StatusContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    let channel: any Channel
    /// Filled in by the gate.
    var client = Client.unknown

    package init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}
