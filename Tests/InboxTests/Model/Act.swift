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

    static func random(_ random: inout SplitMix64) -> Act {
        func one<Element>(_ elements: [Element]) -> Element { elements[random.below(elements.count)] }
        let told = random.below(3) > 0
        switch random.below(28) {
        case 0, 1: return .write(one(names), told: told)
        case 2: return .append(one(names), told: told)
        case 3, 4: return .deliver(one(names), told: told)
        case 5: return .link(one(names), told: told)
        case 6: return .symlink(one(names))
        case 7: return .rename(one(names), one(names), told: told)
        case 8: return .renameFolder(one(folders), one(folders))
        case 9: return .remove(one(names))
        case 10, 11: return .open(one(names))
        case 12, 13, 14: return .goOn
        case 15: return .close(told: told)
        case 16: return .touch(one(names))
        case 17, 18: return .scan
        case 19, 20: return .wait(one([10, 500, 2_500, 30_000]))
        case 21, 22, 23: return .take
        case 24, 25, 26: return .finish(one(Ending.allCases))
        default: return .restart
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
