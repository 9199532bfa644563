package import SystemPackage

/// Where the rules of all languages lie: the shipped folders and the users' own above them.
package struct RuleFolders: Sendable {
    /// The folder above the languages': `…/Rules`, which holds `en`.
    package var shipped: FilePath
    /// Folders of users' own files, `/etc/quoted/rules.d`; later ones win. They need not exist.
    package var overlays: [FilePath]
    /// Whose rules are read. Texts that tell no language are taken for the first, and rule files that lie in an overlay
    /// itself, and in no language's folder there, are of the first.
    package var languages: [RuleLanguage]

    package init(shipped: FilePath, overlays: [FilePath] = [], languages: [RuleLanguage]) {
        precondition(!languages.isEmpty, "rules are of a language")
        self.shipped = shipped
        self.overlays = overlays
        self.languages = languages
    }

    /// The shipped files of a language: `…/Rules/en`.
    package func directory(of language: RuleLanguage) -> FilePath { shipped.appending(language.code) }

    /// Every folder that may hold files of a language, lowest first.
    func layers(of language: RuleLanguage) -> [FilePath] { [directory(of: language)] + ownLayers(of: language) }

    /// The users' own folders among them.
    func ownLayers(of language: RuleLanguage) -> [FilePath] {
        overlays.flatMap { overlay in
            let own = overlay.appending(language.code)
            return language.code == languages[0].code ? [overlay, own] : [own]
        }
    }

    /// Where a directory of speakers may lie, which has no language.
    var speakerLayers: [FilePath] { languages.flatMap(ownLayers) }
}

/// What rule files must be told of their language.
package struct RuleLanguage: Sendable {
    /// Of ISO 639-1, and the name of its folders: "en".
    package var code: String
    package var morphology: any Morphology

    package init(code: String, morphology: any Morphology) {
        self.code = code
        self.morphology = morphology
    }
}
