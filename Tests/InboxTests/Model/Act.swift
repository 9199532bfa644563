import TestSupport

/// One thing that a sender, a worker, the clock or an administrator does. Names are of a few, so that acts meet.
enum Act: Sendable, Equatable, CustomStringConvertible {
    /// Creates or empties, writes, closes.
    case write(String, told: Bool)
    /// Writes to what is there; nothing is made.
    case append(String, told: Bool)
    /// Writes elsewhere and renames in, over what is there.
    case deliver(String, told: Bool)
    case link(String, told: Bool)
    case symlink(String)
    /// Over what is there.
    case rename(String, String, told: Bool)
    case renameFolder(String, String)
    case remove(String)
    /// A writer opens a file, making it, and writes its beginning.
    case open(String)
    /// He goes on, wherever the file is by now.
    case goOn
    case close(told: Bool)
    case touch(String)
    case scan
    /// In milliseconds.
    case wait(Int)
    case take
    case finish(Ending)
    /// The daemon dies, and another one begins.
    case restart

    enum Ending: String, Sendable, CaseIterable { case done, failed, later }

    private static let names = ["a", "b", "c", "d/a", "d/b", "e/a", ".hidden", "f.tmp"]
    private static let folders = ["d", "e", "g"]

    private enum Kind: CaseIterable {
        case write, append, deliver, link, symlink, rename, renameFolder, remove, open, goOn, close, touch, scan, wait
        case take, finish, restart
    }

    /// - Returns: some acts, of some kinds that chance has chosen: where all kinds come in all lists, those that undo each
    ///   other hide what others break (Groce et al., "Swarm Testing", 2012). Between them the daemon goes about its work.
    static func list(of count: Int, seed: Int) -> [Act] {
        var random = SplitMix(seed: seed)
        let kinds = Kind.allCases.filter { _ in random.below(3) > 0 }
        var acts: [Act] = []
        while acts.count < count {
            let isWork = kinds.isEmpty || random.below(4) == 0
            acts += isWork ? work(&random) : [Act(random.pick(kinds), &random)]
        }
        return acts
    }

    private static func work(_ random: inout SplitMix) -> [Act] {
        [.scan, .wait(2_500), .take, .finish(random.pick(Ending.allCases))]
    }

    private init(_ kind: Kind, _ random: inout SplitMix) {
        let name = random.pick(Self.names)
        let told = random.below(3) > 0
        switch kind {
        case .write: self = .write(name, told: told)
        case .append: self = .append(name, told: told)
        case .deliver: self = .deliver(name, told: told)
        case .link: self = .link(name, told: told)
        case .symlink: self = .symlink(name)
        case .rename: self = .rename(name, random.pick(Self.names), told: told)
        case .renameFolder: self = .renameFolder(random.pick(Self.folders), random.pick(Self.folders))
        case .remove: self = .remove(name)
        case .open: self = .open(name)
        case .goOn: self = .goOn
        case .close: self = .close(told: told)
        case .touch: self = .touch(name)
        case .scan: self = .scan
        case .wait: self = .wait(random.pick([10, 500, 2_500, 30_000]))
        case .take: self = .take
        case .finish: self = .finish(random.pick(Ending.allCases))
        case .restart: self = .restart
        }
    }

    var description: String {
        switch self {
        case .write(let path, let told): "write \(path)" + (told ? "" : ", untold")
        case .append(let path, let told): "append to \(path)" + (told ? "" : ", untold")
        case .deliver(let path, let told): "deliver \(path)" + (told ? "" : ", untold")
        case .link(let path, let told): "link \(path)" + (told ? "" : ", untold")
        case .symlink(let path): "make \(path) a symbolic link"
        case .rename(let path, let other, let told): "rename \(path) to \(other)" + (told ? "" : ", untold")
        case .renameFolder(let folder, let other): "rename folder \(folder) to \(other)"
        case .remove(let path): "remove \(path)"
        case .open(let path): "open \(path) and begin"
        case .goOn: "the writer goes on"
        case .close(let told): "the writer closes" + (told ? "" : ", untold")
        case .touch(let path): "touch \(path)"
        case .scan: "scan"
        case .wait(let milliseconds): "wait \(milliseconds) ms"
        case .take: "take a file"
        case .finish(let ending): "finish it: \(ending.rawValue)"
        case .restart: "the daemon dies and begins anew"
        }
    }
}
