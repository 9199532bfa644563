// swift-tools-version: 6.2

import PackageDescription

// For arithmetic over memory by pointers, where every line would be marked.
let withoutMemorySafety: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let strict: [SwiftSetting] = withoutMemorySafety + [.strictMemorySafety()]

// The way an article takes, in order: each room knows only the rooms before it.
let package = Package(
    name: "quoted",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "quoted", targets: ["quoted"]),
        .executable(name: "quoted-watch", targets: ["quoted-watch"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0", traits: [.defaults, "YAML"]),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.34.1"),
        .package(url: "https://github.com/apple/swift-system.git", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(name: "CInotifyTools", providers: [.apt(["libinotifytools0-dev"])]),
        .executableTarget(
            name: "quoted-watch", dependencies: ["CInotifyTools"], exclude: ["COPYING"], swiftSettings: strict),

        .target(name: "Executors", swiftSettings: strict),
        // In debug builds only does it do anything.
        .target(name: "Faults", swiftSettings: strict),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "Hashing", dependencies: ["CCrypto"], swiftSettings: strict),
        .target(name: "CivilTime", swiftSettings: strict),
        // Directories, locks, and what the system says of a file.
        .target(
            name: "Files",
            dependencies: ["CLinux", .product(name: "SystemPackage", package: "swift-system")],
            swiftSettings: strict
        ),
        .target(
            name: "Inbox",
            dependencies: [
                "CivilTime", "Executors", "Faults", "Files", "Hashing",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZLib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .target(name: "Newswire", dependencies: ["CLibXML2", "CLibZip", "CZLib", "CivilTime"], swiftSettings: strict),
        .target(
            name: "Rulebook",
            dependencies: [
                "CivilTime", "Executors", "Hashing", "Newswire",
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict
        ),
        .target(name: "Text", dependencies: ["Newswire", "Rulebook"], swiftSettings: strict),
        // What any language has; and then one target for each, which knows no other.
        .target(name: "LanguageKit", dependencies: ["Newswire", "Rulebook", "Text"], swiftSettings: strict),
        .target(
            name: "English", dependencies: ["LanguageKit", "Newswire", "Rulebook", "Text"],
            path: "Sources/Languages/English", swiftSettings: strict),
        .target(
            name: "German", dependencies: ["LanguageKit", "Rulebook", "Text"],
            path: "Sources/Languages/German", swiftSettings: strict),
        // Persons, bodies and places that an article names.
        .target(name: "Names", dependencies: ["LanguageKit", "Newswire", "Rulebook", "Text"], swiftSettings: strict),
        .target(
            name: "Speakers", dependencies: ["CivilTime", "LanguageKit", "Names", "Newswire", "Rulebook", "Text"],
            swiftSettings: strict),
        .systemLibrary(name: "COneDNN", providers: [.apt(["libdnnl-dev"])]),
        .target(
            name: "CKernels",
            // Without it a debug build takes seconds for an article.
            cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]
        ),
        // Knows nothing of news, and none of the other rooms.
        .target(
            name: "Encoder",
            dependencies: ["CKernels", "COneDNN", "Hashing"],
            swiftSettings: withoutMemorySafety
        ),
        .target(
            name: "ModelSpotting",
            dependencies: [
                "Encoder", "LanguageKit", "Newswire", "Rulebook", "Text",
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Attribution",
            dependencies: [
                "Encoder", "English", "German", "LanguageKit", "ModelSpotting", "Newswire", "Rulebook", "Speakers",
                "Text",
            ],
            swiftSettings: strict
        ),
        // A directory of speakers from a dump of Wikidata.
        .target(name: "Wikidata", dependencies: ["CivilTime", "Rulebook"], swiftSettings: strict),
        .target(name: "Evaluation", dependencies: ["Newswire"], swiftSettings: strict),
        // What is known of an article, and how it is written.
        .target(name: "Records", dependencies: ["CivilTime", "Newswire", "Rulebook"], swiftSettings: strict),
        .target(
            name: "Journal",
            dependencies: [
                "CLinux", "CZLib", "Executors", "Faults", "Files", "Newswire", "Records", "Rulebook",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        // An index of the journal's quotations, for `quoted find`.
        .target(
            name: "QuotationIndex",
            dependencies: [
                "Executors", "Files", "Journal", "Records", "Rulebook",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Annotator",
            dependencies: [
                "Attribution", "Encoder", "Hashing", "LanguageKit", "ModelSpotting", "Newswire", "Records", "Rulebook",
                "Text",
            ],
            swiftSettings: strict
        ),
        // What people look at. It decides how things look, and writes nowhere.
        .target(
            name: "Views",
            dependencies: [
                "Hashing", "Newswire", "Records", "Rulebook", "Text",
            ],
            resources: [.embedInCode("Page/page.css"), .embedInCode("Page/page.js")],
            swiftSettings: strict
        ),
        // What other programs take in.
        .target(
            name: "Exports", dependencies: ["Newswire", "Records", "Rulebook", "Text"], swiftSettings: strict),
        // How a process is set up, whatever it does then: settings, engine, rules, limits, and how it ends.
        .target(
            name: "Setup",
            dependencies: [
                "Annotator", "Attribution", "CLinux", "Encoder", "Executors", "Files", "Hashing", "Inbox",
                "LanguageKit",
                "ModelSpotting", "Newswire", "Rulebook",
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Daemon",
            dependencies: [
                "Annotator", "Attribution", "CLinux", "Executors", "Faults", "Files", "Hashing", "Inbox", "Journal",
                "LanguageKit", "ModelSpotting", "Newswire", "QuotationIndex", "Records", "Rulebook", "Setup",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [
                .embedInCode("Live/live.css"), .embedInCode("Live/live.html"), .embedInCode("Live/live.js"),
            ],
            swiftSettings: strict
        ),
        // What people call: a folder for each subcommand.
        .target(
            name: "Commands",
            dependencies: [
                "Annotator", "Daemon", "Evaluation", "Executors", "Exports", "Files", "Hashing", "Inbox", "Journal",
                "QuotationIndex",
                "LanguageKit", "ModelSpotting", "Newswire", "Records", "Rulebook", "Setup", "Text", "Views", "Wikidata",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "quoted",
            dependencies: [
                "Commands", "Daemon", "LanguageKit", "Newswire", "Setup",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        // In this package and not in one of its own, since it measures what is `package`.
        .executableTarget(
            name: "quoted-bench",
            dependencies: [
                "Annotator", "Attribution", "CLibXML2", "CLinux", "Encoder", "Hashing", "Journal",
                "LanguageKit", "ModelSpotting", "Newswire", "QuotationIndex",
                "Records", "Rulebook",
                "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Benchmarks",
            exclude: ["askers.py", "daemon.py", "load.py", "spark.py"],
            swiftSettings: strict
        ),

        .target(
            name: "TestSupport",
            dependencies: [
                "Attribution", "Files", "Newswire", "Records", "Rulebook",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Tests/Support", swiftSettings: strict),
        .testTarget(name: "HashingTests", dependencies: ["Hashing"], swiftSettings: strict),
        .testTarget(name: "CivilTimeTests", dependencies: ["CivilTime"], swiftSettings: strict),
        .testTarget(
            name: "FilesTests",
            dependencies: ["Files", "TestSupport", .product(name: "SystemPackage", package: "swift-system")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "RecordsTests", dependencies: ["Newswire", "Records", "Rulebook", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "InboxTests",
            dependencies: [
                "CivilTime", "Files", "Hashing", "Inbox", "TestSupport",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "SourceTests", dependencies: ["Newswire", "Rulebook", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "RulebookTests",
            dependencies: [
                "CivilTime", "English", "Newswire", "Rulebook", "TestSupport",
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "WikidataTests", dependencies: ["CivilTime", "Rulebook", "Wikidata"], swiftSettings: strict),
        .testTarget(name: "EnglishTests", dependencies: ["English", "Rulebook"], swiftSettings: strict),
        .testTarget(
            name: "GermanTests",
            dependencies: [
                "Attribution", "Evaluation", "German", "LanguageKit", "Newswire", "Rulebook", "TestSupport", "Text",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "NewswireTests", dependencies: ["Newswire", "TestSupport"],
            exclude: ["Pages", "Samples/expected.tsv", "Samples/table.py"],
            swiftSettings: strict),
        .testTarget(
            name: "TextTests", dependencies: ["LanguageKit", "Newswire", "Rulebook", "TestSupport", "Text"],
            swiftSettings: strict),
        .testTarget(
            name: "EncoderTests",
            dependencies: ["CKernels", "Encoder", "TestSupport"],
            exclude: ["Fixtures"],
            swiftSettings: withoutMemorySafety
        ),
        .testTarget(
            name: "AttributionTests",
            dependencies: [
                "Attribution", "CivilTime", "Encoder", "English", "Evaluation", "LanguageKit", "ModelSpotting", "Names",
                "Newswire", "Rulebook", "Speakers", "TestSupport", "Text",
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(
            name: "EvaluationTests", dependencies: ["Evaluation", "Newswire"], exclude: ["Fixture"],
            swiftSettings: strict),
        .testTarget(
            name: "JournalTests",
            dependencies: [
                "Faults", "Files", "Journal", "Newswire", "Records", "Rulebook", "TestSupport", "journal-crash",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "QuotationIndexTests",
            dependencies: [
                "Journal", "Newswire", "QuotationIndex", "Records", "Rulebook", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        // Killed at the journal's fault points by its tests; installed nowhere.
        .executableTarget(
            name: "journal-crash",
            dependencies: [
                "Journal", "Newswire", "Records",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Tests/JournalCrash",
            swiftSettings: strict
        ),
        // Reads files that are named; built by `make fuzz`, it is libFuzzer's. Installed nowhere.
        .executableTarget(
            name: "quoted-fuzz",
            dependencies: [
                "Annotator", "Attribution", "Encoder", "Evaluation", "Hashing", "LanguageKit",
                "ModelSpotting", "Newswire", "Records", "Rulebook", "Setup", "TestSupport", "Wikidata",
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Tests/Fuzz",
            exclude: ["corpus", "keep", "replay", "rules", "run", "seeds.py"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ViewsTests",
            dependencies: [
                "Hashing", "Newswire", "Records", "Rulebook", "Views",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ExportsTests",
            dependencies: ["Evaluation", "Exports", "Newswire", "Records", "Rulebook", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "AnnotatorTests",
            dependencies: [
                "Annotator", "Attribution", "CivilTime", "Encoder", "Hashing", "LanguageKit", "ModelSpotting",
                "Newswire",
                "Records", "Rulebook", "Text",
                "TestSupport",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        // The built programs as processes of their own, for tests of several rooms.
        .target(
            name: "ProgramSupport",
            dependencies: [
                "Commands", "Daemon", "Hashing", "Newswire", "Records", "Rulebook", "TestSupport", "quoted",
                "quoted-watch",
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            path: "Tests/ProgramSupport", swiftSettings: strict),
        .testTarget(
            name: "SetupTests",
            dependencies: [
                "Annotator", "Attribution", "Encoder", "Files", "Hashing", "Inbox", "LanguageKit", "ModelSpotting",
                "Newswire", "ProgramSupport", "Records", "Rulebook", "Setup", "TestSupport",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "DaemonTests",
            dependencies: [
                "Commands", "Daemon", "Executors", "Faults", "Files", "Hashing", "Inbox", "Journal", "Newswire",
                "ProgramSupport", "QuotationIndex", "Records", "Rulebook", "Setup", "TestSupport",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "Commands", "Daemon", "Exports", "Journal", "QuotationIndex", "Newswire", "ProgramSupport", "Records",
                "Rulebook",
                "Setup", "TestSupport",
                "Views",
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
    ]
)
