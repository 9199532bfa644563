import Faults
import Files
import Logging
import SystemPackage

extension Journal {
    /// The writer: batch after batch, until the queue is finished.
    func write() async {
        var limit = BatchLimit.normal
        var delay = RetryDelay()
        while await queue.somethingToDo() {
            await reopenIfAsked()
            await lookIfAsked()
            let batch = queue.take(limit)
            guard !batch.isEmpty else { continue }
            do {
                let lines = try await plan(batch.map(\.entry))
                let outcomes = try await write(lines)
                for (item, outcome) in zip(batch, outcomes) { item.continuation.resume(returning: outcome) }
                (limit, delay) = (.normal, RetryDelay())
            } catch let error as NoRoom {
                // Nothing is begun yet, so committers may still leave. Whatever fits goes first.
                queue.putBack(batch)
                limit = .single
                guard !queue.isFinished, await pause(.reserving, error.cause, &delay) else { return }
            } catch {
                for item in batch { item.continuation.resume(throwing: error) }
            }
        }
    }

    private struct NoRoom: Error {
        var cause: any Error
    }

    // MARK: A batch

    /// Settles what is written and sees to it that there is room.
    private func plan(_ entries: [Entry]) async throws -> BatchLines {
        do {
            try await look()
        } catch {
            throw NoRoom(cause: error)
        }
        let lines = BatchLines(entries, try await ledger.plan(entries), offset: file.end)
        do {
            try file.reserve(lines.byteCount)
        } catch {
            throw NoRoom(cause: error)
        }
        goOn()
        return lines
    }

    /// - Throws: only when the task is cancelled. What is written then is found at the next start.
    private func write(_ lines: BatchLines) async throws -> [CommitOutcome] {
        let sync = lines.bytes.isEmpty ? nil : try await append(lines)
        // The first lines of a new journal are what it is known by from here on.
        if !lines.bytes.isEmpty { file.head = file.head ?? lines.head }
        try await ledger.record(
            CommittedBatch(
                inode: file.identity.inode, head: file.head, end: file.end, entries: lines.entries))
        FaultPoint.afterLedger.pass()
        report.noteBatch(lines: lines.bytes.count, end: file.end, sync: sync)
        return lines.entries.map { CommitOutcome(articles: $0.articles, takenBack: $0.lines.compactMap(\.takesBack)) }
    }

    /// - Returns: how long the sync took.
    private func append(_ lines: BatchLines) async throws -> Duration {
        let start = file.end
        FaultPoint.beforeWrite.pass()
        for (index, line) in lines.bytes.enumerated() {
            if index > 0 { FaultPoint.betweenLines.pass() }
            FaultPoint.withinLine.pass { _ = try? file.append(line.prefix(line.count / 2)) }
            try await append(line)
        }
        FaultPoint.afterWrite.pass()
        let duration = try await sync(lines, from: start)
        FaultPoint.afterSync.pass()
        return duration
    }

    /// One `write`. Should the disk fill up within the line all the same (room cannot be reserved everywhere), the rest
    /// follows when there is room: to cut the line off would make followers print the file again.
    private func append(_ line: [UInt8]) async throws {
        var rest = line[...]
        var delay = RetryDelay()
        while !rest.isEmpty {
            do {
                rest = try rest.dropFirst(file.append(rest))
            } catch {
                guard await pause(.writing, error, &delay) else { throw CancellationError() }
            }
        }
        goOn()
    }

    private func sync(_ lines: BatchLines, from start: Int64) async throws -> Duration {
        var delay = RetryDelay()
        let clock = ContinuousClock()
        var hasFailed = false
        while true {
            do {
                let began = clock.now
                if hasFailed { try file.rewrite(lines.bytes.flatMap(\.self), at: start) }
                try file.sync()
                goOn()
                return clock.now - began
            } catch {
                hasFailed = true
                guard await pause(.syncing, error, &delay) else { throw CancellationError() }
            }
        }
    }

    // MARK: Rotation

    private func reopenIfAsked() async {
        let asking = queue.takeReopenings()
        guard !asking.isEmpty else { return }
        let result: Result<Void, any Error>
        do {
            result = .success(try await reopenFile())
        } catch {
            logger.error(
                "journal not reopened", metadata: ["journal.path": "\(configuration.path)", "error": "\(error)"])
            result = .failure(error)
        }
        for continuation in asking { continuation.resume(with: result) }
    }

    private func reopenFile() async throws(JournalError) {
        let isInPlace = (try? FileStatus(configuration.path).identity) == file.identity
        let isIntact = (try? file.fate()) == .intact
        if isInPlace && isIntact { return }
        // What lies there now may be anything: a fresh file of logrotate's, one that somebody put back.
        if FaultPoint.withinReopening.fails { throw .unavailable(configuration.path, "open", .ioError) }
        try lock.renew()
        let notices = try await ledger.takeStock(rotated: isIntact ? file.head : nil)
        // It may be the same file.
        file.unlock()
        file = try JournalFile.open(configuration)
        report.note(file, notices: notices)
        await noteLosses()
        logger.notice("journal reopened", metadata: ["journal.path": "\(configuration.path)"])
    }

    // MARK: Harm

    private func lookIfAsked() async {
        guard queue.takeLook() else { return }
        do {
            try await look()
            if report.snapshot.degraded?.activity == .lookingAfter { goOn() }
        } catch {
            standStill(.lookingAfter, error)
        }
        if report.snapshot.losses.all > 0 { await noteLosses() }
    }

    /// Sees whether the file is still as it was left: it may be deleted, emptied or written to by anybody.
    private func look() async throws {
        try lock.renew()
        let fate = try file.fate()
        guard fate != .intact else {
            let hasItsName = (try? FileStatus(configuration.path).identity) == file.identity
            return report.noteMoved(to: hasItsName ? nil : file.currentPath?.string)
        }
        logger.warning(
            "journal changed by others", metadata: ["journal.path": "\(configuration.path)", "fate": "\(fate)"])
        try await reopenFile()
    }

    /// Takes over from the ledger how many lines are gone, and calls for those that come back by themselves.
    func noteLosses() async {
        guard let losses = try? await ledger.lossCount() else { return }
        if report.note(losses) { announceCut.yield() }
    }

    // MARK: Standing still

    /// Says why work stands still, and waits a while.
    ///
    /// - Returns: false when the task was cancelled.
    private func pause(_ activity: Degradation.Activity, _ error: any Error, _ delay: inout RetryDelay) async -> Bool {
        standStill(activity, error)
        do {
            try await Task.sleep(for: delay.pause())
            return true
        } catch {
            return false
        }
    }

    private func standStill(_ activity: Degradation.Activity, _ error: any Error) {
        let error = (error as? JournalError) ?? .stalled(configuration.path, activity, error)
        guard report.degrade(activity, error.description) else { return }
        logger.error(
            "journal stands still", metadata: ["journal.path": "\(configuration.path)", "error": "\(error)"])
    }

    private func goOn() {
        guard report.recover() else { return }
        logger.notice("journal goes on", metadata: ["journal.path": "\(configuration.path)"])
    }
}
