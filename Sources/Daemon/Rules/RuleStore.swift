package import Annotator
package import Rulebook
import Synchronization

/// The annotator made of the rules in force. Replaced as a whole; whoever has begun with the old one goes on with it.
package final class RuleStore: Sendable {
    package let source: RulebookSource
    private let omitText: Bool
    private let inForce: Mutex<Annotator>

    /// Reads the rules; blocks while it does.
    /// - Throws: Every mistake of the files.
    package init(_ folders: RuleFolders, omitText: Bool) throws(RulebookProblems) {
        source = try RulebookSource(folders)
        self.omitText = omitText
        inForce = Mutex(Self.annotator(source.current, omitText))
    }

    package var annotator: Annotator { inForce.withLock { $0 } }

    /// Takes up what the source has read since.
    func renew() {
        let annotator = Self.annotator(source.current, omitText)
        inForce.withLock { $0 = annotator }
    }

    private static func annotator(_ rulebook: Rulebook, _ omitText: Bool) -> Annotator {
        Annotator(rulebook: rulebook, version: Version.current, omitText: omitText)
    }
}
