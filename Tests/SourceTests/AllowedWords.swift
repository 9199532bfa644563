/// Literals that are words of English and may stay, by file, each for a reason. None is compared with an article's text.
enum AllowedWords {
    static let byFile: [String: Set<String>] = reasons.map(\.files).reduce(into: [:]) { all, files in
        for (file, words) in files { all[file, default: []].formUnion(words) }
    }

    private static let reasons: [(reason: String, files: [String: [String]])] = [
        (
            "Messages and labels that people read.",
            [
                "Commands/Evaluate/ExtractionReport.swift": ["all"],
                "Commands/Export/ExportCatalog.swift": [" and "],
                "Commands/Find/FoundText.swift": ["(nobody named)"],
                "Commands/Top/TopText.swift": ["(nobody named)"],
                "Inbox/ReadingError.swift": ["it is too large", "service)"],
                "Journal/Storage/JournalStatus.swift": ["look after"],
                "LanguageKit/Recognition/LanguageRecogniser.swift": [" and "],
                "Newswire/BinaryFormat.swift": ["a program"],
                "Newswire/JSON/JSONReader.swift": ["it has "],
                "Newswire/XML/XMLFault.swift": ["too big", "too long"],
                "Rulebook/Directory/SpeakerLine.swift": [" or "],
                "Rulebook/Files/CalendarFile.swift": ["a number from 1 to 12"],
                "Rulebook/Reading/RuleReader.swift": ["a number from 0 to 1"],
                "Setup/Settings/Setting+Declarations.swift": ["a number from 0 to 1, such as 0.7"],
                "Setup/Settings/ValueKind.swift": [" or "],
                "Views/Marks/QuotationFacts.swift": [
                    "Confidence", "When", "Where", "more than once", "nobody named", "none",
                ],
                "Views/Page/ArticlePart.swift": ["-at", "a", "about", "number", "who"],
                "Views/Page/Cast.swift": ["nobody named"],
                "Views/Terminal/TerminalView.swift": ["by whom", "how", "nobody named", "what is said"],
            ]
        ),
        (
            "Names and values of options and settings, and their help.",
            [
                "Daemon/Serving/FindRequest.swift": ["since"],
                "Inbox/InboxConfiguration.swift": ["done"],
                "Setup/Engines/EngineChoice.swift": ["small"],
                "Setup/Settings/IndexChoice.swift": ["none"],
                "Setup/Settings/PathConflicts.swift": ["done"],
                "Setup/Settings/Setting+Declarations.swift": [
                    "after", "done", "how", "none", "number", "time", "what",
                ],
                "Setup/Settings/Settings.swift": ["done"],
                "Setup/Settings/SparedNames+Setting.swift": ["none"],
                "Setup/Settings/ValueKind.swift": ["no", "none", "number", "off", "on", "time"],
                "quoted/Annotate.swift": ["number", "time"],
                "quoted/Export.swift": ["to"],
                "quoted/Find.swift": ["number"],
                "quoted/Speakers.swift": ["from", "none"],
                "quoted/Top.swift": ["time"],
                "quoted/View.swift": ["when"],
            ]
        ),
        (
            "Names of the record, the status, the exports and the model’s options.",
            [
                "Daemon/Daemon.swift": ["none", "of"],
                "Daemon/Serving/Origin.swift": ["none"],
                "Daemon/Status/StatusReport+Metrics.swift": ["done"],
                "Evaluation/Reading/BratMarks.swift": ["A", "Inside ", "confidence "],
                "Evaluation/Scores.swift": ["none", "who"],
                "Exports/Brat/BratArticle.swift": ["A"],
                "Exports/Brat/BratScheme.swift": ["Inside"],
                "Exports/CSVTable.swift": ["confidence", "inside", "time"],
                "Exports/CoNLLColumns.swift": ["I-", "confidence", "inside"],
                "Exports/SpaCyLines.swift": ["child", "confidence"],
                "ModelSpotting/Decoder.swift": ["confidence"],
                "Records/RecordEncoder+Quotation.swift": ["confidence", "inside", "time"],
                "Records/RecordEncoder.swift": ["agency"],
            ]
        ),
        (
            "What a measure is made of: it stays the same whatever the rules say. Only marks are looked at.",
            [
                "Evaluation/Counting/MentionForm.swift": [
                    "he", "her", "herself", "him", "himself", "his", "i", "it", "me", "my", "one", "she", "that",
                    "their",
                    "them", "they", "we", "which", "who", "you",
                ],
                "Evaluation/Counting/NameComparison.swift": ["and", "of", "the"],
            ]
        ),
        (
            "Names of columns and operators of SQLite.",
            [
                "Journal/Ledger/LedgerFile.swift": ["other"],
                "Journal/Ledger/LedgerStore.swift": ["first", "last", "time"],
                "QuotationIndex/IndexStore.swift": ["first"],
                "QuotationIndex/MatchExpression.swift": [" AND ", "AND", "OR", "any"],
                "QuotationIndex/Search.swift": ["confidence", "time"],
            ]
        ),
        (
            "Names of a protocol.",
            [
                "Commands/Status/StatusClient.swift": ["GET"],
                "Newswire/Mail/EncodedWords.swift": ["q"],
                "Newswire/Mail/Mailbox.swift": [">From ", "From "],
                "Newswire/Sniffers.swift": ["From ", "from:", "to:"],
            ]
        ),
        (
            "Names of elements, attributes and fields of formats.",
            [
                "Newswire/Formats/FeedItem.swift": ["about"],
                "Newswire/Formats/JATSReader.swift": ["day", "month", "year"],
                "Newswire/Formats/NewsMLG2Reader.swift": ["by"],
                "Newswire/HTML/Body/RegionHint.swift": ["has", "is", "no", "plus", "with", "without"],
                "Newswire/JSON/NinjsItem.swift": ["by"],
                "Newswire/Markup/ElementRole.swift": ["q"],
                "Wikidata/ItemID.swift": ["Q"],
                "Wikidata/ItemScan.swift": ["\"Q", "Q"],
                "Wikidata/Statement.swift": ["time"],
            ]
        ),
        (
            "Labels and marks of the models, and types of their files.",
            [
                "Encoder/Files/Safetensors.swift": ["I32", "I8"],
                "Encoder/WordPiece/WordPiece.swift": ["[SEP]"],
                "ModelSpotting/TagChain.swift": ["I"],
            ]
        ),
        (
            "Tags of languages in the recogniser's profiles.",
            [
                "LanguageKit/Recognition/LanguageProfile+LatinAtoH.swift": ["da", "de"],
                "LanguageKit/Recognition/LanguageProfile+LatinItoZ.swift": ["is", "it", "no", "so"],
                "LanguageKit/Recognition/LanguageProfile+OtherScripts.swift": ["be", "sr"],
                "LanguageKit/Recognition/Script.swift": ["am", "el", "he", "my"],
            ]
        ),
        (
            "Keys and values that rule files are written with.",
            [
                "Rulebook/Files/CalendarFile.swift": ["several"],
                "Rulebook/Files/FurnitureFile.swift": ["all", "is"],
                "Rulebook/Files/ModifierFile.swift": ["be"],
                "Rulebook/Files/PersonFiles.swift": ["any", "either", "office", "people"],
                "Rulebook/Files/RoleRelationFile.swift": ["same"],
                "Rulebook/Files/VerbFile.swift": ["also"],
                "Rulebook/ReportingVerb.swift": ["that"],
                "Rulebook/WordClass.swift": ["be", "do", "have"],
            ]
        ),
        (
            "Ranges of letters.",
            [
                "Inbox/Scanning/SparedNames.swift": ["A"],
                "Records/Fingerprint.swift": ["A", "a"],
                "ModelSpotting/Unit.swift": ["a"],
                "Rulebook/Reading/String+Folding.swift": ["a", "i"],
            ]
        ),
        (
            "A Roman numeral.",
            [
                "Text/Tokenizer.swift": ["I"]
            ]
        ),
    ]
}
