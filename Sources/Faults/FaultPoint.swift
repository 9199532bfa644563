/// A place where a crash, a hang or a failure would leave a particular state behind.
///
/// In a debug build `QUOTED_FAULT` plans one: `after-write:3` ends the process at the third passing of "after-write" as
/// SIGKILL would, `within-annotation:1:hang` hangs at the first, and `before-sync:2:error` makes the second sync fail.
/// A release build has none of this.
package struct FaultPoint: Sendable {
    package let name: StaticString

    init(_ name: StaticString) { self.name = name }

    /// Whether this build has fault points at all.
    package static var areCompiled: Bool {
        #if DEBUG
            true
        #else
            false
        #endif
    }

    /// A place where the process may end or hang.
    @inline(__always)
    package func pass() { pass {} }

    /// Runs `first` beforehand, to leave something half done.
    @inline(__always)
    package func pass(first: () -> Void) {
        #if DEBUG
            guard let effect = Fault.planned?.effect(at: name.description) else { return }
            precondition(effect != .error, "nothing can fail at \(name)")
            first()
            effect.takePlace()
        #endif
    }

    /// A place where a system call may fail too: true if it is to fail now.
    @inline(__always)
    package var fails: Bool {
        #if DEBUG
            guard let effect = Fault.planned?.effect(at: name.description) else { return false }
            effect.takePlace()
            return true
        #else
            false
        #endif
    }
}
