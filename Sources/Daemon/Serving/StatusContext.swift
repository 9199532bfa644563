package import Hummingbird
import NIOCore

/// A request's client and connection.
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
