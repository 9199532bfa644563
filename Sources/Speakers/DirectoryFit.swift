import CivilTime
import Rulebook

/// How an entry of the directory fits what an article says of somebody of its name, and the day when it says so.
struct DirectoryFit {
    let id: String
    let gender: Gender?
    /// Whether he or she lived then, or had died not long before.
    let isAround: Bool
    /// The most words that the article's role has in common with what the entry says of somebody.
    let words: Int
    /// Whether that is an office of that day, or an earlier one of somebody “former”, and not what he or she did at another
    /// time or does beside.
    let isHeld: Bool

    /// In days. The dead are quoted for some years as the living are, by courts and in obituaries; later a namesake is
    /// likelier. Chosen by hand.
    private static let afterlife = 3653

    /// - Parameters:
    ///   - role: What the article says.
    ///   - published: Days since 1970-01-01; nil where nothing tells.
    init(_ entry: SpeakerDirectory.Entry, role: RoleWords, published: ClosedRange<Int>?) {
        (id, gender) = (entry.id, entry.gender)
        isAround =
            published.map { entry.lifetime.mayMeet($0.lowerBound - Self.afterlife...$0.upperBound) } ?? true
        let isMeant = { (office: SpeakerDirectory.Office) in
            guard let published else { return true }
            return role.isFormer ? office.period.isOver(before: published) : office.period.mayMeet(published)
        }
        let (held, others) = (entry.offices.filter(isMeant), entry.offices.filter { !isMeant($0) })
        let now = Self.most(of: [entry.role].compactMap(\.self) + held.flatMap(\.names), in: role)
        let beside = Self.most(of: others.flatMap(\.names) + entry.occupations, in: role)
        words = now > 0 ? now : beside
        isHeld = now > 0
    }

    private static func most(of descriptions: [String], in role: RoleWords) -> Int {
        guard !role.words.isEmpty else { return 0 }
        return descriptions.map { RoleWords($0).common(with: role) }.max() ?? 0
    }
}

extension SpeakerDirectory.Office {
    fileprivate var names: [String] { [name] + aliases }
}
