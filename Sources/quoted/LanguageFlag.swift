import ArgumentParser
import LanguageKit
import Setup

/// Which language articles are read in: the same flag wherever articles are read.
struct LanguageFlag: ParsableArguments {
    @Option(name: .customLong(Setting.language.name), help: ArgumentHelp(.language))
    var language: LanguageChoice = .recognise
}

extension LanguageChoice: ExpressibleByArgument {
    public init?(argument: String) { self.init(word: argument) }

    public static var allValueStrings: [String] { words }

    public var defaultValueDescription: String { word }
}
