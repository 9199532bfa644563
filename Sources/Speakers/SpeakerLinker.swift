package import LanguageKit
package import Rulebook

/// Ties speakers to the entries of the user's directory, where only one can be meant.
package struct SpeakerLinker {
    private let directory: SpeakerDirectory
    private let former: Set<String>
    private let published: ClosedRange<Int>?

    /// - Parameters:
    ///   - former: Words that say of an office that it is over, in lower case.
    ///   - published: The days on which the article may have come out, since 1970-01-01; nil where nothing tells.
    package init(directory: SpeakerDirectory, former: Set<String>, published: ClosedRange<Int>?) {
        self.directory = directory
        self.former = former
        self.published = published
    }

    /// - Parameter checkpoint: Called once a speaker; what it throws ends the work.
    package func link<Interruption: Error>(
        _ speakers: inout [Speaker], checkpoint: () throws(Interruption) -> Void
    ) throws(Interruption) {
        guard !directory.entries.isEmpty else { return }
        for i in speakers.indices {
            try checkpoint()
            let fits = fits(of: speakers[i])
            speakers[i].link = Self.link(fits)
            if let linked = fits.first(where: { $0.id == speakers[i].link?.id }), let gender = linked.gender,
                speakers[i].gender == nil
            {
                speakers[i].gender = StatedGender(gender, by: .directory)
            }
        }
    }

    private func fits(of speaker: Speaker) -> [DirectoryFit] {
        let role = RoleWords(speaker.role ?? "", former: former)
        return entries(of: speaker).map { DirectoryFit($0, role: role, published: published) }
    }

    private static func link(_ fits: [DirectoryFit]) -> Link? {
        guard !fits.isEmpty else { return nil }
        let meant = best(of: fits).filter(\.isAround)
        return meant.count == 1 ? Link(id: meant[0].id) : Link(id: nil, candidates: fits.map(\.id))
    }

    private func entries(of speaker: Speaker) -> [SpeakerDirectory.Entry] {
        guard let name = speaker.name else { return [] }
        return switch speaker.kind {
        case .person, .author:
            // Whom the article calls “she” is no man of that name.
            directory.entries(named: name, of: .person).filter {
                $0.gender == nil || speaker.gender == nil || $0.gender == speaker.gender?.gender
            }
        case .organization: directory.entries(named: name, of: .organization)
        case .group, .unnamed, .document: directory.entries(named: name)
        }
    }

    /// Of two Ann Lees, the one who is mayor in both. Who fits better one way and worse another is no better.
    private static func best(of fits: [DirectoryFit]) -> [DirectoryFit] {
        let words = fits.map(\.words).max() ?? 0
        guard words > 0 else { return fits }
        let fitting = fits.filter { $0.words > 0 }
        let isHeld = fitting.contains(where: \.isHeld)
        let best = fitting.filter { $0.words == words && $0.isHeld == isHeld }
        return best.isEmpty ? fitting : best
    }
}
