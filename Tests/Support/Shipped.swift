import Attribution
package import Foundation
package import Rulebook
package import SystemPackage

/// What comes with the project: its rules and its articles.
package enum Shipped {
    /// The package's folder.
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Of all languages, loaded once for all tests.
    package static let rulebooks: Rulebooks = {
        let folder = FilePath(root.appending(path: "Rules").path(percentEncoded: false))
        do {
            return try RulebookLoader.load(RuleFolders(shipped: folder, languages: LanguagePacks.rules))
        } catch {
            preconditionFailure("the shipped rules do not load: \(error)")
        }
    }()

    /// The English rules.
    package static let rulebook = rulebooks.main

    /// The folder of the model that finds quotations unless somebody says otherwise.
    package static let model = FilePath(root.appending(path: "Models/en-news").path(percentEncoded: false))

    /// The annotated articles of Tests/Articles, in the order of their names.
    package static let articles = articles(in: "Articles")

    /// The same of Tests/German.
    package static let germanArticles = articles(in: "German")

    private static func articles(in name: String) -> [SampleArticle] {
        let folder = root.appending(path: "Tests/\(name)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        let articles = names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map {
                SampleArticle(name: String(name.dropLast(4)), bytes: Array($0), folder: folder)
            }
        }
        precondition(!articles.isEmpty, "\(folder.path) has no articles")
        return articles
    }
}

/// An article of the project's own.
package struct SampleArticle: Sendable, CustomStringConvertible {
    /// The file's name without its ending.
    package var name: String
    package var bytes: [UInt8]
    package var folder: URL

    package var text: String { String(decoding: bytes, as: UTF8.self) }
    package var description: String { name }
    /// The careful reader's marks beside it.
    package var gold: URL { folder.appending(path: "\(name).gold.json") }
}
