package import Annotator
import Foundation
import Rulebook
import Synchronization

/// The rules in force and the annotator made of them. Replaced as a whole; whoever has begun with the old ones goes on
/// with them.
package final class RuleStore: Sendable {
    package struct InForce: Sendable {
        package var annotator: Annotator
        var language: String
        var digest: String
        var verbs: Int
        var loadedAt: Date
        var warnings: [String]
    }

    package let sources: RuleSources
    private let omitText: Bool
    private let inForce: Mutex<InForce>

    /// Reads the rules; blocks while it does.
    /// - Throws: `RulebookProblems` with every mistake of the files.
    package init(_ sources: RuleSources, omitText: Bool) throws {
        self.sources = sources
        self.omitText = omitText
        inForce = Mutex(try InForce(sources, omitText: omitText))
    }

    package var annotator: Annotator { inForce.withLock { $0.annotator } }

    var current: InForce { inForce.withLock { $0 } }

    /// Reads them again; blocks while it does.
    /// - Returns: Whether they are others than before.
    /// - Throws: `RulebookProblems`; the old rules then stay in force.
    func reload() throws -> Bool {
        let new = try InForce(sources, omitText: omitText)
        return inForce.withLock { current in
            defer { current = new }
            return current.digest != new.digest
        }
    }
}

extension RuleStore.InForce {
    fileprivate init(_ sources: RuleSources, omitText: Bool) throws {
        let rulebook = try RulebookLoader.load(directory: sources.shipped, overlays: sources.overlays)
        annotator = Annotator(rulebook: rulebook, version: Version.current, omitText: omitText)
        language = rulebook.language
        digest = rulebook.digest
        verbs =
            Set(rulebook.verbs.byForm.values.joined().map { ([$0.verb.lemma] + $0.verb.rest).joined(separator: " ") })
            .count
        loadedAt = .now
        warnings = rulebook.warnings.map(\.description)
    }
}
