import Faults
import Files
import Foundation
import Glibc
import Records
import SystemPackage

/// Closes a damaged journal aside.
///
/// A journal is torn when the process was killed within a `write`, or the power failed before a sync. The damage cannot
/// be cut off in place: `tail -F` prints a file that shrank again from its start. So the file is renamed, and a new
/// journal begins under the old name. Whole lines are copied to `NAME.torn-TIME`, the rest to `NAME.torn-TIME.tail`;
/// only then the torn file is removed. A crash on the way leaves `NAME.torn-TIME.repair`, with which the next start
/// goes on.
struct TornJournal {
    private static let mark = ".torn-"
    private static let unfinished = ".repair"

    let journal: FilePath

    enum State {
        case whole
        /// The last line is whole, but its newline is missing.
        case lacksNewline
        case torn
    }

    /// What was found at a journal's end.
    struct Condition {
        var state: State
        /// A line that the ledger knows is gone or elsewhere.
        var isAltered: Bool
    }

    /// How many known bytes are checked again: cuts and damage mostly hit the end.
    private static let stretch: Int64 = 1 << 20

    /// Checks all unknown lines, and the last known ones.
    ///
    /// - Parameters:
    ///   - end: Lines before this offset are known, in bytes.
    ///   - standing: What the ledger says of a line.
    func condition(known end: Int64, standing: (LineScanner.Line) throws -> Standing) throws -> Condition {
        let size = try FileStatus(journal).size
        let start = try lineStart(before: max(0, min(end, size) - Self.stretch))
        var scanner = LineScanner(offset: start)
        var source = try ByteSource(journal, from: start)
        var condition = Condition(state: .whole, isAltered: size < end)
        var endsAtEnd = end == start
        while let chunk = try source.next() {
            try scanner.scan(chunk) { line in
                endsAtEnd = endsAtEnd || line.offset + line.count == end
                let isOld = line.offset < end
                guard try isIntact(line, standing, isOld: isOld) else {
                    condition.state = .torn
                    condition.isAltered = condition.isAltered || isOld
                    return
                }
            }
        }
        if condition.state == .whole, let rest = scanner.rest {
            condition.state = rest.isRecord ? .lacksNewline : .torn
        }
        if !endsAtEnd { condition.isAltered = true }
        return condition
    }

    /// Somewhat before the first of the journal's last lines was annotated: earlier lines are surely there. The distant
    /// past if even the first line is damaged; nil if there is no line.
    func timeOfEnd() throws -> Timestamp? {
        let start = try lineStart(before: max(0, FileStatus(journal).size - Self.stretch))
        var source = try ByteSource(journal, from: start)
        var bytes: [UInt8] = []
        while let chunk = try source.next() { bytes += chunk }
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        let times = lines.map { try? JSONDecoder().decode(RecordHead.self, from: Data($0)).annotatedAt }
        if start == 0, let first = times.first, first == nil { return Timestamp(milliseconds: 0) }
        // Lines are written in the order in which they end, and a file system's clock is a coarse one.
        return times.compactMap(\.self).min().map {
            Timestamp(milliseconds: $0.milliseconds - TakenBack.tolerance)
        }
    }

    /// What the ledger says of a whole line of the journal.
    enum Standing {
        /// It is the one that was written there.
        case known
        /// The ledger knows neither that article nor a line there.
        case unknown
        /// Another line was written there.
        case altered
    }

    private func isIntact(
        _ line: LineScanner.Line, _ standing: (LineScanner.Line) throws -> Standing, isOld: Bool
    ) rethrows -> Bool {
        if line.isBlank { return true }
        guard line.isRecord else { return false }
        switch try standing(line) {
        case .known: return true
        case .unknown: return !isOld
        case .altered: return false
        }
    }

    /// The start of the line that contains `offset`, or of an earlier line.
    private func lineStart(before offset: Int64) throws(Errno) -> Int64 {
        var end = offset
        while end > 0 {
            let begin = max(0, end - Self.stretch)
            var source = try ByteSource(journal, from: begin)
            var position = begin
            var start: Int64?
            while position < end, let chunk = try source.next() {
                let piece = chunk.prefix(Int(end - position))
                if let newline = piece.lastIndex(of: UInt8(ascii: "\n")) {
                    start = position + Int64(newline - piece.startIndex) + 1
                }
                position += Int64(chunk.count)
            }
            if let start { return start }
            end = begin
        }
        return 0
    }

    /// Whether the file can be a journal: it is empty, or begins with an object or with the zeros that power loss
    /// leaves.
    func isPlausible() throws(Errno) -> Bool {
        var source = try ByteSource(journal)
        guard let first = try source.next()?.first else { return true }
        return first == UInt8(ascii: "{") || first == 0 || first == UInt8(ascii: "\n")
    }

    /// Writes the newline that the last line lacks.
    func endLine() throws(Errno) {
        let file = try OwnedDescriptor(opening: journal, .writeOnly, .append)
        try file.writeAll([UInt8(ascii: "\n")])
        if fdatasync(file.rawValue) != 0 { throw Errno(rawValue: errno) }
    }

