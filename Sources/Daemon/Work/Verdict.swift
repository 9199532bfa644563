import Foundation
import Inbox
import Journal
import Newswire

/// Decides what becomes of a file, from the results of its stages. Pure.
enum Verdict {
    /// A file whose work began this often and never ended took the process down each time.
    static let mostAttempts = 2

    /// - Parameter attempts: How many were begun and not ended, this one included.
    /// - Returns: nil where the file may be worked on.
    static func refusal(attempts: Int, sha256: String) -> Failure? {
        guard attempts > mostAttempts else { return nil }
        return Failure(
            code: "crashed", reason: "Twice the daemon ended abruptly while it worked on this file.",
            remedy: "Please report it with the file. If the machine was merely switched off, put it back with "
                + "`quoted retry`.", attempts: attempts - 1, sha256: sha256)
    }

    static func failure(_ error: NewswireError, attempts: Int, sha256: String) -> Failure {
        Failure(
            code: error.code.rawValue, reason: sentence(error.reason), remedy: sentence(error.remedy),
            attempts: attempts, sha256: sha256)
    }

    /// What is left of a file some of whose articles met their deadline: these are items that failed.
    ///
    /// - Parameter late: The numbers of these items.
    static func reading(_ reading: Reading, without late: [Int], deadline: Duration) -> Reading {
        var error = NewswireError.tooSlow(deadline)
        error.remedy += "; then put it back with `quoted retry`"
        var left = reading
        left.articles.removeAll { late.contains($0.item) }
        left.failures += late.map { ItemFailure(item: $0, error: error) }
        return left
    }

    /// A container none of whose items could be read; or the one article of a file, which met its deadline.
    static func failure(_ failures: [ItemFailure], attempts: Int, sha256: String) -> Failure {
        if failures.count == 1, let error = failures.first?.error, error.code == .tooSlow {
            return failure(error, attempts: attempts, sha256: sha256)
        }
        let details = failures.map { "item \($0.item): \($0.error.reason); \($0.error.remedy)" }
        return Failure(
            code: NewswireError.Code.noArticle.rawValue, reason: "The file holds no article that could be read.",
            remedy: "The reasons are listed for each item.", attempts: attempts, sha256: sha256, details: details)
    }

    /// How a file ends that was committed to the journal.
    static func outcome(_ articles: [CommitOutcome.Article], of reading: Reading) -> WorkOutcome {
        let isRepeat = !articles.isEmpty && articles.allSatisfy { $0 == .repeat }
        return isRepeat && reading.failures.isEmpty ? .repeated : .done(notes: notes(reading))
    }

    /// - Parameter quotations: How many each article has.
    static func counts(_ articles: [CommitOutcome.Article], quotations: [Int], failures: Int) -> ArticleCounts {
        var counts = ArticleCounts(failed: failures)
        for (article, quotations) in zip(articles, quotations) {
            switch article {
            case .written: counts += ArticleCounts(written: 1, quotations: quotations)
            case .repeat: counts += ArticleCounts(repeats: 1)
            case .moot: break
            }
        }
        return counts
    }

    private struct Notes: Encodable {
        var failedItems: [Note]?
        var skippedItems: [Note]?
    }

    private struct Note: Encodable {
        var item: Int
        var code: String?
        var reason: String
        var remedy: String?
    }

    /// For the file beside the one in `done/`: the items that gave no line, and why; nil where each gave one.
    private static func notes(_ reading: Reading) -> [UInt8]? {
        let failed = reading.failures.map {
            Note(
                item: $0.item, code: $0.error.code.rawValue, reason: sentence($0.error.reason),
                remedy: sentence($0.error.remedy))
        }
        let skipped = reading.skipped.map { Note(item: $0.item, reason: sentence("no article, since \($0.reason)")) }
        guard !failed.isEmpty || !skipped.isEmpty else { return nil }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let notes = Notes(
            failedItems: failed.isEmpty ? nil : failed, skippedItems: skipped.isEmpty ? nil : skipped)
        // Strings and numbers always encode.
        return (try? encoder.encode(notes)).map { Array($0) + [UInt8(ascii: "\n")] }
    }

    private static func sentence(_ clause: String) -> String {
        clause.prefix(1).uppercased() + clause.dropFirst() + (clause.hasSuffix(".") ? "" : ".")
    }
}
