import CivilTime
import Rulebook

/// How an entry of the directory fits what an article says of somebody of its name, and the day when it says so.
struct DirectoryFit {
    let id: String
    /// Whether he or she lived then, or had died not long before.
    let isAround: Bool
    /// The most words that the article's role has in common with what the entry says of somebody.
    let words: Int
    /// Whether that is an office of that day, and not what he or she did before or does beside.
    let isHeld: Bool

    /// In days. The dead are quoted for some years as the living are, by courts and in obituaries; later a namesake is
    /// likelier. Chosen by hand.
    private static let afterlife = 3653

    /// - Parameters:
    ///   - role: What the article says, as `words(_:)` gives it.
    ///   - published: Days since 1970-01-01; nil where nothing tells.
    init(_ entry: SpeakerDirectory.Entry, role: Set<Substring>, published: ClosedRange<Int>?) {
        id = entry.id
        isAround =
            published.map { entry.lifetime.mayMeet($0.lowerBound - Self.afterlife...$0.upperBound) } ?? true
        let wasHeld = { (office: SpeakerDirectory.Office) in published.map(office.period.mayMeet) ?? true }
        let (held, others) = (entry.offices.filter(wasHeld), entry.offices.filter { !wasHeld($0) })
        let now = Self.most(of: [entry.role].compactMap(\.self) + held.flatMap(\.names), in: role)
        let beside = Self.most(of: others.flatMap(\.names) + entry.occupations, in: role)
        words = now > 0 ? now : beside
        isHeld = now > 0
    }

    private static func most(of descriptions: [String], in role: Set<Substring>) -> Int {
        guard !role.isEmpty else { return 0 }
        return descriptions.map { words($0).intersection(role).count }.max() ?? 0
    }

    /// In letters: "for" and "of" have nothing in common.
    private static let leastWord = 4

    /// The words of a description that tell something.
    static func words(_ description: String) -> Set<Substring> {
        Set(folded(description).split { !$0.isLetter && $0 != "-" }.filter { $0.count >= leastWord })
    }
}

extension SpeakerDirectory.Office {
    fileprivate var names: [String] { [name] + aliases }
}
