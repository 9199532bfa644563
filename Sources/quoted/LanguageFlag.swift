import ArgumentParser
import LanguageKit
import Setup

/// Which articles are read as English: the same flag wherever articles are read.
struct LanguageFlag: ParsableArguments {
    @Option(name: .customLong(Setting.language.name), help: ArgumentHelp(.language))
    var language: LanguageChoice = .recognise
}

extension LanguageChoice: ExpressibleByArgument {}
