import Annotator
import Attribution
import Encoder
import Foundation
import LanguageKit
import ModelSpotting
import Newswire
import Rulebook
import SystemPackage

/// How often the resolver, on its own, ties a mention to the person whose chain of mentions it is in, as GUM has them.
struct SpeakerBenchmark {
    private let documents: [Document]

    /// - Parameter gold: A file of JSON lines: "text", "tokens" [[begin, end, part of speech, …], …] and "mentions"
    ///   [[begin, end, type, chain, …], …], in code points.
    init(gold: String) throws {
        let lines = try String(contentsOfFile: gold, encoding: .utf8).split(separator: "\n")
        documents = try lines.map { try JSONDecoder().decode(Document.self, from: Data($0.utf8)) }
    }

    func run(_ project: FilePath, model: String?, precision: Precision) throws {
        let rules = try RulebookLoader.load(
            RuleFolders(shipped: project.appending("Rules"), languages: LanguagePacks.rules))
        let folder = model.map { FilePath($0) } ?? project.appending("Models/en-news")
        let engines: [(String, Engine)] = [
            ("rules", .rules), ("model", .model(try ModelEngine.load(folder, precision: precision))),
        ]
        for (name, engine) in engines {
            let annotator = Annotator(rulebooks: rules, engine: engine, version: "bench")
            let counts = documents.map { count($0, annotator) }
            print("speakers by \(name), of persons with a name:")
            for shape in [Shape.pronoun, .name] {
                let right = counts.reduce(0) { $0 + $1.right[shape, default: 0] }
                let all = counts.reduce(0) { $0 + $1.all[shape, default: 0] }
                row(
                    "\(shape.rawValue)s",
                    "\(Spread.format(100 * Double(right) / Double(max(all, 1)))) %  \(right) of \(all)")
            }
        }
    }

    private struct Count { var right: [Shape: Int] = [:], all: [Shape: Int] = [:] }

    private func count(_ document: Document, _ annotator: Annotator) -> Count {
        let asked = document.asked
        let found = annotator.speakers(of: asked.map(\.span), in: Article(text: document.text))
        var count = Count()
        for (mention, speaker) in zip(asked, found) {
            count.all[mention.shape, default: 0] += 1
            let surname = speaker?.name?.split(separator: " ").last?.lowercased()
            if speaker?.kind == .person, let surname, mention.names.contains(surname) {
                count.right[mention.shape, default: 0] += 1
            }
        }
        return count
    }

    enum Shape: String { case pronoun, name }

    /// A mention of somebody whom the text names somewhere.
    struct Asked {
        var span: Span
        var shape: Shape
        /// All words of the person's names, in lower case.
        var names: Set<String>
    }

    struct Document: Decodable {
        var text: String
        var tokens: [Token]
        var mentions: [Mention]

        struct Token: Decodable {
            var span: Span
            var part: String
            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                span = Span(try list.decode(Int.self), try list.decode(Int.self))
                part = try list.decode(String.self)
            }
        }

        struct Mention: Decodable {
            var span: Span
            var type: String
            var chain: String
            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                span = Span(try list.decode(Int.self), try list.decode(Int.self))
                type = try list.decode(String.self)
                chain = try list.decode(String.self)
            }
        }

        /// Names and pronouns of the third person, of persons who have a name.
        var asked: [Asked] {
            let scalars = Array(text.unicodeScalars)
            let persons = mentions.filter { $0.type == "person" }.sorted { $0.span.start < $1.span.start }
            var names: [String: Set<String>] = [:]
            for mention in persons where isName(mention) {
                for token in within(mention) { names[mention.chain, default: []].insert(word(token.span, scalars)) }
            }
            return persons.compactMap { mention in
                guard let names = names[mention.chain] else { return nil }
                if isName(mention) { return Asked(span: mention.span, shape: .name, names: names) }
                let isPronoun = Self.pronouns.contains(word(mention.span, scalars))
                return isPronoun ? Asked(span: mention.span, shape: .pronoun, names: names) : nil
            }
        }

        private static let pronouns: Set<String> = ["he", "she", "him", "her", "his", "himself", "herself"]

        private func within(_ mention: Mention) -> [Token] { tokens.filter { mention.span.contains($0.span) } }

        private func isName(_ mention: Mention) -> Bool { within(mention).allSatisfy { $0.part.hasPrefix("NNP") } }

        private func word(_ span: Span, _ scalars: [Unicode.Scalar]) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[span.start..<span.end])
            return String(view).lowercased()
        }
    }
}
