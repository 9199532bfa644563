package import Annotator
package import Attribution
package import LanguageKit
package import Records
package import Rulebook
import Synchronization
import Text

/// The annotator made of the rules in force and the engine. Replaced as a whole when the rules were read again; whoever
/// has begun with the old one goes on with it. The engine stays: a model is loaded once.
package final class RuleStore: Sendable {
    package let source: RulebookSource
    package let engine: Engine
    private let omitText: Bool
    private let floor: ConfidenceFloor
    private let language: LanguageChoice
    private let inForce: Mutex<Annotator>

    /// Reads the rules; blocks while it does.
    /// - Throws: Every mistake of the files.
    package init(
        _ folders: RuleFolders, engine: Engine, omitText: Bool, floor: ConfidenceFloor = ConfidenceFloor(),
        language: LanguageChoice = .recognise
    ) throws(RulebookProblems) {
        source = try RulebookSource(folders)
        self.engine = engine
        self.omitText = omitText
        self.floor = floor
        self.language = language
        inForce = Mutex(Self.annotator(source.current, engine, omitText, floor, language))
    }

    package var annotator: Annotator { inForce.withLock { $0 } }

    /// Makes the annotator anew of the rules that the source has read by now.
    package func renew() {
        let annotator = Self.annotator(source.current, engine, omitText, floor, language)
        inForce.withLock { $0 = annotator }
    }

    private static func annotator(
        _ rulebooks: Rulebooks, _ engine: Engine, _ omitText: Bool, _ floor: ConfidenceFloor,
        _ language: LanguageChoice
    ) -> Annotator {
        Annotator(
            rulebooks: rulebooks, engine: engine, version: Version.current, omitText: omitText,
            floor: floor, language: language)
    }
}
