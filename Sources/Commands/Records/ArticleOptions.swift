package import LanguageKit
package import Newswire
package import Setup

/// How the commands that annotate articles read them, and by what they annotate them.
package struct ArticleOptions: Sendable {
    /// What the flags say of the engine.
    let engine: [Setting: String]
    /// Folders of the user's rules.
    let overlays: [String]
    /// Where articles are looked for in JSON.
    let json: JSONMapping
    let omitText: Bool
    /// What the flags say of how sure quotations and speakers must be; nil for commands that annotate as it comes.
    let confidence: [Setting: String]?
    let language: LanguageChoice

    package init(
        engine: [Setting: String], overlays: [String], json: JSONMapping, omitText: Bool = false,
        confidence: [Setting: String]? = nil, language: LanguageChoice = .recognise
    ) {
        self.engine = engine
        self.overlays = overlays
        self.json = json
        self.omitText = omitText
        self.confidence = confidence
        self.language = language
    }
}