    /// Renames the torn journal.
    func setAside(at time: Timestamp) throws(Errno) {
        // A follower has printed the first part of the torn line. A newline keeps the new journal's first line from
        // following on it. If there is no room for it, nothing else is lost.
        try? endLine()
        // A second repair within the same millisecond must not replace the first.
        var time = time
        while let _ = try? FileStatus(aside(at: time)) { time.milliseconds += 1 }
        try rename(journal, to: aside(at: time).appending(suffix: Self.unfinished))
        try syncDirectory(of: journal)
        FaultPoint.afterSettingAside.pass()
    }

    /// Separates the whole lines of all files that were set aside, including those that a crash left unfinished.
    ///
    /// - Parameter standing: What the ledger says of a line of a journal, given the hash of its first line.
    /// - Returns: where the whole lines are now.
    /// - Throws: if it cannot be done now, mostly for lack of room. It can be tried again.
    func finish(standing: (LineScanner.Line, JournalReader, UInt64?) throws -> Standing) throws -> [FilePath] {
        guard let name = journal.lastComponent?.string else { return [] }
        let directory = journal.removingLastComponent()
        var finished: [FilePath] = []
        for other in try names(in: directory.isEmpty ? "." : directory).sorted()
        where Self.isAside(other, of: name) && other.hasSuffix(Self.unfinished) {
            finished.append(try finish(directory.appending(other), standing))
        }
        return finished
    }

    /// Whether a name is that of a torn journal that was set aside.
    static func isAside(_ name: String, of journal: String) -> Bool {
        guard name.hasPrefix(journal + mark) else { return false }
        let time = name.dropFirst(journal.count + mark.count)
        return (time.hasSuffix(unfinished) ? time.dropLast(unfinished.count) : time)
            .allSatisfy { $0.isASCII && ($0.isNumber || "T.Z".contains($0)) }
    }

    private func aside(at time: Timestamp) -> FilePath { journal.appending(suffix: Self.mark + time.compact) }

    private func finish(
        _ repair: FilePath, _ standing: (LineScanner.Line, JournalReader, UInt64?) throws -> Standing
    ) throws -> FilePath {
        let aside = FilePath(String(repair.string.dropLast(Self.unfinished.count)))
        let tail = aside.appending(suffix: ".tail")
        do {
            let file = JournalReader(path: repair)
            let head = try file.head()
            try sift(repair, whole: aside, rest: tail) { try standing($0, file, head) }
        } catch {
            // Half a copy would look like a journal.
            for copy in [aside, tail] { try? remove(copy) }
            throw error
        }
        FaultPoint.afterRepair.pass()
        try remove(repair)
        try syncDirectory(of: journal)
        return aside
    }

    private func sift(
        _ torn: FilePath, whole: FilePath, rest: FilePath, _ standing: (LineScanner.Line) throws -> Standing
    ) throws {
        var whole = LineSink(path: whole)
        var rest = LineSink(path: rest)
        var scanner = LineScanner()
        var source = try ByteSource(torn)
        while let chunk = try source.next() {
            try scanner.scan(chunk) { line in
                let isWhole = try isIntact(line, standing, isOld: false)
                if isWhole, !line.isBlank { whole.take(line) } else if !line.isBlank { rest.take(line) }
            }
        }
        if let last = scanner.rest { rest.take(last) }
        try whole.finish(from: torn)
        if FaultPoint.withinRepair.fails { throw Errno.noSpace }
        try rest.finish(from: torn)
    }
}

/// Collects stretches of one file and copies them to another.
private struct LineSink {
    let path: FilePath
    private var stretches: [Range<Int64>] = []

    init(path: FilePath) { self.path = path }

    mutating func take(_ line: LineScanner.Line) {
        let stretch = line.offset..<line.offset + line.count
        if let last = stretches.last, last.upperBound == stretch.lowerBound {
            stretches[stretches.count - 1] = last.lowerBound..<stretch.upperBound
        } else {
            stretches.append(stretch)
        }
    }

    func finish(from source: FilePath) throws(Errno) {
        let input = try OwnedDescriptor(opening: source, .readOnly)
        let output = try OwnedDescriptor(
            opening: path, .writeOnly, [.create, .truncate], permissions: [.ownerReadWrite, .groupRead])
        _ = fchmod(output.rawValue, try FileStatus(input).mode)
        for stretch in stretches { try copy(stretch, from: input, to: output) }
        if fdatasync(output.rawValue) != 0 { throw Errno(rawValue: errno) }
    }

    private func copy(
        _ stretch: Range<Int64>, from input: OwnedDescriptor, to output: OwnedDescriptor
    ) throws(Errno) {
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        var offset = stretch.lowerBound
        while offset < stretch.upperBound {
            let wanted = Int(min(stretch.upperBound - offset, Int64(buffer.count)))
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe pread(input.rawValue, $0.baseAddress, wanted, off_t(offset))
            }
            guard count > 0 else { throw count == 0 ? .ioError : Errno(rawValue: errno) }
            try output.writeAll(buffer[..<count])
            offset += Int64(count)
        }
    }
}
