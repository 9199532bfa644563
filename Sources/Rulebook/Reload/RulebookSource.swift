internal import Executors
package import Foundation
internal import Synchronization

/// Holds the rulebooks in force, and reads the files again when told to.
///
/// A reading that fails leaves the old rules in force; what was wrong is kept until a reading succeeds.
package actor RulebookSource {
    package enum Outcome: Sendable {
        /// The files say what they said before, and nothing was wrong with them.
        case same
        case loaded
        /// The old rules stay in force.
        case kept(RulebookProblems)
    }

    /// What the status tells about the rules.
    package struct Status: Sendable {
        package var languages: [Language]
        package var loadedAt: Date
        package var warnings: [RulebookProblem]
        /// Why the files as they are now are not in force; nil if they are.
        package var problems: RulebookProblems?
        /// When the problems were found.
        package var failedAt: Date?

        /// "en sha256:…, de sha256:…", for the log.
        package var digests: String { languages.map { "\($0.code) \($0.digest)" }.joined(separator: ", ") }
    }

    /// What one language's rules are.
    package struct Language: Sendable {
        package var code: String
        package var digest: String
        /// How many reporting verbs and phrases there are.
        package var verbs: Int
    }

    private struct State {
        var rulebooks: Rulebooks
        var status: Status
    }

    package nonisolated let folders: RuleFolders
    private let state: Mutex<State>
    private let now: @Sendable () -> Date
    // Reading files blocks: that is done on a thread of its own, which all sources share.
    private static let thread = ThreadExecutor(name: "rules")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe Self.thread.asUnownedSerialExecutor() }
    private var watch: RuleWatch

    /// Reads the rules; throws if there are none that can be used, since there are no old ones to go on with.
    package init(
        _ folders: RuleFolders, now: @escaping @Sendable () -> Date = { Date() }
    ) throws(RulebookProblems) {
        self.folders = folders
        self.now = now
        watch = RuleWatch(RuleStamps(of: folders))
        let rulebooks = try RulebookLoader.load(folders)
        state = Mutex(State(rulebooks: rulebooks, status: Status(rulebooks, loadedAt: now())))
    }

    /// The rules in force. Costs a lock, so that every article can ask.
    package nonisolated var current: Rulebooks { state.withLock { $0.rulebooks } }

    package nonisolated var status: Status { state.withLock { $0.status } }

    /// Reads the files again, changed or not (on SIGHUP).
    package func reload() -> Outcome {
        _ = watch.changed(RuleStamps(of: folders))
        return read()
    }

    /// Reads the files again if any of them was changed since the last look; nil if none was. Costs a `stat` for each
    /// file.
    package func reloadIfChanged() -> Outcome? {
        watch.changed(RuleStamps(of: folders)) ? read() : nil
    }

    private func read() -> Outcome {
        do {
            let rulebooks = try RulebookLoader.load(folders)
            return state.withLock { state in
                // Whoever was told of mistakes wants to know that they are gone.
                let (old, new) = (state.rulebooks.all, rulebooks.all)
                let same = old.map(\.digest) == new.map(\.digest) && state.status.problems == nil
                state = State(rulebooks: rulebooks, status: Status(rulebooks, loadedAt: now()))
                return same ? .same : .loaded
            }
        } catch {
            state.withLock { state in
                state.status.problems = error
                state.status.failedAt = now()
            }
            return .kept(error)
        }
    }
}

extension RulebookSource.Status {
    fileprivate init(_ rulebooks: Rulebooks, loadedAt: Date) {
        self.init(
            languages: rulebooks.all.map { .init(code: $0.language, digest: $0.digest, verbs: $0.verbs.count) },
            loadedAt: loadedAt, warnings: rulebooks.warnings, problems: nil, failedAt: nil)
    }
}
