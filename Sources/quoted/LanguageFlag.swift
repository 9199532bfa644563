import ArgumentParser
import LanguageKit
import Text

/// Which articles are read as English: the same flag wherever articles are read.
struct LanguageFlag: ParsableArguments {
    static let help = ArgumentHelp(
        "auto: only articles that are English are annotated; en: all are taken for English. (default: auto)",
        valueName: "language")

    @Option(help: help)
    var language: LanguageChoice = .recognise
}

extension LanguageChoice: ExpressibleByArgument {}
