import Newswire
import Rulebook
import TestSupport
import Testing
import Text

@testable import Attribution
@testable import English
@testable import LanguageKit
@testable import ModelSpotting
@testable import Names
@testable import Speakers

/// How much of what a careful reader takes from a verb and the words around it is read from them: over the quotations of
/// Tests/Verbs that an engine found, whoever found them.
@Suite struct VerbGoldTests {
    /// Right of all, and of those where the reader or the reading names something.
    private struct Count {
        var right = 0, all = 0, rightNamed = 0, named = 0

        var accuracy: Double { Double(right) / Double(max(all, 1)) }
        var ofNamed: Double { Double(rightNamed) / Double(max(named, 1)) }
    }

    private struct Result {
        var marked = 0, found = 0
        var counts: [VerbMark.Feature: Count] = [:]
        var mistakes: [String] = []

        mutating func add(_ mark: VerbMark, _ value: String?, as feature: VerbMark.Feature, in article: String) {
            let right = mark.allows(value, as: feature)
            let isNamed = feature.isWords && (mark.allowed(feature) != [""] || value != nil)
            var count = counts[feature] ?? Count()
            count.all += 1
            count.right += right ? 1 : 0
            count.named += isNamed ? 1 : 0
            count.rightNamed += isNamed && right ? 1 : 0
            counts[feature] = count
            guard !right else { return }
            let expected = mark.allowed(feature).sorted().joined(separator: "/")
            mistakes.append("\(article): \(mark.line)\n    \(feature.rawValue): \(value ?? "-"), not \(expected)")
        }
    }

    private func result(_ read: (String) throws -> Finding) throws -> Result {
        var result = Result()
        for article in try VerbArticle.all() {
            let finding = try read(article.text)
            for mark in article.marks {
                result.marked += 1
                guard let quotation = quotation(at: mark.cue, in: finding), let cue = quotation.cue else { continue }
                result.found += 1
                for feature in VerbMark.Feature.allCases {
                    result.add(mark, value(of: feature, quotation, cue, finding), as: feature, in: article.name)
                }
            }
        }
        return result
    }

    /// The one that shares most words of its cue with the mark; of several, the one with the fewest others.
    private func quotation(at span: Span, in finding: Finding) -> Quotation? {
        func shared(_ quotation: Quotation) -> Int {
            quotation.cue?.spans.reduce(0) { $0 + max(0, min($1.end, span.end) - max($1.start, span.start)) } ?? 0
        }
        func length(_ quotation: Quotation) -> Int { quotation.cue?.spans.reduce(0) { $0 + $1.end - $1.start } ?? 0 }
        return finding.quotations.filter { shared($0) > 0 }
            .max { (shared($0), length($1)) < (shared($1), length($0)) }
    }

    private func value(
        of feature: VerbMark.Feature, _ quotation: Quotation, _ cue: Cue, _ finding: Finding
    ) -> String? {
        let words = { (span: Span?) in span.map(finding.document.text) }
        return switch feature {
        case .lemma: cue.lemma
        case .verbClass: cue.verbClass?.rawValue
        case .stance: cue.stance?.rawValue
        case .tense: cue.tense?.rawValue
        case .negated: String(cue.negated)
        case .repeated: String(cue.repeated)
        case .hedge: words(cue.hedged)
        case .to: words(quotation.addressee)
        case .target: words(quotation.target)
        case .where: words(quotation.setting)
        case .when: words(quotation.time)
        }
    }

    private func check(_ result: Result, engine: String, found: Double, named: Double) {
        print("\(engine): \(result.found) of \(result.marked) verbs found")
        for feature in VerbMark.Feature.allCases {
            let count = result.counts[feature] ?? Count()
            let ofNamed = feature.isWords ? ", where any: \(percent(count.ofNamed)) of \(count.named)" : ""
            print("  \(feature.rawValue): \(percent(count.accuracy))\(ofNamed)")
        }
        let mistakes = result.mistakes.joined(separator: "\n")
        #expect(result.marked >= 400)
        #expect(Double(result.found) >= found * Double(result.marked), "\(result.found) of \(result.marked)")
        for feature in VerbMark.Feature.allCases {
            let count = result.counts[feature] ?? Count()
            #expect(count.accuracy >= 0.95, "\(feature.rawValue): \(count.accuracy)\n\(mistakes)")
            // There are a dozen hedges: the model takes one “reportedly” for a cue of its own.
            guard feature.isWords, count.named - count.rightNamed > 2 else { continue }
            #expect(count.ofNamed >= named, "\(feature.rawValue): \(count.ofNamed)\n\(mistakes)")
        }
    }

    private func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }

    @Test func whatVerbsTellIsReadWhereTheRulesFindThem() throws {
        check(try result { Finding($0) }, engine: "rules", found: 0.85, named: 0.9)
    }

    @Test func whatVerbsTellIsReadWhereTheModelFindsThem() throws {
        check(try result(Finding.byModel), engine: "model", found: 0.9, named: 0.9)
    }
}
